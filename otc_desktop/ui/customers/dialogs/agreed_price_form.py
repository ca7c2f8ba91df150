"""A price or a discount being agreed with a customer."""

from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from otc_desktop.application.catalogue.agree_price import AgreePrice
from otc_desktop.application.kernel.paging import PageSource
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.ui.kernel.formats import parse_decimal
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.picker import Picker

_WIDTH = 520
_PRODUCT, _FAMILY, _ALL = "product", "family", "all"


class AgreedPriceForm(FormDialog):
    """About a product, a family or everything; a net price, or a discount.

    Args:
        services: what the window offers.
        customer: the customer's code.
        products: to choose from; rows have `code`, `name` and `price`.
        today: the business date.
    """

    def __init__(
        self,
        services: WindowServices,
        *,
        customer: str,
        products: PageSource[Any],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self._customer = customer
        self.setWindowTitle(self.tr("Price agreed with {code}").format(code=customer))
        self.accept_button.setText(self.tr("Save"))
        self.scope = QComboBox(self)
        for text, value in (
            (self.tr("one product"), _PRODUCT),
            (self.tr("a family of products"), _FAMILY),
            (self.tr("everything"), _ALL),
        ):
            self.scope.addItem(text, value)
        self.product: Picker[Any] = Picker(
            services,
            products,
            describe=lambda row: f"{row.code} · {row.name}",
            keys=lambda row: (row.code, row.barcode),
            parent=self,
        )
        self.product.setPlaceholderText(self.tr("Product: code, name or barcode"))
        self.family = QLineEdit(self)
        self.family.setMaxLength(60)
        self.price = self._figure(self.tr("Net price, 16,00"))
        self.discount = self._figure(self.tr("or discount in %, 5"))
        self.min_quantity = self._figure(self.tr("any"))
        self.valid_from = DateEdit(services.formats, today=today, parent=self)
        self.valid_from.set_date(today)
        self.valid_until = DateEdit(services.formats, today=today, parent=self)
        self.reference = QLineEdit(self)
        self.reference.setMaxLength(80)
        self.reference.setPlaceholderText(self.tr("Offer, contract, mail of…"))
        form = self._form = QFormLayout()
        form.addRow(self.tr("&About"), self.scope)
        form.addRow(self.tr("&Product"), self.product)
        form.addRow(self.tr("&Family"), self.family)
        form.addRow(self.tr("Net p&rice excl. tax"), self.price)
        form.addRow(self.tr("&Discount %"), self.discount)
        form.addRow(self.tr("From &quantity"), self.min_quantity)
        form.addRow(self.tr("F&irst day"), self.valid_from)
        form.addRow(self.tr("&Last day"), self.valid_until)
        form.addRow(self.tr("A&greed by"), self.reference)
        self.body.addLayout(form)
        self.watch_fields(
            {
                "product": self.product,
                "family": self.family,
                "price": self.price,
                "discount_percent": self.discount,
                "min_quantity": self.min_quantity,
                "valid_until": self.valid_until.field,
            }
        )
        self.scope.currentIndexChanged.connect(lambda _place: self._show_scope())
        self.product.picked.connect(self._on_product)
        self._show_scope()
        self.setMinimumWidth(_WIDTH)
        self.product.setFocus()

    def command(self) -> AgreePrice | None:
        """What was agreed; None when something is not understood, which is said."""
        scope = self.scope.currentData()
        row = self.product.row()
        if scope == _PRODUCT and row is None:
            self.refuse([("product", self.tr("Choose a product"))])
            return None
        figures: dict[str, Decimal | None] = {}
        faults = []
        for name, field in (
            ("price", self.price),
            ("discount_percent", self.discount),
            ("min_quantity", self.min_quantity),
        ):
            text = field.text().replace("€", "").replace("%", "").strip()
            try:
                figures[name] = parse_decimal(text) if text else None
            except RuleError:
                faults.append((name, self.tr("This is not a number, such as 12.5")))
        if not (self.valid_from.is_valid() and self.valid_until.is_valid()):
            faults.append(("valid_until", self.tr("The date is not understood.")))
        if faults:
            self.refuse(faults)
            return None
        return AgreePrice(
            customer=self._customer,
            product=row.code if scope == _PRODUCT and row is not None else "",
            family=self.family.text() if scope == _FAMILY else "",
            price=figures["price"],
            discount_percent=figures["discount_percent"],
            min_quantity=figures["min_quantity"] or Decimal(0),
            valid_from=self.valid_from.date(),
            valid_until=self.valid_until.date(),
            reference=self.reference.text(),
        )

    def _figure(self, hint: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setMaxLength(20)
        field.setPlaceholderText(hint)
        return field

    def _on_product(self, row: Any) -> None:
        if row is not None:
            usual = self.services.formats.number(row.price)
            self.price.setPlaceholderText(self.tr("{usual} in the catalogue").format(usual=usual))

    def _show_scope(self) -> None:
        """A net price is that of a product; families and everything have discounts."""
        scope = self.scope.currentData()
        self._form.setRowVisible(self.product, scope == _PRODUCT)
        self._form.setRowVisible(self.price, scope == _PRODUCT)
        self._form.setRowVisible(self.family, scope == _FAMILY)
        if scope != _PRODUCT:
            self.price.clear()
