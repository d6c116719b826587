"""Reading decisions, mandates and the work under them."""
