"""Drawings of what a case or the förbund tells, each with its words and its figures."""
