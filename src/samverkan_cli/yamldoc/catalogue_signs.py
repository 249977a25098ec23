"""Rules about files, encodings and signs: YML1xx."""

from typing import Final

from samverkan_cli.yamldoc.entry import Entry

SIGNS: Final[dict[str, Entry]] = {
    "YML101": Entry(
        "Dokumentet är en vanlig fil",
        "En länk kan peka ut ur ärendet, och ett rör eller en enhet kan få läsaren att vänta för "
        "alltid. Därför läses bara vanliga filer, så att det som granskas är det som arkiveras.",
        "ansokan.yaml -> ../annan/ansokan.yaml",
        "ansokan.yaml (en textfil)",
        "Ta bort länken och lägg en vanlig textfil på samma plats.",
    ),
    "YML102": Entry(
        "Filen går att läsa",
        "Det som inte går att läsa kan inte granskas, och det ogranskade räknas aldrig som rätt.",
        "ansokan.yaml utan läsrättighet",
        "ansokan.yaml med läsrättighet",
        "Kontrollera att filen finns, att du får läsa den och att disken är ansluten.",
    ),
    "YML103": Entry(
        "Filen är högst 256 KiB",
        "Inget dokument som skrivs av människor är större. Gränsen skyddar mot bilagor som hamnat "
        "fel och mot filer gjorda för att stoppa datorn.",
        "ansokan.yaml, 4 MiB",
        "ansokan.yaml, 8 KiB",
        "Flytta bilagor och långa texter till egna filer.",
    ),
    "YML104": Entry(
        "Filen är UTF-8",
        "Alla program läser UTF-8 lika. I äldre kodningar blir å, ä och ö andra tecken hos nästa "
        "läsare, och då ändras innehållet utan att någon ser det.",
        "en fil sparad som Windows-1252 eller UTF-16",
        "samma fil sparad som UTF-8",
        "Spara om filen som UTF-8. I Anteckningar: Arkiv, Spara som, Kodning: UTF-8.",
    ),
    "YML105": Entry(
        "Filen börjar utan BOM",
        "Märket syns inte, men gör att två filer med samma text skiljer sig åt.",
        "<BOM>titel: Unga vuxna",
        "titel: Unga vuxna",
        "Kör samverkan fmt.",
    ),
    "YML106": Entry(
        "Raderna slutar med LF",
        "Radslut från Windows gör att git visar hela filen som ändrad när en rad är ändrad.",
        "titel: Unga vuxna<CR><LF>",
        "titel: Unga vuxna<LF>",
        "Kör samverkan fmt.",
    ),
    "YML107": Entry(
        "Raderna har inget ensamt vagnreturtecken",
        "Tecknet flyttar skrivmärket till radens början, så att det som står före skrivs över på "
        "skärmen: läsaren ser något annat än det som godkänns.",
        "titel: Avslag<CR>titel: Bifall",
        "titel: Bifall<LF>",
        "Spara om filen med vanliga radslut (LF).",
    ),
    "YML108": Entry(
        "Varje bokstav är ett tecken",
        "Ett å kan skrivas som ett tecken eller som a och en ring. De ser lika ut men är olika, "
        "så att sökning missar och en nyckel blir okänd.",
        "titel: a + ring",
        "titel: å",
        "Kör samverkan fmt.",
    ),
    "YML109": Entry(
        "Texten har inga styrtecken",
        "Styrtecken kan färga om, radera eller gömma text i en terminal. De hör inte till något "
        "dokument.",
        r'titel: "\e[31mBifall"',
        "titel: Bifall",
        "Ta bort tecknet, eller skriv om raden för hand.",
    ),
    "YML110": Entry(
        "Indrag görs med blanksteg",
        "En tabb är olika bred i olika program, så att indraget betyder olika saker.",
        "<TAB>namn: Anna",
        "  namn: Anna",
        "Byt tabben mot blanksteg, två för varje nivå.",
    ),
    "YML111": Entry(
        "Texten har ingen dold skrivriktning",
        "Tecken som vänder skrivriktningen får en text att se ut som en annan än den är.",
        r'titel: "\u202ellafiB"',
        "titel: Bifall",
        "Ta bort tecknet.",
    ),
    "YML112": Entry(
        "Texten har inga osynliga tecken",
        "Två texter som ser lika ut ska vara lika. Osynliga tecken följer med från webb och Word, "
        "och gör att sökning och jämförelse missar.",
        "namn: Anna<nollbrett blanksteg>",
        "namn: Anna",
        "Ta bort tecknet. Ett hårt blanksteg i indraget byts mot ett vanligt.",
    ),
    "YML113": Entry(
        "Alla tecken är riktiga tecken",
        "Vissa värden är inte tecken i Unicode. De går inte att skriva till en fil eller visa.",
        r'titel: "\ud800"',
        "titel: Bifall",
        "Ta bort värdet, eller skriv tecknet som det är.",
    ),
    "YML114": Entry(
        "Filen är hämtad",
        "Git LFS lämnar en pekare i stället för filen tills innehållet är hämtat.",
        "version https://git-lfs.github.com/spec/v1",
        "titel: Unga vuxna",
        "Kör git lfs pull, och låt inte YAML-filer ligga i LFS.",
    ),
    "YML115": Entry(
        "Sammanslagningen är klar",
        "När två har ändrat samma rad skriver git båda. Någon måste välja innan filen kan läsas.",
        "<<<<<<< HEAD",
        "titel: Unga vuxna",
        "Behåll rätt rader och ta bort raderna med <<<<<<<, ======= och >>>>>>>.",
    ),
}
