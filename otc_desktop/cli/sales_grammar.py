"""Commands of quotes and orders."""

import argparse
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from otc_desktop.cli.commands import orders, prices, quotes, rebates
from otc_desktop.cli.grammar import command, day, group
from otc_desktop.domain.invoicing.rebate import RebateMethod
from otc_desktop.domain.sales.quote import QuoteStatus
from otc_desktop.domain.sales.sales_order import OrderStatus


def _accepted_line(text: str) -> tuple[int, Decimal]:
    position, _, quantity = text.partition("=")
    try:
        return int(position), Decimal(quantity)
    except (ValueError, InvalidOperation) as problem:
        raise argparse.ArgumentTypeError(f"{text!r} is not LINE=QUANTITY") from problem


def add_quotes(commands: Any) -> None:
    """`otc quote`."""
    quote = group(commands, "quote", "quotes")
    made = command(quote, "create", quotes.create, "make a quote")
    made.add_argument("file", type=Path)
    made.add_argument("--valid-until", type=day, default=None, metavar="YYYY-MM-DD")
    sent = command(quote, "send", quotes.send, "send a quote to its customer")
    sent.add_argument("number")
    sent.add_argument("--again", action="store_true")
    sent.add_argument("--by-hand", action="store_true", help="handed over, without a mail")
    accepted = command(quote, "accept", quotes.accept, "make an order of a quote")
    accepted.add_argument("number")
    accepted.add_argument(
        "--line", type=_accepted_line, action="append", default=[], metavar="LINE=QUANTITY"
    )
    accepted.add_argument("--purchase-order", default="")
    accepted.add_argument("--although-expired", action="store_true")
    refused = command(quote, "refuse", quotes.refuse, "settle a quote as refused")
    refused.add_argument("number")
    refused.add_argument("--reason", required=True)
    again = command(quote, "duplicate", quotes.duplicate, "make a quote again")
    again.add_argument("number")
    again.add_argument("--revision", action="store_true", help="in place of the first one")
    listed = command(quote, "list", quotes.list_quotes, "list quotes")
    listed.add_argument("--status", choices=[each.value for each in QuoteStatus], default="")
    printed = command(quote, "pdf", quotes.pdf, "write a quote")
    printed.add_argument("number")
    printed.add_argument("--out", type=Path, required=True)


def add_orders(order: Any) -> None:
    """What can be done with orders once they are taken."""
    listed = command(order, "list", orders.list_orders, "list orders")
    listed.add_argument("--status", choices=[each.value for each in OrderStatus], default="")
    listed.add_argument("--late", action="store_true")
    cancelled = command(order, "cancel", orders.cancel, "give an order up")
    cancelled.add_argument("number")
    cancelled.add_argument("--reason", default="")
    for name, handler, text in (
        ("close", orders.close, "give up what is left of an order"),
        ("reopen", orders.reopen, "take a closed order up again"),
    ):
        made = command(order, name, handler, text)
        made.add_argument("number")
        made.add_argument("--reason", required=True)
    again = command(order, "duplicate", orders.duplicate, "take the same order again")
    again.add_argument("number")
    sent = command(order, "send", orders.send, "confirm an order by mail")
    sent.add_argument("number")
    sent.add_argument("--again", action="store_true")
    printed = command(order, "pdf", orders.pdf, "write the confirmation of an order")
    printed.add_argument("number")
    printed.add_argument("--out", type=Path, required=True)


def add_prices(commands: Any) -> None:
    """`otc price`."""
    price = group(commands, "price", "prices")
    told = command(price, "explain", prices.explain, "what a customer pays, and why")
    told.add_argument("product")
    told.add_argument("--customer", default="", metavar="CODE")
    told.add_argument("--quantity", type=_number, default=Decimal(1))
    told.add_argument("--on", type=day, default=None, metavar="YYYY-MM-DD")


def add_rebates(commands: Any) -> None:
    """`otc rebate`."""
    rebate = group(commands, "rebate", "year-end rebates")
    agreed = command(rebate, "agree", rebates.agree, "agree a rebate with a customer")
    agreed.add_argument("customer")
    agreed.add_argument("--from", dest="first", type=day, required=True, metavar="YYYY-MM-DD")
    agreed.add_argument("--to", dest="last", type=day, required=True, metavar="YYYY-MM-DD")
    agreed.add_argument(
        "--tier", action="append", required=True, metavar="TURNOVER=PERCENT", default=None
    )
    agreed.add_argument("--reference", default="")
    agreed.add_argument("--family", default="")
    agreed.add_argument(
        "--method",
        choices=[each.value for each in RebateMethod],
        default=RebateMethod.WHOLE.value,
    )
    listed = command(rebate, "list", rebates.list_rebates, "agreements and what they earned")
    listed.add_argument("--customer", default="", metavar="CODE")
    accrued = command(rebate, "accrue", rebates.accrue, "accrue what is earned")
    for made in (listed, accrued):
        made.add_argument("--on", type=day, default=None, metavar="YYYY-MM-DD")
    for name, handler, text in (
        ("settle", rebates.settle, "prepare the credit note of a period that is over"),
        ("end", rebates.end, "give an agreement up"),
    ):
        ended = command(rebate, name, handler, text)
        ended.add_argument("reference")


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as problem:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number like 12.5") from problem
