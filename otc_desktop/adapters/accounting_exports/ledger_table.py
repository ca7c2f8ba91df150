"""Accounting entries as a plain table, for people with a spreadsheet program."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from otc_desktop.application.kernel.ledger_files import (
    FecLine,
)
from otc_desktop.application.kernel.sheets import CellKind, CellValue, SheetColumn
from otc_desktop.domain.shared.currency import EUR, Currency

# The bookkeeper's words, as the FEC's own: this file is French whoever exports it.
COLUMNS = (
    SheetColumn("Journal", width=9),
    SheetColumn("Libellé du journal", width=18),
    SheetColumn("N° d'écriture", width=13),
    SheetColumn("Date", CellKind.DATE, width=12),
    SheetColumn("Compte", width=11),
    SheetColumn("Libellé du compte", width=28),
    SheetColumn("Compte auxiliaire", width=17),
    SheetColumn("Nom du tiers", width=28),
    SheetColumn("Pièce", width=16),
    SheetColumn("Date de pièce", CellKind.DATE, width=13),
    SheetColumn("Libellé", width=40),
    SheetColumn("Débit", CellKind.EUROS, width=15),
    SheetColumn("Crédit", CellKind.EUROS, width=15),
    SheetColumn("Lettrage", width=9),
    SheetColumn("Date de lettrage", CellKind.DATE, width=15),
    SheetColumn("Date de validation", CellKind.DATE, width=17),
    SheetColumn("Montant en devise", CellKind.AMOUNT, width=17),
    SheetColumn("Devise", width=8),
)


def ledger_rows(lines: Iterable[FecLine]) -> Iterator[tuple[CellValue, ...]]:
    """A row a line; the side that is empty stays empty."""
    for line in lines:
        foreign = line.currency_minor is not None and line.currency not in ("", EUR.code)
        yield (
            line.journal_code,
            line.journal_name,
            line.entry_number,
            line.entry_on,
            line.account,
            line.account_name,
            line.auxiliary,
            line.auxiliary_name,
            line.piece,
            line.piece_on,
            line.label,
            _amount(line.debit_minor, EUR),
            _amount(line.credit_minor, EUR),
            line.letter,
            line.lettered_on,
            line.posted_on,
            _amount(line.currency_minor or 0, Currency(line.currency)) if foreign else None,
            line.currency if foreign else None,
        )


def _amount(minor: int, currency: Currency) -> Decimal | None:
    return Decimal(minor).scaleb(-currency.digits) if minor else None
