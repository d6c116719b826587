"""What the desk asks the capabilities."""
