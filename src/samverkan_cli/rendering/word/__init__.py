"""Word: the förbund's template opened with care, judged, filled, and given a body."""
