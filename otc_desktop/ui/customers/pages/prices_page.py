"""What a customer pays: its price list, and the prices agreed with it."""

from decimal import Decimal
from uuid import UUID

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from otc_desktop.application.catalogue.queries import AgreedPriceRow
from otc_desktop.application.customers.queries import CustomerDetail
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.rounding import is_on_grid
from otc_desktop.ui.customers.dialogs.agreed_price_form import AgreedPriceForm
from otc_desktop.ui.customers.pages.page import CustomerPage
from otc_desktop.ui.customers.presenter import CustomersPresenter
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.filters import FilterChoice
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.narrowed_source import NarrowedSource
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.confirm import confirm
from otc_desktop.ui.widgets.import_assistant.assistant import ImportAssistant
from otc_desktop.ui.widgets.import_assistant.jobs import agreed_prices_job


class PricesPage(CustomerPage):
    """Agreements in force, to come and past; a change is a new one."""

    def __init__(self, presenter: CustomersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Prices")
        self._presenter = presenter
        self._services = presenter.services
        self._code = ""
        self.price_list = QLabel(self)
        self.price_list.setProperty("muted", True)
        self.price_list.setWordWrap(True)
        self.bar = ActionBar(self)
        self.new = self.bar.add(
            self.tr("Agree a price…"),
            self._ask_new,
            tip=self.tr("A net price of a product, or a discount"),
            primary=True,
        )
        self.end = self.bar.add(
            self.tr("End today"), self._ask_end, tip=self.tr("The past stays as it was")
        )
        self.import_action = self.bar.add(self.tr("Import…"), self._ask_import)
        self._of_customer = NarrowedSource[AgreedPriceRow](
            presenter.program.queries.agreed_prices, {"customer_id": UUID(int=0)}
        )
        self.list: ListView[AgreedPriceRow] = ListView(
            presenter.services,
            self._of_customer,
            self._columns(),
            name="customers-agreed-prices",
            empty=EmptyState(
                title=self.tr("Nothing agreed"),
                hint=self.tr("The customer pays the prices of its list, else the catalogue's."),
            ),
            filters=[
                FilterChoice(
                    name="state",
                    title=self.tr("Shown"),
                    options=(
                        (None, self.tr("All")),
                        ("now", self.tr("In force")),
                        ("future", self.tr("To come")),
                        ("past", self.tr("Past")),
                    ),
                )
            ],
            parent=self,
        )
        self.list.selection_changed.connect(lambda _ids: self._let_act())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(self.price_list)
        column.addWidget(self.list, 1)
        self._let_act()

    def show_customer(self, detail: CustomerDetail) -> None:
        """Show what this customer pays."""
        customer = detail.customer
        self._code = customer.code
        text = (
            self.tr("Price list {code}; prices agreed below come first.").format(
                code=customer.price_list
            )
            if customer.price_list
            else self.tr("No price list: the catalogue's prices, but for those agreed below.")
        )
        self.price_list.setText(text)
        self._of_customer.narrow({"customer_id": customer.id})
        self.list.reload()
        self._let_act()

    def clear(self) -> None:
        """Forget the customer."""
        self._code = ""
        self._of_customer.narrow({"customer_id": UUID(int=0)})
        self.price_list.clear()
        self._let_act()

    def _let_act(self) -> None:
        self.new.setEnabled(bool(self._code))
        rows = self.list.selected_rows()
        today = self._presenter.program.today()
        lasts = len(rows) == 1 and (rows[0].valid_until is None or rows[0].valid_until > today)
        self.end.setEnabled(lasts)

    def _ask_new(self) -> None:
        program = self._presenter.program
        form = AgreedPriceForm(
            self._services,
            customer=self._code,
            products=program.queries.products,
            today=program.today(),
            parent=self,
        )

        def refused(refusal: OtcError) -> None:
            form.refuse(
                [
                    (fault.where or "", self._presenter.sentence(fault))
                    for fault in faults_of(refusal)
                ]
            )

        def submit() -> None:
            command = form.command()
            if command is not None:
                self._presenter.agree_price(command, lambda _price: form.accept(), refused)

        form.submitted.connect(submit)
        form.open()

    def _ask_end(self) -> None:
        rows = self.list.selected_rows()
        if len(rows) != 1:
            return
        row = rows[0]
        confirm(
            self,
            question=self.tr("End this agreement today?"),
            explanation=self.tr("From tomorrow on the customer pays what its list says."),
            accept_text=self.tr("End today"),
            on_accept=lambda: self._presenter.end_agreed_price(row.id, lambda _price: None),
        )

    def _ask_import(self) -> None:
        presenter = self._presenter
        ImportAssistant(
            presenter.services, presenter.program, agreed_prices_job(), parent=self
        ).open()

    def _columns(self) -> tuple[Column, ...]:
        date_, number = ColumnKind.DATE, ColumnKind.NUMBER
        return (
            Column(name="about", title=self.tr("About"), width=170, value=self._about),
            Column(
                name="price",
                title=self.tr("Net price"),
                kind=ColumnKind.MONEY,
                width=90,
                value=_price,
            ),
            Column(
                name="discount_percent",
                title=self.tr("Discount"),
                kind=ColumnKind.PERCENT,
                width=75,
            ),
            Column(
                name="min_quantity",
                title=self.tr("From quantity"),
                kind=number,
                width=80,
                value=lambda row: row.min_quantity or None,
            ),
            Column(name="valid_from", title=self.tr("First day"), kind=date_, width=100),
            Column(name="valid_until", title=self.tr("Last day"), kind=date_, width=100),
            Column(
                name="state",
                title=self.tr("Status"),
                kind=ColumnKind.STATUS,
                width=95,
                value=self._state,
            ),
            Column(name="reference", title=self.tr("Agreed by"), width=130),
        )

    def _about(self, row: AgreedPriceRow) -> str:
        if row.product_code:
            return f"{row.product_code} · {row.product_name}"
        if row.family:
            return self.tr("Family {family}").format(family=row.family)
        return self.tr("Everything")

    def _state(self, row: AgreedPriceRow) -> StatusMark:
        today = self._presenter.program.today()
        if row.valid_from is not None and row.valid_from > today:
            return StatusMark(Tone.INFO, self.tr("to come"))
        if row.valid_until is not None and row.valid_until < today:
            return StatusMark(Tone.NEUTRAL, self.tr("past"))
        return StatusMark(Tone.GOOD, self.tr("in force"))


def _price(row: AgreedPriceRow) -> Money | Decimal | None:
    if row.price is None:
        return None
    return Money(row.price, EUR) if is_on_grid(row.price, EUR.digits) else row.price
