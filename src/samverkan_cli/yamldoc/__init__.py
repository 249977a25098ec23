"""Dörren till YAML: läser, placerar och skriver dokument, och låter inget tvetydigt passera."""
