"""Price lists on the left, the prices of the chosen one on the right."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.catalogue.copy_price_list import CopyPriceList
from otc_desktop.application.catalogue.queries import ListPriceRow, PriceListRow
from otc_desktop.application.catalogue.set_list_prices import SetListPrices
from otc_desktop.domain.catalogue.price_list import ListPrice, PriceList
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.rounding import is_on_grid
from otc_desktop.ui.kernel.presenter import all_rows
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.orders.dialogs.price_list_form import PriceListForm
from otc_desktop.ui.orders.dialogs.tiers_form import TiersForm
from otc_desktop.ui.orders.prices_presenter import PricesPresenter
from otc_desktop.ui.orders.refusal import Refusal
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.narrowed_source import NarrowedSource
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.confirm import confirm
from otc_desktop.ui.widgets.import_assistant.assistant import ImportAssistant
from otc_desktop.ui.widgets.import_assistant.jobs import price_lists_job


class PricesPage(QWidget):
    """Makes lists, copies them with a rise, changes their prices.

    Args:
        presenter: of the prices.
    """

    def __init__(self, presenter: PricesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._services = presenter.services
        queries = presenter.program.queries
        self.bar = ActionBar(self)
        self._add_actions()
        self.list: ListView[PriceListRow] = ListView(
            presenter.services,
            queries.price_lists,
            list_columns(),
            name="orders.price_lists",
            empty=EmptyState(
                title=self.tr("No price list yet"),
                hint=self.tr(
                    "A list gives its customers other prices than the catalogue, by quantity and"
                    " date. Make one from the catalogue, or import yours."
                ),
                action_text=self.tr("New price list…"),
                action=self._ask_new,
            ),
            sort="code",
            parent=self,
        )
        self._of_list = NarrowedSource[ListPriceRow](queries.list_prices, {"list_id": UUID(int=0)})
        self.prices: ListView[ListPriceRow] = ListView(
            presenter.services,
            self._of_list,
            price_columns(),
            name="orders.list_prices",
            empty=EmptyState(
                title=self.tr("No price in this list"),
                hint=self.tr("Choose a list, then add prices (Ctrl+M) or import them."),
            ),
            sort="product",
            parent=self,
        )
        self.prices.table.addActions([self.tiers, self.take_out])
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.list)
        splitter.addWidget(self.prices)
        splitter.setSizes([430, 750])
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(splitter, 1)
        self.list.selection_changed.connect(self._on_list)
        self.list.row_activated.connect(lambda _id: self._ask_rename())
        self.prices.selection_changed.connect(lambda _ids: self._let_act())
        self.prices.row_activated.connect(lambda _id: self._ask_tiers())
        self._let_act()

    def reload(self) -> None:
        """Read lists and prices again."""
        self.list.reload()
        self.prices.reload()

    def _add_actions(self) -> None:
        self.new = self.bar.add(
            self.tr("New list…"),
            self._ask_new,
            shortcut="Ctrl+N",
            tip=self.tr("Empty, from the catalogue, or from another list with a rise"),
            primary=True,
        )
        self.rename = self.bar.add(self.tr("Rename…"), self._ask_rename, shortcut="F2")
        self.tiers = self.bar.add(
            self.tr("Prices of a product…"),
            self._ask_tiers,
            shortcut="Ctrl+M",
            tip=self.tr("By quantity and date; of the chosen product, or of another"),
        )
        self.take_out = self.bar.add(
            self.tr("Take out"),
            self._ask_take_out,
            shortcut="Delete",
            tip=self.tr("Take the chosen product out of the list"),
        )
        self.import_action = self.bar.add(
            self.tr("Import…"),
            self._ask_import,
            shortcut="Ctrl+I",
            tip=self.tr("Take in price lists from a CSV or XLSX file"),
        )

    def _chosen_list(self) -> PriceListRow | None:
        rows = self.list.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _chosen_price(self) -> ListPriceRow | None:
        rows = self.prices.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _on_list(self, ids: Sequence[UUID]) -> None:
        self._of_list.narrow({"list_id": ids[0] if len(ids) == 1 else UUID(int=0)})
        self.prices.reload()
        self._let_act()

    def _let_act(self) -> None:
        chosen = self._chosen_list() is not None
        self.rename.setEnabled(chosen)
        self.tiers.setEnabled(chosen)
        self.take_out.setEnabled(chosen and self._chosen_price() is not None)

    def _ask_new(self) -> None:
        source = self._presenter.program.queries.price_lists
        self._presenter.ask(lambda: all_rows(source), on_done=self._open_new)

    def _open_new(self, lists: Sequence[PriceListRow]) -> None:
        form = PriceListForm(self._services, lists=lists, parent=self)

        def done(made: PriceList) -> None:
            form.accept()
            self._services.notices.done(self.tr("Price list {code} made").format(code=made.code))

        def submit() -> None:
            command = form.command()
            refused = Refusal(self._presenter, form)
            if isinstance(command, CopyPriceList):
                self._presenter.copy_list(command, done, refused)
            elif command is not None:
                self._presenter.save_list(command, done, refused)

        form.submitted.connect(submit)
        form.open()

    def _ask_rename(self) -> None:
        row = self._chosen_list()
        if row is None:
            return
        form = PriceListForm(self._services, known=row, parent=self)

        def submit() -> None:
            command = form.command()
            if command is not None and not isinstance(command, CopyPriceList):
                refused = Refusal(self._presenter, form)
                self._presenter.save_list(command, lambda _list: form.accept(), refused)

        form.submitted.connect(submit)
        form.open()

    def _ask_tiers(self) -> None:
        chosen, price = self._chosen_list(), self._chosen_price()
        if chosen is None:
            return
        if price is None:
            self._open_tiers(chosen, None)
            return
        self._presenter.load_tiers(
            chosen.code,
            price.product_code,
            lambda tiers: self._open_tiers(chosen, (price.product_code, price.product_name, tiers)),
        )

    def _open_tiers(
        self, chosen: PriceListRow, known: tuple[str, str, Sequence[ListPrice]] | None
    ) -> None:
        form = TiersForm(
            self._services,
            list_code=chosen.code,
            products=self._presenter.program.queries.products,
            known=known,
            parent=self,
        )

        def submit() -> None:
            command = form.command()
            if command is not None:
                refused = Refusal(self._presenter, form)
                self._presenter.set_tiers(command, lambda _tiers: form.accept(), refused)

        form.submitted.connect(submit)
        form.open()

    def _ask_take_out(self) -> None:
        chosen, price = self._chosen_list(), self._chosen_price()
        if chosen is None or price is None:
            return
        command = SetListPrices(list_code=chosen.code, product=price.product_code, tiers=())
        confirm(
            self,
            question=self.tr("Take {product} out of list {code}?").format(
                product=price.product_code, code=chosen.code
            ),
            explanation=self.tr(
                "All its prices leave the list; its customers pay the catalogue's price."
                " Documents already written keep theirs."
            ),
            accept_text=self.tr("Take out"),
            on_accept=lambda: self._presenter.set_tiers(command, lambda _tiers: None),
        )

    def _ask_import(self) -> None:
        presenter = self._presenter
        ImportAssistant(
            presenter.services, presenter.program, price_lists_job(), parent=self
        ).open()


def list_columns() -> tuple[Column, ...]:
    """Price lists."""
    number = ColumnKind.NUMBER
    return (
        Column(
            name="code",
            title=QCoreApplication.translate("Prices", "Code"),
            width=90,
            sortable=True,
        ),
        Column(name="name", title=QCoreApplication.translate("Prices", "Name"), width=140),
        Column(
            name="prices",
            title=QCoreApplication.translate("Prices", "Tiers"),
            kind=number,
            width=70,
        ),
        Column(
            name="customers",
            title=QCoreApplication.translate("Prices", "Customers"),
            kind=number,
            width=80,
        ),
    )


def price_columns() -> tuple[Column, ...]:
    """Prices of a list, beside those of the catalogue."""
    return (
        Column(
            name="product",
            title=QCoreApplication.translate("Prices", "Product"),
            width=100,
            sortable=True,
            value=lambda row: row.product_code,
        ),
        Column(
            name="product_name",
            title=QCoreApplication.translate("Prices", "Description"),
            width=210,
        ),
        Column(
            name="min_quantity",
            title=QCoreApplication.translate("Prices", "From quantity"),
            kind=ColumnKind.NUMBER,
            width=95,
            value=lambda row: row.min_quantity or None,
        ),
        Column(
            name="price",
            title=QCoreApplication.translate("Prices", "Price excl. tax"),
            kind=ColumnKind.MONEY,
            width=105,
            value=lambda row: _price(row, row.price),
        ),
        Column(
            name="usual_price",
            title=QCoreApplication.translate("Prices", "Catalogue"),
            kind=ColumnKind.MONEY,
            width=100,
            value=lambda row: _price(row, row.usual_price),
        ),
        Column(
            name="valid_from",
            title=QCoreApplication.translate("Prices", "From"),
            kind=ColumnKind.DATE,
            width=90,
        ),
        Column(
            name="valid_until",
            title=QCoreApplication.translate("Prices", "Until"),
            kind=ColumnKind.DATE,
            width=90,
        ),
    )


def _price(row: ListPriceRow, price: Decimal) -> Money | Decimal:
    in_cents = is_on_grid(price, row.currency.digits)
    return Money(price, row.currency) if in_cents else price
