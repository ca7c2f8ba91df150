"""The catalogue: products with price and stock, edited or imported from tables."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.application.catalogue.queries import ProductRow
from otc_desktop.domain.catalogue.product import Product
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.orders.columns import product_columns
from otc_desktop.ui.orders.dialogs.product_form import ProductForm
from otc_desktop.ui.orders.presenter import OrdersPresenter
from otc_desktop.ui.tables.empty_state import EmptyState
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
        self.list: ListView[ProductRow] = ListView(
            presenter.services,
            presenter.program.queries.products,
            product_columns(unit_text),
            name="orders.products",
            empty=EmptyState(
                title=self.tr("No product yet"),
                hint=self.tr("Import your products from a CSV or XLSX file, or create one."),
                action_text=self.tr("Import products…"),
                action=self._ask_for_import,
            ),
            sort="code",
            parent=self,
        )
        self.list.table.addActions([self.edit])
        self.list.row_activated.connect(lambda _id: self._edit_selected())
        self.list.selection_changed.connect(lambda ids: self.edit.setEnabled(len(ids) == 1))
        self.edit.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)

    def _edit_selected(self) -> None:
        rows = self.list.selected_rows()
        if len(rows) == 1:
            self._presenter.load_product(rows[0].code, self._open_form)

    def _open_form(self, product: Product | None) -> None:
        form = ProductForm(self._presenter.services, product, parent=self)

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


def unit_text(code: str) -> str:
    """A unit's UN/ECE Rec 20 code in words; a rare one as it is."""
    return {
        "C62": QCoreApplication.translate("Units", "piece"),
        "HUR": QCoreApplication.translate("Units", "hour"),
        "DAY": QCoreApplication.translate("Units", "day"),
        "MON": QCoreApplication.translate("Units", "month"),
        "ANN": QCoreApplication.translate("Units", "year"),
        "KGM": "kg",
        "GRM": "g",
        "TNE": "t",
        "MTR": "m",
        "MTK": "m²",
        "MTQ": "m³",
        "LTR": "l",
        "LS": QCoreApplication.translate("Units", "lump sum"),
        "LO": QCoreApplication.translate("Units", "lot"),
        "BX": QCoreApplication.translate("Units", "box"),
        "CT": QCoreApplication.translate("Units", "carton"),
        "PF": QCoreApplication.translate("Units", "pallet"),
    }.get(code, code)
