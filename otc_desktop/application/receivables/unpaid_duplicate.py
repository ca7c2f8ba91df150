"""The duplicate of an unpaid invoice, which taking its VAT back asks for (CGI art. 272-1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.letters import Enclosed, Letter
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.ledger.entry_proposal import EntryProposal, ProposalKind
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError

TEMPLATE = "unpaid_duplicate"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawDuplicates:
    """Ask for the duplicates of the invoices that a proposal gives up, as one PDF."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowDuplicates:
    """Ask for a copy of them for the system's viewer."""

    number: str


@use_case(permission=Permission.READ)
def draw_duplicates(command: DrawDuplicates, ctx: Context, task: Task) -> bytes:
    """One page with the mention of the law, and the invoice as issued, for each.

    They are sent to the customer: without them the VAT can't be taken back
    (BOI-TVA-DED-40-10-20).

    Raises:
        NotFoundError: `ledger.proposal_not_found`.
        RuleError: `ledger.nothing_given_up` for a proposal that gives no VAT up.
    """
    with ctx.snapshot() as uow:
        return _drawn(uow, ctx, uow.entry_proposals.by_number(command.number))


@use_case(permission=Permission.READ)
def show_duplicates(command: ShowDuplicates, ctx: Context, task: Task) -> Path:
    """A copy of the duplicates, to print or send.

    Raises:
        NotFoundError: `ledger.proposal_not_found`.
        RuleError: `ledger.nothing_given_up`.
    """
    with ctx.snapshot() as uow:
        content = _drawn(uow, ctx, uow.entry_proposals.by_number(command.number))
        return ctx.ports.viewer_files.put(f"duplicata-{command.number}.pdf", content)


def _drawn(uow: UnitOfWork, ctx: Context, proposal: EntryProposal) -> bytes:
    if proposal.kind not in (ProposalKind.WRITE_OFF, ProposalKind.DIFFERENCE_VAT):
        raise RuleError("ledger.nothing_given_up", number=proposal.number)
    pages = _pages(uow, ctx, proposal)
    return ctx.ports.letters.bound(pages[0].content, pages[1:])


def _pages(uow: UnitOfWork, ctx: Context, proposal: EntryProposal) -> Sequence[Enclosed]:
    company, customer = uow.company.get(), uow.customers.get(proposal.customer_id)
    found = []
    for part in proposal.items:
        item = uow.open_items.get(part.item_id)
        words = ctx.ports.mail_templates.render(
            TEMPLATE,
            language=customer.language,
            values={
                "company": company,
                "customer": customer,
                "today": ctx.today,
                "number": item.number,
                "issued_on": item.issued_on,
                "due_on": item.due_on,
                "document_total": item.total,
                "amount": part.amount,
                "excl_tax": part.amount - part.vat,
                "vat": part.vat,
            },
        )
        page = ctx.ports.letters.pdf(
            Letter(
                company=company,
                customer=customer,
                language=customer.language,
                on=proposal.entry_on,
                subject=words.subject,
                text=words.text,
                is_registered=False,
                label="letter",
            )
        )
        found.append(Enclosed(item.number, page))
        for number, sha256 in uow.dunning.invoice_files([item.id]):
            found.append(Enclosed(number, uow.archive.content(sha256)))
    return found
