"""What stands around the cases in a new repository: workflows, hooks, and who approves what."""

from collections.abc import Sequence

from samverkan_cli import __version__, resources

_PLACES = {
    ".github/workflows/samverkan.yml": "samverkan.yml",
    ".gitlab-ci.yml": "gitlab-ci.yml",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    "CODEOWNERS": "CODEOWNERS",
}
_OWNED = ("forankring/{}.yaml", "underskrifter/*-{}.yaml")
"""What a part writes for itself in every case."""


def surroundings(parter: Sequence[str]) -> dict[str, bytes]:
    """Give the files by path; `parter` are the ids of the parts."""
    return {path: _filled(name, parter).encode() for path, name in _PLACES.items()}


def _filled(name: str, parter: Sequence[str]) -> str:
    text = resources.data("forrad", name).read_text(encoding="utf-8")
    owned = "\n".join(_owned(part, place) for part in parter for place in _OWNED)
    return text.replace("{version}", __version__).replace(
        "{parter}\n", f"{owned}\n" if owned else ""
    )


def _owned(part: str, place: str) -> str:
    return f"# {'/insatser/*/' + place.format(part):<46} @{part}"
