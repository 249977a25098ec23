"""One reader under a fuzzer that follows which code a text reaches: `python -m tests.fuzz.guided`.

Needs `atheris` (the extra `fuzz`). The process ends by itself; what it found lies in its folder.
"""

import json
import sys
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["samverkan_cli", "ruamel"]):
    from tests.fuzz import readers

LARGEST = 4096
MEMORY_MB = 2048
SLOW = 5
"""Seconds that one text may take."""


def main(reader: str, seconds: int, folder: Path) -> None:
    """Run until the time is out, or until a promise is broken."""
    corpus = folder / "korpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, raw in enumerate(readers.seeds(reader)):
        (corpus / f"fro-{number}").write_bytes(raw[:LARGEST])
    read = readers.READERS[reader]
    figures = {"korningar": 0, "langsammast_ms": 0.0}

    def one(raw: bytes) -> None:
        start = time.perf_counter()
        read(raw)
        spent = (time.perf_counter() - start) * 1000
        figures["korningar"] += 1
        if spent > figures["langsammast_ms"]:
            figures["langsammast_ms"] = spent
            (folder / "langsammast").write_bytes(raw)
        if figures["korningar"] % 500 == 0 or spent == figures["langsammast_ms"]:
            (folder / "siffror.json").write_text(json.dumps(figures), encoding="ascii")

    options = [f"-max_total_time={seconds}", f"-timeout={SLOW}", f"-rss_limit_mb={MEMORY_MB}"]
    options += [f"-max_len={LARGEST}", f"-artifact_prefix={folder}/fel-", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
