"""Where it was delivered, told only if that is not where the customer lives."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.domain.invoicing.invoice import Party
from otc_desktop.domain.invoicing.references import DeliveryReference
from otc_desktop.domain.shared.company import Address

_COUNTRY = re.compile(r"[A-Z]{2}")
# A postal code has a digit in it wherever one has any.
_TOWN = re.compile(r"(\S*\d\S*)\s+(\S.*)")


@dataclass(frozen=True, slots=True)
class Place:
    """Who receives (BT-70) and where (BG-15)."""

    name: str
    address: Address


def elsewhere(ship_to: str, buyer: Party) -> str:
    """The address of a delivery, if that is not the customer's.

    Only then it must be shown (CGI ann. II art. 242 nonies A, as of décret 2022-1299).
    """
    address = buyer.address
    known = (address.line1, f"{address.postal_code} {address.city}".strip())
    lines = {line.strip().casefold() for line in ship_to.splitlines()}
    if all(line and line.strip().casefold() in lines for line in known):
        return ""
    return ship_to


def place_of_delivery(deliveries: Sequence[DeliveryReference], buyer: Party) -> Place | None:
    """The one place of all deliveries behind a document; None for the customer's own or several.

    A head that names one place can't say that of several: each stands on the paper by itself.
    """
    places = {each.ship_to for each in deliveries}
    if len(places) != 1:
        return None
    text = elsewhere(places.pop(), buyer)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return _place(lines) if lines else None


def _place(lines: list[str]) -> Place:
    """The lines of a label: name, one or two of the street, town, country unless it is France."""
    country = lines.pop() if len(lines) > 1 and _COUNTRY.fullmatch(lines[-1]) else "FR"
    town = _TOWN.fullmatch(lines[-1]) if len(lines) > 1 else None
    if town is not None:
        lines.pop()
    name = lines.pop(0) if len(lines) > 1 else ""
    return Place(
        name,
        Address(
            line1=lines[0] if lines else "",
            line2=", ".join(lines[1:]),
            postal_code="" if town is None else town[1],
            city="" if town is None else town[2],
            country=country,
        ),
    )
