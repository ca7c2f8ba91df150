"""Invoice late interest and the fixed indemnity: damages, out of the scope of VAT."""

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.late_claims import LateClaims, late_claims
from otc_desktop.application.kernel.lookups import customer_to_sell_to
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.dunning.planner import DueItem
from otc_desktop.domain.invoicing.invoice import InvoiceDraft, InvoiceKind
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.lines import DocumentLine, LineNature
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment

# Damages for late payment are no price for a supply (BOI-TVA-BASE-10-10-50).
_OUT_OF_SCOPE = VatTreatment(VatCategory.OUT_OF_SCOPE, Decimal(0))
_INTEREST_ACCOUNT = _INDEMNITY_ACCOUNT = "7581"
_TEXTS = {
    "fr": (
        "Intérêts de retard, facture {number}, du {from_on} au {to_on} ({percent} % l’an)",
        "Indemnité forfaitaire pour frais de recouvrement, facture {number} (C. com. D441-5)",
    ),
    "en": (
        "Late interest on invoice {number}, {from_on} to {to_on} ({percent} % a year)",
        "Fixed indemnity for recovery costs, invoice {number} (C. com. D441-5)",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLateInterest:
    """Ask for a draft of what a customer owes for paying late; `numbers` narrow it."""

    customer: str
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedInterest:
    """The draft, and what it claims."""

    draft_id: InvoiceId
    interest: Money
    indemnity: Money
    is_estimated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LateInterestDrafted(Event):
    """Late interest was put into a draft invoice."""

    interest: str
    indemnity: str


@use_case(permission=Permission.DRAFT_INVOICE)
def invoice_late_interest(
    command: InvoiceLateInterest, ctx: Context, task: Task
) -> DraftedInterest:
    """Draft the interest to today of the customer's late invoices in the company's currency.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `dunning.nothing_late`.
    """
    with ctx.unit_of_work() as uow:
        company = uow.company.get()
        customer = customer_to_sell_to(uow, command.customer)
        items = [
            item
            for item in uow.dunning.due_items(ctx.today)
            if item.customer_id == customer.id
            and item.open.currency == company.currency
            and item.open > item.disputed
            and (not command.numbers or item.number in command.numbers)
        ]
        claims = late_claims(uow, company, customer, items, on=ctx.today)
        if claims is None:
            raise RuleError("dunning.nothing_late", customer=customer.code)
        texts = _TEXTS.get(customer.language, _TEXTS["en"])
        draft = InvoiceDraft(
            id=InvoiceId(ctx.new_id()),
            kind=InvoiceKind.INVOICE,
            customer_id=customer.id,
            currency=company.currency,
            lines=tuple(
                line
                for item in items
                for line in _lines(item, claims, texts, ctx.today.isoformat())
            ),
        )
        uow.invoices.add_draft(draft, customer, ctx.today)
        uow.record(
            LateInterestDrafted(
                subject_id=draft.id,
                customer_id=customer.id,
                interest=str(claims.interest),
                indemnity=str(claims.indemnity),
            )
        )
        return uow.commit(
            DraftedInterest(
                draft_id=draft.id,
                interest=claims.interest,
                indemnity=claims.indemnity,
                is_estimated=claims.is_estimated,
            )
        )


def _lines(
    item: DueItem, claims: LateClaims, texts: tuple[str, str], to_on: str
) -> list[DocumentLine]:
    claim = claims.by_item[item.id]
    interest = DocumentLine(
        description=texts[0].format(
            number=item.number,
            from_on=(item.due_on + timedelta(days=1)).isoformat(),
            to_on=to_on,
            percent=claim.percent.normalize(),
        ),
        quantity=Decimal(1),
        unit_price=claim.interest.amount,
        vat=_OUT_OF_SCOPE,
        income_account=_INTEREST_ACCOUNT,
        nature=LineNature.SERVICES,
    )
    indemnity = replace(
        interest,
        description=texts[1].format(number=item.number),
        unit_price=claim.indemnity.amount,
        income_account=_INDEMNITY_ACCOUNT,
    )
    return [line for line in (interest, indemnity) if line.unit_price]
