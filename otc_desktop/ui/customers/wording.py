"""Facts about a customer in the window's language."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from otc_desktop.application.customers.queries import TimelineRow
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.kernel.formats import Formats

Words = Callable[[str, str], str]


class TimelineWords(QObject):
    """One sentence for each kind of event.

    Args:
        word: a status or reason in words.
        title: a code, such as a hold, in words.
        formats: the window's.
    """

    def __init__(
        self,
        word: Words,
        title: Callable[[str], str],
        formats: Formats,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._formats = formats
        self._word = word
        self._title = title
        # Looked up here, in one place: an event that is not listed is shown by its name.
        self._patterns: Mapping[str, str] = {
            "OrderTaken": self.tr("Order {number} taken"),
            "OrderConfirmed": self.tr("Order {number} confirmed"),
            "OrderHeld": self.tr("Order {number} held: {holds}"),
            "OrderReleased": self.tr("Order {number} released: {reason}"),
            "OrderDelivered": self.tr("Delivery {number} of order {order}"),
            "invoice": self.tr("Invoice {number} issued"),
            "credit_note": self.tr("Credit note {number} issued"),
            "InvoiceQueued": self.tr("{number} put in the outbox for {recipient}"),
            "ReceiptAllocated": self.tr("Receipt matched: {amount}"),
            "AllocationUndone": self.tr("Matching of a receipt undone"),
            "DisputeOpened": self.tr("Dispute opened on {number}: {reason}"),
            "DisputeClosed": self.tr("Dispute closed: {resolution}"),
            "ReminderPlanned": self.tr("Reminder planned"),
            "ReminderApproved": self.tr("Reminder approved"),
        }

    def sentence(self, row: TimelineRow) -> str:
        """The event in words."""
        details = {name: str(value) for name, value in row.details.items()}
        kind = row.kind
        holds = row.details.get("holds")
        if kind == "OrderConfirmed" and isinstance(holds, list) and holds:
            kind = "OrderHeld"
            details["holds"] = ", ".join(self._title(str(hold)) for hold in holds)
        if kind == "ReceiptAllocated":
            details["amount"] = self._amount(details.get("amount", ""))
        if kind == "InvoiceIssued":
            kind = details.get("document_kind", "invoice")
        if kind == "DisputeOpened":
            details["reason"] = self._word("dispute_reason", details.get("reason", ""))
        pattern = self._patterns.get(kind)
        if pattern is None:
            return row.kind
        for name, value in details.items():
            pattern = pattern.replace(f"{{{name}}}", value)
        return pattern

    def _amount(self, text: str) -> str:
        """`1234.50 EUR`, as events keep amounts, in the window's form."""
        figure, _, currency = text.partition(" ")
        try:
            return self._formats.money(Money.of(figure, Currency(currency)))
        except RuleError:
            return text
