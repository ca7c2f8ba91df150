"""From a suspicion to one file: the list of duplicates, the comparison, the merge, its undoing."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from otc_desktop.application.customers.merge_customers import MergedCustomers
from otc_desktop.application.customers.undo_merge import UndoneMerge
from otc_desktop.domain.customers.duplicates import Likeness, Traits
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.ui.customers.dialogs.customer_form import CustomerForm
from otc_desktop.ui.customers.dialogs.duplicates_dialog import DuplicatesDialog
from otc_desktop.ui.customers.dialogs.merge_dialog import MergeDialog
from otc_desktop.ui.customers.merge_presenter import MergePresenter
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.action_bar import ActionBar


class Merging(QObject):
    """The actions of the customers tab that make one file of two.

    Args:
        services: what the window offers.
        program: the program behind it.
        bar: where its buttons stand.
        page: the tab.
    """

    def __init__(
        self, services: WindowServices, program: Program, bar: ActionBar, page: QWidget
    ) -> None:
        super().__init__(page)
        self._services = services
        self._page = page
        self.presenter = MergePresenter(services, program, self)
        self._merged: list[tuple[str, str]] = []
        self._list: DuplicatesDialog | None = None
        self.duplicates = bar.add(
            self.tr("Duplicates…"),
            self.show_duplicates,
            shortcut="Ctrl+Shift+D",
            tip=self.tr("Files that may be one customer: compare and merge them"),
        )
        self.undo = bar.add(
            self.tr("Undo the merge"),
            self.undo_last,
            shortcut="Ctrl+Z",
            tip=self.tr("Make two files again of the last ones merged"),
        )
        self._undo_button = bar.button(self.undo)
        self._let_undo()

    def show_duplicates(self) -> None:
        """Show the pairs that look alike."""
        dialog = DuplicatesDialog(self.presenter, self._page)
        dialog.merge_asked.connect(self.ask_merge)
        dialog.open_asked.connect(self.open_file)
        dialog.destroyed.connect(self._forget_list)
        self._list = dialog
        dialog.open()

    def ask_merge(self, keep: str, lose: str) -> None:
        """Compare two files, and merge them if the user agrees."""
        dialog = MergeDialog(self.presenter, keep, lose, self._list or self._page)

        def done(merged: MergedCustomers) -> None:
            dialog.accept()
            self._remember(merged)

        dialog.submitted.connect(
            lambda: self.presenter.merge(
                dialog.keep, dialog.lose, dialog.take(), done, dialog.refuse_merge
            )
        )
        dialog.open()

    def undo_last(self) -> None:
        """Take the last merge of this session back."""
        if self._merged:
            self.undo_merge(*self._merged[-1])

    def undo_merge(self, keep: str, lose: str) -> None:
        """Take a merge back."""

        def done(undone: UndoneMerge) -> None:
            self._merged = [pair for pair in self._merged if pair != (keep, lose)]
            self._let_undo()
            self._services.notices.done(
                self.tr("{lost} and {kept} are two files again").format(
                    lost=undone.loser.code, kept=undone.keeper.code
                )
            )
            if self._list is not None:
                self._list.reload()

        self.presenter.undo(keep, lose, done)

    def open_file(self, customer_id: UUID) -> None:
        """Show a customer's file."""
        self._services.navigator.open(Place(tab="customers", id=customer_id))

    def watch(self, form: CustomerForm) -> None:
        """Show what looks like the file that is typed."""
        asked = [0]

        def ask() -> None:
            asked[0] += 1
            number = asked[0]

            def show(found: Sequence[tuple[Traits, Likeness]]) -> None:
                # A slow answer to an earlier text says nothing of the present one.
                if number == asked[0]:
                    form.hints.show_files([self._hint(*each) for each in found])

            self.presenter.find(form.values(), show)

        def leave(customer_id: UUID) -> None:
            form.reject()
            self.open_file(customer_id)

        form.checked.connect(ask)
        form.hints.open_asked.connect(leave)

    def _hint(self, traits: Traits, likeness: Likeness) -> tuple[CustomerId, str, bool]:
        text = self.tr("{code} · {name}: {reasons}").format(
            code=traits.code, name=traits.name, reasons=self.presenter.reasons_of(likeness)
        )
        return traits.id, text, likeness.is_sure

    def _remember(self, merged: MergedCustomers) -> None:
        keep, lose = merged.keeper.code, merged.loser.code
        self._merged.append((keep, lose))
        self._let_undo()
        self._services.notices.done(
            self.tr("{lost} merged into {kept}").format(lost=lose, kept=keep),
            self.presenter.moves_in_words(merged.moved),
            action_text=self.tr("Undo"),
            action=lambda: self.undo_merge(keep, lose),
        )
        if self._list is not None:
            self._list.reload()
        self.open_file(merged.keeper.id)

    def _forget_list(self) -> None:
        self._list = None

    def _let_undo(self) -> None:
        self.undo.setEnabled(bool(self._merged))
        self._undo_button.setVisible(bool(self._merged))
