"""Where a fact of the timeline can be looked at, and what files hang on."""

from collections.abc import Callable, Mapping

from otc_desktop.application.customers.queries import TimelineRow
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.ui.kernel.navigator import Place

PlaceRule = Callable[[TimelineRow, Customer], Place | None]


def _quote(row: TimelineRow, customer: Customer) -> Place:
    return Place(tab="orders", kind="quote", id=row.subject_id)


def _order(row: TimelineRow, customer: Customer) -> Place:
    return Place(tab="orders", kind="order", id=row.subject_id)


def _searched_order(row: TimelineRow, customer: Customer) -> Place:
    return Place(tab="orders", kind="order", search=_text(row, "number"))


def _delivery(row: TimelineRow, customer: Customer) -> Place:
    return Place(tab="orders", kind="delivery", search=_text(row, "number"))


def _returned(row: TimelineRow, customer: Customer) -> Place:
    return Place(tab="orders", kind="return", search=_text(row, "number"))


def _document(row: TimelineRow, customer: Customer) -> Place:
    return Place(tab="invoicing", kind="issued", search=_text(row, "number"))


def _paid_document(row: TimelineRow, customer: Customer) -> Place | None:
    numbers = row.details.get("numbers")
    if not isinstance(numbers, list) or not numbers:
        return None
    return Place(tab="invoicing", kind="issued", search=str(numbers[0]))


def _receipt(row: TimelineRow, customer: Customer) -> Place:
    search = _text(row, "number") or customer.name
    return Place(tab="bank", kind="papers", search=search, filters={"status": None})


def _mail(row: TimelineRow, customer: Customer) -> Place:
    return Place(tab="collections", kind="mails", id=row.subject_id, search=customer.name)


def _answered(row: TimelineRow, customer: Customer) -> Place | None:
    number = _text(row, "number")
    return Place(tab="invoicing", kind="issued", search=number) if number else None


def _reminder(row: TimelineRow, customer: Customer) -> Place:
    return Place(tab="collections", kind="reminders", id=row.subject_id, search=customer.name)


def _dispute(row: TimelineRow, customer: Customer) -> Place:
    return Place(tab="collections", kind="disputes", id=row.subject_id, search=_text(row, "number"))


def _closed_dispute(row: TimelineRow, customer: Customer) -> Place:
    return Place(
        tab="collections",
        kind="disputes",
        id=row.subject_id,
        search=customer.name,
        filters={"status": "closed"},
    )


# One line for each kind of event that a screen shows: the screen, and the kind of thing
# whose files are listed beside the fact.
_PLACES: Mapping[str, tuple[PlaceRule, SubjectKind | None]] = {
    "QuoteMade": (_quote, SubjectKind.QUOTE),
    "QuoteChanged": (_quote, SubjectKind.QUOTE),
    "QuoteSent": (_quote, SubjectKind.QUOTE),
    "QuoteAccepted": (_quote, SubjectKind.QUOTE),
    "QuoteRefused": (_quote, SubjectKind.QUOTE),
    "QuoteRevised": (_quote, SubjectKind.QUOTE),
    "OrderConfirmationQueued": (_order, SubjectKind.ORDER),
    "OrderTaken": (_order, SubjectKind.ORDER),
    "OrderConfirmed": (_order, SubjectKind.ORDER),
    "OrderReleased": (_order, SubjectKind.ORDER),
    "OrderChanged": (_order, SubjectKind.ORDER),
    "OrderAmended": (_order, SubjectKind.ORDER),
    "OrderCancelled": (_order, SubjectKind.ORDER),
    "OrderClosed": (_order, SubjectKind.ORDER),
    "OrderReopened": (_order, SubjectKind.ORDER),
    "DepositAsked": (_searched_order, SubjectKind.ORDER),
    "CreditRefused": (_searched_order, SubjectKind.ORDER),
    "OrderDelivered": (_delivery, SubjectKind.DELIVERY),
    "DeliveryCancelled": (_delivery, SubjectKind.DELIVERY),
    "ReturnNoted": (_returned, SubjectKind.RETURN),
    "GoodsReturned": (_returned, SubjectKind.RETURN),
    "ReturnCredited": (_returned, SubjectKind.RETURN),
    "ReturnCancelled": (_returned, SubjectKind.RETURN),
    "InvoiceIssued": (_document, SubjectKind.INVOICE),
    "ReformStatusKept": (_document, SubjectKind.INVOICE),
    "InvoiceQueued": (_document, SubjectKind.INVOICE),
    "DeliveryNoteQueued": (_delivery, SubjectKind.DELIVERY),
    "InvoiceNotQueued": (_document, SubjectKind.INVOICE),
    "MailHandedOver": (_document, SubjectKind.INVOICE),
    "DocumentTakenOver": (_document, SubjectKind.INVOICE),
    "PaperReceived": (_receipt, None),
    "PaperCorrected": (_receipt, None),
    "PaperUndone": (_receipt, None),
    "PaperReturned": (_receipt, None),
    "PaperReturnUndone": (_receipt, None),
    "BillMatured": (_receipt, None),
    "ReceiptAllocated": (_paid_document, SubjectKind.BANK_LINE),
    "AllocationUndone": (_paid_document, SubjectKind.BANK_LINE),
    "CreditLaid": (_paid_document, None),
    "ReceiptReturned": (_paid_document, SubjectKind.BANK_LINE),
    "MailSent": (_mail, None),
    "MailRefused": (_mail, None),
    "MailBounced": (_mail, None),
    "MailDelayed": (_mail, None),
    "MailReceived": (_answered, None),
    "MailWithheld": (_mail, None),
    "ReminderPlanned": (_reminder, None),
    "ReminderApproved": (_reminder, None),
    "ReminderSkipped": (_reminder, None),
    "DisputeOpened": (_dispute, SubjectKind.DISPUTE),
    "DisputeChanged": (_dispute, SubjectKind.DISPUTE),
    "DisputeClosed": (_closed_dispute, SubjectKind.DISPUTE),
}


def subject_kind_of(row: TimelineRow) -> SubjectKind | None:
    """The kind of thing a fact is about, where files can hang on it."""
    known = _PLACES.get(row.kind)
    return None if known is None else known[1]


def place_of(row: TimelineRow, customer: Customer) -> Place | None:
    """The screen that shows what a fact is about; None where there is none."""
    known = _PLACES.get(row.kind)
    return None if known is None else known[0](row, customer)


def _text(row: TimelineRow, name: str) -> str:
    return str(row.details.get(name, ""))
