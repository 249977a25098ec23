"""The förbund's web site: a folder of pages that opens by itself, internal or public."""
