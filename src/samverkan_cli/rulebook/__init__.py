"""Processes, checklists, roles and rule rows: YAML that people own, read into models."""
