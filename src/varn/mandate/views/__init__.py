"""Pages of decisions, mandates and the work under them."""
