"""The schemas in the language server that most editors use: `make editor`."""
