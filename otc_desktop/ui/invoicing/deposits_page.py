"""What waits for the approved platform, went there, or was refused."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from otc_desktop.application.invoicing.deposit import (
    ACCEPTED,
    CANCELLED,
    DEPOSITED,
    FAILED,
    QUEUED,
    REJECTED,
)
from otc_desktop.application.invoicing.fetch_flows import HeardOutcome
from otc_desktop.application.invoicing.flow_queries import FlowRow
from otc_desktop.application.invoicing.send_flows import FlowOutcome
from otc_desktop.ui.invoicing.columns import deposit_mark
from otc_desktop.ui.invoicing.deposits_presenter import DepositsPresenter
from otc_desktop.ui.invoicing.dialogs.ereporting_dialog import EReportingDialog
from otc_desktop.ui.invoicing.dialogs.platform_account import PlatformAccountDialog
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.filters import FilterChoice
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar


class DepositsPage(QWidget):
    """Deposits what waits, asks for answers, and shows each flow with the platform's own.

    Args:
        presenter: of the platform.
    """

    def __init__(
        self,
        presenter: DepositsPresenter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.bar = ActionBar(self)
        add = self.bar.add
        self.send = add(
            self.tr("Deposit now"),
            self._send,
            shortcut="Ctrl+Return",
            tip=self.tr("Hand everything that waits to the platform"),
            primary=True,
        )
        self.fetch = add(
            self.tr("Ask for answers"),
            self._fetch,
            shortcut="Ctrl+Shift+F",
            tip=self.tr("What the platform thinks of the deposits, and the statuses that came"),
        )
        self.again = add(
            self.tr("Try again"),
            self._retry,
            shortcut="Ctrl+R",
            tip=self.tr("Have the selected deposits that failed leave once more"),
        )
        self.give_up = add(
            self.tr("Give up"),
            self._give_up,
            tip=self.tr("Never deposit the selected one, or be done with its refusal"),
        )
        self.ereporting = add(
            self.tr("E-reporting…"),
            self._open_ereporting,
            shortcut="Ctrl+G",
            tip=self.tr("Sales that no e-invoice tells the State, period by period"),
        )
        self.settings = add(
            self.tr("Platform…"),
            self.open_settings,
            tip=self.tr("Choose the platform and its access"),
        )
        self.list: ListView[FlowRow] = ListView(
            presenter.services,
            presenter.program.queries.platform_flows,
            _columns(presenter.word),
            name="invoicing-deposits",
            empty=EmptyState(
                title=self.tr("Nothing deposited yet"),
                hint=self.tr(
                    "Choose your platform, then deposit issued documents from their list:"
                    " E-invoice…, Deposit on the platform."
                ),
                action_text=self.tr("Choose the platform"),
                action=self.open_settings,
            ),
            filters=[self._status_filter()],
            sort="created_at",
            descending=True,
            parent=self,
        )
        self.answer = QLabel(self)
        self.answer.setWordWrap(True)
        self.answer.setProperty("muted", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)
        column.addWidget(self.answer)
        self.list.selection_changed.connect(self._on_selection)
        self._on_selection([])

    def open_settings(self) -> None:
        """Show where the platform is chosen."""
        presenter = self._presenter
        PlatformAccountDialog(presenter.services, presenter.program, parent=self).open()

    def _open_ereporting(self) -> None:
        presenter = self._presenter
        EReportingDialog(presenter.services, presenter.program, parent=self).open()

    def _on_selection(self, _ids: Sequence[UUID]) -> None:
        rows = self.list.selected_rows()
        self.again.setEnabled(bool(rows) and all(row.status in (FAILED, QUEUED) for row in rows))
        one = rows[0] if len(rows) == 1 else None
        self.give_up.setEnabled(
            one is not None
            and (one.status in (FAILED, REJECTED) or (one.status == QUEUED and one.attempts == 0))
        )
        said = one.answer if one is not None else ""
        self.answer.setText(self.tr("Answer: {answer}").format(answer=said) if said else "")

    def _send(self) -> None:
        self.send.setEnabled(False)
        self._presenter.send(self._sent, on_end=lambda: self.send.setEnabled(True))

    def _sent(self, outcome: FlowOutcome) -> None:
        notices = self._presenter.services.notices
        if outcome.problem is not None:
            notices.warning(
                self.tr("The platform could not take everything"),
                self._presenter.error_text(outcome.problem),
            )
        elif not outcome.counts:
            notices.done(self.tr("Nothing waited for the platform"))
        else:
            notices.done(self.tr("Deposited"), self._counted(outcome.counts))

    def _fetch(self) -> None:
        self.fetch.setEnabled(False)
        self._presenter.fetch(self._heard, on_end=lambda: self.fetch.setEnabled(True))

    def _heard(self, outcome: HeardOutcome) -> None:
        told = [self._counted(outcome.acknowledged)] if outcome.acknowledged else []
        taken = outcome.messages.get("taken", 0)
        refused = outcome.messages.get("refused", 0)
        if taken:
            told.append(self.tr("statuses taken in: {count}").format(count=taken))
        if refused:
            told.append(self.tr("messages not understood: {count}").format(count=refused))
        self._presenter.services.notices.done(
            self.tr("The platform was asked"), " · ".join(told) or self.tr("No news")
        )

    def _counted(self, counts: Mapping[str, int]) -> str:
        word = self._presenter.word
        return " · ".join(
            f"{word('flow_status', status)} {count}" for status, count in counts.items()
        )

    def _retry(self) -> None:
        self._presenter.retry(
            [row.id for row in self.list.selected_rows()],
            lambda: self._presenter.services.notices.done(
                self.tr("They leave with the next deposit")
            ),
        )

    def _give_up(self) -> None:
        rows = self.list.selected_rows()
        if len(rows) == 1:
            name = rows[0].name
            self._presenter.give_up(
                rows[0].id,
                lambda: self._presenter.services.notices.done(
                    self.tr("{name} given up").format(name=name)
                ),
            )

    def _status_filter(self) -> FilterChoice:
        word = self._presenter.word
        states = (QUEUED, DEPOSITED, ACCEPTED, REJECTED, FAILED, CANCELLED)
        return FilterChoice(
            name="status",
            title=self.tr("Status"),
            options=(
                (None, self.tr("All")),
                *((state, word("flow_status", state)) for state in states),
            ),
        )


def _columns(word: Callable[[str, str], str]) -> tuple[Column, ...]:
    translate = QCoreApplication.translate

    return (
        Column(
            name="created_at",
            title=translate("Invoicing", "Queued on"),
            kind=ColumnKind.DATE,
            width=100,
            sortable=True,
            value=lambda row: row.created_at.date(),
        ),
        Column(
            name="status",
            title=translate("Invoicing", "Status"),
            kind=ColumnKind.STATUS,
            width=130,
            value=lambda row: deposit_mark(row.status, word),
        ),
        Column(
            name="kind",
            title=translate("Invoicing", "Kind"),
            width=110,
            value=lambda row: word("flow_kind", row.kind),
        ),
        Column(name="number", title=translate("Invoicing", "Number"), width=110),
        Column(name="customer_name", title=translate("Invoicing", "Customer"), width=200),
        Column(name="name", title=translate("Invoicing", "File name"), width=190),
        Column(name="syntax", title=translate("Invoicing", "Format"), width=80),
        Column(name="answer", title=translate("Invoicing", "Answer"), width=260),
    )
