"""What must never be shown or saved: numbers of persons, and keys to other systems."""
