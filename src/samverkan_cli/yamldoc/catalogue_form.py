"""Rules about syntax, structure and limits: YML2xx and YML3xx."""

from typing import Final

from samverkan_cli.yamldoc.entry import Entry

FORM: Final[dict[str, Entry]] = {
    "YML200": Entry(
        "Filen går att läsa som YAML",
        "En rad som inte följer YAML kan betyda vad som helst, och då gissar inte verktyget.",
        "titel = Unga vuxna",
        "titel: Unga vuxna",
        "Skriv nyckel, kolon, blanksteg och värde, och sätt ovanliga texter inom citattecken.",
    ),
    "YML201": Entry(
        "Texten börjar med en bokstav, en siffra eller ett citattecken",
        "Tecken som @, %, ` och ] har en egen betydelse först i ett värde.",
        "kontakt: @anna",
        'kontakt: "@anna"',
        "Sätt texten inom citattecken.",
    ),
    "YML202": Entry(
        "Text med kolon står inom citattecken",
        "Kolon och blanksteg skiljer nyckel från värde. Står de i en text utan citattecken går det "
        "inte att veta var texten börjar.",
        "titel: Beslut: bifall",
        'titel: "Beslut: bifall"',
        "Sätt hela texten inom citattecken.",
    ),
    "YML203": Entry(
        "Citattecken stängs",
        "Utan det andra citattecknet fortsätter texten till filens slut.",
        'titel: "Unga vuxna',
        'titel: "Unga vuxna"',
        "Avsluta texten med samma slags citattecken som den börjar med.",
    ),
    "YML204": Entry(
        "Klamrar stängs",
        "En lista inom [ ] eller ett block inom { } måste avslutas, med komma mellan leden.",
        "parter: [fk, af",
        "parter: [fk, af]",
        "Avsluta med ] eller }, eller sätt texten inom citattecken om den inte är en lista.",
    ),
    "YML205": Entry(
        "Rader på samma nivå börjar i samma kolumn",
        "Indraget säger vad som hör ihop. Ett blanksteg för mycket flyttar raden till ett annat "
        "block.",
        "titel: Unga vuxna\n datum: 2026-03-01",
        "titel: Unga vuxna\ndatum: 2026-03-01",
        "Dra in raden lika långt som de andra raderna på nivån.",
    ),
    "YML206": Entry(
        "Varje rad har nyckel, kolon och blanksteg",
        "Utan blanksteg efter kolonet läses hela raden som en text.",
        "titel:Unga vuxna",
        "titel: Unga vuxna",
        "Skriv ett blanksteg efter kolonet, eller dra in raden om den fortsätter en text.",
    ),
    "YML207": Entry(
        "Ett värde slutar med sitt citattecken eller sin klammer",
        "Det som följer efter det avslutande tecknet hör inte till värdet.",
        'titel: "Unga" vuxna',
        "titel: '\"Unga\" vuxna'",
        "Sätt hela texten inom citattecken av det andra slaget.",
    ),
    "YML208": Entry(
        "En lista börjar på en egen rad",
        "Ett streck och ett blanksteg inleder en punkt i en lista.",
        "summa: - 500",
        "summa: -500",
        "Skriv listan under nyckeln, talet utan blanksteg eller texten inom citattecken.",
    ),
    "YML209": Entry(
        "Omvänt snedstreck står inom enkla citattecken",
        "Inom dubbla citattecken inleder det omvända snedstrecket ett specialtecken.",
        r'mapp: "C:\projekt"',
        r"mapp: 'C:\projekt'",
        "Använd enkla citattecken.",
    ),
    "YML210": Entry(
        "Lång text börjar på raden efter | eller >",
        "Tecknen säger att texten följer på nästa rader, indragen.",
        "text: |Vi vill",
        "text: |\n  Vi vill",
        "Flytta texten till nästa rad och dra in den.",
    ),
    "YML220": Entry(
        "Dokumentet har innehåll",
        "En tom fil säger inget, och det går inte att veta om det är meningen.",
        "# bara en kommentar",
        "titel: Unga vuxna",
        "Fyll i fälten, eller ta bort filen.",
    ),
    "YML221": Entry(
        "Dokumentet består av nycklar och värden",
        "Varje uppgift har ett namn, så att regler, mallar och människor menar samma sak.",
        "- Unga vuxna",
        "titel: Unga vuxna",
        "Skriv varje uppgift som nyckel: värde.",
    ),
    "YML222": Entry(
        "Filen har ett dokument",
        "Det som står efter --- eller ... läses inte av alla program.",
        "titel: Ett\n---\ntitel: Två",
        "titel: Ett",
        "Lägg varje dokument i en egen fil.",
    ),
    "YML223": Entry(
        "Filen har inga direktiv",
        "Ett direktiv kan ändra vad texten betyder, till exempel att ja blir sant.",
        "%YAML 1.1\n---\ntitel: ja",
        "titel: ja",
        "Ta bort raden med % och raden --- under den.",
    ),
    "YML224": Entry(
        "Värden skrivs ut där de gäller",
        "Ankare (&) och hänvisningar (*) gör att en rad kan ändra en annan, och att en liten fil "
        "blir ofantlig när den läses.",
        "ansvarig: &a Anna\nordforande: *a",
        "ansvarig: Anna\nordforande: Anna",
        "Skriv ut värdet på varje plats. Är det en text, sätt den inom citattecken.",
    ),
    "YML225": Entry(
        "Värden har inga typmärkningar",
        "En märkning som !!python kan köra kod i andra program, och ändrar vad värdet är.",
        "belopp: !!str 500",
        'belopp: "500"',
        "Ta bort märkningen. Är det en text, sätt den inom citattecken.",
    ),
    "YML226": Entry(
        "Block slås inte ihop",
        "Nyckeln << hämtar fält från ett annat block, så att det inte syns vad som gäller.",
        "<<: *grund",
        "titel: Unga vuxna",
        "Skriv ut fälten på varje plats.",
    ),
    "YML230": Entry(
        "Nycklar är text",
        "En nyckel som 1 eller true läses som tal eller sanningsvärde i vissa program.",
        "2026: 500",
        '"2026": 500',
        "Sätt nyckeln inom citattecken.",
    ),
    "YML231": Entry(
        "Nycklar är ett ord",
        "YAML tillåter listor och block som nycklar, men inget fält heter så.",
        "? titel\n: Unga vuxna",
        "titel: Unga vuxna",
        "Skriv nyckeln som ett ord följt av kolon. Sätt mallar med {{ }} inom citattecken.",
    ),
    "YML232": Entry(
        "Nycklar ryms på en rad med högst 128 tecken",
        "Längre nycklar är alltid text som hamnat på fel sida om kolonet.",
        "Vi har under våren arbetat med … : ja",
        "beskrivning: Vi har under våren arbetat med …",
        "Korta nyckeln, eller flytta texten till värdet.",
    ),
    "YML233": Entry(
        "Varje nyckel finns en gång",
        "Står nyckeln två gånger läser olika program olika värden.",
        "belopp: 500\nbelopp: 900",
        "belopp: 900",
        "Behåll en av raderna.",
    ),
    "YML301": Entry(
        "Dokumentet har högst 20 000 värden",
        "Inget dokument som skrivs av människor har fler.",
        "en lista med 25 000 punkter",
        "flera filer med färre punkter",
        "Dela upp innehållet på flera filer.",
    ),
    "YML302": Entry(
        "Värdena ligger högst 32 nivåer djupt",
        "Djupare block går inte att läsa för en människa och kan stoppa andra program.",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        "[x]",
        "Kontrollera indraget, eller att varje [ och { stängs.",
    ),
    "YML303": Entry(
        "Texter är högst 65 536 tecken",
        "En så lång text är en bilaga.",
        "bilaga: (100 000 tecken)",
        "bilaga: bilagor/utredning.pdf",
        "Korta texten, eller lägg den som bilaga.",
    ),
    "YML304": Entry(
        "Tal skrivs med vanliga siffror",
        "Plustecken, andra talbaser och mycket stora tal läses olika av olika program, och ett "
        "telefonnummer skulle mista sitt plustecken.",
        "telefon: +46701740635",
        'telefon: "+46701740635"',
        "Skriv talet med vanliga siffror, eller sätt texten inom citattecken.",
    ),
}
