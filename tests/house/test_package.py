"""The wheel works without the checkout."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _clean() -> dict[str, str]:
    keep = ("PATH", "LANG", "PIP_", "GIT_SSL", "SSL_", "REQUESTS_")
    return {key: value for key, value in os.environ.items() if key.startswith(keep)}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and install it where no checkout can be found."""
    place = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(place)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    wheel = next(place.glob("*.whl"))
    home = place / "venv"
    venv.create(home, with_pip=False)
    site = next((home / "lib").glob("python*/site-packages"))
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(site)]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    ours = Path(next(path for path in sys.path if path.endswith("site-packages")))
    (site / "libraries.pth").write_text(f"{ours}\n", encoding="utf-8")
    return home / "bin" / "python"


def test_a_wheel_renders_and_checks_without_the_checkout(installed: Path, tmp_path: Path) -> None:
    """Templates, schemas, processes and the demo travel inside the wheel."""
    script = (
        "import sys, samverkan_cli; from pathlib import Path; "
        "from samverkan_cli import resources; from samverkan_cli.cli.app import main; "
        f"assert not Path(samverkan_cli.__file__).is_relative_to({str(ROOT)!r}); "
        f"assert not resources.templates().is_relative_to({str(ROOT)!r}); "
        "assert len(list(resources.schemas().glob('*.json'))) > 15; "
        "words = ['render', '2006', 'ansokan', '-C', sys.argv[1], '-f']; "
        "assert main([*words, 'pdf', '-o', 'a.pdf']) == 0; "  # with the fonts of the wheel
        "sys.exit(main([*words, 'html']))"
    )
    done = subprocess.run(
        [installed, "-I", "-c", script, str(ROOT / "examples")],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=_clean(),
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert "<h1" in done.stdout
    assert "Utgångspunkter" in done.stdout


def test_the_steps_of_a_pull_request_travel_too(installed: Path) -> None:
    """A workflow that has installed the wheel has `samverkan-ci`, and what `init` lays out."""
    (site,) = (installed.parent.parent / "lib").glob("python*/site-packages")
    command = (site / "bin" / "samverkan").read_text(encoding="utf-8")
    assert command.endswith("from samverkan_cli.__main__ import leave, main\n\nleave(main())\n")
    assert command.startswith("#!/")
    script = (site / "bin" / "samverkan-ci").read_text(encoding="utf-8")
    ours = (ROOT / ".ci" / "samverkan-ci.py").read_text(encoding="utf-8")
    assert script.split("\n", 1)[1] == ours.split("\n", 1)[1]
    laid = site / "samverkan_cli" / "data" / "forrad"
    assert {each.name for each in laid.iterdir()} >= {"samverkan.yml", "CODEOWNERS"}
