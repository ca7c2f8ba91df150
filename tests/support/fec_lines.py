"""Builders of lines for accounting exports: say only what a test is about."""

from dataclasses import replace
from datetime import date
from typing import Any

from otc_desktop.application.kernel.ledger_files import (
    FecLine,
)

A_LINE = FecLine(
    journal_code="VE",
    journal_name="Ventes",
    entry_number="1",
    entry_on=date(2026, 1, 15),
    account="411000",
    account_name="Clients",
    auxiliary="C0001",
    auxiliary_name="Boulangerie Édouard Lœuvre",
    piece="F2026-00001",
    piece_on=date(2026, 1, 14),
    label="Facture F2026-00001",
    debit_minor=120_000,
    credit_minor=0,
    letter="AB",
    lettered_on=date(2026, 2, 12),
    posted_on=date(2026, 1, 31),
    currency_minor=None,
    currency="EUR",
)


def an_entry(number: int | str = 1, cents: int = 120_000, **changes: Any) -> list[FecLine]:
    """A balanced entry: the customer owes, the sale is earned; `changes` hold for both."""
    debit = replace(A_LINE, entry_number=str(number), debit_minor=cents)
    credit = replace(
        debit,
        account="706000",
        account_name="Prestations de services",
        auxiliary="",
        auxiliary_name="",
        debit_minor=0,
        credit_minor=cents,
        letter="",
        lettered_on=None,
    )
    return [replace(line, **changes) for line in (debit, credit)]
