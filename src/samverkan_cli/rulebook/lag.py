"""Law as rows of data: what a paragraf says, how sure we are of it, and from which day it holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from samverkan_cli.diagnostics import Severity
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.grund import Datum, Lista, Modell, Rad, Text
from samverkan_cli.models.grund import falt as nyckel
from samverkan_cli.models.grund import lista as rader
from samverkan_cli.rulebook.process import Provenans


class Lagrad(Modell):
    """Vad en paragraf kräver, i egna ord, med de tal som reglerna räknar med."""

    id: Rad = nyckel("Id", "LAG och tre siffror; återanvänds aldrig.", krav=True)
    lag: Rad = nyckel("Lag", "Lagens nummer i SFS.", exempel="2003:1210", krav=True)
    paragraf: Rad = nyckel("Paragraf", "Var i lagen.", exempel="5 §", krav=True)
    text: Text = nyckel("Text", "Innehållet i egna ord, aldrig lagens.", krav=True)
    sakerhet: Literal["K", "M"] = nyckel(
        "Säkerhet", "K: läst i källa. M: ur minnet, och då varnar reglerna bara.", krav=True
    )
    varden: dict[str, int | float | str] | None = nyckel(
        "Värden", "De tal och dagar (MM-DD) som reglerna räknar med.", exempel={"staten": 50}
    )
    giltig_fran: Datum = nyckel("Giltig från", "Första dagen.", exempel="2004-01-01", krav=True)
    giltig_till: Datum | None = nyckel("Giltig till", "Sista dagen, om någon.")
    lank: Rad | None = nyckel("Länk", "Var lagen kan läsas.")
    kalla: Lista[Rad] = rader("Källa", "Var uppgiften kommer från.")
    provenans: Provenans = nyckel("Proveniens", "seed, verifierad eller hus.", krav=True)
    regler: Lista[Rad] = rader("Regler", "Id på reglerna som raden styr.", exempel=["EKO201"])

    @property
    def place(self) -> str:
        """Name the paragraf with its law: `5 § lag 2003:1210`."""
        return f"{self.paragraf} lag {self.lag}"

    @property
    def certainty(self) -> str:
        """Say how sure the row is."""
        return "läst i källa" if self.sakerhet == "K" else "inte bekräftad, så den varnar bara"

    @property
    def validity(self) -> str:
        """Say from which day, and to which, the row holds."""
        ends = f" till och med {self.giltig_till}" if self.giltig_till else ""
        return f"gäller från {self.giltig_fran}{ends}"


class Lagar(Modell):
    """Rättsregler med giltighetstid; ny lag är en ny rad."""

    lag: Lista[Lagrad] = rader("Lag", "Raderna.")


@dataclass(frozen=True)
class InForce:
    """What governs a rule on one day; the newest row comes last and has the last word."""

    rows: tuple[Lagrad, ...]

    @property
    def newest(self) -> Lagrad:
        """The row that came into force last."""
        return self.rows[-1]

    @property
    def place(self) -> str:
        """Where it stands, for a remark."""
        return self.newest.place

    @property
    def severity(self) -> Severity:
        """What nobody has confirmed only warns."""
        return Severity.WARNING if self.newest.sakerhet == "M" else Severity.ERROR

    def number(self, key: str) -> float:
        """Give a number of the law: percent, kronor, years."""
        value = self._value(key)
        if isinstance(value, str):
            raise self._wrong(key, "inget tal", "Skriv värdet med siffror, utan citattecken.")
        return value

    def day(self, key: str, year: int) -> date:
        """Give a day of the law (MM-DD) in a year."""
        value = self._value(key)
        try:
            return date.fromisoformat(f"{year:04d}-{value}")
        except ValueError as error:
            raise self._wrong(key, "ingen dag", 'Skriv månad och dag: "11-30".') from error

    def _value(self, key: str) -> int | float | str:
        for row in reversed(self.rows):
            if row.varden and key in row.varden:
                return row.varden[key]
        raise self._wrong(key, "inte angivet", f"Lägg till {key} under varden i raden.")

    def _wrong(self, key: str, what: str, hint: str) -> SamverkanError:
        row = self.newest
        return SamverkanError(f"Lagraden {row.id} ({row.place}): {key} är {what}.", hint)


@dataclass(frozen=True)
class Governing:
    """The rows that govern one rule, over time."""

    rows: tuple[Lagrad, ...]

    @classmethod
    def of(cls, law: Iterable[Lagrad], rule: str) -> "Governing":
        """Find the rows that name a rule, oldest first."""
        return cls(tuple(sorted(_naming(law, rule), key=lambda row: (row.giltig_fran, row.id))))

    def on(self, day: date) -> InForce | None:
        """Give what is in force on a day; None when the law does not ask for it then.

        A newer row takes over from an older; numbers that it does not name stay as they were.
        """
        begun = [row for row in self.rows if row.giltig_fran <= day]
        valid = [row for row in begun if row.giltig_till is None or day <= row.giltig_till]
        return InForce((*(row for row in begun if row not in valid), *valid)) if valid else None

    @property
    def is_unsure(self) -> bool:
        """Tell whether nobody has confirmed any of it."""
        return all(row.sakerhet == "M" for row in self.rows)


def _naming(law: Iterable[Lagrad], rule: str) -> Iterable[Lagrad]:
    return (row for row in law if rule in row.regler)
