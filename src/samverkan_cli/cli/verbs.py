"""The table of commands: name, module, and one line of help. Nothing heavy is imported here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """One command. `name` may be two words (`process show`).

    `kalla` names the statements of the sources that the command answers to.
    """

    name: str
    module: str
    summary: str
    function: str = "command"
    kalla: tuple[str, ...] = ()


VERBS = (
    Verb("demo", "demo", "Bygg ett helt ärendeförråd och följ en insats från idé till drift."),
    Verb("init", "init", "Skapa ett nytt ärendeförråd för ett förbund."),
    Verb("new", "new", "Lägg upp en ny insats i sin första fas."),
    Verb("add", "add", "Lägg till en tom handling i en insats."),
    Verb("save", "save", "Spara ändringar som gjorts för hand i en insats."),
    Verb("list", "list_", "Visa insatserna i en tabell."),
    Verb("status", "status", "Visa vad som är klart, öppet och stoppar, och hur det åtgärdas."),
    Verb("show", "show", "Läs en insats eller en av dess handlingar.", kalla=("S004-100",)),
    Verb("check", "check", "Kontrollera handlingar, regler och checklistor utan att ändra något."),
    Verb(
        "matrix",
        "matrix",
        "Visa ett rutnät av frågor: vad som är ifyllt, öppet och ej aktuellt.",
        kalla=("S000-01",),
    ),
    Verb("checklist", "checklist", "Visa frågorna i insatsens fas och svaren på dem."),
    Verb("answer", "answer", "Svara på en punkt i checklistan."),
    Verb("sign", "sign", "Anteckna en underskrift, bunden till handlingens innehåll."),
    Verb("withdraw", "withdraw", "Återkalla en underskrift; den står kvar i spåret."),
    Verb("decide", "decide", "Anteckna ett beslut, bundet till det innehåll som det gäller."),
    Verb("advance", "advance", "Gå till nästa fas när grinden är öppen."),
    Verb("back", "back", "Skicka tillbaka insatsen till en tidigare fas."),
    Verb("close", "close", "Stäng insatsen med ett skäl."),
    Verb("reopen", "reopen", "Öppna en stängd eller vilande insats igen."),
    Verb(
        "render",
        "render",
        "Skriv ut en handling i en av formerna: html, pdf, docx med flera.",
        kalla=("S001-22",),
    ),
    Verb("picture", "picture", "Skriv en bild ur en insats, som svg eller png."),
    Verb("dossier", "dossier", "Samla en insats i en zip eller mapp för den som inte har git."),
    Verb("archive", "archive", "Gör ett paket till arkivet av en avslutad insats."),
    Verb("template check", "template", "Pröva en egen mall, i Word eller i text.", "check"),
    Verb("template new", "template", "Skriv en mall i Word att börja från.", "new"),
    Verb("export", "export", "Skriv en blankett att fylla i, eller hela portföljen som tabeller."),
    Verb("import", "import_", "Läs in en ifylld blankett eller ett kalkylblad."),
    Verb("migrate", "migrate", "Byt till senaste versionen av processen och regelboken."),
    Verb("log", "log", "Visa insatsens historia i ord."),
    Verb("audit", "audit", "Spela upp historien på nytt: håller spåret, eller var brister det?"),
    Verb(
        "review",
        "review",
        "Granska en gren i ord: vad som flyttats och om det var tillåtet.",
    ),
    Verb("diff", "diff", "Visa vad som skiljer mellan två versioner eller två insatser."),
    Verb("textconv", "textconv", "Skriv en handling i ord, rad för rad, åt din egen git diff."),
    Verb(
        "report lardomar",
        "report",
        "Samla lärdomarna ur insatsernas rapporter.",
        "lessons",
        ("S003-009",),
    ),
    Verb(
        "report ar",
        "report_year",
        "Visa ett års budget, bidrag, beviljade medel, utfall och eget kapital.",
        "money",
        ("S003-015", "S003-033"),
    ),
    Verb(
        "report revision",
        "report_year",
        "Samla bevis för varje uppgift i lagens 7 §, och säg vad som saknas.",
        "audit",
        ("S003-028", "S004-016"),
    ),
    Verb(
        "report portfolj",
        "report",
        "Hela portföljen: fas, medel, deltagare, mål.",
        "portfolio",
        ("S003-094", "S003-119", "S003-120"),
    ),
    Verb("report budget", "report", "Budget mot utfall per insats, år och slag.", "budgets"),
    Verb(
        "report deltagare",
        "report",
        "Deltagare per halvår och insats, ett mått i taget.",
        "participants",
        ("S003-119", "S003-120"),
    ),
    Verb(
        "report organisation",
        "report",
        "Visa förbundets organisation, från medlemmar till insatser.",
        "chart",
        ("S003-099",),
    ),
    Verb(
        "report diarium",
        "report",
        "Visa diariet: varje registrerad handling med löpnummer.",
        "diary",
        ("S003-155", "S003-157"),
    ),
    Verb("report uppfoljning", "report", "Inmatningsblad för en insats och ett år.", "entry_sheet"),
    Verb(
        "agenda",
        "agenda",
        "Gör kallelse och föredragningslista till ett möte.",
        kalla=("S003-039", "S003-144", "S004-129", "S004-149"),
    ),
    Verb("protokoll", "protokoll", "Påbörja protokollet från ett möte.", kalla=("S003-044",)),
    Verb(
        "due",
        "due",
        "Visa varje frist i hela förrådet, försenade först.",
        kalla=("S001-38", "S003-042"),
    ),
    Verb("nation", "nation", "Slå ihop många förbunds exporter och svara på frågor om dem."),
    Verb("site build", "site", "Bygg förbundets webbplats, intern eller publik.", "build"),
    Verb("site serve", "site", "Visa webbplatsen på den här datorn.", "serve"),
    Verb(
        "process list",
        "process",
        "Visa processerna, tvärsnitten och katalogerna.",
        "list_processes",
    ),
    Verb(
        "process show",
        "process",
        "Visa en process, ett tvärsnitt eller en katalog.",
        "show",
        ("S002-04", "S002-15"),
    ),
    Verb("process graph", "process_graph", "Rita en process som graf: faser, grindar och utfall."),
    Verb("process check", "process", "Pröva regelboken: processer, kataloger och regler.", "check"),
    Verb("process adopt", "process_adopt", "Anta förbundets regelbok och nycklar med ett beslut."),
    Verb("schema export", "schema", "Skriv JSON Schema för alla handlingar.", "export"),
    Verb(
        "explain", "explain", "Förklara en regel, en punkt, en uppgift ur källorna eller ett ord."
    ),
    Verb("completion", "completion", "Skriv skriptet som låter skalet fylla i med tabb."),
    Verb("doctor", "doctor", "Undersök förrådets hälsa, och rätta det som går säkert."),
    Verb("fmt", "fmt", "Skriv om handlingar till enhetlig YAML."),
)

BY_NAME = {verb.name: verb for verb in VERBS}
GROUPS = {verb.name.split()[0] for verb in VERBS if " " in verb.name}
