"""Deposits, their deduction, credit notes and situations over random histories, to the cent."""

from datetime import date
from decimal import Decimal
from uuid import uuid5

from hypothesis import given, settings
from hypothesis import strategies as st

from otc_desktop.domain.invoicing.credit_note import (
    credit_note_by_amount,
    credit_note_of,
    credited_so_far,
    refuse_beyond,
)
from otc_desktop.domain.invoicing.deposits import (
    deduct,
    deposit_left,
    deposit_lines,
    deposit_of_amount,
    deposit_of_percent,
)
from otc_desktop.domain.invoicing.invoice import Document, Invoice, InvoiceDraft, InvoiceKind
from otc_desktop.domain.invoicing.references import DepositDeduction
from otc_desktop.domain.invoicing.works import Situation, WorksContract
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId, WorksContractId
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.taxes.lines import Adjustment, AdjustmentKind, DocumentLine
from otc_desktop.domain.taxes.totals import compute_totals
from tests.support.domain import an_id
from tests.support.invoices import CUSTOMER_ID, a_line, an_invoice

DAY = date(2026, 11, 20)
RATES = ("20", "10", "5.5")

_prices = st.integers(1, 50_000).map(lambda cents: str(Decimal(cents) / 100))
_quantities = st.integers(1, 4_000).map(lambda tenths: str(Decimal(tenths) / 10))
_lines = st.lists(
    st.builds(
        lambda quantity, price, rate: a_line(quantity=quantity, unit_price=price, vat=rate),
        _quantities,
        _prices,
        st.sampled_from(RATES),
    ),
    min_size=1,
    max_size=4,
)
_percents = st.integers(1, 10_000).map(lambda part: Decimal(part) / 100)


def _draft(lines: list[DocumentLine], name: object) -> InvoiceDraft:
    return InvoiceDraft(
        id=InvoiceId(an_id(name)),
        kind=InvoiceKind.INVOICE,
        customer_id=CUSTOMER_ID,
        currency=EUR,
        lines=tuple(lines),
    )


@settings(max_examples=60, deadline=None)
@given(_lines, _percents, st.integers(1, 5), st.data())
def test_a_deposit_is_deducted_to_the_cent_and_no_further(
    lines: list[DocumentLine], percent: Decimal, parts: int, data: st.DataObject
) -> None:
    groups = compute_totals(lines, (), EUR).vat_groups
    try:
        bases = deposit_of_percent(groups, percent, EUR)
    except RuleError:
        return
    assert total(bases.values(), EUR) == total((each.basis for each in groups), EUR).times(
        percent / 100
    )
    deposit = an_invoice(
        kind=InvoiceKind.DEPOSIT,
        lines=deposit_lines(bases, lines, description="Acompte", income_account="419100"),
    )
    deducted: list[DepositDeduction] = []
    for place in range(parts):
        left = deposit_left(deposit, credited=credited_so_far(deposit, []), deducted=deducted)
        most = data.draw(st.none() | st.integers(1, 500_000))
        final = deduct(
            _draft(lines, place),
            left,
            description="Acompte déduit",
            income_account="419100",
            most=None if most is None else Money.from_minor(most, EUR),
        )
        assert all(group.basis.amount >= 0 for group in final.totals().vat_groups)
        assert final.totals().total_excl_tax + total(
            (each.basis for each in final.deductions), EUR
        ) == total((each.basis for each in groups), EUR)
        deducted += final.deductions
    for vat, basis in bases.items():
        assert total((each.basis for each in deducted if each.vat == vat), EUR) <= basis
    rest = deposit_left(deposit, credited=credited_so_far(deposit, []), deducted=deducted)
    assert total((each.basis for each in deducted), EUR) + total(rest.left.values(), EUR) == total(
        bases.values(), EUR
    )


@settings(max_examples=60, deadline=None)
@given(_lines, st.data())
def test_a_deposit_of_an_amount_comes_within_a_cent_a_rate(
    lines: list[DocumentLine], data: st.DataObject
) -> None:
    totals = compute_totals(lines, (), EUR)
    if not totals.total_incl_tax:
        return
    asked = Money.from_minor(data.draw(st.integers(1, totals.total_incl_tax.minor)), EUR)
    bases = deposit_of_amount(totals.vat_groups, asked)
    made = deposit_lines(bases, lines, description="Acompte", income_account="419100")
    off = abs(compute_totals(made, (), EUR).total_incl_tax - asked).minor
    assert off <= len(totals.vat_groups)


@settings(max_examples=80, deadline=None)
@given(_lines, st.integers(0, 300), st.data())
def test_credit_notes_sum_to_their_invoice_at_most(
    lines: list[DocumentLine], discount: int, data: st.DataObject
) -> None:
    first = compute_totals(lines, (), EUR).vat_groups[0]
    allowance = Adjustment(
        kind=AdjustmentKind.ALLOWANCE,
        description="Remise",
        amount=min(Money.from_minor(discount, EUR), first.basis),
        vat=first.vat,
    )
    invoice = an_invoice(lines=lines, adjustments=[allowance])
    notes: list[Document] = []
    for place in range(data.draw(st.integers(1, 5))):
        before = credited_so_far(invoice, notes)
        new_id = InvoiceId(uuid5(invoice.id, str(place)))
        try:
            draft = _credit(invoice, new_id, notes, data)
            refuse_beyond(invoice, draft, before)
        except RuleError:
            continue
        notes.append(draft)
    so_far = credited_so_far(invoice, notes)
    for group in invoice.totals.vat_groups:
        assert Money.zero(EUR) <= so_far.of(group.vat, invoice) <= group.basis
    try:
        rest = credit_note_of(invoice, InvoiceId(an_id("rest")), before=so_far)
        refuse_beyond(invoice, rest, so_far)
    except RuleError as refusal:
        assert refusal.code == "invoicing.nothing_left_to_credit"
        return
    done = credited_so_far(invoice, [*notes, rest])
    for group in invoice.totals.vat_groups:
        assert done.of(group.vat, invoice) == group.basis


def _credit(
    invoice: Invoice, new_id: InvoiceId, notes: list[Document], data: st.DataObject
) -> InvoiceDraft:
    before = credited_so_far(invoice, notes)
    if data.draw(st.booleans()):
        amount = Money.from_minor(data.draw(st.integers(1, 200_000)), EUR)
        return credit_note_by_amount(invoice, new_id, amount, description="Geste", before=before)
    position = data.draw(st.integers(0, len(invoice.lines) - 1))
    most = invoice.lines[position].quantity
    part = data.draw(st.integers(1, 10))
    return credit_note_of(invoice, new_id, quantities={position: most * part / 10}, before=before)


@settings(max_examples=60, deadline=None)
@given(_lines, st.lists(st.lists(_percents, min_size=4, max_size=4), max_size=5))
def test_situations_sum_to_the_contract(
    lines: list[DocumentLine], steps: list[list[Decimal]]
) -> None:
    works = WorksContract(
        id=WorksContractId(an_id("works")),
        number="MT2026-00001",
        customer_id=CUSTOMER_ID,
        currency=EUR,
        lines=tuple(lines),
        signed_on=DAY,
        retention_percent=Decimal(5),
    )
    invoiced = Money.zero(EUR)
    everything = [Decimal(100)] * len(lines)
    for place, step in enumerate([*steps, everything]):
        is_final = place == len(steps)
        reached = [max(now, before) for now, before in zip(step, works.reached, strict=False)]
        if tuple(reached) == works.reached and not is_final:
            continue
        draft = works.situation_draft(
            InvoiceId(an_id(("situation", place))),
            reached,
            on=DAY,
            is_final=is_final,
            describe=lambda line, percent: f"{line.description} {percent}",
            previous_description="Situations précédentes",
        )
        assert draft.progress is not None
        assert draft.totals().total_excl_tax == draft.progress.cumulated - draft.progress.previous
        assert all(group.basis.amount >= 0 for group in draft.totals().vat_groups)
        invoiced += draft.totals().total_excl_tax
        works = works.with_situation(
            Situation(
                situation=place + 1,
                invoice_id=draft.id,
                percents=tuple(reached),
                is_final=is_final,
            )
        )
    assert invoiced == works.total == total((line.net(EUR) for line in lines), EUR)
