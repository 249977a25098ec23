"""The review of a pull request: what moved, whether it was lawful, what changed and is missing."""
