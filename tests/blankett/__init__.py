"""Forms: out to Word, and back."""
