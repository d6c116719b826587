"""What goes back to the government, assembled from the other capabilities."""
