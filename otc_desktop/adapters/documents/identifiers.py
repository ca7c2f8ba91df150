"""Numbers of companies and accounts, grouped as people read them aloud."""


def grouped_iban(iban: str) -> str:
    """An IBAN in groups of four (ISO 13616, print format)."""
    compact = "".join(iban.split())
    return " ".join(compact[start : start + 4] for start in range(0, len(compact), 4))


def grouped_siren(siren: str) -> str:
    """A SIREN as 3-3-3; anything else as it is."""
    if len(siren) == 9 and siren.isdigit():
        return f"{siren[:3]} {siren[3:6]} {siren[6:]}"
    return siren


def grouped_siret(siret: str) -> str:
    """A SIRET as its SIREN and the five digits of the site; anything else as it is."""
    if len(siret) == 14 and siret.isdigit():
        return f"{grouped_siren(siret[:9])} {siret[9:]}"
    return siret
