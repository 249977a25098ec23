"""Where the files that come with the program are: data, templates and schemas."""

from pathlib import Path

from samverkan_cli.errors import SamverkanError

_PACKAGE = Path(__file__).resolve().parent


def data(*parts: str) -> Path:
    """Give the path of a file or folder in the package's own data folder."""
    return _PACKAGE.joinpath("data", *parts)


def templates() -> Path:
    """Give the folder of templates: in the wheel, otherwise in the source tree."""
    return _shared("templates")


def schemas() -> Path:
    """Give the folder of JSON schemas: in the wheel, otherwise in the source tree."""
    return _shared("schemas")


def _shared(name: str) -> Path:
    """Prefer the wheel's copy: an editable install has one too, but not beside this package."""
    packaged = _PACKAGE / "_shared" / name
    if packaged.is_dir():
        return packaged
    root = _PACKAGE.parent.parent
    if (root / "pyproject.toml").is_file() and (root / name).is_dir():
        return root / name
    raise SamverkanError(
        f"Programmets mapp {name} saknas.",
        "Installera om samverkan-cli: en del av programmet har inte kommit med.",
    )
