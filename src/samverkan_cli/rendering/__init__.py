"""The only door to jinja2: documents that people read, made from the plain data of a case."""
