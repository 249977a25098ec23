"""What a real office program makes of our Word files: `make office`."""
