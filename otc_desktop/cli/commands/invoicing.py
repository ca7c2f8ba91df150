"""`otc invoice`."""

import hashlib
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from otc_desktop.application.invoicing.check_einvoice import CheckEInvoice, check_einvoice
from otc_desktop.application.invoicing.create_invoice import CreateInvoice, create_invoice
from otc_desktop.application.invoicing.credit_invoice import CreditInvoice, credit_invoice
from otc_desktop.application.invoicing.export_pdf import ExportPdf, export_pdf
from otc_desktop.application.invoicing.export_xml import ExportXml, export_xml
from otc_desktop.application.invoicing.invoice_delivery import (
    InvoiceDelivery,
    invoice_delivery,
)
from otc_desktop.application.invoicing.issue_invoice import (
    IssuedInvoice,
    IssueInvoice,
    issue_invoice,
)
from otc_desktop.application.invoicing.list_drafts import ListDrafts, list_drafts
from otc_desktop.application.invoicing.send_invoice import SendInvoice, send_invoice
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.outbox.send_mail import SendMail, send_mail
from otc_desktop.cli.documents import read_document
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount, errors_of
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.invoicing.correction_reason import CorrectionReason
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.shared.errors import NotFoundError, OtcError, RuleError
from otc_desktop.domain.shared.ids import InvoiceId


def create(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Prepare a draft from a file."""
    file = read_document(options.file)
    if file.deposit_percent:
        raise RuleError("document.not_offered_yet", where="deposit_percent")
    command = CreateInvoice(
        customer=file.customer,
        lines=file.lines,
        adjustments=file.adjustments,
        purchase_order=file.purchase_order,
        wished_date=file.on,
        supplied_on=file.supplied_on,
        currency=file.currency,
        kind=file.kind,
        deducts=file.deducts,
        contract_reference=file.contract_reference,
        period_from=file.period_from,
        period_to=file.period_to,
        frame_case=file.frame_case,
    )
    return draft_json(house.use_cases.run(create_invoice, command, task))


def from_delivery(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Prepare the invoice of a delivery."""
    command = InvoiceDelivery(number=options.number)
    return draft_json(house.use_cases.run(invoice_delivery, command, task))


def issue(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Issue drafts, each in its own transaction: one that is refused stops no other."""
    ids: Sequence[InvoiceId] = [invoice_id(each) for each in options.ids]
    if options.all_drafts:
        ids = house.use_cases.run(list_drafts, ListDrafts(), task)
    elif not ids:
        raise RuleError("invoicing.nothing_named")
    issued = []
    errors: list[dict[str, Any]] = []
    for done, each in enumerate(ids):
        task.progress(done, len(ids))
        try:
            result = house.use_cases.run(
                issue_invoice, IssueInvoice(invoice_id=each, send=options.send), task
            )
        except OtcError as problem:
            errors.extend({**fault, "id": each} for fault in errors_of(problem, house.messages))
        else:
            issued.append(issued_json(result))
    return {"issued": issued, **({"errors": errors} if errors else {})}


def credit(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Prepare a credit note."""
    command = CreditInvoice(
        number=options.number,
        quantities=line_quantities(options.lines),
        amount=options.amount,
        vat_rate=options.vat_rate,
        description=options.description,
        reason=None if options.reason is None else CorrectionReason(options.reason),
    )
    return draft_json(house.use_cases.run(credit_invoice, command, task))


def pdf(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Write the PDF exactly as it was issued."""
    command = ExportPdf(number=options.number, path=options.out)
    sha256 = house.use_cases.run(export_pdf, command, task)
    return {"file": str(options.out), "sha256": sha256}


def xml(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Write the document as an e-invoice."""
    command = ExportXml(
        number=options.number,
        path=options.out,
        syntax=options.syntax,
        profile=options.profile,
    )
    content = house.use_cases.run(export_xml, command, task)
    return {
        "file": str(options.out),
        "syntax": options.syntax,
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def check(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Judge a draft or an issued document by our checks and by the official rules."""
    found = house.use_cases.run(check_einvoice, CheckEInvoice(document=options.document), task)
    return {
        "document": options.document,
        "passed": found.passed,
        "findings": [
            {"severity": each.severity.value, "code": each.code, "field": each.where}
            for each in found.findings
        ],
        "rule_sets": [
            {
                "syntax": syntax,
                "name": each.name,
                "run": not each.not_run,
                "reason": each.not_run,
                "faults": [
                    {"rule": one.rule, "fatal": one.is_fatal, "message": one.message}
                    for one in each.faults
                ],
            }
            for syntax, outcomes in found.rule_sets.items()
            for each in outcomes
        ],
    }


def send(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Queue a document and send what waits."""
    mail_id = house.use_cases.run(send_invoice, SendInvoice(number=options.number), task)
    outcome = house.use_cases.run(send_mail, SendMail(), task)
    document: dict[str, Any] = {"mail": mail_id, "sent": outcome.counts}
    if outcome.problem is not None:
        document["errors"] = errors_of(outcome.problem, house.messages)
    return document


def list_invoices(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List issued and taken-over documents."""
    filters: dict[str, Any] = {}
    if options.open:
        filters["open"] = True
    if options.overdue:
        filters["overdue"] = True
    if options.customer:
        filters["customer"] = options.customer
    return {
        "invoices": [
            {
                "number": row.number,
                "kind": row.kind,
                "customer": row.customer_code,
                "issue_date": row.issued_on,
                "due_date": row.due_on,
                "total_incl_tax": amount(row.total_incl_tax),
                "open_amount": amount(row.open_amount),
                "status": row.status,
            }
            for row in every_row(house.queries.invoices, filters)
        ]
    }


def invoice_id(text: str) -> InvoiceId:
    """A draft's id as typed.

    Raises:
        NotFoundError: `invoicing.draft_not_found`.
    """
    try:
        return InvoiceId(UUID(text))
    except ValueError as problem:
        raise NotFoundError("invoicing.draft_not_found", id=text) from problem


def line_quantities(texts: Sequence[str] | None) -> dict[int, Decimal | None] | None:
    """`2=1.5` is a quantity of line 2; `2` alone is all of it; none means the whole invoice."""
    if not texts:
        return None
    found: dict[int, Decimal | None] = {}
    for text in texts:
        place, _, quantity = text.partition("=")
        try:
            found[int(place) - 1] = Decimal(quantity) if quantity else None
        except (ValueError, InvalidOperation) as problem:
            raise RuleError("invoicing.no_such_line", where="lines", line=text) from problem
    return found


def draft_json(draft: InvoiceDraft) -> dict[str, Any]:
    """A draft as the console tells of it."""
    totals = draft.totals()
    return {
        "id": draft.id,
        "kind": draft.kind,
        "status": "draft",
        "total_excl_tax": amount(totals.total_excl_tax),
        "total_vat": amount(totals.total_vat),
        "total_incl_tax": amount(totals.total_incl_tax),
    }


def issued_json(result: IssuedInvoice) -> dict[str, Any]:
    """An issued document as the console tells of it."""
    invoice = result.invoice
    return {
        "id": invoice.id,
        "number": invoice.number,
        "kind": invoice.kind,
        "customer": invoice.buyer.code,
        "issue_date": invoice.issued_on,
        "due_date": invoice.due_on,
        "total_excl_tax": amount(invoice.totals.total_excl_tax),
        "total_vat": amount(invoice.totals.total_vat),
        "total_incl_tax": amount(invoice.totals.total_incl_tax),
        "sha256": result.sha256,
        "queued": result.queued,
        "unreachable": result.unreachable,
    }
