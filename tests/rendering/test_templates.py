"""The built-in templates: headings, figures, gaps, and the same bytes every time."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from samverkan_cli import resources
from samverkan_cli.rendering.render import render
from samverkan_cli.texts import kronor

from .facts import FULL, INSATS, full, minimal

NBSP = "\u00a0"
ANSOKAN = [
    *("Idéfasen", "1 Utgångspunkter", "2 Mål", "3 Behovsgrupp", "4 Aktiviteter", "Ansökan"),
    "5 Projektstyrning – organisation",
    "6 Projektets relation till andra verksamheter",
    "7 Resurser",
    "8 Tidplan för projektet",
    "9 Hur utvärderas projektet",
    "10 Hur implementeras vunna erfarenheter",
    "Kontaktpersoner",
    "Underskrifter",
]


class Outline(HTMLParser):
    """Reads headings, tables by caption, and terms with their values."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.headings: list[str] = []
        self.tables: dict[str, list[list[str]]] = {}
        self.terms: dict[str, str] = {}
        self._text = ""
        self._caption = ""
        self._term = ""
        self.feed(page.partition("<main>")[2])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Begin anew where something is read."""
        if tag in {"h1", "h2", "h3", "h4", "caption", "th", "td", "dt", "dd"}:
            self._text = ""
        if tag == "tr":
            self.tables[self._caption].append([])

    def handle_endtag(self, tag: str) -> None:
        """Keep what was read."""
        text = " ".join(self._text.split(" ")).strip()
        if tag in {"h2", "h3", "h4"}:
            self.headings.append(text)
        elif tag == "caption":
            self._caption = text
            self.tables[text] = []
        elif tag in {"th", "td"}:
            self.tables[self._caption][-1].append(text)
        elif tag == "dt":
            self._term = text
        elif tag == "dd":
            self.terms[self._term] = text

    def handle_data(self, data: str) -> None:
        """Gather text."""
        self._text += data


def outline(typ: str, **changes: object) -> Outline:
    """Render a document with all its fields and read the page."""
    return Outline(render(typ, full(typ, **changes), own=None).html)


@pytest.mark.parametrize("make", [full, minimal])
@pytest.mark.parametrize("typ", FULL)
def test_every_template_renders(typ: str, make: object) -> None:
    """With all fields and with none there is a document without empty cells, the same twice."""
    assert callable(make)
    first, second = render(typ, make(typ), own=None), render(typ, make(typ), own=None)
    assert first == second
    assert not re.search(r"<(td|th|dd|p|li)( [^>]*)?>\s*</", first.html)
    assert not re.search(r"\bNone\b|\bnone\b|\[\]|\{\{", first.md)
    assert ("Uppgift saknas" in first.md) or make is full
    assert first.html.rstrip().endswith("</html>")
    assert first.md.rstrip().splitlines()[-1].startswith("Underlag: insats ")


def test_every_template_is_tried() -> None:
    """Each built-in template has data in these tests; the dossier's is tried with the dossier."""
    built_in = {path.name.split(".")[0] for path in resources.templates().glob("utskrift/*.j2")}
    assert built_in - {"_delar", "dossier", "handling", "rapport"} == set(FULL)


@pytest.mark.parametrize("make", [full, minimal])
def test_the_application_has_its_headings_in_order(make: object) -> None:
    """SEED 003: ten numbered headings in two parts, contacts and signatures, filled in or not."""
    assert callable(make)
    assert Outline(render("ansokan", make("ansokan"), own=None).html).headings == ANSOKAN


@pytest.mark.parametrize("typ", FULL)
def test_no_field_of_a_document_is_left_out(typ: str) -> None:
    """Every text that people have written stands in the document."""
    md = " ".join(render(typ, full(typ), own=None).md.replace("\\", "").split())

    def texts(value: object) -> list[str]:
        if isinstance(value, dict):
            return [text for part in value.values() for text in texts(part)]
        if isinstance(value, list):
            return [text for part in value for text in texts(part)]
        return [value] if isinstance(value, str) and " " in value else []

    for text in texts(FULL[typ]):
        for line in text.split("\n"):
            assert line in md, text


def test_costs_and_funding_add_up() -> None:
    """Costs by year and kind, funding by year and financier, and the sum applied for."""
    tables = outline("ansokan").tables
    costs = tables["Kostnader per år och slag"]
    assert costs[0] == ["Kostnadsslag", "2026", "2027", "Summa"]
    assert costs[1] == ["Personal", kronor(400_000), kronor(850_000), kronor(1_250_000)]
    assert costs[3] == ["Köpt tjänst", kronor(0), kronor(95_000), kronor(95_000)]
    assert costs[-1] == ["Summa", kronor(460_000), kronor(1_065_000), kronor(1_525_000)]
    funding = tables["Finansiering per år och finansiär"]
    assert funding[-1][-3:] == costs[-1][-3:]
    assert tables["Sökt belopp från förbundet"][-1] == ["Summa", kronor(1_300_000)]


def test_goals_and_activities_are_tables() -> None:
    """A goal shows from where, to what and when; an activity its period."""
    tables = outline("ansokan").tables
    assert tables["Resultatmål"][1] == [
        *("R1", "Individ", "Fler unga vuxna är i arbete eller studier. Bidrar till E1."),
        "Andel i arbete eller studier vid avslutKälla: Uppföljning Finsam",
        *("10 → 40,5 procent", "31 augusti 2028"),
    ]
    assert tables["Aktiviteter"][2][2:4] == ["R1 och R2", "1 oktober 2026 – 30 juni 2028"]
    assert [row[0] for row in tables["Milstolpar"]] == ["Id", "M1", "M2"]


def test_who_has_signed_and_who_has_not() -> None:
    """A signature for changed content says so; a party that should sign and has not is a gap."""
    application = outline("ansokan").tables["Underskrifter"]
    assert application[1][0::5] == ["Arbetsförmedlingen", "Ja"]
    assert application[2] == ["Exempelstads kommun", *["Uppgift saknas"] * 4, "Underskrift saknas"]
    agreement = outline("overenskommelse").tables["Underskrifter"]
    assert agreement[1][-1] == "Nej, handlingen har ändrats efter underskriften"


def test_example_data_is_announced() -> None:
    """Invented data is announced at the top, and only then."""
    announced = render("ansokan", full("ansokan"), own=None).md
    assert f"> **Innehåller exempeldata:** {INSATS['exempeldata']}" in announced
    assert "exempeldata" not in render("ansokan", minimal("ansokan"), own=None).md


def test_a_structural_case_is_not_asked_for_participants() -> None:
    """A structural case shows staff and not ages or flows."""
    data = minimal("ansokan")
    data["insats"]["inriktning"] = "struktur"
    terms = Outline(render("ansokan", data, own=None).html).terms
    assert "Medverkande personal" in terms
    assert not {"Ålder", "Urval", "Inflöde"} & terms.keys()


def test_the_final_report_meets_every_goal() -> None:
    """Goals stand side by side with what was reached; a goal without a row is a gap."""
    goals = outline("slutrapport").tables["Målen i ansökan och vad som nåddes"]
    assert [row[0] for row in goals[1:]] == ["E1", "R1", "R2", "X9"]
    assert goals[1][1] == "Individ"
    assert goals[1][4:7] == ["10 → 40,5 procent", "36 procent", "Delvis"]
    assert goals[3][5:] == ["Uppgift saknas"] * 3
    assert goals[4][2] == "Målet finns inte i ansökan."


def test_participants_are_never_added_up() -> None:
    """Each measure has its own row by sex, and there is no sum."""
    people = outline("slutrapport").tables["Deltagare per mått (olika mått läggs aldrig ihop)"]
    assert people[1:] == [
        ["nya deltagare", "40", "21", "17", "38"],
        ["avslutade deltagare", "30", "16", "12", "28"],
    ]


def test_economy_shows_deviation() -> None:
    """Deviation in kronor and per cent, per row, per year and in all; never divided by nothing."""
    rows = next(t for name, t in outline("slutrapport").tables.items() if name.startswith("Budget"))
    assert rows[1][2:6] == [kronor(400_000), kronor(380_000), kronor(-20_000), f"−5,0{NBSP}%"]
    assert rows[3][:3] == ["2026", "Summa för året", kronor(460_000)]
    assert rows[5][5] == "går inte att räkna"
    assert rows[-1][2:6] == [kronor(1_310_000), kronor(1_353_000), kronor(43_000), f"3,3{NBSP}%"]


def test_a_missing_outcome_is_not_zero() -> None:
    """When an outcome is missing, so are the sums over it."""
    page = outline("slutrapport", ekonomi=[{"budgetar": 2027, "slag": "lokal", "budget": 100}])
    rows = next(table for name, table in page.tables.items() if name.startswith("Budget"))
    assert rows[-1][2:6] == [kronor(100), *["Uppgift saknas"] * 3]


def test_key_figures_have_their_denominator() -> None:
    """A key figure shows what was divided by what."""
    figures = outline("slutrapport").tables["Nyckeltal med täljare och nämnare"]
    assert figures[1][1:4] == [kronor(1_353_000), "28", kronor(48_321)]
    assert figures[2][2:4] == ["färre än 5", "visas inte"]


def test_small_groups_are_masked() -> None:
    """Nobody can be recognised in a small group, in either form."""
    document = render("slutrapport", full("slutrapport"), own=None)
    tables = Outline(document.html).tables
    assert [row[1] for row in tables["Försörjning före och efter"][1:]] == [
        *("färre än 5", "färre än 5", "45"),
    ]
    assert [row[1] for row in tables["Sysselsättning före och efter"][1:]] == [
        *("färre än 5", "visas inte", "42"),
    ]
    assert "| studiestöd | färre än 5 | 12 |" in document.md


def test_the_decision_has_the_fields_of_the_law() -> None:
    """31 § förvaltningslagen: date, content, who decided, who presented, who took part."""
    page = outline("beslut")
    assert page.terms["Datum för beslutet"] == "20 maj 2026"
    assert page.terms["Beslutets innehåll"].startswith(
        "Bevilja. Beslutet gäller handlingen Ansökan."
    )
    assert page.terms["Beslutsfattare"] == "Styrelse"
    assert page.terms["Föredragande"] == "Förbundschefen"
    assert page.terms["Övriga som medverkat i handläggningen"] == "Anna Ås och Bo Berg"
    assert page.terms["Paragraf"] == "§ 34"
    assert page.terms["Justerat"] == "27 maj 2026"
    assert page.tables["Beviljat belopp"][-1] == ["Summa", kronor(1_300_000)]
    md = render("beslut", full("beslut"), own=None).md
    assert "2. Överenskommelse tecknas före start.\n3. Redovisning varje halvår." in md
    assert "- Cia Dahl deltog inte i ärendet. Skäl: Anställd hos insatsägaren" in md


def test_an_unknown_party_does_not_stop_a_document() -> None:
    """A party that is not in samverkan.yaml is shown by its id; a rule tells about it."""
    data = full("overenskommelse", insatsagare="okand")
    assert "\nokand\n" in render("overenskommelse", data, own=None).md


def test_the_page_fetches_and_runs_nothing() -> None:
    """No script, no address that a browser would fetch, and the language is said."""
    page = render("ansokan", full("ansokan"), own=None).html
    assert '<html lang="sv">' in page
    assert "<title>Ansökan om medel – Samlad väg för unga</title>" in page
    assert not re.search(r"<script|<link|src=|url\(|@import", page)


def test_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    """Neither clock, order of hashing, time zone nor locale shows in a document."""
    code = (
        "from tests.rendering.facts import full; "
        "from samverkan_cli.rendering.render import render; "
        "u = render('slutrapport', full('slutrapport'), own=None); "
        f"open({str(tmp_path / 'u')!r}, 'w', encoding='utf-8').write(u.html + u.md)"
    )
    environment = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PATH": ""}
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root, env=environment)
    here = render("slutrapport", full("slutrapport"), own=None)
    assert (tmp_path / "u").read_text(encoding="utf-8") == here.html + here.md


WORDS = {
    "Slag av samverkansbrist": "Oklart ansvar",
    "Slag av effekter": "Delaktighet",
    "Slag av behov": "Psykiska behovArbetsmässiga behov",
    "Riskgrupper": "Personer med smärtproblematikegen_grupp",
    "Slag av arbetssätt": "Gemensam handlingsplan",
    "Förebyggande aktiviteter": "Motion",
    "Styrform": "Uppdrag",
    "Samverkansgrad": "Gränsöverskridande team",
    "Samverkansformer": "Multiprofessionellt team",
    "Framgångsfaktorer": "Tydlig målgrupp",
    "Slag av insats": "Åtgärd",
    "Insatstyp": "Tidig och samordnad",
    "Grund för medel": "Nytt arbetssätt",
    "Väntad tid till vinst": "18 månader",
}


def test_words_of_catalogues_are_shown_by_name() -> None:
    """The application prints words by their names in the catalogue, a word of its own as it is."""
    terms = outline("ansokan").terms
    assert {term: terms[term] for term in WORDS} == WORDS
    page = render("ansokan", full("ansokan"), own=None).md
    assert "Hinder: Revirtänkande" in page
    assert "Administrativ gräns" in page


def test_words_that_are_not_given_take_no_room() -> None:
    """A catalogue field that nobody filled in leaves no line in the document."""
    page = render("ansokan", minimal("ansokan"), own=None).md
    assert not [term for term in WORDS if f"{term}" in page and term != "Grund för medel"]


def test_words_in_plan_and_report() -> None:
    """The plan tells both costs of samverkan; the report names factors, obstacles and the end."""
    plan = outline("insatsplan").terms
    assert plan["Timmar för uppbyggnad"] == "320"
    assert plan["Timmar per år för underhåll"] == "200"
    report = outline("slutrapport").terms
    assert report["Slag av hinder"] == "Skilda lagar och regelverk"
    assert report["Slag av framgångsfaktorer"] == "Stark förankring"
    assert report["Avslutas med"] == "Implementering"
