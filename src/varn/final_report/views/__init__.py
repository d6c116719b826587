"""Pages of the final report."""
