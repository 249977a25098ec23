"""A process as data: phases, gates, what a gate requires and where its outcomes lead."""

from typing import Literal

from samverkan_cli.models.grund import (
    Antal,
    Id,
    Lista,
    Modell,
    PunktId,
    Rad,
    Regelboksversion,
    Text,
)
from samverkan_cli.models.grund import falt as nyckel  # a field below is called falt
from samverkan_cli.models.grund import lista as rader
from samverkan_cli.rulebook.block import Block, Vagledning
from samverkan_cli.rulebook.conditions import Villkor
from samverkan_cli.rulebook.versions import fran, till

Skede = Literal["initiering", "beslut", "resurser", "realisering", "drift", "nytta"]
Provenans = Literal["seed", "verifierad", "hus"]


class VemGor(Modell):
    """En roll och vad den gör i fasen."""

    roll: Id = nyckel("Roll", "Rollens id.", krav=True)
    gor: Text = nyckel("Gör", "Vad rollen gör.", krav=True)
    kalla: Lista[Rad] = rader("Källa", "Var uppgiften kommer från.")


class Dokumentkrav(Modell):
    """En handling som fasen kräver, och hur färdig den ska vara."""

    typ: Id = nyckel("Typ", "Dokumentets typ (understreck tillåts).", krav=True)
    krav: Id | None = nyckel("Krav", "Kravsats i kataloger/dokument.yaml.")
    per: Literal["part"] | None = nyckel("Per", "part: ett dokument för varje part i insatsen.")
    minst: Antal | None = nyckel("Minst", "Minsta antal, för handlingar i mappar.")
    nar: Villkor | None = nyckel("När", "Villkor för att kravet ska gälla.")
    fran_regelbok: Regelboksversion | None = fran()
    till_regelbok: Regelboksversion | None = till()


class Underskriftskrav(Modell):
    """Vilka som ska ha skrivit under en handling."""

    dokument: Id = nyckel("Dokument", "Handlingen.", krav=True)
    av: Literal["sokande", "parter", "insatsagare"] = nyckel("Av", "Vilka parter.", krav=True)
    forbundet: bool | None = nyckel("Förbundet", "true om också förbundet skriver under.")
    minst_partstyper: Antal | None = nyckel("Minst partstyper", "Antal olika partstyper.")
    kalla: Lista[Rad] = rader("Källa", "Var kravet kommer från.")
    fran_regelbok: Regelboksversion | None = fran()
    till_regelbok: Regelboksversion | None = till()


class Beslutskrav(Modell):
    """Beslutet som grinden vilar på."""

    organ: Id = nyckel("Organ", "Rollen som beslutar.", krav=True)
    dokument: Id | None = nyckel("Dokument", "Handlingen som beslutet gäller.")
    kravs: bool = nyckel("Krävs", "false om beslutet bara är ett råd.", krav=True)
    nar: Villkor | None = nyckel("När", "Villkor för att beslutet ska krävas.")
    falt: Lista[Rad] = rader("Fält", "Fält som beslutet måste ha.")


class Utfall(Modell):
    """Ett utfall av en grind och fasen det leder till."""

    id: Id = nyckel("Id", "Utfallets id.", krav=True)
    namn: Rad = nyckel("Namn", "Utfallet i ord.", krav=True)
    till: Id = nyckel("Till", "Fas eller sluttillstånd.", krav=True)
    beslutsfalt: Lista[Rad] = rader("Beslutsfält", "Fält som beslutet måste ha vid detta utfall.")
    besvaras_i: Id | None = nyckel(
        "Besvaras i", "Handling vars nästa version svarar på beslutets villkor."
    )
    utan_krav: bool | None = nyckel(
        "Utan krav", "true om beslutet räcker: den som skickar tillbaka behöver ingen hel handling."
    )
    laser: Lista[Rad] = rader(
        "Låser", "Fält (dokument.falt) som inte får ändras efter beslutet med detta utfall."
    )


class Beslutsniva(Modell):
    """Vem som beslutar när handlingen säger ett visst värde."""

    varde: Rad = nyckel("Värde", "Värdet i handlingens nivåfält.", krav=True)
    organ: Lista[Id] = rader("Organ", "Roller som får besluta då.")


class Sidoutfall(Modell):
    """Ett utfall av ett beslut som inte flyttar insatsen."""

    id: Id = nyckel("Id", "Utfallets id.", krav=True)
    namn: Rad = nyckel("Namn", "Utfallet i ord.", krav=True)


class Sidobeslut(Modell):
    """Ett beslut som tas i fasen utan att insatsen lämnar den, till exempel om en ändring."""

    id: Id = nyckel("Id", "Beslutets id.", krav=True)
    namn: Rad = nyckel("Namn", "Vad som beslutas.", krav=True)
    handling: Id = nyckel("Handling", "Slaget av handling som beslutet gäller.", krav=True)
    nivafalt: Rad | None = nyckel("Nivåfält", "Fältet som avgör vem som beslutar.")
    nivaer: Lista[Beslutsniva] = rader("Nivåer", "Vem som beslutar vid varje värde.")
    utfall: Lista[Sidoutfall] = rader("Utfall", "Det första är det vanliga.")
    kalla: Lista[Rad] = rader("Källa", "Var beslutet kommer från.")

    def organs(self, value: object) -> list[str]:
        """List the roles that may decide when the document's level field has a value."""
        return [role for level in self.nivaer if level.varde == value for role in level.organ]


class Grind(Modell):
    """Det som prövas innan insatsen får lämna fasen."""

    id: Id = nyckel("Id", "Grindens id.", krav=True)
    namn: Rad = nyckel("Namn", "Grindens namn.", krav=True)
    organ: Id = nyckel("Organ", "Vem som prövar.", krav=True)
    lage: Literal["krav", "rad"] | None = nyckel("Läge", "rad: öppna punkter stoppar inte.")
    underskrifter: Lista[Underskriftskrav] = rader("Underskrifter", "Vilka som skriver under.")
    beslut: Beslutskrav | None = nyckel("Beslut", "Beslutet som grinden kräver.")
    utfall: Lista[Utfall] = rader("Utfall", "Det första är det vanliga.")
    kalla: Lista[Rad] = rader("Källa", "Var grinden kommer från.")

    @property
    def is_advisory(self) -> bool:
        """An advisory gate shows its open points but stops nobody."""
        return self.lage == "rad"


class Fas(Modell):
    """En fas: varför den finns, vem som gör vad och vad den ska ge."""

    id: Id = nyckel("Id", "Fasens id.", krav=True)
    nr: Antal = nyckel("Nummer", "Fasens nummer.", krav=True)
    namn: Rad = nyckel("Namn", "Fasens namn.", krav=True)
    skede: Skede | None = nyckel("Skede", "Gemensamt skede i alla processer.", kalla=("S000-26",))
    vad: Text | None = nyckel("Vad", "Vad fasen är.")
    varfor: Text = nyckel("Varför", "Varför fasen finns.", krav=True)
    hur: Text | None = nyckel("Hur", "Hur arbetet görs.")
    huvudaktiviteter: Lista[Text] = rader(
        "Huvudaktiviteter", "Det som görs i fasen.", kalla=("S002-06",)
    )
    forutsattningar: Lista[Text] = rader("Förutsättningar", "Det som behöver vara på plats.")
    metod: Text | None = nyckel("Metod", "Vilket arbetssätt som används.")
    vem_gor_vad: Lista[VemGor] = rader("Vem gör vad", "Roller och uppgifter.")
    resultat: Text = nyckel("Resultat", "Vad fasen ska ge.", krav=True, kalla=("S002-07",))
    kalla: Lista[Rad] = rader("Källa", "Var fasen kommer från.")
    provenans: Provenans = nyckel("Proveniens", "seed, verifierad eller hus.", krav=True)
    nar: Villkor | None = nyckel("När", "Villkor för att fasen ska ingå.")
    ersatter: Lista[Id] = rader("Ersätter", "Faser i tidigare versioner som blev denna.")
    dokument: Lista[Dokumentkrav] = rader("Dokument", "Handlingar som fasen kräver.")
    checklista: Lista[PunktId] = rader("Checklista", "Punkter som besvaras i fasen.")
    sidobeslut: Lista[Sidobeslut] = rader(
        "Sidobeslut", "Beslut som tas i fasen utan att insatsen lämnar den."
    )
    som_bor: Lista[PunktId] = rader(
        "Som bör", "Punkter ur checklistan som är krav annars men inte stoppar i den här fasen."
    )
    grind: Grind = nyckel("Grind", "Vad som prövas innan fasen lämnas.", krav=True)


class Sluttillstand(Modell):
    """Ett tillstånd där insatsen inte arbetar längre."""

    id: Id = nyckel("Id", "Tillståndets id.", krav=True)
    namn: Rad = nyckel("Namn", "Tillståndets namn.", krav=True)


class Stangning(Modell):
    """Hur en insats får stängas utanför grindarna."""

    till: Lista[Id] = rader("Till", "Tillåtna sluttillstånd; det första är det vanliga.")
    inte_fran: Lista[Id] = rader("Inte från", "Faser som inte får stängas så.")
    skal: Text | None = nyckel("Skäl", "Varför inte.")
    kalla: Lista[Rad] = rader("Källa", "Var regeln kommer från.")


class Tillbaka(Modell):
    """Hur en insats får gå tillbaka."""

    till: Literal["tidigare", "ingen"] = nyckel("Till", "tidigare eller ingen.", krav=True)


class Borjan(Modell):
    """En annan första fas för vissa insatser."""

    fas: Id = nyckel("Fas", "Fasen som insatsen börjar i.", krav=True)
    nar: Villkor = nyckel("När", "Villkor på insatsens huvud.", krav=True)
    kalla: Lista[Rad] = rader("Källa", "Var det kommer från.")


class Kopia(Modell):
    """En handling som följer med när en insats fortsätter en annan."""

    handling: Id = nyckel("Handling", "Slaget av handling.", krav=True)
    utan: Lista[Rad] = rader("Utan", "Fält som inte följer med.")


class Process(Modell):
    """En process med sina faser i ordning."""

    process: Id = nyckel("Process", "Processens id.", krav=True)
    version: Antal = nyckel("Version", "Processens version.", krav=True)
    namn: Rad = nyckel("Namn", "Processens namn.", krav=True)
    beskrivning: Text | None = nyckel("Beskrivning", "Vad processen är till för.")
    slag: Literal["insats", "forbund"] | None = nyckel(
        "Slag", "insats, eller forbund för förbundets egna årliga ärenden."
    )
    kalla: Lista[Rad] = rader("Källa", "Var processen kommer från.")
    provenans: Provenans = nyckel("Proveniens", "seed, verifierad eller hus.", krav=True)
    minst_partstyper: Antal | None = nyckel(
        "Minst partstyper", "Hur många parter av olika slag som står bakom varje insats."
    )
    genomgaende: Lista[PunktId] = rader("Genomgående", "Punkter som ställs vid varje grind.")
    undantag_beslutas_av: Lista[Id] = rader("Undantag", "Organ som får besluta om undantag.")
    sluttillstand: Lista[Sluttillstand] = rader("Sluttillstånd", "Tillstånd utan grind.")
    stangning: Stangning | None = nyckel("Stängning", "Hur en insats stängs.")
    tillbaka: Tillbaka | None = nyckel("Tillbaka", "Hur en insats går tillbaka.")
    borjar: Lista[Borjan] = rader("Börjar", "Andra första faser; annars den första.")
    kopieras: Lista[Kopia] = rader(
        "Kopieras", "Handlingar som följer med till en insats som fortsätter eller delar en annan."
    )
    faser: Lista[Fas] = rader("Faser", "I ordning.")
    vagledning: Vagledning | None = nyckel(
        "Vägledning", "Vad processen följer, och vad som är känt."
    )
    block: Lista[Block] = rader("Block", "Det som processen beskriver, att läsa för sig.")

    @property
    def is_insats(self) -> bool:
        """Tell whether cases of this process are insatser, and not the förbund's own affairs."""
        return self.slag != "forbund"

    def phase(self, phase_id: str) -> Fas | None:
        """Find a phase by id."""
        return next((fas for fas in self.faser if fas.id == phase_id), None)

    def heir(self, phase_id: str) -> Fas | None:
        """Find a phase by id, or the one that has taken its place."""
        taken = (fas for fas in self.faser if phase_id in fas.ersatter)
        return self.phase(phase_id) or next(taken, None)

    def is_end(self, state: str) -> bool:
        """Tell whether a state is one without a gate."""
        return any(each.id == state for each in self.sluttillstand)

    def name_of(self, state: str) -> str:
        """Give the name of a phase or an end state; an unknown one is its own name."""
        names = {fas.id: fas.namn for fas in self.faser}
        names |= {each.id: each.namn for each in self.sluttillstand}
        return names.get(state, state)
