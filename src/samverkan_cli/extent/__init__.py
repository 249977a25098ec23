"""How much `check` judges: what is touched, where it is read from, what of it is told."""
