"""Which remarks are told: those of the rules that somebody chose."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.texts import visible

_RULE = re.compile(r"[A-ZÅÄÖ]{3}[0-9]{3}")


@dataclass(frozen=True)
class Choice:
    """Rules by id or by the beginning of one; the more exact of two wins, a tie is left out."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @classmethod
    def read(
        cls, select: Sequence[str] | None, ignore: Sequence[str] | None, known: Iterable[str]
    ) -> "Choice":
        """Read what was written, with commas or several times; refuse what no rule begins with."""
        ids = [each for each in known if _RULE.fullmatch(each)]
        return cls(_ids("--select", select, ids), _ids("--ignore", ignore, ids))

    def __bool__(self) -> bool:
        return bool(self.select or self.ignore)

    def takes(self, remark: Diagnostic) -> bool:
        """Tell whether a remark is among those chosen."""
        chosen = _longest(self.select, remark.rule) if self.select else 0
        left_out = _longest(self.ignore, remark.rule)
        return chosen >= 0 and chosen > left_out

    def of(self, remarks: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Keep the remarks that are chosen."""
        return [each for each in remarks if self.takes(each)]


def _longest(starts: Sequence[str], rule: str) -> int:
    """Measure the most exact that fits; -1 when none does."""
    return max((len(each) for each in starts if rule.startswith(each)), default=-1)


def _ids(flag: str, given: Sequence[str] | None, known: list[str]) -> tuple[str, ...]:
    words = [word.strip().upper() for each in given or () for word in each.split(",")]
    found = tuple(word for word in words if word)
    if given and not found:
        raise SamverkanError(f"{flag} säger ingen regel.", f"Skriv till exempel {flag} EKO,TID101.")
    for word in found:
        if not any(each.startswith(word) for each in known):
            raise _unknown(flag, word, known)
    return found


def _unknown(flag: str, word: str, known: list[str]) -> SamverkanError:
    families = sorted({each[:3] for each in known})
    close = nearest(word, known if len(word) > 3 else families)  # noqa: PLR2004 - letters of a family
    hint = f"Menade du {close}?" if close else f"Reglerna börjar med {', '.join(families)}."
    return SamverkanError(f"{flag}: ingen regel heter eller börjar med ”{visible(word)}”.", hint)
