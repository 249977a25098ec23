"""Where the files that come with the program are: data, templates and schemas."""

import os

from samverkan_cli.errors import SamverkanError

TYPE_CHECKING = False  # as typing's own, which costs more than a page of help
if TYPE_CHECKING:
    from pathlib import Path

_PACKAGE = os.path.dirname(os.path.realpath(__file__))  # noqa: PTH120 - pathlib costs a start


def text(*parts: str) -> str:
    """Read a text among the package's own data."""
    with open(place(*parts), encoding="utf-8") as file:  # noqa: PTH123 - pathlib costs a start
        return file.read()


def place(*parts: str) -> str:
    """Give the path of a file or folder in the data folder, for those who start in a hurry."""
    return package("data", *parts)


def package(*parts: str) -> str:
    """Give the path of a file or folder of the package itself."""
    return os.path.join(_PACKAGE, *parts)  # noqa: PTH118 - pathlib costs a start


def data(*parts: str) -> "Path":
    """Give the path of a file or folder in the package's own data folder."""
    return _package("data", *parts)


def templates() -> "Path":
    """Give the folder of templates: in the wheel, otherwise in the source tree."""
    return _shared("templates")


def schemas() -> "Path":
    """Give the folder of JSON schemas: in the wheel, otherwise in the source tree."""
    return _shared("schemas")


def _shared(name: str) -> "Path":
    """Prefer the wheel's copy: an editable install has one too, but not beside this package."""
    packaged = _package("_shared", name)
    if packaged.is_dir():
        return packaged
    root = _package().parent.parent
    if (root / "pyproject.toml").is_file() and (root / name).is_dir():
        return root / name
    raise SamverkanError(
        f"Programmets mapp {name} saknas.",
        "Installera om samverkan-cli: en del av programmet har inte kommit med.",
    )


def _package(*parts: str) -> "Path":
    from pathlib import Path

    return Path(_PACKAGE, *parts)
