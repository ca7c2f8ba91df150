"""The catalogue: products with price and stock, imported from tables."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.application.catalogue.queries import ProductRow
from otc_desktop.application.kernel.imports import ImportResult
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.orders.columns import product_columns
from otc_desktop.ui.orders.presenter import OrdersPresenter
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.file_choice import ask_for_file
from otc_desktop.ui.widgets.import_result import ImportResultDialog


class ProductsPage(QWidget):
    """Lists products and imports them.

    Args:
        presenter: of the tab.
    """

    def __init__(self, presenter: OrdersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.bar = ActionBar(self)
        self.import_action = self.bar.add(
            self.tr("Import…"),
            self._ask_for_import,
            shortcut="Ctrl+I",
            tip=self.tr("Take in products from a CSV or XLSX file"),
            primary=True,
        )
        self.list: ListView[ProductRow] = ListView(
            presenter.services,
            presenter.program.queries.products,
            product_columns(unit_text),
            name="orders.products",
            empty=EmptyState(
                title=self.tr("No product yet"),
                hint=self.tr("Import your products from a CSV or XLSX file."),
                action_text=self.tr("Import products…"),
                action=self._ask_for_import,
            ),
            sort="code",
            parent=self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)

    def _ask_for_import(self) -> None:
        ask_for_file(
            self,
            self.tr("Import products"),
            self.tr("Tables (*.csv *.txt *.xlsx);;All files (*)"),
            lambda path: self._import(path, accept_partial=False),
        )

    def _import(self, path: Path, *, accept_partial: bool) -> None:
        def show(result: ImportResult) -> None:
            dialog = ImportResultDialog(
                self._presenter.services,
                title=self.tr("Products of {file}").format(file=path.name),
                result=result,
                sentence=self._presenter.sentence,
                parent=self,
            )
            dialog.partial_asked.connect(lambda: self._import(path, accept_partial=True))
            dialog.open()

        self._presenter.import_products(path, show, accept_partial=accept_partial)


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
