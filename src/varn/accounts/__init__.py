"""People who sign in, their memberships of organisations and units, and their roles."""
