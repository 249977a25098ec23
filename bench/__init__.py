"""Measures whole commands, side by side with what they are held against."""
