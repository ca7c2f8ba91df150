"""Correcting an issued invoice: a credit note that names it (CGI 289 I-5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from otc_desktop.domain.invoicing.invoice import (
    Document,
    Invoice,
    InvoiceDraft,
    InvoiceKind,
    preceding,
)
from otc_desktop.domain.invoicing.partial_credit import discount_shares, rounding_of
from otc_desktop.domain.invoicing.references import LineSource, Relation, SourceKind
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.taxes.lines import DocumentLine, LineNature
from otc_desktop.domain.taxes.totals import compute_totals
from otc_desktop.domain.taxes.vat import VatTreatment

_NOTHING = Decimal(0)
_ONE = Decimal(1)
# Roundings of a few VAT groups, each at most half a cent, lie within these.
_NEAR_CENTS = range(-4, 5)
_WORTH = "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditedSoFar:
    """What credit notes, issued or not, have taken back of one invoice.

    `quantities` by line position; `bases` excluding tax, by VAT treatment. `by_amount`
    tells that some of it was credited by amount, so that quantities don't tell all.
    """

    quantities: Mapping[int, Decimal] = field(default_factory=dict)
    bases: Mapping[VatTreatment, Money] = field(default_factory=dict)
    by_amount: bool = False

    def of(self, vat: VatTreatment, invoice: Invoice) -> Money:
        """What was credited in one VAT group."""
        return self.bases.get(vat, Money.zero(invoice.currency))


NOTHING_CREDITED = CreditedSoFar()


def credited_so_far(invoice: Invoice, credit_notes: Sequence[Document]) -> CreditedSoFar:
    """The sum of an invoice's credit notes."""
    quantities: dict[int, Decimal] = {}
    bases: dict[VatTreatment, Money] = {}
    by_amount = False
    for note in credit_notes:
        of_lines = [
            each
            for each in note.sources
            if each.kind is SourceKind.CREDITED and each.document_id == invoice.id
        ]
        by_amount = by_amount or len({each.line for each in of_lines}) < len(note.lines)
        for each in of_lines:
            before = quantities.get(each.document_line, _NOTHING)
            quantities[each.document_line] = before + each.quantity
        groups = compute_totals(note.lines, note.adjustments, note.currency).vat_groups
        for group in groups:
            bases[group.vat] = bases.get(group.vat, Money.zero(note.currency)) + group.basis
    return CreditedSoFar(quantities=quantities, bases=bases, by_amount=by_amount)


def credit_note_of(
    invoice: Invoice,
    new_id: InvoiceId,
    *,
    quantities: Mapping[int, Decimal | None] | None = None,
    before: CreditedSoFar = NOTHING_CREDITED,
    rest_description: str = "Solde",
) -> InvoiceDraft:
    """A draft that takes back the whole invoice, or quantities by line position.

    A quantity of None is what is left of the line. A whole credit mirrors the invoice, with
    its discounts and charges; after earlier credit notes it is what they left, one line for
    each VAT group. Lines take their share of document discounts; charges such as carriage
    stay invoiced. Lines and shares are counted from the first credit note on, so that
    several never come to a cent more, excluding tax, than the invoice.

    Raises:
        RuleError: `invoicing.credits_a_credit_note`, `invoicing.no_such_line`,
            `invoicing.credits_more_than_invoiced`, `invoicing.nothing_left_to_credit`.
    """
    if quantities is not None:
        return _of_lines(invoice, new_id, _wanted(invoice, quantities, before), before)
    if not before.bases and not before.quantities:
        everything = {place: line.quantity for place, line in enumerate(invoice.lines)}
        draft = _draft(invoice, new_id, invoice.lines, sources=_sources(invoice, everything))
        return replace(draft, adjustments=invoice.adjustments)
    left = {
        group.vat: group.basis - before.of(group.vat, invoice)
        for group in invoice.totals.vat_groups
    }
    lines = _amount_lines(invoice, left, rest_description, "")
    return _draft(invoice, new_id, lines)


def credit_note_by_amount(
    invoice: Invoice,
    new_id: InvoiceId,
    amount: Money,
    *,
    description: str,
    vat_rate: Decimal | None = None,
    income_account: str = "",
    before: CreditedSoFar = NOTHING_CREDITED,
) -> InvoiceDraft:
    """A draft that takes back an amount, excluding tax: a reduction granted afterwards.

    It is shared among the invoice's VAT groups by what is left of each, or goes to the
    groups of one rate.

    Raises:
        RuleError: `invoicing.credits_a_credit_note`, `invoicing.credit_not_positive`,
            `invoicing.no_such_rate`, `invoicing.credited_beyond_total`.
    """
    if amount.amount <= 0:
        raise RuleError("invoicing.credit_not_positive", where="amount", amount=amount)
    groups = [
        group
        for group in invoice.totals.vat_groups
        if vat_rate is None or group.vat.rate == vat_rate
    ]
    if not groups:
        raise RuleError("invoicing.no_such_rate", where="vat_rate", rate=vat_rate)
    left = {group.vat: group.basis - before.of(group.vat, invoice) for group in groups}
    positive = {vat: basis for vat, basis in left.items() if basis.amount > 0}
    most = total(positive.values(), invoice.currency)
    if amount > most:
        raise RuleError(
            "invoicing.credited_beyond_total",
            where="amount",
            number=invoice.number,
            credited=amount,
            invoiced=most,
        )
    shares = amount.split([basis.amount for basis in positive.values()])
    lines = _amount_lines(
        invoice, dict(zip(positive, shares, strict=True)), description, income_account
    )
    return _draft(invoice, new_id, lines)


def net_of_gross(invoice: Invoice, gross: Money, *, before: CreditedSoFar) -> Money:
    """The amount excluding tax whose credit note comes nearest to an amount including tax.

    VAT is rounded once a document, so that not every gross amount can be met: what is a cent
    off stays below it, for a credit note never exceeds what was contested.

    Raises:
        RuleError: `invoicing.nothing_left_to_credit`, `invoicing.credit_not_positive`.
    """
    left = {
        group.vat: group.basis - before.of(group.vat, invoice)
        for group in invoice.totals.vat_groups
    }
    positive = {vat: basis for vat, basis in left.items() if basis.amount > 0}
    net = total(positive.values(), invoice.currency)
    if not positive:
        raise RuleError("invoicing.nothing_left_to_credit", number=invoice.number)

    def worth(amount: Money) -> Money:
        draft = credit_note_by_amount(
            invoice, invoice.id, amount, description=_WORTH, before=before
        )
        return draft.totals().total_incl_tax

    whole = worth(net)
    if gross >= whole:
        return net
    first = net.minor * gross.minor // whole.minor
    cents = (Money.from_minor(first + step, invoice.currency) for step in _NEAR_CENTS)
    within = [each for each in cents if each.amount > 0 and worth(each) <= gross]
    if not within:
        raise RuleError("invoicing.credit_not_positive", where="amount", amount=gross)
    return max(within)


def refuse_beyond(invoice: Invoice, draft: InvoiceDraft, before: CreditedSoFar) -> None:
    """Never more than what remains, in no VAT group.

    Compared excluding tax: VAT is rounded once a document, so that several credit notes may
    lawfully come to a cent more than their invoice.

    Raises:
        RuleError: `invoicing.credited_beyond_total`, `invoicing.nothing_left_to_credit`.
    """
    if not draft.lines:
        raise RuleError("invoicing.nothing_left_to_credit", number=invoice.number)
    invoiced = {group.vat: group.basis for group in invoice.totals.vat_groups}
    nothing = Money.zero(invoice.currency)
    for group in draft.totals().vat_groups:
        whole = invoiced.get(group.vat, nothing)
        credited = before.of(group.vat, invoice) + group.basis
        if credited.amount * whole.amount < 0 or abs(credited) > abs(whole):
            raise RuleError(
                "invoicing.credited_beyond_total",
                number=invoice.number,
                credited=credited,
                invoiced=whole,
            )


def _wanted(
    invoice: Invoice, quantities: Mapping[int, Decimal | None], before: CreditedSoFar
) -> dict[int, Decimal]:
    found: dict[int, Decimal] = {}
    for position, quantity in sorted(quantities.items()):
        if not 0 <= position < len(invoice.lines):
            raise RuleError("invoicing.no_such_line", where="lines", line=position + 1)
        left = invoice.lines[position].quantity - before.quantities.get(position, _NOTHING)
        wanted = left if quantity is None else quantity
        if wanted * left <= 0 or abs(wanted) > abs(left):
            raise RuleError(
                "invoicing.credits_more_than_invoiced",
                where=f"lines[{position}]",
                quantity=wanted,
                invoiced=left,
            )
        found[position] = wanted
    return found


def _of_lines(
    invoice: Invoice, new_id: InvoiceId, wanted: Mapping[int, Decimal], before: CreditedSoFar
) -> InvoiceDraft:
    lines = tuple(
        replace(invoice.lines[place], quantity=quantity) for place, quantity in wanted.items()
    )
    earlier = {place: before.quantities.get(place, _NOTHING) for place in range(len(invoice.lines))}
    after = {place: done + wanted.get(place, _NOTHING) for place, done in earlier.items()}
    adjustments = (
        *rounding_of(invoice, lines, earlier, after),
        *discount_shares(invoice, earlier, after),
    )
    draft = _draft(invoice, new_id, lines, sources=_sources(invoice, wanted))
    return replace(draft, adjustments=adjustments)


def _sources(invoice: Invoice, quantities: Mapping[int, Decimal]) -> tuple[LineSource, ...]:
    return tuple(
        LineSource(
            line=line,
            kind=SourceKind.CREDITED,
            document_id=invoice.id,
            document_line=place,
            quantity=quantity,
        )
        for line, (place, quantity) in enumerate(quantities.items())
    )


def _amount_lines(
    invoice: Invoice, amounts: Mapping[VatTreatment, Money], description: str, account: str
) -> tuple[DocumentLine, ...]:
    """One line a VAT group; a negative rest is a line of negative quantity."""
    lines = []
    for vat, amount in amounts.items():
        like = _largest_line(invoice, vat)
        if amount:
            lines.append(
                DocumentLine(
                    description=description,
                    quantity=_ONE if amount.amount > 0 else -_ONE,
                    unit_price=abs(amount.amount),
                    vat=vat,
                    income_account=account or ("" if like is None else like.income_account),
                    nature=LineNature.GOODS if like is None else like.nature,
                )
            )
    return tuple(lines)


def _largest_line(invoice: Invoice, vat: VatTreatment) -> DocumentLine | None:
    """The line that tells account and nature of a group."""
    own = [line for line in invoice.lines if line.vat == vat]
    return max(own, key=lambda line: line.net(invoice.currency).amount, default=None)


def _draft(
    invoice: Invoice,
    new_id: InvoiceId,
    lines: tuple[DocumentLine, ...],
    *,
    sources: tuple[LineSource, ...] = (),
) -> InvoiceDraft:
    if invoice.kind.is_credit:
        raise RuleError("invoicing.credits_a_credit_note", number=invoice.number)
    of_deposit = invoice.kind is InvoiceKind.DEPOSIT
    return InvoiceDraft(
        id=new_id,
        kind=InvoiceKind.DEPOSIT_CREDIT_NOTE if of_deposit else InvoiceKind.CREDIT_NOTE,
        customer_id=invoice.customer_id,
        currency=invoice.currency,
        lines=lines,
        supplied_on=invoice.supplied_on,
        purchase_order=invoice.purchase_order,
        contract_reference=invoice.contract_reference,
        preceding=(preceding(invoice, Relation.CREDITED),),
        orders=tuple(replace(each, billed=False) for each in invoice.orders),
        sources=sources,
    )
