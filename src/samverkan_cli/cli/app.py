"""Finds the command, runs it, and turns everything that can go wrong into words and a number."""

import errno
import os
import signal
import sys
from collections.abc import Sequence

from samverkan_cli import __version__
from samverkan_cli.cli.kept import keeping
from samverkan_cli.cli.quick import speak_utf8
from samverkan_cli.cli.stopping import StoppedError, stoppable
from samverkan_cli.cli.verbs import BY_NAME, GROUPS, VERBS, Verb
from samverkan_cli.errors import SamverkanError
from samverkan_cli.progress import shown

OK, FINDINGS, CANNOT, BUG = 0, 1, 2, 3
COMPLETE = "__complete"
"""The hidden word by which a shell asks what may come next."""

LOOK = (
    "Inget halvfärdigt ligger kvar; nästa kommando städar vid behov. "
    "Se om ändringen hann sparas: samverkan log INSATS"
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    speak_utf8()
    args = list(sys.argv[1:] if argv is None else argv)
    try:
        with stoppable(), shown():
            return _flushed(_dispatch(args) if argv is not None else keeping(args, _dispatch))
    except SamverkanError as error:
        return _refused(error)
    except (KeyboardInterrupt, StoppedError) as stop:
        return _stopped(stop if isinstance(stop, StoppedError) else StoppedError(signal.SIGINT))
    except BrokenPipeError:  # the reader (head, less) has had enough
        _drop_stdout()
        return OK
    except OSError as error:
        _drop_stdout()
        return _refused(_from_system(error))
    except Exception as error:  # noqa: BLE001 - the last door: a bug is told, never shown raw
        from samverkan_cli.cli.crash import report

        _say(report(error, args))
        return BUG


def _dispatch(args: list[str]) -> int:
    if args[:1] == [COMPLETE]:
        from samverkan_cli.completing.door import answer

        return answer(args[1:])
    leading, args = _leading(args)
    if not args or args[0] in {"--help", "-h", "help"}:
        return _print_help(args[1:])
    if args[0] in {"--version", "-V"}:
        print(f"samverkan {__version__}")  # noqa: T201 - the one line of a command without rich
        return OK
    if args[0] in GROUPS and args[1:2] in (["--help"], ["-h"]):
        return _print_group(args[0])
    verb, rest = _find(args)
    from samverkan_cli.cli.run import run

    return run(verb, [*leading, *rest])


def _leading(args: list[str]) -> tuple[list[str], list[str]]:
    """Let `-C DIR` and `--color` stand before the command too, as in git."""
    first: list[str] = []
    while args and args[0].startswith(("-C", "--repo", "--color")):
        alone = args[0] in {"-C", "--repo", "--color"}
        if alone and len(args) == 1:
            raise SamverkanError(f"Flaggan {args[0]} saknar värde.", "Se: samverkan --help")
        count = 2 if alone else 1
        first, args = [*first, *args[:count]], args[count:]
    if first and not args:
        raise SamverkanError("Kommandot saknas.", "Se kommandona: samverkan --help")
    return first, args


def _find(args: list[str]) -> tuple[Verb, list[str]]:
    name, rest = args[0], args[1:]
    if name in GROUPS:
        if not rest:
            known = [verb.name for verb in _group(name)]
            raise SamverkanError(f"{name} behöver ett ord till.", f"Skriv: {' eller '.join(known)}")
        name, rest = f"{name} {rest[0]}", rest[1:]
    if name in BY_NAME:
        return BY_NAME[name], rest
    from samverkan_cli.folding import nearest
    from samverkan_cli.texts import visible

    close = nearest(name, BY_NAME)
    hint = f"Menade du samverkan {close}?" if close else "Se kommandona: samverkan --help"
    raise SamverkanError(f"Kommandot ”{visible(name)}” finns inte.", hint)


def _print_help(rest: list[str]) -> int:
    if rest and (rest[0] in BY_NAME or rest[0] in GROUPS):
        return _dispatch([*rest, "--help"])
    lines = [
        "Användning: samverkan [-C MAPP] KOMMANDO …",
        "",
        "Samverkansärenden som text i git: faser, grindar, checklistor, beslut och spår.",
        "",
        "Kommandon:",
        *_table(VERBS),
        "",
        "Flaggor:",
        "  -C, --repo MAPP   Ärendeförrådets mapp (annars söks uppåt härifrån).",
        "  --color NÄR       auto, always eller never. Annars: auto.",
        "  --version         Visa versionen.",
        "  --help            Visa denna hjälp; samverkan KOMMANDO --help om ett kommando.",
        "",
        "Börja här: samverkan demo",
    ]
    print("\n".join(lines))  # noqa: T201 - help must load nothing
    return OK


def _print_group(name: str) -> int:
    lines = [
        f"Användning: samverkan {name} KOMMANDO …",
        "",
        "Kommandon:",
        *_table(_group(name)),
        "",
        f"Mer om ett kommando: samverkan {name} KOMMANDO --help",
    ]
    print("\n".join(lines))  # noqa: T201 - help must load nothing
    return OK


def _group(name: str) -> list[Verb]:
    return [verb for verb in VERBS if verb.name.startswith(f"{name} ")]


def _table(verbs: Sequence[Verb]) -> list[str]:
    width = max(len(verb.name) for verb in verbs)
    return [f"  {verb.name:<{width}}  {verb.summary}" for verb in verbs]


def _flushed(code: int) -> int:
    if sys.stdout is None:
        raise OSError(errno.EBADF, "stdout is closed")
    sys.stdout.flush()
    return code


def _stopped(stop: StoppedError) -> int:
    _say(f"{'Avbrutet' if stop.by_hand else 'Avslutat utifrån'}. {LOOK}")
    return stop.exit_code


def _refused(error: SamverkanError) -> int:
    from samverkan_cli.secrecy.mask import masked
    from samverkan_cli.texts import visible

    _say(f"samverkan: {visible(masked(error.message), one_line=False)}")
    if error.hint:
        _say(f"  → {visible(masked(error.hint), one_line=False)}")
    return error.exit_code


def _from_system(error: OSError) -> SamverkanError:
    from samverkan_cli.system import in_words

    what = f" ({error.filename})" if error.filename else ""
    return SamverkanError(
        f"Det gick inte att läsa eller skriva{what}: {in_words(error)}.",
        "Kontrollera rättigheter och ledigt utrymme, och försök igen.",
    )


def _say(text: str) -> None:
    if sys.stderr is not None:
        print(text, file=sys.stderr)  # noqa: T201 - errors go to stderr without any library


def _drop_stdout() -> None:
    """Keep Python from complaining about a closed stdout at exit."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - no pathlib here
        try:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        except (OSError, ValueError, AttributeError):
            return
