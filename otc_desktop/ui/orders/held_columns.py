"""What the list of held orders shows."""

from PySide6.QtCore import QCoreApplication

from otc_desktop.application.credit.queries import RequestRow
from otc_desktop.domain.credit.trace import RequestStatus
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind


def held_columns(presenter: Presenter) -> tuple[Column, ...]:
    """Held orders, the oldest request first."""

    def status(row: RequestRow) -> StatusMark:
        tone = Tone.WARNING if row.status is RequestStatus.OPEN else Tone.INFO
        return StatusMark(tone, presenter.word("credit_request", row.status.value).capitalize())

    def why(row: RequestRow) -> str:
        return ", ".join(presenter.title(code) for code in row.codes)

    def overrun(row: RequestRow) -> Money | None:
        return row.overrun if row.overrun else None

    return (
        Column(
            name="asked_on",
            title=QCoreApplication.translate("Credit", "Since"),
            kind=ColumnKind.DATE,
            width=92,
            sortable=True,
        ),
        Column(
            name="status",
            title=QCoreApplication.translate("Credit", "Status"),
            kind=ColumnKind.STATUS,
            width=130,
            value=status,
        ),
        Column(
            name="number",
            title=QCoreApplication.translate("Credit", "Order"),
            width=112,
        ),
        Column(
            name="customer_name",
            title=QCoreApplication.translate("Credit", "Customer"),
            width=170,
        ),
        Column(
            name="amount",
            title=QCoreApplication.translate("Credit", "Including tax"),
            kind=ColumnKind.MONEY,
            width=105,
            sortable=True,
        ),
        Column(
            name="overrun",
            title=QCoreApplication.translate("Credit", "Beyond the limit"),
            kind=ColumnKind.MONEY,
            width=128,
            value=overrun,
        ),
        Column(
            name="codes",
            title=QCoreApplication.translate("Credit", "Why"),
            width=230,
            value=why,
        ),
    )
