"""The periods of e-reporting: told, due, late; each written to a file or deposited."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid5

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from otc_desktop.application.invoicing.deposit import DepositReport, deposit_report
from otc_desktop.application.invoicing.ereporting_status import (
    EReportingPeriod,
    PeriodState,
    ReadEReportingStatus,
    read_ereporting_status,
)
from otc_desktop.application.invoicing.export_ereporting import (
    ExportedReport,
    ExportEReporting,
    export_ereporting,
)
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.short_list import ShortList
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.file_choice import ask_for_folder
from otc_desktop.ui.widgets.tone_label import ToneLabel

_WIDTH, _HEIGHT = 1000, 520
_NAMES = UUID("6f1d1a52-8f0e-4b7e-9f43-0d5a6f3f7c11")
_TONES = {
    PeriodState.RUNNING: Tone.INFO,
    PeriodState.NOTHING: Tone.NEUTRAL,
    PeriodState.DUE: Tone.WARNING,
    PeriodState.LATE: Tone.BAD,
    PeriodState.TOLD: Tone.GOOD,
}


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A period in the list."""

    id: UUID
    period: EReportingPeriod


class EReportingDialog(QDialog):
    """Lists the periods, the newest first; writes or deposits the chosen one.

    Args:
        services: what the window offers.
        program: the program behind it.
    """

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("E-reporting"))
        self.presenter = Presenter(services, program, self)
        self._rows = ShortList[PeriodRow](lambda row: f"{row.period.period.from_on:%d/%m/%Y}")
        self.bar = ActionBar(self)
        self.write = self.bar.add(
            self.tr("Write the file…"),
            self._ask_where,
            shortcut="Ctrl+S",
            tip=self.tr("Prepare the transmission of the selected period, and write it"),
            primary=True,
        )
        self.deposit = self.bar.add(
            self.tr("Deposit on the platform"),
            self._prepare_and_deposit,
            shortcut="Ctrl+Return",
            tip=self.tr("Prepare the transmission, and queue it for the platform"),
        )
        self.list: ListView[PeriodRow] = ListView(
            services,
            self._rows,
            _columns(self.presenter.word),
            name="invoicing-ereporting",
            empty=EmptyState(
                title=self.tr("Nothing to tell"),
                hint=self.tr("Periods begin with the first document issued."),
            ),
            parent=self,
        )
        self.list.totals_bar.hide()
        self.news = ToneLabel(self)
        self.news.say(Tone.NEUTRAL, "")
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)
        column.addWidget(self.news)
        self.resize(_WIDTH, _HEIGHT)
        self.list.selection_changed.connect(self._follow)
        self._follow()
        self._load()

    def _load(self) -> None:
        self.presenter.read(
            read_ereporting_status,
            ReadEReportingStatus(),
            on_done=self._show,
            on_error=self._refused,
        )

    def _show(self, periods: Sequence[EReportingPeriod]) -> None:
        self._rows.show(
            [
                PeriodRow(uuid5(_NAMES, f"{each.period.from_on} {each.content}"), each)
                for each in reversed(periods)
            ]
        )
        self.list.reload()

    def _chosen(self) -> EReportingPeriod | None:
        rows = self.list.selected_rows()
        return rows[0].period if len(rows) == 1 else None

    def _follow(self, *_: object) -> None:
        chosen = self._chosen()
        ready = chosen is not None and chosen.state is not PeriodState.RUNNING
        self.write.setEnabled(ready)
        self.deposit.setEnabled(ready)

    def _ask_where(self) -> None:
        ask_for_folder(
            self, self.tr("Folder of the file"), lambda path: self._export(path, self._written)
        )

    def _prepare_and_deposit(self) -> None:
        self._export(None, self._queue)

    def _export(self, folder: Path | None, on_done: Callable[[ExportedReport], None]) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        command = ExportEReporting(
            from_on=chosen.period.from_on,
            to_on=chosen.period.to_on,
            content=chosen.content,
            folder=folder,
        )
        self.presenter.write(
            export_ereporting,
            command,
            on_done=on_done,
            on_error=self._refused,
            label=self.tr("Preparing the transmission"),
        )

    def _written(self, made: ExportedReport) -> None:
        if made.report is None:
            self._say_nothing_to_tell()
            return
        self.news.say(Tone.GOOD, self.tr("Written: {path}").format(path=made.path))
        self._load()

    def _queue(self, made: ExportedReport) -> None:
        if made.report is None:
            self._say_nothing_to_tell()
            return
        number = made.report.number
        self.presenter.write(
            deposit_report,
            DepositReport(number=number),
            on_done=lambda _flow: self._queued(number),
            on_error=self._refused,
        )

    def _queued(self, number: str) -> None:
        text = self.tr("{number} waits for the platform: «Deposit now» sends it.")
        self.news.say(Tone.GOOD, text.format(number=number))
        self._load()

    def _say_nothing_to_tell(self) -> None:
        self.news.say(Tone.INFO, self.tr("Nothing of this period is to be told."))

    def _refused(self, refusal: OtcError) -> None:
        self.news.say(Tone.BAD, self.presenter.error_text(refusal))


def _columns(word: Callable[[str, str], str]) -> tuple[Column, ...]:
    translate = QCoreApplication.translate

    def state(row: PeriodRow) -> StatusMark:
        told = row.period.state
        return StatusMark(_TONES[told], word("period_state", told.value))

    return (
        Column(
            name="from_on",
            title=translate("EReporting", "From"),
            kind=ColumnKind.DATE,
            width=100,
            value=lambda row: row.period.period.from_on,
        ),
        Column(
            name="to_on",
            title=translate("EReporting", "To"),
            kind=ColumnKind.DATE,
            width=100,
            value=lambda row: row.period.period.to_on,
        ),
        Column(
            name="content",
            title=translate("EReporting", "Tells"),
            width=150,
            value=lambda row: word("ereporting_content", row.period.content),
        ),
        Column(
            name="documents",
            title=translate("EReporting", "Operations"),
            kind=ColumnKind.NUMBER,
            width=90,
            value=lambda row: row.period.documents,
        ),
        Column(
            name="due_on",
            title=translate("EReporting", "Last day"),
            kind=ColumnKind.DATE,
            width=110,
            value=lambda row: row.period.period.due_on,
        ),
        Column(
            name="state",
            title=translate("EReporting", "State"),
            kind=ColumnKind.STATUS,
            width=140,
            value=state,
        ),
        Column(
            name="number",
            title=translate("EReporting", "Transmission"),
            width=240,
            value=lambda row: "" if row.period.report is None else row.period.report.number,
        ),
    )
