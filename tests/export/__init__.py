"""The portfolio as tables."""
