"""What changed in a customer file, in texts that a timeline can show."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.ids import CustomerId

NO_HEADS: Mapping[CustomerId, str] = {}
_NO_FACT = frozenset(("id", "version", "parent_id", "merged_into_id", "former_codes"))
_SHOWN_OF_IBAN = 4


def file_changes(
    before: Customer, after: Customer, heads: Mapping[CustomerId, str] = NO_HEADS
) -> tuple[tuple[str, str, str], ...]:
    """Field, text before and text after, of all that differs; account numbers are masked.

    A changed bank account is the classic fraud: the timeline tells it, and not the account.
    `heads` are the codes of the groups' heads, which the file itself knows by id.
    """
    old, new = dict(_facts(before)), dict(_facts(after))
    old["parent"] = heads.get(before.parent_id, "…") if before.parent_id else ""
    new["parent"] = heads.get(after.parent_id, "…") if after.parent_id else ""
    return tuple(
        (name, _told(name, old.get(name, "")), _told(name, text))
        for name, text in new.items()
        if text != old.get(name, "")
    )


def masked_iban(iban: str) -> str:
    """`•••• 0189`: enough to recognise one's own account, not enough to use it."""
    plain = "".join(iban.split())
    return f"•••• {plain[-_SHOWN_OF_IBAN:]}" if plain else ""


def _told(name: str, text: str) -> str:
    return masked_iban(text) if name == "iban" else text


def _facts(thing: Any) -> Iterator[tuple[str, str]]:
    for field in fields(thing):
        value = getattr(thing, field.name)
        if field.name in _NO_FACT:
            continue
        if field.name == "address" and is_dataclass(value):
            yield from ((f"address_{name}", text) for name, text in _facts(value))
        else:
            yield field.name, _text(value)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(_text(each) for each in value)
    return str(value.value if isinstance(value, Enum) else value)
