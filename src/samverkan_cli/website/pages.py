"""Every file of the site, one after another: cases are read once, and nothing is kept."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from samverkan_cli import texts
from samverkan_cli.case import Case
from samverkan_cli.progress import steps
from samverkan_cli.records import Record
from samverkan_cli.rendering import sites
from samverkan_cli.rendering.forms import FORMS
from samverkan_cli.reports.aret import money_of_year
from samverkan_cli.rulebook.process import Process
from samverkan_cli.transition.context import TOOL, Context
from samverkan_cli.transition.printing import is_printed, print_record
from samverkan_cli.website import blocks, board, crew, insats_page, overview, places
from samverkan_cli.website.edition import Edition, left_out
from samverkan_cli.website.provenance import Source
from samverkan_cli.years import years

File = tuple[str, bytes]
"""A path from the top of the site, and what the file holds."""

UP = "../../"


@dataclass(frozen=True)
class Site:
    """What is to be built. `forms` are those that each document can be fetched in."""

    edition: Edition
    context: Context
    source: Source
    idag: date
    forms: tuple[str, ...] = ("md",)
    crew: bool = True
    """Whether the work may be shared among processes; not where threads are running."""

    def files(self) -> Iterator[File]:
        """Give every file. What cannot be rendered stops the whole."""
        yield sites.STYLE, sites.style()
        rows = []
        each_by_itself = crew.shared if self.crew else map
        made = each_by_itself(self.case_files, self._cases)
        for row, files in steps(made, "Skriver sidor om insats", len(self._cases)):
            rows.append(row)
            yield from files
        own = {case.id for case in self.edition.portfolio.egna}
        yield self._index([row for row in rows if row["id"] not in own])
        yield self._board()
        for year in self._years:
            yield self._year(year)
        yield self._about()

    @property
    def _cases(self) -> tuple[Case, ...]:
        return self.edition.portfolio.cases

    @cached_property
    def _insatser(self) -> tuple[Case, ...]:
        return self.edition.portfolio.insatser

    @cached_property
    def _years(self) -> list[int]:
        return sorted({year.number for year in years(self.edition.portfolio)}, reverse=True)

    @cached_property
    def _links(self) -> dict[str, str]:
        return overview.links(self.edition.portfolio, "")

    @cached_property
    def _links_up(self) -> dict[str, str]:
        return overview.links(self.edition.portfolio, UP)

    def _page(
        self, path: str, template: str, title: str, data: dict[str, Any], *above: tuple[str, str]
    ) -> File:
        """Write a page. `above` are the pages over it, as words and addresses."""
        up = UP if path.startswith(f"{places.CASES}/") else ""
        whole = {
            "forbund": self.edition.samverkan.forbund.namn,
            "titel": title,
            "smula": title,
            "skript": False,
            "upp": up,
            "har": path,
            "smulor": above,
            "publik": self.edition.publik,
            "kalla": self._source,
            "sidor": {"index": places.INDEX, "styrelse": places.BOARD, "om": places.ABOUT},
            "ar": [{"ar": year, "fil": places.year_page(year)} for year in self._years],
        }
        return path, sites.write(template, whole | data)

    @cached_property
    def _source(self) -> dict[str, Any]:
        source = self.source
        return {
            "version": source.commit[:10] if source.commit else None,
            "commit": source.commit,
            "dag": texts.datum(source.dag) if source.dag else None,
            "osparat": 0 if self.edition.publik else source.unsaved,
            "verktyg": TOOL,
            "regelbok": self.context.rulebook.version,
        }

    def _index(self, rows: list[dict[str, Any]]) -> File:
        own = [
            {"namn": case.namn, "lank": places.case_page(case.id)}
            for case in self.edition.portfolio.egna
        ]
        data = {"rader": rows, "val": overview.choices(rows), "egna": own, "skript": bool(rows)}
        return self._page(places.INDEX, "portfolj.html", "Insatser", data)

    def _board(self) -> File:
        edition, idag = self.edition, self.idag
        if edition.publik:
            found, lead = board.public_sections(edition.samverkan, idag), []
        else:
            found = board.sections(edition.portfolio, edition.samverkan, idag)
            lead = board.lead(edition.portfolio, edition.samverkan, idag)
        data = {
            "ingress": lead,
            "idag": texts.datum(idag),
            "avsnitt": blocks.sections(found, self._links),
        }
        return self._page(places.BOARD, "rapport.html", "Styrelsen", data, _home())

    def _year(self, number: int) -> File:
        report = money_of_year(self.edition.portfolio, number)
        note = ["Bara insatser som visas är med i tabellerna."] if self.edition.left_out else []
        data = {
            "ingress": [*report.lead, *note],
            "idag": "",
            "avsnitt": blocks.sections(report.sections, self._links),
        }
        path = places.year_page(number)
        return self._page(path, "rapport.html", report.title, data, _home())

    def _about(self) -> File:
        data = {
            "utelamnat": list(left_out(self.edition)) if self.edition.publik else [],
            "idag": texts.datum(self.idag),
            "insatser": len(self._insatser),
        }
        return self._page(places.ABOUT, "om.html", "Om sidorna", data, _home())

    def case_files(self, case: Case) -> tuple[dict[str, Any], list[File]]:
        """Give the row of a case in the portfolio, its page, and its documents in every form."""
        found = overview.standing(self.edition, case)
        process = self.edition.portfolio.process_of(case)
        rows: list[dict[str, Any]] = []
        files: list[File] = []
        for record in case.records.values():
            if not is_printed(record.typ):
                continue
            can = record.model is not None and process is not None
            forms = self.forms if can else ()
            rows.append(insats_page.document(record.name, _name(record), forms, readable=can))
            if can and process is not None:
                files += self._document(case, process, record)
        data = insats_page.data(self.edition, found, rows, self._links_up)
        path = places.case_page(case.id)
        files.append(self._page(path, "insats.html", case.namn, data, _home(UP)))
        return overview.row(self.edition, found), files

    def _document(self, case: Case, process: Process, record: Record) -> Iterator[File]:
        context = replace(self.context, samverkan=self.edition.samverkan)
        printed = self.edition.as_it_stands(print_record(context, case, process, record))
        for form in self.forms:
            path = places.document_file(case.id, record.name, form)
            yield path, FORMS[form].write(printed)
        path = places.document_file(case.id, record.name, "html")
        stem = places.document_stem(record.name)
        data = {
            "smula": _name(record),
            "dokument": sites.body(printed),
            "filer": [{"form": form, "fil": f"{stem}.{form}"} for form in self.forms],
        }
        above = (_home(UP), (case.namn, UP + places.case_page(case.id)))
        yield self._page(path, "handling.html", f"{_name(record)} – {case.namn}", data, *above)


def _home(up: str = "") -> tuple[str, str]:
    return "Insatser", up + places.INDEX


def _name(record: Record) -> str:
    return f"{record.typ.namn}, {record.stem}" if record.typ.folder else record.typ.namn
