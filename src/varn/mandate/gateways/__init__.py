"""What the mandate says to the outside: calendars and mail."""
