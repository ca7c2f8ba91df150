"""Which business term of EN 16931 each part of a received e-invoice is."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from otc_desktop.domain.invoicing.received import (
    TERM,
    ReceivedAdjustment,
    ReceivedInvoice,
    ReceivedTax,
)


def _pairs(seller: str, other: str) -> Mapping[str, str]:
    return {
        f"BT-{one}": f"BT-{two}"
        for one, two in zip(seller.split(), other.split(), strict=True)
        if two != "-"
    }


# A part of several places is declared with the terms of the seller, or of the document.
_ELSEWHERE: Mapping[str, Mapping[str, str]] = {
    "buyer": _pairs(
        "27 28 29 30 31 34 35 36 162 38 37 39 40 41 42 43",
        "44 45 46 47 48 49 50 51 163 53 52 54 55 56 57 58",
    ),
    "payee": _pairs("27 29 30", "59 60 61"),
    "tax_representative": _pairs("27 31 35 36 162 38 37 39 40", "62 63 64 65 164 67 66 68 69"),
    "delivered_to": _pairs("35 36 162 38 37 39 40", "75 76 165 78 77 79 80"),
    "lines": _pairs("92 93 94 97 98 99 100 101 104 105", "136 137 138 139 140 141 142 143 144 145"),
}


def terms(invoice: ReceivedInvoice) -> Iterator[tuple[str, str, Any]]:
    """Business term, path and value of everything that a document says."""
    yield from _terms(invoice, "", {})


def term_of(invoice: ReceivedInvoice, where: str) -> str:
    """The business term of a path such as `seller.vat_number`; empty where nothing stands."""
    return next((term for term, path, _ in terms(invoice) if path == where), "")


def _terms(part: Any, where: str, elsewhere: Mapping[str, str]) -> Iterator[tuple[str, str, Any]]:
    for each in fields(part):
        value = getattr(part, each.name)
        known = each.metadata.get(TERM, "")
        if not known or value in (None, "", (), ("", ""), (None, None)):
            continue
        path = f"{where}.{each.name}" if where else each.name
        names = _named(part, known.split("/"), elsewhere)
        inside = _ELSEWHERE.get(each.name, elsewhere)
        if isinstance(value, ReceivedTax):
            for name, one in zip(names, ("category", "rate"), strict=True):
                if getattr(value, one) not in (None, ""):
                    yield name, f"{path}.{one}", getattr(value, one)
        elif is_dataclass(value):
            yield from _terms(value, path, inside)
        elif isinstance(value, tuple) and is_dataclass(value[0]):
            for position, one in enumerate(value):
                yield from _terms(one, f"{path}[{position}]", inside)
        else:
            yield "/".join(names), path, value


def _named(part: Any, known: list[str], elsewhere: Mapping[str, str]) -> list[str]:
    """The terms of a field: those of a discount or of a charge, where they differ."""
    if isinstance(part, ReceivedAdjustment):
        half = len(known) // 2
        known = known[half:] if part.is_charge else known[:half]
    return [elsewhere.get(name, name) for name in known]
