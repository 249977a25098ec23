"""Hostile inputs, row by row, against the real command line."""
