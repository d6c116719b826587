"""Money of a mandate, made by the actions that make it."""
