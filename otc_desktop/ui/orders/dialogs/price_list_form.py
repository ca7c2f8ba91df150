"""A price list being named, made or copied."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from otc_desktop.application.catalogue.copy_price_list import CopyPriceList
from otc_desktop.application.catalogue.queries import PriceListRow
from otc_desktop.application.catalogue.save_price_list import SavePriceList
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.ui.kernel.formats import parse_decimal
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 480
_EMPTY, _CATALOGUE = "", "*"
_ROUNDINGS = ((2, "0,01"), (1, "0,10"), (0, "1,00"), (4, "0,0001"))


class PriceListForm(FormDialog):
    """Makes a list, empty or filled from another, or renames one.

    Args:
        services: what the window offers.
        lists: those that prices can be taken from.
        known: the list to rename; None for a new one.
        source: the code of the list chosen at first to copy from.
    """

    def __init__(
        self,
        services: WindowServices,
        *,
        lists: Sequence[PriceListRow] = (),
        known: PriceListRow | None = None,
        source: str = _EMPTY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self._known = known
        self.setWindowTitle(
            self.tr("New price list")
            if known is None
            else self.tr("Price list {code}").format(code=known.code)
        )
        self.accept_button.setText(self.tr("Save"))
        self.code = QLineEdit(self)
        self.code.setMaxLength(40)
        self.name = QLineEdit(self)
        self.name.setMaxLength(120)
        self.currency = QLineEdit("EUR", self)
        self.currency.setMaxLength(3)
        self.source = QComboBox(self)
        self.source.addItem(self.tr("none: an empty list"), _EMPTY)
        self.source.addItem(self.tr("of the catalogue"), _CATALOGUE)
        for row in lists:
            self.source.addItem(f"{row.code} · {row.name}", row.code)
        self.source.setCurrentIndex(max(0, self.source.findData(source)))
        self.percent = QLineEdit(self)
        self.percent.setPlaceholderText(self.tr("3 for dearer, −5 for cheaper"))
        self.rounding = QComboBox(self)
        for places, text in _ROUNDINGS:
            self.rounding.addItem(text, places)
        form = self._form = QFormLayout()
        form.addRow(self.tr("&Code"), self.code)
        form.addRow(self.tr("&Name"), self.name)
        if known is None:
            form.addRow(self.tr("C&urrency"), self.currency)
            form.addRow(self.tr("&Prices"), self.source)
            form.addRow(self.tr("Cha&nge in %"), self.percent)
            form.addRow(self.tr("&Rounded to"), self.rounding)
            self.source.currentIndexChanged.connect(lambda _place: self._show_copy())
            self._show_copy()
        else:
            self.code.setText(known.code)
            self.code.setEnabled(False)
            self.name.setText(known.name)
            for field in (self.currency, self.source, self.percent, self.rounding):
                field.hide()
        self.body.addLayout(form)
        self.watch_fields(
            {
                "code": self.code,
                "name": self.name,
                "currency": self.currency,
                "source": self.source,
                "percent": self.percent,
            }
        )
        self.setMinimumWidth(_WIDTH)
        (self.code if known is None else self.name).setFocus()

    def command(self) -> SavePriceList | CopyPriceList | None:
        """What was asked; None when the percentage is not understood."""
        code, name = self.code.text().strip(), self.name.text().strip()
        if self._known is not None:
            return SavePriceList(code=code, name=name, version=self._known.version)
        source = self.source.currentData()
        if source == _EMPTY:
            return SavePriceList(
                code=code, name=name, currency=self.currency.text().strip().upper()
            )
        text = self.percent.text().strip().replace("−", "-").rstrip("% ")
        try:
            percent = parse_decimal(text) if text else Decimal(0)
        except RuleError:
            self.refuse([("percent", self.tr("This is not a percentage, such as 3 or −5"))])
            return None
        return CopyPriceList(
            code=code,
            name=name,
            source="" if source == _CATALOGUE else source,
            percent=percent,
            places=self.rounding.currentData(),
        )

    def _show_copy(self) -> None:
        """A percentage is of something; a list copied keeps its currency."""
        copies = self.source.currentData() != _EMPTY
        self._form.setRowVisible(self.percent, copies)
        self._form.setRowVisible(self.rounding, copies)
        self._form.setRowVisible(self.currency, not copies)
