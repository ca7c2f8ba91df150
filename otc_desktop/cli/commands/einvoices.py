"""`otc invoice read` and `otc invoice draft-from`: e-invoices that others wrote."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from otc_desktop.application.invoicing.draft_from_einvoice import (
    DraftFromEInvoice,
    draft_from_einvoice,
)
from otc_desktop.application.invoicing.read_einvoice import (
    JudgeEInvoice,
    ReadEInvoice,
    ReceivedFile,
    judge_einvoice,
    read_einvoice,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.commands.invoicing import draft_json
from otc_desktop.cli.house import House
from otc_desktop.domain.invoicing.business_terms import term_of
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceDraft
from otc_desktop.domain.invoicing.received import ReceivedInvoice
from otc_desktop.domain.invoicing.rule_sets import RuleSetOutcome
from otc_desktop.domain.shared.findings import Finding, Severity
from otc_desktop.messages.catalogue import MessageCatalogue


def read(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Show what a file says, and how it stands the checks."""
    file = house.use_cases.run(read_einvoice, ReadEInvoice(path=options.file), task)
    outcomes: Sequence[RuleSetOutcome] = ()
    if not options.without_rules:
        outcomes = house.use_cases.run(judge_einvoice, JudgeEInvoice(xml=file.xml), task)
    clean = all(each.severity is not Severity.ERROR for each in file.findings)
    return {
        "file": str(options.file),
        "sha256": file.sha256,
        "embedded": file.embedded_name,
        "passed": clean and all(each.passed for each in outcomes),
        "we_are": file.side,
        "customers": [each.code for each in file.found.customers],
        "customer_found_by": file.found.by,
        "documents": [_named(each) for each in _known(file)],
        "invoice": _said(file.invoice),
        "findings": [told(each, file.invoice, house.messages) for each in file.findings],
        "rule_sets": [
            {
                "name": each.name,
                "run": not each.not_run,
                "reason": each.not_run,
                "faults": [
                    {"rule": one.rule, "fatal": one.is_fatal, "message": one.message}
                    for one in each.faults
                ],
            }
            for each in outcomes
        ],
    }


def draft_from(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Make a draft of a file, and say what of it the draft has not."""
    command = DraftFromEInvoice(
        path=options.file,
        customer=options.customer,
        although_doubtful=options.although_doubtful,
    )
    made = house.use_cases.run(draft_from_einvoice, command, task)
    document = made.document
    told_of = (
        draft_json(document)
        if isinstance(document, InvoiceDraft)
        else {"id": document.id, "kind": document.kind, "status": "issued"}
    )
    return {
        **told_of,
        "number": document.number if isinstance(document, Invoice) else "",
        "customer": made.customer.code,
        "new": made.is_new,
        "findings": [told(each, None, house.messages) for each in made.findings],
        "left_out": [told(each, None, house.messages) for each in made.left_out],
    }


def told(
    finding: Finding, invoice: ReceivedInvoice | None, messages: MessageCatalogue
) -> dict[str, Any]:
    """A finding with its weight, its place and the business term of that place."""
    where = finding.where or ""
    known = finding.params.get("term", "")
    return {
        "severity": finding.severity,
        "code": finding.code,
        "field": where,
        "term": known or ("" if invoice is None else term_of(invoice, where)),
        "message": str(messages.for_finding(finding)),
    }


def _known(file: ReceivedFile) -> list[InvoiceDraft | Invoice]:
    ours = [] if file.ours is None else [file.ours]
    return [*file.made_of_it, *ours]


def _named(document: InvoiceDraft | Invoice) -> str:
    return document.number if isinstance(document, Invoice) else str(document.id)


def _said(value: Any, name: str = "") -> Any:
    """What a document says, without what it doesn't say."""
    if is_dataclass(value) and not isinstance(value, type):
        parts = {
            each.name: _said(getattr(value, each.name), each.name)
            for each in fields(value)
            if each.name != "unreadable"
        }
        return {part: content for part, content in parts.items() if content not in _NOTHING}
    if not isinstance(value, tuple):
        return value
    if name in _PAIRS and value and not isinstance(value[0], tuple):
        pair = zip(_PAIRS[name], value, strict=True)
        return {part: content for part, content in pair if content not in _NOTHING}
    return [_said(each, name) for each in value]


_NOTHING: tuple[Any, ...] = (None, "", [], {})
# Pairs without a class of their own: what their halves are.
_PAIRS = {
    "attributes": ("name", "value"),
    "endpoint": ("scheme", "value"),
    "ids": ("scheme", "value"),
    "legal_id": ("scheme", "value"),
    "notes": ("subject", "text"),
    "period": ("first", "last"),
    "preceding": ("number", "issued_on"),
}
