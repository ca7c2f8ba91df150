"""What Ctrl+K finds: things of every kind, and where to show them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from otc_desktop.application.kernel.finding import Closeness, Finding, FoundKind, FoundThing
from otc_desktop.application.kernel.task import Task
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.ui.kernel.formats import Formats
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.shell.palette import Found

_MOST_OF_A_KIND = 5
_MOST = 30
_SHORTEST = 2
# Where files are shown that belong to no customer.
_SUBJECT_PLACES = {
    SubjectKind.BANK_LINE: ("bank", ""),
    SubjectKind.INVOICE: ("invoicing", "issued"),
    SubjectKind.QUOTE: ("orders", "quote"),
    SubjectKind.ORDER: ("orders", "order"),
    SubjectKind.DELIVERY: ("orders", "delivery"),
    SubjectKind.RETURN: ("orders", "return"),
    SubjectKind.DISPUTE: ("collections", "disputes"),
}


class Finder:
    """Searches everything there is; called in a pool thread.

    Args:
        program: whose things are searched.
        formats: how amounts and dates read on screen.
    """

    def __init__(self, program: Program, formats: Formats) -> None:
        self._formats = formats
        self._finding: Finding = program.queries.finding
        self._shown: Mapping[FoundKind, Callable[[Any], Found]] = {
            FoundKind.CUSTOMER: self._customer,
            FoundKind.CONTACT: self._contact,
            FoundKind.PRODUCT: self._product,
            FoundKind.QUOTE: self._quote,
            FoundKind.ORDER: self._order,
            FoundKind.DELIVERY: self._delivery,
            FoundKind.RETURN: self._return,
            FoundKind.INVOICE: self._invoice,
            FoundKind.BANK_LINE: self._bank_line,
            FoundKind.ATTACHMENT: self._attachment,
        }

    def __call__(self, text: str, task: Task) -> Sequence[Found]:
        """The closest of each kind; nothing for a single letter."""
        if len(text.strip()) < _SHORTEST:
            return []
        things = self._finding.find(text, task, most=_MOST_OF_A_KIND)
        return [self._found(thing) for thing in things[:_MOST]]

    def _found(self, thing: FoundThing) -> Found:
        found = self._shown[thing.kind](thing.row)
        if thing.closeness is not Closeness.TYPO:
            return found
        near = QCoreApplication.translate("Finder", "similar spelling")
        return Found(found.title, _dotted(found.detail, near), found.place)

    def _customer(self, row: Any) -> Found:
        kind = QCoreApplication.translate("Finder", "Customer")
        return Found(row.name, _dotted(kind, row.code, row.city), Place(tab="customers", id=row.id))

    def _contact(self, row: Any) -> Found:
        kind = QCoreApplication.translate("Finder", "Contact")
        detail = _dotted(kind, row.customer_name, row.function, row.email)
        return Found(row.name, detail, Place(tab="customers", id=row.customer_id))

    def _product(self, row: Any) -> Found:
        kind = QCoreApplication.translate("Finder", "Product")
        place = Place(tab="orders", kind="product", search=row.code)
        return Found(row.name, _dotted(kind, row.code), place)

    def _quote(self, row: Any) -> Found:
        kind = QCoreApplication.translate("Finder", "Quote")
        amount = self._formats.money(row.total_incl_tax)
        detail = _dotted(kind, row.customer_name, self._formats.date(row.quoted_on), amount)
        return Found(row.number, detail, Place(tab="orders", kind="quote", id=row.id))

    def _order(self, row: Any) -> Found:
        kind = QCoreApplication.translate("Finder", "Order")
        amount = self._formats.money(row.total_incl_tax)
        detail = _dotted(kind, row.customer_name, self._formats.date(row.ordered_on), amount)
        return Found(row.number, detail, Place(tab="orders", kind="order", id=row.id))

    def _delivery(self, row: Any) -> Found:
        kind = QCoreApplication.translate("Finder", "Delivery note")
        detail = _dotted(kind, row.customer_name, self._formats.date(row.delivered_on))
        return Found(row.number, detail, Place(tab="orders", kind="delivery", search=row.number))

    def _return(self, row: Any) -> Found:
        kind = QCoreApplication.translate("Finder", "Return")
        detail = _dotted(kind, row.customer_name, self._formats.date(row.noted_on))
        return Found(row.number, detail, Place(tab="orders", kind="return", search=row.number))

    def _invoice(self, row: Any) -> Found:
        kind = QCoreApplication.translate("Finder", "Invoice")
        amount = self._formats.money(row.total_incl_tax)
        detail = _dotted(kind, row.customer_name, self._formats.date(row.issued_on), amount)
        return Found(row.number, detail, Place(tab="invoicing", kind="issued", search=row.number))

    def _bank_line(self, row: Any) -> Found:
        kind = QCoreApplication.translate("Finder", "Bank line")
        detail = _dotted(kind, self._formats.date(row.booked_on), self._formats.money(row.amount))
        return Found(
            row.counterparty or row.label,
            detail,
            Place(tab="bank", id=row.id, search=row.label[:40]),
        )

    def _attachment(self, row: Any) -> Found:
        kind = QCoreApplication.translate("Finder", "Attached file")
        tab, shown = _SUBJECT_PLACES.get(row.subject_kind, ("customers", ""))
        place = Place(tab=tab, kind=shown, search=row.subject_number)
        if row.customer_id is not None:
            place = Place(tab="customers", id=row.customer_id)
        return Found(row.file_name, _dotted(kind, row.subject_number, row.note), place)


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
