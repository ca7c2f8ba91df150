"""Proof that the books keep every invariant."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otc_desktop.ui.accounting.columns import check_columns
from otc_desktop.ui.accounting.presenter import AccountingPresenter, CheckRow
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.short_list import ShortList
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.tone_label import ToneLabel


class ChecksPage(QWidget):
    """Runs the checks when asked: they read everything."""

    def __init__(self, presenter: AccountingPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._rows = ShortList[CheckRow](
            lambda row: f"{presenter.word('check', row.check.name)} {row.check.detail}"
        )
        self.bar = ActionBar(self)
        self.verify = self.bar.add(
            self.tr("Verify"),
            self._verify,
            shortcut="Ctrl+Return",
            tip=self.tr("Prove entries, numbers, archives and balances on the live data"),
            primary=True,
        )
        self.verdict = ToneLabel(self)
        self.verdict.setWordWrap(False)
        self.verdict.hide()
        self.list: ListView[CheckRow] = ListView(
            presenter.services,
            self._rows,
            check_columns(presenter),
            name="accounting.checks",
            empty=EmptyState(
                title=self.tr("Not checked yet"),
                hint=self.tr("Check the books before you hand them over; nothing is changed."),
                action_text=self.tr("Verify"),
                action=self._verify,
            ),
            parent=self,
        )
        self.list.totals_bar.hide()
        top = QHBoxLayout()
        top.addWidget(self.bar, 1)
        top.addWidget(self.verdict)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        presenter.checked.connect(self._show)

    def _verify(self) -> None:
        self.verify.setEnabled(False)
        self._presenter.verify(on_end=lambda: self.verify.setEnabled(True))

    def _show(self, rows: Sequence[CheckRow]) -> None:
        # What is broken comes first.
        self._rows.show(sorted(rows, key=lambda row: row.check.ok))
        self.list.reload()
        broken = sum(not row.check.ok for row in rows)
        if broken:
            text = self.tr("Checks that do not hold: {count}").format(count=broken)
            self.verdict.say(Tone.BAD, text)
        else:
            text = self.tr("All {count} checks hold").format(count=len(rows))
            self.verdict.say(Tone.GOOD, text)
