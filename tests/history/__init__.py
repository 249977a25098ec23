"""Tests of the only door to git, with real repositories."""
