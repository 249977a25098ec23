"""Spreadsheets: reports as workbooks, and what comes back in them. Doors to the libraries."""
