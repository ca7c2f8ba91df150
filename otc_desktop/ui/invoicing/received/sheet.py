"""A received e-invoice as a person reads it: who, when, what, how much."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.kernel.paging import ListOf
from otc_desktop.domain.invoicing.received import ReceivedInvoice
from otc_desktop.ui.invoicing.received.presenter import ReceivedPresenter
from otc_desktop.ui.invoicing.received.wording import Facts, LineRow, ReceivedWording
from otc_desktop.ui.kernel.theme import ROW_HEIGHT, SPACING, tabular
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.fact_list import FactList

_CARDS_HEIGHT = 200
_FEET_HEIGHT = 205


class ReceivedSheet(QWidget):
    """Header and parties above, the lines, then VAT and totals."""

    def __init__(
        self,
        presenter: ReceivedPresenter,
        invoice: ReceivedInvoice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        wording = ReceivedWording(presenter, invoice)
        self.title = wording.title()
        self.header = FactList(self)
        self.seller = FactList(self)
        self.buyer = FactList(self)
        self.totals = FactList(self)
        self.totals.setFont(tabular(self.font()))
        self.header.show_facts(wording.header())
        self.seller.show_facts(wording.party(invoice.seller))
        self.buyer.show_facts(wording.party(invoice.buyer))
        self.totals.show_facts(wording.totals())
        self.lines: ListView[LineRow] = ListView(
            presenter.services,
            ListOf(wording.lines()),
            wording.columns(),
            name="invoicing-received-lines",
            empty=EmptyState(
                title=self.tr("No lines"),
                hint=self.tr("This profile carries totals only; no draft can be made of it."),
            ),
            parent=self,
        )
        self.lines.filter_bar.hide()
        self.lines.totals_bar.hide()
        self.vat = self._vat_table(wording.vat())
        cards = QHBoxLayout()
        cards.setSpacing(SPACING)
        cards.addWidget(self._card(self.tr("Seller"), self.seller), 1)
        cards.addWidget(self._card(self.tr("Buyer"), self.buyer), 1)
        cards.addWidget(self._card(self.tr("Document"), self.header), 1)
        feet = QHBoxLayout()
        feet.setSpacing(SPACING)
        feet.addWidget(self._card(self.tr("VAT"), self.vat, height=_FEET_HEIGHT), 2)
        feet.addWidget(self._card(self.tr("Totals"), self.totals, height=_FEET_HEIGHT), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(cards)
        column.addWidget(self.lines, 1)
        column.addLayout(feet)

    def text(self) -> str:
        """All that is shown but the lines, for screen readers and tests."""
        parts: Sequence[FactList] = (self.header, self.seller, self.buyer, self.totals)
        return "\n".join([self.title, *(each.text() for each in parts)])

    def _card(self, title: str, content: QWidget, *, height: int = _CARDS_HEIGHT) -> QFrame:
        card = QFrame(self)
        card.setProperty("card", True)
        card.setFixedHeight(height)
        heading = QLabel(title, card)
        heading.setProperty("subheading", True)
        inside = content
        if isinstance(content, FactList):
            area = QScrollArea(card)
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            holder = QWidget(area)
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 6, 0)
            column.addWidget(content)
            column.addStretch(1)
            area.setWidget(holder)
            for plain in (area.viewport(), holder):
                plain.setAutoFillBackground(False)
            inside = area
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 6, 8)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addWidget(inside, 1)
        return card

    def _vat_table(self, rows: Sequence[tuple[str, str, str, str]]) -> QTableWidget:
        titles = (self.tr("Rate"), self.tr("Basis"), self.tr("VAT"), self.tr("Reason"))
        table = QTableWidget(len(rows), len(titles), self)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        last = len(titles) - 1
        for column, title in enumerate(titles):
            item = QTableWidgetItem(title)
            item.setTextAlignment(left if column == last else right)
            table.setHorizontalHeaderItem(column, item)
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(left if column == last else right)
                item.setToolTip(text)
                table.setItem(row, column, item)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setShowGrid(False)
        table.setFont(tabular(self.font()))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        return table


class ReceivedExtras(QScrollArea):
    """Payment, notes and attachments of a received e-invoice."""

    def __init__(
        self,
        presenter: ReceivedPresenter,
        invoice: ReceivedInvoice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        wording = ReceivedWording(presenter, invoice)
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(SPACING, SPACING, 6, 0)
        column.setSpacing(SPACING)
        payment: Facts = wording.payment()
        self.payment = FactList(holder)
        self.payment.show_facts(payment)
        self.notes = QLabel(wording.notes() or self.tr("None"), holder)
        files = "\n".join(wording.attachments())
        self.attachments = QLabel(files or self.tr("None"), holder)
        for title, content in (
            (self.tr("Payment and delivery"), self.payment),
            (self.tr("Notes and mentions"), self.notes),
            (self.tr("Attachments"), self.attachments),
        ):
            heading = QLabel(title, holder)
            heading.setProperty("subheading", True)
            column.addWidget(heading)
            column.addWidget(content)
        for label in (self.notes, self.attachments):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addStretch(1)
        self.setWidget(holder)
