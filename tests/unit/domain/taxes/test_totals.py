"""A document's totals, to the cent."""

from decimal import Decimal

from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.taxes.lines import AdjustmentKind
from otc_desktop.domain.taxes.totals import compute_totals, spread_discount
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment
from tests.support.domain import an_adjustment, eur
from tests.support.invoices import a_line


def test_vat_is_rounded_on_the_group_and_not_on_lines() -> None:
    # 0.0165 a line would round to 0.02 and give 0.06; the group's 0.0495 gives 0.05.
    lines = [a_line(unit_price="0.30", vat="5.5")] * 3
    totals = compute_totals(lines, (), EUR)
    assert totals.total_vat == eur("0.05")
    assert totals.total_incl_tax == eur("0.95")


def test_totals_of_a_document_with_everything() -> None:
    lines = [
        a_line(quantity="12", unit_price="19.90", discount="5"),
        a_line(quantity="2", unit_price="50", vat="5.5"),
        a_line(quantity="-1", unit_price="10"),
    ]
    adjustments = [
        an_adjustment("15.00"),
        an_adjustment("10.00", kind=AdjustmentKind.ALLOWANCE, vat="5.5"),
    ]
    totals = compute_totals(lines, adjustments, EUR)
    assert totals.lines_net == eur("316.86")
    assert totals.charges == eur("15.00")
    assert totals.allowances == eur("10.00")
    assert [(str(g.vat.rate), g.basis, g.tax) for g in totals.vat_groups] == [
        ("20", eur("231.86"), eur("46.37")),
        ("5.5", eur("90.00"), eur("4.95")),
    ]
    assert totals.total_excl_tax == eur("321.86")
    assert totals.total_vat == eur("51.32")
    assert totals.total_incl_tax == eur("373.18")


def test_nothing_totals_nothing() -> None:
    totals = compute_totals((), (), EUR)
    assert totals.vat_groups == ()
    assert not totals.total_incl_tax


def test_a_discount_is_shared_in_proportion() -> None:
    lines = [a_line(unit_price="100"), a_line(unit_price="50", vat="5.5")]
    shares = spread_discount(Decimal(10), "Remise", lines, EUR)
    assert [(str(each.vat.rate), each.amount) for each in shares] == [
        ("20", eur("10")),
        ("5.5", eur("5")),
    ]
    assert {each.kind for each in shares} == {AdjustmentKind.ALLOWANCE}
    assert compute_totals(lines, shares, EUR).total_excl_tax == eur("135")


def test_a_discount_leaves_out_groups_without_anything_to_lower() -> None:
    exempt = VatTreatment(VatCategory.EXEMPT, Decimal(0))
    lines = [a_line(unit_price="100"), a_line(quantity="-1", unit_price="20", vat=exempt)]
    (share,) = spread_discount(Decimal(10), "Remise", lines, EUR)
    assert (str(share.vat.rate), share.amount) == ("20", eur("10"))


def test_a_discount_too_small_for_a_cent_is_none() -> None:
    assert spread_discount(Decimal("0.01"), "Remise", [a_line(unit_price="1")], EUR) == ()
    assert spread_discount(Decimal(10), "Remise", (), EUR) == ()


def test_a_share_of_nothing_is_left_out() -> None:
    lines = [a_line(unit_price="100"), a_line(unit_price="0.01", vat="5.5")]
    shares = spread_discount(Decimal(1), "Remise", lines, EUR)
    assert [each.amount for each in shares] == [eur("1.00")]
