"""The git log of a package is whole, and without addresses when that is asked for."""

from samverkan_cli.archive import trail
from samverkan_cli.history.log import CommitInfo, FileChange

WHO = "Åsa Öberg", "asa@example.se"
MADE = [
    CommitInfo(
        sha,
        (),
        *WHO,
        "2026-05-04T12:00:00+02:00",
        subject,
        {"Skrivet": "2026-05-04T12:00:00+02:00 Åsa Öberg <asa@example.se>"},
        (FileChange("insatser/a/b.yaml", "100644", "1" * 40), FileChange("c.yaml", None, None)),
    )
    for sha, subject in (("b" * 40, "Sedan\x1b[31m"), ("a" * 40, "Först"))
]


def test_the_oldest_comes_first_and_everything_is_text() -> None:
    """A reader follows from the beginning, and no sign from a commit reaches their terminal."""
    said = trail.log(trail.Trail(MADE, ""), addresses=True)
    assert said.index("Först") < said.index("Sedan")
    assert "vem Åsa Öberg <asa@example.se>" in said
    assert "    + insatser/a/b.yaml\n    - c.yaml\n" in said
    assert "\x1b" not in said


def test_addresses_go_from_trailers_too() -> None:
    """Where an address may not be told, it stands nowhere in the log."""
    said = trail.log(trail.Trail(MADE, ""), addresses=False)
    assert "@" not in said
    assert "    Skrivet: 2026-05-04T12:00:00+02:00 Åsa Öberg\n" in said


def test_what_git_does_not_know_is_said() -> None:
    """An empty log is no empty file."""
    assert trail.log(trail.Trail((), "", why="Ingen git."), addresses=True) == "Ingen git.\n"
    assert trail.log(trail.Trail((), ""), addresses=True) == "Inget är sparat i git.\n"
