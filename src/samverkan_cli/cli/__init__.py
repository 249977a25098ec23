"""The command line: one verb a file, and the door to typer."""
