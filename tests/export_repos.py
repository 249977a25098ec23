"""Small repositories of several förbund, made from the examples, and their exports."""

import shutil
from pathlib import Path

from samverkan_cli.cli.app import main
from tests.support import EXAMPLES


def forbund(root: Path, number: int, *, shift: int = 0) -> Path:
    """Copy the examples as another förbund, with its own number and other sums."""
    shutil.copytree(EXAMPLES, root)
    own = root / "samverkan.yaml"
    text = own.read_text(encoding="utf-8")
    text = text.replace(
        "  namn: Samordningsförbundet Exempelbygden\n",
        f"  namn: Samordningsförbundet Prov {number}\n  orgnr: {key(number)}\n",
    )
    own.write_text(text, encoding="utf-8")
    if shift:
        for file in (root / "insatser").glob("*/lagesrapporter/*.yaml"):
            said = file.read_text(encoding="utf-8")
            file.write_text(said.replace("totalt: 71", f"totalt: {71 + shift}"), encoding="utf-8")
    return root


def key(number: int) -> str:
    """Give the number of a förbund, as an organisation has one."""
    return f"222000-{number:04d}"


def exported(root: Path, to: Path, form: str = "parquet", *more: str) -> Path:
    """Export a repository with the real command."""
    code = main(["export", "-C", str(root), "--format", form, "--output", str(to), *more])
    assert code == 0
    return to
