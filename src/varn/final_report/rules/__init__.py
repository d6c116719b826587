"""What the final report says and how it is said, without a database."""
