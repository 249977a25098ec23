"""FGS packages in a validator that others have made; skipped until `make eark` has installed it."""
