"""The minutes of a meeting with the board or beredningsgruppen, in the förbund's own case."""

from typing import Literal

from samverkan_cli.models.beslut import Jav
from samverkan_cli.models.grund import (
    Antal,
    Datum,
    Dokument,
    Id,
    Lista,
    Modell,
    Rad,
    Text,
    falt,
    lista,
)


class Narvarande(Modell):
    """En person på mötet och om den tjänstgör."""

    namn: Rad = falt("Namn", "Personens namn.", exempel="Birgitta Sund", krav=True)
    uppdrag: Literal["ordforande", "vice_ordforande", "ledamot", "ersattare", "ovrig"] | None = (
        falt("Uppdrag", "ordforande, vice_ordforande, ledamot, ersattare eller ovrig.")
    )
    tjanstgor: bool | None = falt(
        "Tjänstgör", "true om personen deltar i besluten.", exempel=True, kalla=("S003-036",)
    )
    ersatter: Rad | None = falt(
        "Ersätter", "Ledamoten som en ersättare tjänstgör för.", exempel="Olle Marklund"
    )


class Protokollspunkt(Modell):
    """En punkt på mötet och vad det blev av den."""

    nr: Antal = falt("Nummer", "Punktens nummer på föredragningslistan.", exempel=6, krav=True)
    paragraf: Rad | None = falt("Paragraf", "Paragrafens nummer.", exempel="§ 34")
    rubrik: Rad | None = falt("Rubrik", "Vad punkten gäller.", exempel="Ansökan om medel")
    insats: Id | None = falt("Insats", "Id på ärendet.", exempel="2026-014-unga-vuxna")
    beslut: Rad | None = falt(
        "Beslut", "Beslutets fil i ärendet.", exempel="beslut/2026-05-20-styrelse"
    )
    text: Text | None = falt("Text", "Det som sades och beslutades.")
    jav: Lista[Jav] = lista(
        "Jäv", "De som inte deltog i punkten, med skäl.", kalla=("S003-044", "S003-163")
    )
    reservation: Text | None = falt("Reservation", "Vem som reserverade sig, och varför.")


class Protokoll(Dokument):
    """Protokoll från ett möte. Möte, justering och anslag är tre dagar, i den ordningen."""

    organ: Id | None = falt("Organ", "styrelse eller beredningsgrupp.", exempel="styrelse")
    datum: Datum | None = falt("Sammanträde", "Mötets dag.", exempel="2026-05-20")
    tid: Rad | None = falt("Tid", "Klockslag.", exempel="09.00–12.00")
    plats: Rad | None = falt("Plats", "Var mötet hölls.", exempel="Kansliet, Norrby")
    ordforande: Rad | None = falt("Ordförande", "Vem som ledde mötet.", exempel="Birgitta Sund")
    sekreterare: Rad | None = falt("Sekreterare", "Vem som förde protokollet.")
    justerare: Lista[Rad] = lista("Justerare", "De som justerar med ordföranden.")
    narvarande: Lista[Narvarande] = lista("Närvarande", "Vilka som deltog, och vilka som beslutar.")
    punkter: Lista[Protokollspunkt] = lista("Punkter", "I föredragningslistans ordning.")
    justerat: Datum | None = falt("Justerat", "När protokollet justerades.", exempel="2026-05-27")
    anslaget: Datum | None = falt("Anslaget", "När justeringen anslogs.", exempel="2026-05-28")
    anslag_till: Datum | None = falt("Anslaget till", "När anslaget tas ned.", exempel="2026-06-19")
    forvaring: Rad | None = falt("Förvaring", "Var protokollet finns.", exempel="Kansliet, Norrby")
