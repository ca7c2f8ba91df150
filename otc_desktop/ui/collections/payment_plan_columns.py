"""Columns of the lists of payment plans and of their instalments."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from otc_desktop.domain.dunning.payment_plan import InstalmentState
from otc_desktop.ui.collections.payment_plans_presenter import PaymentPlansPresenter
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind

_TONES = {
    InstalmentState.TO_COME: Tone.NEUTRAL,
    InstalmentState.DUE: Tone.WARNING,
    InstalmentState.PAID: Tone.GOOD,
    InstalmentState.MISSED: Tone.BAD,
}


def plan_columns(presenter: PaymentPlansPresenter) -> tuple[Column, ...]:
    """Plans, the newest first."""
    translate = QCoreApplication.translate

    def next_due(row: Any) -> Any:
        following = row.row.standing.next_instalment
        return None if following is None else following.due_on

    return (
        Column(
            name="number",
            title=translate("PaymentPlans", "Number"),
            width=110,
            value=lambda row: row.row.standing.plan.number,
        ),
        Column(
            name="customer",
            title=translate("PaymentPlans", "Customer"),
            width=200,
            value=lambda row: f"{row.row.customer_code} · {row.row.customer_name}",
        ),
        Column(
            name="state",
            title=translate("PaymentPlans", "Status"),
            kind=ColumnKind.STATUS,
            width=110,
            value=lambda row: presenter.state_mark(row.row),
        ),
        Column(
            name="amount",
            title=translate("PaymentPlans", "Amount"),
            kind=ColumnKind.MONEY,
            width=110,
            value=lambda row: row.row.standing.plan.amount,
        ),
        Column(
            name="received",
            title=translate("PaymentPlans", "Received"),
            kind=ColumnKind.MONEY,
            width=110,
            value=lambda row: row.row.standing.received,
        ),
        Column(
            name="next_due",
            title=translate("PaymentPlans", "Next instalment"),
            kind=ColumnKind.DATE,
            width=120,
            value=next_due,
        ),
    )


def instalment_columns(presenter: PaymentPlansPresenter) -> tuple[Column, ...]:
    """The instalments of one plan, by date."""
    translate = QCoreApplication.translate

    def state(row: Any) -> StatusMark:
        found = row.standing.state
        return StatusMark(_TONES[found], presenter.word("instalment_state", found.value))

    return (
        Column(
            name="place", title=translate("PaymentPlans", "No."), kind=ColumnKind.NUMBER, width=50
        ),
        Column(
            name="due_on",
            title=translate("PaymentPlans", "Due on"),
            kind=ColumnKind.DATE,
            width=100,
            value=lambda row: row.standing.instalment.due_on,
        ),
        Column(
            name="amount",
            title=translate("PaymentPlans", "Amount"),
            kind=ColumnKind.MONEY,
            width=110,
            value=lambda row: row.standing.instalment.amount,
        ),
        Column(
            name="received",
            title=translate("PaymentPlans", "Received"),
            kind=ColumnKind.MONEY,
            width=110,
            value=lambda row: row.standing.received,
        ),
        Column(
            name="state",
            title=translate("PaymentPlans", "Status"),
            kind=ColumnKind.STATUS,
            width=100,
            value=state,
        ),
    )
