"""What the pages of a customer's people and places share: a short list with its buttons."""

from collections.abc import Sequence
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.application.customers.queries import CustomerDetail
from otc_desktop.application.customers.read_customer_file import CustomerFile
from otc_desktop.domain.customers.address_book import CustomerAddress
from otc_desktop.domain.customers.contact import Contact
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.customers.file_presenter import FilePresenter
from otc_desktop.ui.customers.pages.page import CustomerPage
from otc_desktop.ui.customers.presenter import CustomersPresenter
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.columns import Column
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.short_list import ShortList
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.form_dialog import FormDialog

ThingT = TypeVar("ThingT", Contact, CustomerAddress)


class BookPage(CustomerPage, Generic[ThingT]):
    """A list of people or places; Enter changes one, Del takes it off the file."""

    name = ""

    def __init__(self, presenter: CustomersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = FilePresenter(presenter.services, presenter.program, self)
        self.file: CustomerFile | None = None
        self._shown: UUID | None = None
        self._things: ShortList[ThingT] = ShortList(self.text_of)
        self.bar = ActionBar(self)
        self.new = self.bar.add(self.tr("Add…"), lambda: self._open(None), primary=True)
        self.edit = self.bar.add(self.tr("Change…"), lambda: self._open(self.chosen()))
        self.remove = self.bar.add(self.tr("Remove…"), self._ask_remove, shortcut="Del")
        self.list: ListView[ThingT] = ListView(
            presenter.services,
            self._things,
            self.columns(),
            name=self.name,
            empty=self.empty_state(),
            parent=self,
        )
        self.list.filter_bar.hide()
        self.list.totals_bar.hide()
        self.list.table.addActions([self.edit, self.remove])
        self.list.row_activated.connect(lambda _id: self._open(self.chosen()))
        self.list.selection_changed.connect(lambda _ids: self._let_act())
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, SPACING, 0, 0)
        self.column.setSpacing(SPACING)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.list, 1)
        self._let_act()

    def columns(self) -> Sequence[Column]:
        """What the list shows."""
        raise NotImplementedError

    def empty_state(self) -> EmptyState:
        """What an empty list says."""
        raise NotImplementedError

    def text_of(self, thing: ThingT) -> str:
        """What is searched."""
        raise NotImplementedError

    def things_of(self, file: CustomerFile) -> Sequence[ThingT]:
        """What of the file is listed."""
        raise NotImplementedError

    def make_form(self, file: CustomerFile, thing: ThingT | None) -> FormDialog:
        """The form of one thing, already connected."""
        raise NotImplementedError

    def ask_remove(self, thing: ThingT) -> None:
        """Ask whether to take it off the file."""
        raise NotImplementedError

    def show_file(self, file: CustomerFile) -> None:
        """Show more than the list."""

    def show_customer(self, detail: CustomerDetail) -> None:
        """Read the file off the GUI thread, and show what belongs here."""
        customer_id = detail.customer.id
        self._shown = customer_id

        def show(file: CustomerFile) -> None:
            if self._shown == customer_id:
                self.file = file
                self._things.show(self.things_of(file))
                self.list.reload()
                self.show_file(file)
                self._let_act()

        def forget(refusal: OtcError) -> None:
            if self._shown == customer_id:
                self.clear()

        self.presenter.load(customer_id, show, forget)

    def clear(self) -> None:
        """Forget the customer."""
        self.file = None
        self._shown = None

    def chosen(self) -> ThingT | None:
        """The selected one."""
        ids = self.list.selected_ids()
        return next((each for each in self._things.rows if each.id in ids), None)

    def saved(self, form: FormDialog, text: str) -> None:
        """Close a form that was agreed to; the tab reads the file again."""
        form.accept()
        self.presenter.services.notices.done(self.tr("{name} saved").format(name=text))

    def refused(self, form: FormDialog, refusal: OtcError) -> None:
        """Say in a form what is wrong."""
        form.refuse(
            [(each.where or "", self.presenter.sentence(each)) for each in faults_of(refusal)]
        )

    def _open(self, thing: ThingT | None) -> None:
        if self.file is not None:
            self.make_form(self.file, thing).open()

    def _ask_remove(self) -> None:
        thing = self.chosen()
        if thing is not None:
            self.ask_remove(thing)

    def _let_act(self) -> None:
        chosen = self.chosen() is not None
        self.new.setEnabled(self.file is not None)
        self.edit.setEnabled(chosen)
        self.remove.setEnabled(chosen)
