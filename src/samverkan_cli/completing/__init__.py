"""What the shell offers after Tab: read quickly, with none of the heavy libraries."""
