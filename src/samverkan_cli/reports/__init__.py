"""What the reports say: pure functions from cases to a Report."""
