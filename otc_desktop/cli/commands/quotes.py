"""`otc quote`."""

from hashlib import sha256
from typing import Any

from otc_desktop.application.kernel.task import Task
from otc_desktop.application.sales.accept_quote import AcceptQuote, accept_quote
from otc_desktop.application.sales.create_quote import CreateQuote, create_quote
from otc_desktop.application.sales.duplicate_quote import DuplicateQuote, duplicate_quote
from otc_desktop.application.sales.print_quote import PrintQuote, print_quote
from otc_desktop.application.sales.refuse_quote import RefuseQuote, refuse_quote
from otc_desktop.application.sales.send_quote import SendQuote, send_quote
from otc_desktop.cli.documents import read_document
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.sales.quote import Quote


def create(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Make a quote from a file like order.json."""
    file = read_document(options.file)
    command = CreateQuote(
        customer=file.customer,
        lines=file.lines,
        adjustments=file.adjustments,
        reference=file.purchase_order,
        quoted_on=file.on,
        valid_until=options.valid_until,
        currency=file.currency,
    )
    return _document(house.use_cases.run(create_quote, command, task))


def send(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Queue a quote for its customer."""
    command = SendQuote(number=options.number, again=options.again, by_hand=options.by_hand)
    return _document(house.use_cases.run(send_quote, command, task))


def accept(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Make an order of a quote, of all of it or of chosen lines (counted from 1)."""
    quantities = {line - 1: quantity for line, quantity in options.line} or None
    command = AcceptQuote(
        number=options.number,
        quantities=quantities,
        purchase_order=options.purchase_order,
        although_expired=options.although_expired,
    )
    quote, order = house.use_cases.run(accept_quote, command, task)
    return {
        **_document(quote),
        "order": order.number,
        "order_total_incl_tax": amount(order.totals().total_incl_tax),
    }


def refuse(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Settle a quote as refused."""
    command = RefuseQuote(number=options.number, reason=options.reason)
    return _document(house.use_cases.run(refuse_quote, command, task))


def duplicate(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Make a quote again, or a revision in its place."""
    command = DuplicateQuote(number=options.number, as_revision=options.revision)
    return _document(house.use_cases.run(duplicate_quote, command, task))


def list_quotes(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List quotes, newest first."""
    filters = {"status": options.status} if options.status else {}
    return {
        "quotes": [
            {
                "number": row.number,
                "customer": row.customer_code,
                "date": row.quoted_on,
                "valid_until": row.valid_until,
                "status": row.status,
                "order": row.order_number,
                "total_excl_tax": amount(row.total_excl_tax),
                "total_incl_tax": amount(row.total_incl_tax),
            }
            for row in every_row(house.queries.quotes, filters)
        ]
    }


def pdf(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Write a quote."""
    command = PrintQuote(number=options.number, path=options.out)
    content = house.use_cases.run(print_quote, command, task)
    return {"file": str(options.out), "sha256": sha256(content).hexdigest()}


def _document(quote: Quote) -> dict[str, Any]:
    totals = quote.totals()
    return {
        "number": quote.number,
        "status": quote.status,
        "date": quote.quoted_on,
        "valid_until": quote.valid_until,
        "total_excl_tax": amount(totals.total_excl_tax),
        "total_vat": amount(totals.total_vat),
        "total_incl_tax": amount(totals.total_incl_tax),
    }
