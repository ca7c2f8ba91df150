"""Totals of any document: they agree with each other, whatever the order of its lines."""

from decimal import Decimal
from fractions import Fraction
from math import floor
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from otc_desktop.domain.invoicing.credit_note import credit_note_of
from otc_desktop.domain.ledger.account_scheme import DEFAULT_SCHEME
from otc_desktop.domain.ledger.posting_rules import post_invoice
from otc_desktop.domain.receivables.open_item import open_item_of
from otc_desktop.domain.shared.company import VatRegime
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.ids import InvoiceId, JournalEntryId, OpenItemId
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.taxes.lines import Adjustment, DocumentLine
from otc_desktop.domain.taxes.totals import DocumentTotals, compute_totals, spread_discount
from tests.support.domain import an_id, eur
from tests.support.domain_strategies import ADJUSTMENTS, LINES, decimals
from tests.support.invoices import an_invoice

Content = tuple[list[DocumentLine], list[Adjustment]]
CONTENTS = st.tuples(st.lists(LINES, min_size=1, max_size=8), st.lists(ADJUSTMENTS, max_size=3))
ENTRY = JournalEntryId(an_id("entry"))
ITEM = OpenItemId(an_id("item"))


def totals_of(content: Content) -> DocumentTotals:
    return compute_totals(*content, EUR)


@given(CONTENTS)
def test_groups_sum_to_the_totals(content: Content) -> None:
    totals = totals_of(content)
    assert total((each.basis for each in totals.vat_groups), EUR) == totals.total_excl_tax
    assert total((each.tax for each in totals.vat_groups), EUR) == totals.total_vat
    assert totals.total_excl_tax + totals.total_vat == totals.total_incl_tax
    assert totals.lines_net - totals.allowances + totals.charges == totals.total_excl_tax
    assert len({each.vat for each in totals.vat_groups}) == len(totals.vat_groups)


@given(CONTENTS)
def test_vat_is_half_up_on_each_group(content: Content) -> None:
    for group in totals_of(content).vat_groups:
        exact = Fraction(group.basis.minor) * Fraction(group.vat.rate) / 100
        size = floor(abs(exact) + Fraction(1, 2))
        assert group.tax.minor == (size if exact >= 0 else -size)


@given(LINES)
def test_a_line_net_is_half_up_of_the_exact_product(line: DocumentLine) -> None:
    factor = (100 - Fraction(line.discount_percent)) / 100
    exact = Fraction(line.quantity) * Fraction(line.unit_price) * factor * 100
    size = floor(abs(exact) + Fraction(1, 2))
    assert line.net(EUR).minor == (size if exact >= 0 else -size)


@given(CONTENTS, st.randoms(use_true_random=False))
def test_the_order_of_lines_does_not_matter(content: Content, random: Random) -> None:
    lines, adjustments = list(content[0]), list(content[1])
    random.shuffle(lines)
    random.shuffle(adjustments)
    assert totals_of((lines, adjustments)) == totals_of(content)


@given(st.lists(LINES, min_size=1, max_size=8), decimals(0, 100, 4))
def test_a_document_discount_loses_no_cent(lines: list[DocumentLine], percent: Decimal) -> None:
    before = compute_totals(lines, (), EUR)
    shares = spread_discount(percent, "Remise", lines, EUR)
    raised = [each for each in before.vat_groups if each.basis.amount > 0]
    wanted = total((each.basis for each in raised), EUR).times(percent / 100)
    assert total((each.amount for each in shares), EUR) == wanted
    after = compute_totals(lines, shares, EUR)
    assert before.total_excl_tax - wanted == after.total_excl_tax
    basis = {each.vat: each.basis for each in raised}
    assert all(share.amount <= basis[share.vat] for share in shares)


@settings(max_examples=60)
@given(CONTENTS, st.sampled_from([VatRegime.DEBITS, VatRegime.RECEIPTS]))
def test_a_credit_note_mirrors_its_invoice_in_every_book(
    content: Content, regime: VatRegime
) -> None:
    invoice = an_invoice(lines=content[0], adjustments=content[1])
    draft = credit_note_of(invoice, InvoiceId(an_id("credit")))
    note = draft.issue(
        number="AV1",
        issued_on=invoice.issued_on,
        due_on=invoice.issued_on,
        seller=invoice.seller,
        buyer=invoice.buyer,
        language="fr",
        payment_terms="",
        mentions=(),
    )
    assert note.totals == invoice.totals
    item, mirror = open_item_of(invoice, ITEM), open_item_of(note, ITEM)
    assert (item.total, item.vat) == (-mirror.total, -mirror.vat)
    balance: dict[str, Money] = {}
    for document in (invoice, note):
        entry = post_invoice(document, ENTRY, item_id=ITEM, scheme=DEFAULT_SCHEME, regime=regime)
        for line in entry.lines if entry else ():
            before = balance.get(line.account, eur("0"))
            balance[line.account] = before + line.debit - line.credit
    assert not any(balance.values())


@given(CONTENTS, st.sampled_from([VatRegime.DEBITS, VatRegime.RECEIPTS]))
def test_any_document_posts_what_its_totals_say(content: Content, regime: VatRegime) -> None:
    invoice = an_invoice(lines=content[0], adjustments=content[1])
    entry = post_invoice(invoice, ENTRY, item_id=ITEM, scheme=DEFAULT_SCHEME, regime=regime)
    by_class = {"4110": eur("0"), "445": eur("0"), "70": eur("0")}
    for line in entry.lines if entry else ():
        key = next(key for key in by_class if line.account.startswith(key))
        by_class[key] += line.debit - line.credit
    totals = invoice.totals
    assert by_class["4110"] == totals.total_incl_tax
    assert by_class["445"] == -totals.total_vat
    assert by_class["70"] == -totals.total_excl_tax
