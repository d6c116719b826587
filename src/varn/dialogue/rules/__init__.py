"""How often organisations were asked and came. Plain Python."""
