"""The only door to git: reading, the all-or-nothing commit, recovery and the log."""
