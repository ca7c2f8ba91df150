"""One product as a form."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from otc_desktop.domain.catalogue.product import Product
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 520


class ProductForm(FormDialog):
    """Creates a product, or edits one.

    Args:
        services: what the window offers.
        product: the one to edit; None for a new one.
    """

    def __init__(
        self,
        services: WindowServices,
        product: Product | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(
            self.tr("New product")
            if product is None
            else self.tr("Product {code}").format(code=product.code)
        )
        self.accept_button.setText(self.tr("Save"))
        self.product = product
        self._texts: dict[str, QLineEdit] = {}
        form = QFormLayout()
        self._add(form, "code", self.tr("&Code"))
        self._add(form, "name", self.tr("&Description"))
        self._add(form, "price_excl_tax", self.tr("&Price excluding tax"), hint="19,90")
        self._add(form, "vat_rate", self.tr("&VAT rate"), hint="20")
        self._add(form, "unit", self.tr("&Unit"), hint=self.tr("piece, hour, kg…"))
        self._add(form, "income_account", self.tr("Income &account"), hint="707000")
        self._add(form, "barcode", self.tr("&Barcode"))
        self.body.addLayout(form)
        self.watch_fields(self._texts)
        self.setMinimumWidth(_WIDTH)
        if product is not None:
            self._fill(product)
        self._texts["code" if product is None else "name"].setFocus()

    def field(self, name: str) -> QLineEdit:
        """The field of an import column's name."""
        return self._texts[name]

    def values(self) -> Mapping[str, str]:
        """The texts by import column name."""
        return {name: field.text() for name, field in self._texts.items()}

    def _add(self, form: QFormLayout, name: str, title: str, *, hint: str = "") -> None:
        field = QLineEdit(self)
        field.setPlaceholderText(hint)
        field.setMaxLength(200)
        self._texts[name] = field
        form.addRow(title, field)

    def _fill(self, product: Product) -> None:
        number = self.services.formats.number
        texts = {
            "code": product.code,
            "name": product.name,
            "price_excl_tax": number(product.price),
            "vat_rate": number(product.vat.rate),
            "unit": product.unit,
            "income_account": product.income_account,
            "barcode": product.barcode,
        }
        for name, text in texts.items():
            self._texts[name].setText(text)
        self._texts["code"].setEnabled(False)
