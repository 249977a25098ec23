"""Many förbund at once: their exports verified, put together, and asked."""
