"""The documents: one model a file, and the table that names them all."""
