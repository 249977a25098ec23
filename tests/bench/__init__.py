"""The measuring itself is true: what it measures on, its sums, its tables."""
