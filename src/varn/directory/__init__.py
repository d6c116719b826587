"""Places, organisations with their history, units and contacts."""
