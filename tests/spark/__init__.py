"""The same Parquet in Apache Spark; skipped until `make spark` has installed it."""
