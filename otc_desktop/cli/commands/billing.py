"""`otc invoice from-deliveries`, `from-order`, `deposit`, `correct`."""

from collections.abc import Sequence
from typing import Any

from otc_desktop.application.invoicing.correct_invoice import CorrectInvoice, correct_invoice
from otc_desktop.application.invoicing.invoice_deliveries import (
    InvoiceDeliveries,
    invoice_deliveries,
)
from otc_desktop.application.invoicing.invoice_deposit import InvoiceDeposit, invoice_deposit
from otc_desktop.application.invoicing.invoice_orders import InvoiceOrders, invoice_orders
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.invoicing.make_pro_forma import MakeProForma, make_pro_forma
from otc_desktop.application.invoicing.plan_billing import (
    PlanBilling,
    ProposedInvoice,
    plan_billing,
)
from otc_desktop.application.invoicing.send_pro_forma import SendProForma, send_pro_forma
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.commands.invoicing import draft_json, invoice_id, issued_json, line_quantities
from otc_desktop.cli.documents import read_document
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount, errors_of
from otc_desktop.domain.customers.customer import InvoiceGrouping
from otc_desktop.domain.invoicing.correction_reason import CorrectionReason
from otc_desktop.domain.shared.errors import OtcError


def from_deliveries(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Invoice all that is delivered, each document in a transaction of its own.

    What another program or an earlier, interrupted run made meanwhile is left alone: run it
    again, and only the rest is made.
    """
    plan = PlanBilling(
        until=options.until,
        grouping=None if options.group is None else InvoiceGrouping(options.group),
    )
    proposed = house.use_cases.run(plan_billing, plan, task)
    if options.dry_run:
        return {"proposed": [_proposed(house, each) for each in proposed]}
    drafts: list[dict[str, Any]] = []
    issued: list[dict[str, Any]] = []
    errors: list[dict[str, Any]] = []
    for place, each in enumerate(proposed):
        task.progress(place, len(proposed))
        task.check_cancelled()
        try:
            made = InvoiceDeliveries(numbers=each.deliveries)
            draft = house.use_cases.run(invoice_deliveries, made, task)
            drafts.append({**draft_json(draft), "deliveries": list(each.deliveries)})
            if options.issue:
                command = IssueInvoice(invoice_id=draft.id, send=options.send)
                result = house.use_cases.run(issue_invoice, command, task)
                issued.append(issued_json(result))
        except OtcError as problem:
            faults = errors_of(problem, house.messages)
            errors.extend({**fault, "deliveries": list(each.deliveries)} for fault in faults)
    document: dict[str, Any] = {"drafts": drafts}
    if options.issue:
        document["issued"] = issued
    return {**document, **({"errors": errors} if errors else {})}


def from_order(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Prepare the invoice of what orders have neither delivered nor invoiced."""
    command = InvoiceOrders(numbers=options.numbers, quantities=line_quantities(options.lines))
    return draft_json(house.use_cases.run(invoice_orders, command, task))


def deposit(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Prepare the deposit invoice of an order."""
    command = InvoiceDeposit(order=options.order, percent=options.percent, amount=options.amount)
    return draft_json(house.use_cases.run(invoice_deposit, command, task))


def pro_forma(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Make a pro forma of an order or of a draft."""
    command = MakeProForma(
        order=options.order,
        draft_id=invoice_id(options.draft) if options.draft else None,
        path=options.out,
        send=options.send,
    )
    made = house.use_cases.run(make_pro_forma, command, task)
    return {
        "number": made.number,
        "total_incl_tax": amount(made.total_incl_tax),
        "sha256": made.sha256,
        "file": None if options.out is None else str(options.out),
    }


def send_one_pro_forma(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Queue a pro forma that was made."""
    command = SendProForma(number=options.number, again=options.again)
    made = house.use_cases.run(send_pro_forma, command, task)
    return {"number": made.number, "total_incl_tax": amount(made.total_incl_tax)}


def correct(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Prepare a corrective invoice; a file gives it other lines."""
    reason = CorrectionReason(options.reason)
    command = CorrectInvoice(number=options.number, reason=reason)
    if options.file is not None:
        file = read_document(options.file)
        command = CorrectInvoice(
            number=options.number,
            lines=file.lines,
            adjustments=file.adjustments,
            deducts=file.deducts,
            purchase_order=file.purchase_order,
            reason=reason,
        )
    return draft_json(house.use_cases.run(correct_invoice, command, task))


def _proposed(house: House, each: ProposedInvoice) -> dict[str, Any]:
    totals = each.totals
    return {
        "customer": each.customer_code,
        "deliveries": list(each.deliveries),
        "orders": list(each.orders),
        "deducts": list(each.deducted),
        "total_excl_tax": None if totals is None else amount(totals.total_excl_tax),
        "total_vat": None if totals is None else amount(totals.total_vat),
        "total_incl_tax": None if totals is None else amount(totals.total_incl_tax),
        "findings": _findings(house, each),
    }


def _findings(house: House, each: ProposedInvoice) -> Sequence[dict[str, Any]]:
    return [
        {"code": finding.code, "severity": finding.severity.value, "where": finding.where}
        for finding in each.findings
    ]
