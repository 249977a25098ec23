"""The house: what keeps the project itself true."""
