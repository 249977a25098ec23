"""Measurements of whole commands, side by side in one run; never a test."""
