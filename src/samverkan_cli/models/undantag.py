"""What has been tried and found to be no personal data, place by place."""

from samverkan_cli.models.grund import Avtryck, Datum, Modell, Rad, Text, falt


class Undantag(Modell):
    """Ett ställe där det som liknar en personuppgift har prövats och inte är någon."""

    fil: Rad = falt(
        "Fil",
        "Filen, från förrådets rot.",
        exempel="insatser/2026-014-unga-vuxna/ansokan.yaml",
        krav=True,
    )
    plats: Rad | None = falt(
        "Plats",
        "Fältet i filen, eller filnamn; tomt för en rad utanför fälten.",
        exempel="bakgrund",
    )
    regel: Rad = falt("Regel", "Regelns id.", exempel="PER101", krav=True)
    avtryck: Avtryck = falt(
        "Avtryck", "Märket som anmärkningen visar, inom citattecken.", exempel="3f0a", krav=True
    )
    skal: Text | None = falt("Skäl", "Varför det inte är någon personuppgift.")
    beslutad_av: Rad | None = falt("Beslutad av", "Vem som prövade det.", exempel="Karin Ek")
    datum: Datum | None = falt("Datum", "När det prövades.", exempel="2026-09-14")

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Say what the row covers: file, place, rule and mark."""
        return self.fil, self.plats or "", self.regel, self.avtryck

    @property
    def is_reasoned(self) -> bool:
        """Tell whether the row says why, who and when; otherwise it covers nothing."""
        return None not in (self.skal, self.beslutad_av, self.datum)
