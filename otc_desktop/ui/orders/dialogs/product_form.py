"""One product as a form."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from otc_desktop.domain.catalogue.product import Product, ProductKind
from otc_desktop.domain.catalogue.units import PIECE, USUAL_UNITS
from otc_desktop.domain.taxes.vat import VatCategory
from otc_desktop.domain.taxes.vatex import VATEX_OF
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 560
_DETAILS_HEIGHT = 64
_LONGEST_DETAILS = 2_000
_USUAL_RATES = ("20", "10", "5.5", "2.1", "8.5")
# What a product can bear; the other categories follow from who buys it.
_CATEGORIES = (VatCategory.STANDARD, VatCategory.EXEMPT, VatCategory.REVERSE_CHARGE)


class ProductForm(FormDialog):
    """Creates a product, or edits one.

    Args:
        services: what the window offers.
        word: kinds, units, categories and reasons in words.
        product: the one to edit; None for a new one.
    """

    def __init__(
        self,
        services: WindowServices,
        word: Callable[[str, str], str],
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
        self._word = word
        self._texts: dict[str, QLineEdit] = {}
        self.kind = self._choice("product_kind", [each.value for each in ProductKind])
        self.unit = self._choice("unit", self._units(product))
        self.vat_rate = QComboBox(self)
        self.vat_rate.setEditable(True)
        self.vat_rate.addItems([services.formats.number(Decimal(rate)) for rate in _USUAL_RATES])
        self.vat_category = self._choice("vat_category", [each.value for each in _CATEGORIES])
        self.vatex = QComboBox(self)
        self.details = QPlainTextEdit(self)
        self.details.setTabChangesFocus(True)
        self.details.setFixedHeight(_DETAILS_HEIGHT)
        self.details.setPlaceholderText(self.tr("Printed below the description"))
        self._lay_out()
        self.vat_category.currentIndexChanged.connect(lambda _place: self._show_reasons())
        self._show_reasons()
        self.watch_fields(
            {
                **self._texts,
                "kind": self.kind,
                "unit": self.unit,
                "vat_rate": self.vat_rate,
                "vat_category": self.vat_category,
                "vatex": self.vatex,
            }
        )
        self.setMinimumWidth(_WIDTH)
        if product is not None:
            self._fill(product)
        self._texts["code" if product is None else "name"].setFocus()

    def field(self, name: str) -> QLineEdit:
        """The text field of an import column's name."""
        return self._texts[name]

    def values(self) -> Mapping[str, str]:
        """The texts by import column name."""
        taxed = self.vat_category.currentData() == VatCategory.STANDARD.value
        return {
            **{name: field.text() for name, field in self._texts.items()},
            "kind": self.kind.currentData(),
            "unit": self.unit.currentData(),
            "vat_rate": self.vat_rate.currentText() if taxed else "0",
            "vat_category": self.vat_category.currentData(),
            "vatex": "" if taxed else self.vatex.currentData() or "",
            "details": self.details.toPlainText()[:_LONGEST_DETAILS],
        }

    def _lay_out(self) -> None:
        form = QFormLayout()
        self._add(form, "code", self.tr("&Code"))
        self._add(form, "name", self.tr("&Description"))
        form.addRow(self.tr("De&tails"), self.details)
        form.addRow(self.tr("&Kind"), self.kind)
        self._add(form, "family", self.tr("&Family"), hint=self.tr("groups prices and figures"))
        self._add(form, "price_excl_tax", self.tr("&Price excluding tax"), hint="19,90")
        form.addRow(self.tr("&Unit"), self.unit)
        form.addRow(self.tr("VAT &category"), self.vat_category)
        form.addRow(self.tr("&VAT rate"), self.vat_rate)
        form.addRow(self.tr("&Reason without VAT"), self.vatex)
        self._add(form, "income_account", self.tr("Income &account"), hint="707000")
        self._add(form, "barcode", self.tr("&Barcode"))
        self._form = form
        self.body.addLayout(form)

    def _choice(self, kind: str, values: Sequence[str]) -> QComboBox:
        box = QComboBox(self)
        for value in values:
            box.addItem(self._word(kind, value), value)
        return box

    def _units(self, product: Product | None) -> Sequence[str]:
        rare = [] if product is None or product.unit in USUAL_UNITS else [product.unit]
        return [*USUAL_UNITS, *rare]

    def _show_reasons(self) -> None:
        """A taxed product has a rate, another a reason."""
        category = VatCategory(self.vat_category.currentData())
        taxed = category is VatCategory.STANDARD
        self._form.setRowVisible(self.vat_rate, taxed)
        self._form.setRowVisible(self.vatex, not taxed)
        self.vatex.clear()
        for code in VATEX_OF.get(category, ()):
            self.vatex.addItem(self._word("vatex", code), code)

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
            "family": product.family,
            "price_excl_tax": number(product.price),
            "income_account": product.income_account,
            "barcode": product.barcode,
        }
        for name, text in texts.items():
            self._texts[name].setText(text)
        self._texts["code"].setEnabled(False)
        self.details.setPlainText(product.details)
        self._choose(self.kind, "product_kind", product.kind.value)
        self._choose(self.unit, "unit", product.unit or PIECE)
        self._choose(self.vat_category, "vat_category", product.vat.category.value)
        self.vat_rate.setEditText(number(product.vat.rate))
        if product.vat.vatex:
            self._choose(self.vatex, "vatex", product.vat.vatex)

    def _choose(self, box: QComboBox, kind: str, value: str) -> None:
        place = box.findData(value)
        if place < 0:
            box.addItem(self._word(kind, value), value)
            place = box.count() - 1
        box.setCurrentIndex(place)
