"""Tests of the door to YAML."""
