"""The rules that judge, as a part of history: they change by decision, and never in silence."""

from samverkan_cli.repository import ROOT_FILE

FOLDERS = ("processer/", "kataloger/")


def is_policy(path: str) -> bool:
    """Tell whether a path from the root holds rules: processes, catalogues, the förbund's file."""
    return path.startswith(FOLDERS) or path == ROOT_FILE


def is_rule_book(path: str) -> bool:
    """Tell whether a path holds a part of the rule book itself."""
    return path.startswith(FOLDERS)
