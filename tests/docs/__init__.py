"""Tests of the handbooks: what they show is run."""
