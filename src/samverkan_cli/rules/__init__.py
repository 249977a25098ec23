"""Rules: pure functions over documents, and kinds of rules whose rows are data."""
