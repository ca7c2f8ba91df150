"""Look at an e-invoice that somebody else wrote."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.invoicing.received_customer import FoundCustomers, find_customers
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.ports import ReadFile
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.attachments.attachment import LARGEST_BYTES, SubjectKind
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceDraft
from otc_desktop.domain.invoicing.received import ReceivedInvoice
from otc_desktop.domain.invoicing.received_checks import received_findings
from otc_desktop.domain.invoicing.received_side import Side, our_side
from otc_desktop.domain.invoicing.rule_sets import RuleSetOutcome
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import InputFileError, NotFoundError
from otc_desktop.domain.shared.findings import Finding
from otc_desktop.domain.shared.ids import InvoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEInvoice:
    """Ask what a CII, UBL or Factur-X file says."""

    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedFile:
    """A file's document, what stands against it, and what we know of it.

    `xml` is the document itself, taken out of its PDF where it came in one. `made_of_it` are
    our own documents of these very bytes, `ours` the one of its number that we issued.
    """

    path: Path
    sha256: str
    invoice: ReceivedInvoice
    xml: bytes
    embedded_name: str
    findings: Sequence[Finding]
    side: Side
    found: FoundCustomers
    made_of_it: Sequence[InvoiceDraft | Invoice]
    ours: Invoice | None


@use_case(permission=Permission.READ)
def read_einvoice(command: ReadEInvoice, ctx: Context, task: Task) -> ReceivedFile:
    """The document with our own checks; nothing is stored.

    Raises:
        InputFileError: `files.not_found`, `files.not_readable`, and what the reader refuses.
    """
    content = content_of(command.path, ctx)
    read = ctx.ports.einvoice_files.read(content)
    with ctx.snapshot() as uow:
        return received_file(command.path, content, read, uow)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeEInvoice:
    """Ask for the official rules' verdict on a document that was read."""

    xml: bytes


@use_case(permission=Permission.READ)
def judge_einvoice(command: JudgeEInvoice, ctx: Context, task: Task) -> Sequence[RuleSetOutcome]:
    """The verdict of each rule set; one that could not run says why.

    Raises:
        RuleError: `einvoicing.not_xml`, `einvoicing.doctype`, `einvoicing.too_large`,
            `einvoicing.unknown_syntax`.
    """
    return ctx.ports.einvoice_rules.validate(command.xml)


def content_of(path: Path, ctx: Context) -> bytes:
    """The bytes of a file that may be an e-invoice.

    Raises:
        InputFileError: `einvoicing.too_large`, `files.not_found`, `files.not_readable`.
    """
    try:
        return ctx.ports.files.read(path, largest=LARGEST_BYTES)
    except InputFileError as problem:
        if problem.code != "files.too_large":
            raise
        megabytes = LARGEST_BYTES // 1_000_000
        raise InputFileError("einvoicing.too_large", megabytes=megabytes) from problem


def received_file(path: Path, content: bytes, read: ReadFile, uow: UnitOfWork) -> ReceivedFile:
    """What a file says, beside what the books know of it."""
    invoice = read.invoice
    side = our_side(invoice, uow.company.get())
    sha256 = hashlib.sha256(content).hexdigest()
    return ReceivedFile(
        path=path,
        sha256=sha256,
        invoice=invoice,
        xml=read.xml,
        embedded_name=read.embedded_name,
        findings=received_findings(invoice),
        side=side,
        found=find_customers(uow, invoice),
        made_of_it=_made_of_it(uow, sha256),
        ours=issued_by_us(uow, invoice.number) if side is Side.SELLER else None,
    )


def issued_by_us(uow: UnitOfWork, number: str) -> Invoice | None:
    """Our document of that number."""
    try:
        return uow.invoices.get_by_number(number)
    except NotFoundError:
        return None


def _made_of_it(uow: UnitOfWork, sha256: str) -> Sequence[InvoiceDraft | Invoice]:
    """Documents of ours that these bytes hang on; those thrown away are no more."""
    found: dict[InvoiceId, InvoiceDraft | Invoice] = {}
    for each in uow.attachments.of_content(SubjectKind.INVOICE, sha256):
        document_id = InvoiceId(each.subject.id)
        try:
            if uow.invoices.is_draft(document_id):
                found[document_id] = uow.invoices.get_draft(document_id)
            else:
                found[document_id] = uow.invoices.get_issued(document_id)
        except NotFoundError:
            continue
    return list(found.values())
