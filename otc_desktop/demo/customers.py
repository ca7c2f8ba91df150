"""The customers of the demonstration, and their file to import."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from otc_desktop.demo import identifiers, names
from otc_desktop.demo.catalogue import TRADE
from otc_desktop.demo.kinds import Kind, kinds_of
from otc_desktop.domain.shared.text import fold

_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")
_COLUMNS = (
    "code;raison sociale;siren;siret;tva intracom;adresse;code postal;ville;pays;courriel;"
    "téléphone;contact;iban;conditions de règlement;encours autorisé;langue;groupe;tarif"
).split(";")
# Customers of the first months; the others come later, in two waves.
_TRADE_GROUPS = ("Boutiques", "Électriciens et bâtiment")
_FOUNDING_SHARE, _SECOND_SHARE = 70, 88


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoCustomer:
    """A customer; `joined` is the wave in which it came (0 first), `bank_account` its IBAN."""

    code: str
    name: str
    kind: Kind
    bank_account: str
    joined: int
    file: tuple[str, ...]

    @property
    def payer(self) -> str:
        """Who stands on its transfers, in the capitals banks like."""
        return fold(self.kind.payer or self.name).upper()


def make_customers(rng: Random, count: int) -> list[DemoCustomer]:
    """So many customers, one of each story first."""
    used: set[str] = set()
    found = []
    for place, kind in enumerate(kinds_of(count)):
        postal_code, city = names.town_of(rng, kind.country)
        name = names.unused_name(rng, kind.key, kind.country, used, city)
        if kind.key == "town_hall":
            city = name.removeprefix(names.TOWN_HALL_OF)
        found.append(_customer(rng, place, count, kind, name=name, town=(postal_code, city)))
    return found


def _customer(
    rng: Random, place: int, count: int, kind: Kind, *, name: str, town: tuple[str, str]
) -> DemoCustomer:
    code = f"C{place + 1:04d}"
    siren = siret = vat_number = ""
    if kind.country == "FR":
        siren = identifiers.siren(rng, prefix="2199" if kind.key == "town_hall" else "999")
        siret = identifiers.siret(siren, establishment=rng.randint(1, 4))
        vat_number = "" if kind.key == "town_hall" else identifiers.french_vat_number(siren)
    else:
        vat_number = identifiers.foreign_vat_number(rng, kind.country)
    account = identifiers.iban(rng, kind.country)
    in_file = rng.randrange(100) < kind.known_account
    domain = _NOT_A_LETTER.sub("-", fold(name)).strip("-")
    file = (
        code, name, siren, siret, vat_number,
        names.street(rng), *town, kind.country,
        f"compta@{domain}.example", _phone(rng), names.contact(rng),
        account if in_file else "",
        kind.terms, "" if kind.limit is None else str(kind.limit),
        "en" if kind.country == "DE" else "fr", kind.group,
        TRADE if kind.group in _TRADE_GROUPS else "",
    )  # fmt: skip
    share = place * 100 // count
    joined = 0 if share < _FOUNDING_SHARE else 1 if share < _SECOND_SHARE else 2
    return DemoCustomer(
        code=code, name=name, kind=kind, bank_account=account, joined=joined, file=file
    )


def _phone(rng: Random) -> str:
    # The regulator keeps 04 65 71 for fiction.
    return f"04 65 71 {rng.randint(10, 99)} {rng.randint(10, 99)}"


def write_customers(folder: Path, customers: Sequence[DemoCustomer]) -> Path:
    """The customers as a file to import."""
    return _write(folder / "clients.csv", _COLUMNS, [each.file for each in customers])


def write_limit(folder: Path, code: str, limit: int) -> Path:
    """A new credit limit as a file to import."""
    return _write(folder / "encours.csv", ("code", "encours autorisé"), [(code, str(limit))])


def _write(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter=";")
        table.writerow(header)
        table.writerows(rows)
    return path
