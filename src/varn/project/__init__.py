"""Settings, wiring, command line and the embedded database."""
