"""Moves: what a command wants to write, planned purely and carried out wholly or not at all."""
