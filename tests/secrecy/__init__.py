"""Tests of what must never be shown or saved."""
