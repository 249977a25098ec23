"""A repository in which git is told, in every way that it knows, to start a program.

The program leaves a file in the folder `PWN` beside the repository, named after the way.
"""

from pathlib import Path

from tests.cli.box import CASE, Box

SETTINGS = {
    "core.fsmonitor": "{}",
    "core.pager": "{}",
    "core.editor": "{}",
    "core.sshCommand": "{}",
    "core.gitProxy": "{}",
    "core.askPass": "{}",
    "core.alternateRefsCommand": "{}",
    "diff.external": "{}",
    "diff.evil.command": "{}",
    "diff.evil.textconv": "{}",
    "filter.evil.clean": "{}",
    "filter.evil.smudge": "{}",
    "filter.evil.process": "{}",
    "merge.evil.driver": "{}",
    "pager.log": "{}",
    "pager.diff": "{}",
    "sequence.editor": "{}",
    "interactive.diffFilter": "{}",
    "credential.helper": "!{}",
    "gpg.program": "{}",
    "gpg.ssh.program": "{}",
    "log.showSignature": "true",
    "alias.log": "!{}",
    "alias.diff": "!{}",
    "alias.rev-parse": "!{}",
    "trailer.insats.command": "{}",
    "trailer.insats.cmd": "{}",
    "trailer.insats.ifexists": "replace",
    "uploadpack.packObjectsHook": "{}",
    "submodule.evil.update": "!{}",
    "remote.origin.url": "ext::{}",
    "remote.origin.promisor": "true",
    "remote.origin.fetch": "+refs/heads/*:refs/remotes/origin/*",
    "remote.origin.uploadpack": "{}",
    "remote.origin.vcs": "ext",
    "protocol.ext.allow": "always",
    "protocol.file.allow": "always",
    "core.repositoryformatversion": "1",
    "extensions.partialClone": "origin",
}
HOOKS = (
    *("pre-commit", "commit-msg", "prepare-commit-msg", "post-commit", "post-checkout"),
    *("post-merge", "post-index-change", "reference-transaction", "post-rewrite"),
    *("fsmonitor-watchman", "query-watchman", "pre-auto-gc", "sendemail-validate"),
)
ATTRIBUTES = "* filter=evil diff=evil merge=evil\n"


def pwned(box: Box) -> list[str]:
    """Name the traps that were sprung."""
    return sorted(path.name for path in _marks(box).iterdir())


def _marks(box: Box) -> Path:
    folder = box.root.parent / "PWN"
    folder.mkdir(exist_ok=True)
    return folder


def set_traps(box: Box) -> None:
    """Lay every trap that lies in `.git` itself: settings, hooks, and a blob to fetch."""
    set_settings(box)
    blob = box.git("-c", "core.fsmonitor=false", "rev-parse", "HEAD:README.md").strip()
    _unpack(box, blob)


def set_settings(box: Box) -> None:
    """Lay the traps of `.git/config` and the hooks."""
    for name in HOOKS:
        box.hook(name, f"touch {_marks(box)}/hook-{name}")
    lines = []
    for name, value in SETTINGS.items():
        section, _, key = name.rpartition(".")
        first, _, rest = section.partition(".")
        said = value.format(f"touch {_marks(box)}/{name}; false")
        lines += [f'[{first} "{rest}"]' if rest else f"[{first}]", f'\t{key} = "{said}"']
    with (box.root / ".git" / "config").open("a", encoding="utf-8") as file:
        file.write("\n".join([*lines, ""]))


def _unpack(box: Box, lost: str) -> None:
    """Turn the packs to loose objects and lose one, so that git would fetch it when asked."""
    objects = box.root / ".git" / "objects"
    for pack in sorted((objects / "pack").glob("*.pack")):
        data = pack.read_bytes()
        for each in (objects / "pack").glob(f"{pack.stem}.*"):
            each.unlink()
        box.feed(data, "unpack-objects", "-q")
    (objects / lost[:2] / lost[2:]).unlink()


def set_more(box: Box) -> None:
    """Lay the traps that a pull request can bring: attributes, modules, an embedded repository."""
    box.write(".gitattributes", ATTRIBUTES)
    box.write(
        ".gitmodules",
        f'[submodule "evil"]\n\tpath = evil\n\turl = ext::touch {_marks(box)}/module\n'
        f"\tupdate = !touch {_marks(box)}/module-update\n",
    )
    bare = box.case("b.git", CASE)
    box.git("init", "-q", "--bare", str(bare))
    with (bare / "config").open("a", encoding="utf-8") as file:
        file.write(
            f'[core]\n\tbare = false\n\tworktree = ".."\n\tfsmonitor = "touch {_marks(box)}/bare"\n'
        )
    box.write("templates/idebeskrivning.html.j2", "<article><h1>{{ insats.namn }}</h1></article>")
