"""The audit on real histories, sound and forged."""
