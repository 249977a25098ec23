"""How results are shown: text for people, versioned JSON for machines."""
