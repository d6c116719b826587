"""What people fill in about decisions and mandates."""
