"""The portfolio as tables: what a förbund gives to others, defined in `data/tabeller.yaml`."""
