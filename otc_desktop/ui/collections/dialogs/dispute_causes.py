"""The tree of causes: the fixed reasons, and the company's own causes under each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.domain.disputes.cause import DisputeCause
from otc_desktop.domain.disputes.dispute import DisputeReason
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.collections.disputes_presenter import DisputesPresenter
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.tone_label import ToneLabel

_WIDTH, _HEIGHT = 480, 520
_REASON, _CAUSE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class DisputeCausesDialog(QDialog):
    """Add, rename, archive and bring back causes."""

    def __init__(self, presenter: DisputesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Causes of disputes"))
        self._presenter = presenter
        hint = QLabel(
            self.tr(
                "Under each reason stand your own causes. An archived one is offered no more; "
                "disputes that have it keep it."
            ),
            self,
        )
        hint.setWordWrap(True)
        hint.setProperty("muted", True)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.add = QPushButton(self.tr("&Add…"), self)
        self.rename = QPushButton(self.tr("&Rename…"), self)
        self.archive = QPushButton(self)
        close = QPushButton(self.tr("Close"), self)
        buttons = QHBoxLayout()
        for button, action in (
            (self.add, self._ask_for_title),
            (self.rename, self._ask_for_other_title),
            (self.archive, self._archive),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(action)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        close.clicked.connect(self.accept)
        self.news = ToneLabel(self)
        self.news.say(Tone.NEUTRAL, "")
        column = QVBoxLayout(self)
        for widget in (hint, self.tree, self.news):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.resize(_WIDTH, _HEIGHT)
        self.tree.currentItemChanged.connect(self._follow)
        presenter.causes_read.connect(self._show)
        presenter.load_causes()

    def add_cause(self, reason: DisputeReason, title: str) -> None:
        """Add a cause under a reason."""
        self._presenter.add_cause(
            reason, title, on_done=self._presenter.load_causes, on_error=self._refused
        )

    def _show(self, *_: object) -> None:
        chosen = self._chosen_reason()
        self.tree.clear()
        for reason in DisputeReason:
            word = self._presenter.word("dispute_reason", reason.value).capitalize()
            branch = QTreeWidgetItem([word])
            branch.setData(0, _REASON, reason.value)
            for cause in self._presenter.causes:
                if cause.reason is reason:
                    self._add_leaf(branch, cause)
            self.tree.addTopLevelItem(branch)
            branch.setExpanded(True)
            if reason is chosen:
                self.tree.setCurrentItem(branch)
        self.news.say(Tone.NEUTRAL, "")
        self._follow()

    def _add_leaf(self, branch: QTreeWidgetItem, cause: DisputeCause) -> None:
        title = cause.title
        if cause.archived:
            title = self.tr("{title} (archived)").format(title=title)
        leaf = QTreeWidgetItem([title])
        leaf.setData(0, _REASON, cause.reason.value)
        leaf.setData(0, _CAUSE, str(cause.id))
        branch.addChild(leaf)

    def _chosen_reason(self) -> DisputeReason | None:
        item = self.tree.currentItem()
        return None if item is None else DisputeReason(item.data(0, _REASON))

    def _chosen(self) -> DisputeCause | None:
        item = self.tree.currentItem()
        wanted = None if item is None else item.data(0, _CAUSE)
        return next((each for each in self._presenter.causes if str(each.id) == wanted), None)

    def _follow(self, *_: object) -> None:
        cause = self._chosen()
        self.add.setEnabled(self._chosen_reason() is not None)
        self.rename.setEnabled(cause is not None)
        self.archive.setEnabled(cause is not None)
        archived = cause is not None and cause.archived
        self.archive.setText(self.tr("&Bring back") if archived else self.tr("Ar&chive"))

    def _ask_for_title(self) -> None:
        reason = self._chosen_reason()
        title, agreed = QInputDialog.getText(self, self.windowTitle(), self.tr("Cause"))
        if agreed and reason is not None:
            self.add_cause(reason, title)

    def _ask_for_other_title(self) -> None:
        cause = self._chosen()
        if cause is None:
            return
        title, agreed = QInputDialog.getText(
            self, self.windowTitle(), self.tr("Cause"), text=cause.title
        )
        if agreed:
            self._presenter.change_cause(
                cause.id,
                title=title,
                on_done=self._presenter.load_causes,
                on_error=self._refused,
            )

    def _archive(self) -> None:
        cause = self._chosen()
        if cause is not None:
            self._presenter.change_cause(
                cause.id,
                archived=not cause.archived,
                on_done=self._presenter.load_causes,
                on_error=self._refused,
            )

    def _refused(self, refusal: OtcError) -> None:
        self.news.say(Tone.BAD, self._presenter.error_text(refusal))
