"""What people see and do with meetings."""
