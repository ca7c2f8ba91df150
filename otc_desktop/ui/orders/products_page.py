"""The catalogue: products with price and stock, edited or imported from tables."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.application.catalogue.queries import ProductRow
from otc_desktop.domain.catalogue.product import Product, ProductKind
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.orders.columns import product_columns
from otc_desktop.ui.orders.dialogs.product_form import ProductForm
from otc_desktop.ui.orders.presenter import OrdersPresenter
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.filters import FilterChoice
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.import_assistant.assistant import ImportAssistant
from otc_desktop.ui.widgets.import_assistant.jobs import products_job


class ProductsPage(QWidget):
    """Lists products, edits and imports them.

    Args:
        presenter: of the tab.
    """

    def __init__(self, presenter: OrdersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.bar = ActionBar(self)
        self.new = self.bar.add(
            self.tr("New product"),
            lambda: self._open_form(None),
            shortcut="Ctrl+N",
            primary=True,
        )
        self.edit = self.bar.add(
            self.tr("Edit"),
            self._edit_selected,
            shortcut="F2",
            tip=self.tr("Change the selected product"),
        )
        self.import_action = self.bar.add(
            self.tr("Import…"),
            self._ask_for_import,
            shortcut="Ctrl+I",
            tip=self.tr("Take in products from a CSV or XLSX file"),
        )
        self.archive = self.bar.add(
            self.tr("Archive"),
            self._archive_selected,
            shortcut="Delete",
            tip=self.tr("Sell the selected product no more, or again; documents keep it"),
        )
        self.list: ListView[ProductRow] = ListView(
            presenter.services,
            presenter.program.queries.products,
            product_columns(presenter.word),
            name="orders.products",
            empty=EmptyState(
                title=self.tr("No product yet"),
                hint=self.tr("Import your products from a CSV or XLSX file, or create one."),
                action_text=self.tr("Import products…"),
                action=self._ask_for_import,
            ),
            filters=[
                FilterChoice(
                    name="archived",
                    title=self.tr("Shown"),
                    options=((None, self.tr("On sale")), (True, self.tr("Archived"))),
                ),
                FilterChoice(
                    name="kind",
                    title=self.tr("Kind"),
                    options=(
                        (None, self.tr("All")),
                        *(
                            (each.value, presenter.word("product_kind", each.value).capitalize())
                            for each in ProductKind
                        ),
                    ),
                ),
            ],
            sort="code",
            parent=self,
        )
        self.list.table.addActions([self.edit, self.archive])
        self.list.row_activated.connect(lambda _id: self._edit_selected())
        self.list.selection_changed.connect(lambda _ids: self._let_act())
        self._let_act()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)

    def _let_act(self) -> None:
        rows = self.list.selected_rows()
        one = len(rows) == 1
        self.edit.setEnabled(one)
        self.archive.setEnabled(one)
        gone = one and rows[0].is_archived
        self.archive.setText(self.tr("Sell again") if gone else self.tr("Archive"))

    def _archive_selected(self) -> None:
        rows = self.list.selected_rows()
        if len(rows) == 1:
            self._archive(rows[0])

    def _archive(self, row: ProductRow) -> None:
        notices = self._presenter.services.notices

        def done(kept: Product) -> None:
            if kept.archived_on is None:
                notices.done(self.tr("{code} is on sale again").format(code=kept.code))
                return
            notices.done(
                self.tr("{code} is archived").format(code=kept.code),
                action_text=self.tr("Undo"),
                action=lambda: self._presenter.archive_product(
                    kept.code, kept.version, archived=False, on_done=done
                ),
            )

        self._presenter.archive_product(
            row.code, row.version, archived=not row.is_archived, on_done=done
        )

    def _edit_selected(self) -> None:
        rows = self.list.selected_rows()
        if len(rows) == 1:
            self._presenter.load_product(rows[0].code, self._open_form)

    def _open_form(self, product: Product | None) -> None:
        form = ProductForm(self._presenter.services, self._presenter.word, product, parent=self)

        def saved(kept: Product) -> None:
            form.accept()
            self._presenter.services.notices.done(
                self.tr("Product {code} saved").format(code=kept.code)
            )

        def refused(refusal: OtcError) -> None:
            form.refuse(
                [
                    (fault.where or "", self._presenter.sentence(fault))
                    for fault in faults_of(refusal)
                ]
            )

        form.submitted.connect(
            lambda: self._presenter.save_product(product, form.values(), saved, refused)
        )
        form.open()

    def _ask_for_import(self) -> None:
        presenter = self._presenter
        ImportAssistant(presenter.services, presenter.program, products_job(), parent=self).open()
