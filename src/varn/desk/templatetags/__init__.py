"""Tags of the desk's own pages."""
