"""Many förbund together."""
