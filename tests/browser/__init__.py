"""The site and rendered documents in a real browser: `make browser`."""
