"""Samverkan: samordnade insatser som text i git."""

__version__ = "0.1.0"
