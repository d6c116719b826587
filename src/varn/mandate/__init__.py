"""What the government asked for, by when, for how much money, and what came of it."""
