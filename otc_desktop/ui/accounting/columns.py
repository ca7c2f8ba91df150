"""Columns of the lists of entries, balances, exports and checks."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from otc_desktop.domain.ledger.journal_entry import Journal
from otc_desktop.ui.accounting.presenter import AccountingPresenter
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.filters import FilterChoice


def _unless_zero(name: str) -> Callable[[Any], Any]:
    """An amount, or an empty cell where nothing is: columns of zeros hide the figures."""
    return lambda row: getattr(row, name) or None


def line_columns(presenter: AccountingPresenter) -> tuple[Column, ...]:
    """Posted lines with what their entry says."""
    translate = QCoreApplication.translate
    return (
        Column(
            name="entry_number",
            title=translate("AccountingColumns", "Entry"),
            kind=ColumnKind.NUMBER,
            width=72,
        ),
        Column(
            name="entry_on",
            title=translate("AccountingColumns", "Date"),
            kind=ColumnKind.DATE,
            width=96,
        ),
        Column(
            name="journal",
            title=translate("AccountingColumns", "Journal"),
            width=110,
            value=lambda row: presenter.word("journal", row.journal),
        ),
        Column(name="piece", title=translate("AccountingColumns", "Document"), width=120),
        *entry_line_columns(),
    )


def entry_line_columns() -> tuple[Column, ...]:
    """The lines of one entry."""
    translate = QCoreApplication.translate
    return (
        Column(name="account", title=translate("AccountingColumns", "Account"), width=90),
        Column(name="auxiliary", title=translate("AccountingColumns", "Customer"), width=90),
        Column(name="label", title=translate("AccountingColumns", "Label"), width=290),
        Column(
            name="debit",
            title=translate("AccountingColumns", "Debit"),
            kind=ColumnKind.MONEY,
            width=120,
            value=_unless_zero("debit"),
        ),
        Column(
            name="credit",
            title=translate("AccountingColumns", "Credit"),
            kind=ColumnKind.MONEY,
            width=120,
            value=_unless_zero("credit"),
        ),
        Column(name="letter", title=translate("AccountingColumns", "Letter"), width=70),
    )


def journal_filter(presenter: AccountingPresenter) -> FilterChoice:
    """Which journal."""
    translate = QCoreApplication.translate
    return FilterChoice(
        name="journal",
        title=translate("AccountingColumns", "Journal"),
        options=(
            (None, translate("AccountingColumns", "All")),
            *((each.value, presenter.word("journal", each.value)) for each in Journal),
        ),
    )


def aged_columns() -> tuple[Column, ...]:
    """What each customer owes, by days late."""
    translate = QCoreApplication.translate
    titles = (
        ("not_due", translate("AccountingColumns", "Not due")),
        ("days_1_30", translate("AccountingColumns", "1 to 30 days")),
        ("days_31_60", translate("AccountingColumns", "31 to 60 days")),
        ("days_61_90", translate("AccountingColumns", "61 to 90 days")),
        ("over_90", translate("AccountingColumns", "Over 90 days")),
        ("total", translate("AccountingColumns", "Total")),
    )
    return (
        Column(
            name="customer",
            title=translate("AccountingColumns", "Customer"),
            width=280,
            value=lambda row: f"{row.customer_code} · {row.customer_name}",
        ),
        *(
            Column(
                name=name,
                title=title,
                kind=ColumnKind.MONEY,
                width=150,
                value=_unless_zero(name),
            )
            for name, title in titles
        ),
    )


def batch_columns() -> tuple[Column, ...]:
    """Exports that hold their entries."""
    translate = QCoreApplication.translate
    return (
        Column(
            name="number",
            title=translate("AccountingColumns", "Batch"),
            kind=ColumnKind.NUMBER,
            width=70,
            sortable=True,
        ),
        Column(
            name="format",
            title=translate("AccountingColumns", "Format"),
            width=90,
            value=lambda row: row.format.upper(),
        ),
        Column(
            name="from_on",
            title=translate("AccountingColumns", "From"),
            kind=ColumnKind.DATE,
            width=100,
        ),
        Column(
            name="to_on",
            title=translate("AccountingColumns", "To"),
            kind=ColumnKind.DATE,
            width=100,
        ),
        Column(
            name="entries",
            title=translate("AccountingColumns", "Entries"),
            kind=ColumnKind.NUMBER,
            width=90,
        ),
        Column(
            name="made_at",
            title=translate("AccountingColumns", "Made on"),
            kind=ColumnKind.DATE,
            width=100,
            value=lambda row: row.made_at.date(),
        ),
        Column(name="made_by", title=translate("AccountingColumns", "Made by"), width=120),
        Column(name="sha256", title=translate("AccountingColumns", "Hash (SHA-256)"), width=460),
    )


def check_columns(presenter: AccountingPresenter) -> tuple[Column, ...]:
    """Invariants and whether they hold."""
    translate = QCoreApplication.translate

    def result(row: Any) -> StatusMark:
        if row.check.ok:
            return StatusMark(Tone.GOOD, translate("AccountingColumns", "holds"))
        return StatusMark(Tone.BAD, translate("AccountingColumns", "broken"))

    return (
        Column(
            name="result",
            title=translate("AccountingColumns", "Result"),
            kind=ColumnKind.STATUS,
            width=120,
            value=result,
        ),
        Column(
            name="name",
            title=translate("AccountingColumns", "Check"),
            width=440,
            value=lambda row: presenter.word("check", row.check.name),
        ),
        Column(
            name="detail",
            title=translate("AccountingColumns", "What does not hold"),
            width=520,
            value=lambda row: row.check.detail,
        ),
    )
