"""A document as a form to fill in: laid out, written, read back, and set against the case."""
