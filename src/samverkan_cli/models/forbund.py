"""The förbund itself: `samverkan.yaml` at the root of a case repository."""

from typing import Literal

from samverkan_cli.models.delar import Kontakt, Partstyp
from samverkan_cli.models.grund import (
    Antal,
    Bildfil,
    Datum,
    Epost,
    Id,
    Kommunkod,
    Kronor,
    Lista,
    Modell,
    Orgnr,
    Post,
    Procent,
    PublikNyckel,
    Rad,
    Telefon,
    Text,
    falt,
    lista,
)
from samverkan_cli.models.undantag import Undantag


class Uppgifter(Modell):
    """Förbundet som juridisk person."""

    namn: Rad = falt("Namn", "Förbundets namn.", exempel="Samordningsförbundet Exempel", krav=True)
    orgnr: Orgnr | None = falt("Organisationsnummer", "NNNNNN-NNNN.", exempel="222000-0000")
    sate: Rad | None = falt("Säte", "Kommun där förbundet har sitt säte.")
    adress: Rad | None = falt("Adress", "Postadress.")
    epost: Epost | None = falt("E-post", "Kansliets adress.", exempel="kansli@example.se")
    telefon: Telefon | None = falt("Telefon", "Kansliets nummer.", exempel="010-123 45 67")
    webb: Rad | None = falt("Webbplats", "Förbundets webbplats.", exempel="https://example.se")
    logotyp: Bildfil | None = falt(
        "Logotyp",
        "En bild i förrådet (svg, png eller jpg) till brevhuvudet, med sökväg från roten.",
        exempel="bilder/logotyp.svg",
    )
    logotyp_alt: Rad | None = falt(
        "Logotypen i ord",
        "Vad logotypen visar, för den som inte ser den.",
        exempel="Samordningsförbundet Exempel",
    )


class Egen(Modell):
    """En fas i partens egen projektmodell och den fas i processen som den motsvarar."""

    egen: Rad = falt("Egen fas", "Fasens namn hos parten.", exempel="Utredning", krav=True)
    fas: Id = falt("Fas", "Fasens id i processen.", exempel="forstudie", krav=True)


class Projektmodell(Modell):
    """En parts egen projektmodell, lagd över faserna i en process."""

    namn: Rad = falt("Modell", "Modellens namn.", exempel="Regionens projektmodell", krav=True)
    process: Id | None = falt(
        "Process", "Processen som modellen läggs över; annars mus-8.", exempel="mus-8"
    )
    faser: Lista[Egen] = lista("Faser", "Partens faser och vad de motsvarar.")

    @property
    def lies_over(self) -> str:
        """Name the process whose phases the part's own phases answer to."""
        return self.process or "mus-8"


class Part(Modell):
    """En medlem i förbundet. Flera kommuner räknas som en part; Region Gotland är båda slagen."""

    id: Id = falt("Id", "Kort id som används i insatserna.", exempel="fk", krav=True)
    partstyper: Lista[Partstyp] = lista(
        "Partstyper",
        "forsakringskassan, arbetsformedlingen, region, kommun (Gotland: region och kommun).",
        exempel=["kommun"],
        kalla=("S003-012",),
    )
    namn: Rad = falt("Namn", "Partens namn.", exempel="Försäkringskassan", krav=True)
    orgnr: Orgnr | None = falt("Organisationsnummer", "NNNNNN-NNNN.", exempel="202100-5521")
    kommunkod: Kommunkod | None = falt(
        "Kommunkod", "För en kommun, inom citattecken.", exempel="0580"
    )
    projektmodell: Projektmodell | None = falt(
        "Projektmodell", "Partens egen modell, lagd över en process.", kalla=("S002-13",)
    )


class Ledamot(Modell):
    """En ledamot eller ersättare i styrelsen, utsedd av en medlem för fyra år."""

    namn: Rad = falt("Namn", "Personens namn.", exempel="Birgitta Sund", krav=True)
    uppdrag: Literal["ordforande", "vice_ordforande", "ledamot", "ersattare"] = falt(
        "Uppdrag", "ordforande, vice_ordforande, ledamot eller ersattare.", krav=True
    )
    medlem: Id = falt("Medlem", "Id på medlemmen som utsett.", exempel="region", krav=True)
    utsedd_av: Rad | None = falt(
        "Utsedd av",
        "Fullmäktige, eller anställd hos Försäkringskassan eller Arbetsförmedlingen.",
        exempel="Regionfullmäktige",
        kalla=("S003-041",),
    )
    mandat_fran: Datum | None = falt("Mandat från", "Första dagen.", exempel="2023-04-01")
    mandat_till: Datum | None = falt(
        "Mandat till", "Sista dagen.", exempel="2027-03-31", kalla=("S003-042",)
    )


class Beredare(Modell):
    """En medlem i beredningsgruppen och vad den får besluta."""

    namn: Rad = falt("Namn", "Personens namn.", exempel="Lena Wik", krav=True)
    roll: Rad | None = falt("Roll", "Befattning.", exempel="Enhetschef")
    part: Id = falt("Part", "Id på parten.", exempel="af", krav=True)
    mandat: Text | None = falt(
        "Mandat", "Vad personen får besluta för sin part.", kalla=("S003-147",)
    )


class Samverkansgrupp(Modell):
    """En lokal samverkansgrupp (LSG)."""

    namn: Rad = falt("Namn", "Gruppens namn.", exempel="LSG Norrby", krav=True)
    omrade: Rad | None = falt("Område", "Kommun eller kommundel.")
    sammankallande: Kontakt | None = falt("Sammankallande", "Vem som kallar.")


class Revisor(Modell):
    """En revisor och de medlemmar som revisionen görs för."""

    namn: Rad = falt("Namn", "Personens namn eller byrån.", exempel="Sven Lind", krav=True)
    medlemmar: Lista[Id] = lista("Medlemmar", "Id på medlemmarna.", exempel=["region"])
    slag: Literal["fortroendevald", "auktoriserad"] | None = falt(
        "Slag", "fortroendevald eller auktoriserad.", exempel="fortroendevald"
    )
    utsedd_av: Rad | None = falt("Utsedd av", "Fullmäktige, eller staten genom Försäkringskassan.")


class Andelar(Modell):
    """Hur stor del av medlen som varje sida skjuter till, i procent, från en viss dag."""

    giltig_fran: Datum = falt("Giltig från", "Första dagen.", exempel="2010-01-01", krav=True)
    staten: Procent = falt("Staten", "Procent.", exempel=50, krav=True)
    regioner: Procent = falt("Regioner", "Procent.", exempel=25, krav=True)
    kommuner: Procent = falt("Kommuner", "Procent.", exempel=25, krav=True)
    forklaring: Text | None = falt("Förklaring", "Varför andelarna avviker från lagens, om de gör.")


class Forbundsordning(Modell):
    """Det medlemmarna har bestämt om förbundet."""

    beslutad: Datum | None = falt("Beslutad", "När den senast fastställdes.")
    sammansattning: Text | None = falt("Styrelsens sammansättning", "Antal, och vem som utser.")
    beslutsformer: Text | None = falt("Beslutsformer", "Hur styrelsen beslutar, och majoritet.")
    revision: Text | None = falt("Revision", "Vem som reviderar och vem som betalar.")
    upplosning: Text | None = falt("Upplösning", "Hur förbundet upplöses.")
    lank: Rad | None = falt("Plats", "Var handlingen finns.", exempel="Diariet 2023-004:2")


class Delegation(Modell):
    """Ett beslut som styrelsen lämnat över."""

    delegat: Id = falt("Delegat", "Rollen som får besluta.", exempel="forbundschef", krav=True)
    punkt: Rad = falt("Punkt", "Punkt i delegationsordningen.", exempel="2.1", krav=True)
    omfattning: Text | None = falt("Omfattning", "Vad som får beslutas.")
    belopp_hogst: Kronor | None = falt("Högsta belopp", "Hela kronor (SEK).", exempel=100000)
    uppdragsavtal: bool | None = falt("Uppdragsavtal", "true om tjänstemannen har ett avtal.")


class Ledtider(Modell):
    """Hur många dagar före ett möte som handlingar ska vara klara; förbundets egna tal."""

    ansokan_fore_beredning: Antal | None = falt(
        "Ansökan före beredningsgruppen", "Antal dagar.", exempel=7
    )
    beredning_fore_styrelse: Antal | None = falt(
        "Förslag före styrelsen", "Antal dagar mellan beredning och styrelse.", exempel=14
    )
    kallelse_fore_mote: Antal | None = falt("Kallelse före mötet", "Antal dagar.", exempel=7)
    underlag_fore_mote: Antal | None = falt(
        "Underlag före mötet", "Antal dagar.", exempel=7, kalla=("S003-143",)
    )
    start_inom_manader: Antal | None = falt(
        "Start inom",
        "Antal månader från beviljat belopp till start innan glappet påpekas; annars 6.",
        exempel=6,
        kalla=("S004-121",),
    )


class Mote(Modell):
    """Ett planerat möte."""

    organ: Id = falt("Organ", "styrelse eller beredningsgrupp.", exempel="styrelse", krav=True)
    datum: Datum = falt("Datum", "Dagen.", exempel="2026-05-20", krav=True)
    tid: Rad | None = falt("Tid", "Klockslag.", exempel="09.00–12.00")
    plats: Rad | None = falt("Plats", "Var mötet hålls.", exempel="Kansliet, Norrby")
    slag: Rad | None = falt("Slag", "Om mötet är något utöver det vanliga.", exempel="Budgetmöte")


class Andringsgrans(Modell):
    """När en ändring är större, och vem som då beslutar; förbundets egna tal."""

    belopp: Kronor | None = falt("Belopp", "En ändring över detta är större (SEK).", exempel=100000)
    andel_procent: Procent | None = falt(
        "Andel", "En ändring över denna del av beviljat belopp är större.", exempel=10
    )
    mindre_beslutas_av: Lista[Id] = lista(
        "Mindre beslutas av", "Roller.", exempel=["forbundschef", "styrelse"]
    )
    storre_beslutas_av: Lista[Id] = lista("Större beslutas av", "Roller.", exempel=["styrelse"])


class Vardeord(Modell):
    """Ett ord i förbundets värdegrund, och vad det betyder."""

    ord: Rad = falt("Ord", "Värdeordet.", exempel="Tilltro", krav=True)
    mening: Text | None = falt("Mening", "Vad ordet betyder i arbetet.")


class Styrdokument(Modell):
    """En handling som styr förbundet, och var den finns."""

    slag: Rad = falt("Slag", "Vad för slags handling.", exempel="Arbetsordning", krav=True)
    beslutad: Datum | None = falt("Beslutad", "När.", exempel="2025-02-12")
    giltig_till: Datum | None = falt("Gäller till", "Sista dagen, om någon.")
    plats: Rad | None = falt("Plats", "Fil eller diarium.", exempel="Diariet 2025-003:1")


_EXEMPEL = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG1hbGxueWNrZWwtZm9yLWV4ZW1wbGV0LXNrdWxs"


class Nyckel(Modell):
    """En persons nyckel för signerade incheckningar, och de roller som personen har."""

    namn: Rad = falt("Namn", "Personens namn.", exempel="Karin Ek", krav=True)
    nyckel: PublikNyckel = falt(
        "Nyckel", "Den publika ssh-nyckeln, på en rad.", exempel=_EXEMPEL, krav=True
    )
    roller: Lista[Id] = lista("Roller", "Personens roller.", exempel=["forbundschef"])


class Samverkan(Post):
    """Namn, parter, styrelse och inställningar."""

    formatversion: Literal[1] = falt("Formatversion", "Filformatets version.", exempel=1, krav=True)
    forbund: Uppgifter = falt("Förbund", "Förbundets uppgifter.", krav=True, kalla=("S003-013",))
    parter: Lista[Part] = lista("Parter", "Förbundets medlemmar.")
    personer: Lista[Kontakt] = lista("Personer", "Förbundschef, kansli och andra roller.")
    process: Id | None = falt("Process", "Processen för nya insatser.", exempel="finsam-10")
    vision: Text | None = falt("Vision", "Förbundets vision.", kalla=("S004-017",))
    vardegrund: Lista[Vardeord] = lista(
        "Värdegrund", "Ord och vad de betyder.", kalla=("S003-089", "S004-018")
    )
    prioriteringsgrunder: Lista[Text] = lista(
        "Prioriteringsgrunder",
        "Grunder som styrelsen prioriterar analyser och insatser efter.",
        kalla=("S004-056",),
    )
    styrelse: Lista[Ledamot] = lista(
        "Styrelse", "Ledamöter och ersättare.", kalla=("S003-035", "S003-036")
    )
    beredningsgrupp: Lista[Beredare] = lista("Beredningsgrupp", "Ledamöter och mandat.")
    lsg: Lista[Samverkansgrupp] = lista("Lokala samverkansgrupper", "LSG i förbundets område.")
    revisorer: Lista[Revisor] = lista("Revisorer", "Vilka som granskar.", kalla=("S003-050",))
    andelar: Lista[Andelar] = lista(
        "Andelar", "Bidragens fördelning, med den dag den gäller från.", kalla=("S003-014",)
    )
    forbundsordning: Forbundsordning | None = falt(
        "Förbundsordning", "Det medlemmarna har bestämt.", kalla=("S003-034", "S003-049")
    )
    delegation: Lista[Delegation] = lista(
        "Delegation", "Beslut som styrelsen lämnat över.", kalla=("S003-037",)
    )
    styrdokument: Lista[Styrdokument] = lista(
        "Styrdokument",
        "Arbetsordning, riktlinjer, dokumenthanteringsplan och annat.",
        kalla=("S003-138", "S003-161", "S004-015", "S004-143"),
    )
    upphandlingsavtal: Lista[Rad] = lista(
        "Upphandlingsavtal", "Parternas avtal som förbundet får använda.", kalla=("S003-162",)
    )
    moten: Lista[Mote] = lista("Möten", "Planerade möten med styrelse och beredningsgrupp.")
    ledtider: Ledtider | None = falt("Ledtider", "Dagar före möten.")
    andringsgrans: Andringsgrans | None = falt(
        "Gräns för ändringar", "När en ändring är större.", kalla=("S004-142",)
    )
    nycklar: Lista[Nyckel] = lista(
        "Nycklar", "Nycklar som signerar övergångar och beslut; ändras med beslut om regelboken."
    )
    undantag_personuppgifter: Lista[Undantag] = lista(
        "Undantag för personuppgifter",
        "Ställen där det som liknar ett personnummer har prövats och inte är något.",
    )
    exempeldata: Text | None = falt("Exempeldata", "Vad i filen som är påhittat, om något.")
