"""Runs in Spark's own environment: reads a folder of Parquet and answers questions in JSON.

Knows nothing of samverkan: every folder in the folder is a table, read as it lies.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from pyspark.sql import SparkSession


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def main() -> None:
    """Read the tables of the folder that is named first; the questions come on stdin."""
    folder = Path(sys.argv[1])
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = (
        builder.config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.warehouse.dir", str(folder.parent / "lager"))
        .config("spark.driver.memory", "1g")
        .getOrCreate()
    )
    schemas = {}
    for each in sorted(folder.iterdir()):
        if each.is_dir():
            table = session.read.parquet(str(each))
            table.createOrReplaceTempView(each.name)
            schemas[each.name] = dict(table.dtypes)
    answers = {}
    for name, sql in json.load(sys.stdin).items():
        found = session.sql(sql)
        rows = [[_plain(value) for value in row] for row in found.collect()]
        answers[name] = {"kolumner": found.columns, "rader": rows}
    session.stop()
    sys.stdout.write(json.dumps({"scheman": schemas, "svar": answers}))


if __name__ == "__main__":
    main()
