"""Which VAT waits for the money."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from otc_desktop.domain.shared.company import VatRegime
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.taxes.exigibility import due_vat
from otc_desktop.domain.taxes.lines import Adjustment, AdjustmentKind, DocumentLine, LineNature
from otc_desktop.domain.taxes.totals import compute_totals
from otc_desktop.domain.taxes.vat import standard


def _line(nature: LineNature, price: str, rate: str = "20", quantity: str = "1") -> DocumentLine:
    return DocumentLine(
        description="x",
        quantity=Decimal(quantity),
        unit_price=Decimal(price),
        vat=standard(rate),
        nature=nature,
    )


def _due(*lines: DocumentLine, regime: VatRegime = VatRegime.MIXED) -> tuple[str, str]:
    due = due_vat(compute_totals(lines, (), EUR), lines, regime=regime)
    return str(total(due.at_issue, EUR).amount), str(total(due.on_receipt, EUR).amount)


def test_under_debits_all_vat_is_due_at_issue() -> None:
    lines = (_line(LineNature.GOODS, "100"), _line(LineNature.SERVICES, "50"))
    assert _due(*lines, regime=VatRegime.DEBITS) == ("30.00", "0.00")


def test_goods_are_due_at_delivery_and_services_when_paid() -> None:
    assert _due(_line(LineNature.GOODS, "100")) == ("20.00", "0.00")
    assert _due(_line(LineNature.SERVICES, "100")) == ("0.00", "20.00")
    assert _due(_line(LineNature.GOODS, "100"), _line(LineNature.SERVICES, "50")) == (
        "20.00",
        "10.00",
    )


def test_under_receipts_and_for_a_deposit_all_waits() -> None:
    lines = (_line(LineNature.GOODS, "100"), _line(LineNature.SERVICES, "50", "10"))
    assert _due(*lines, regime=VatRegime.RECEIPTS) == ("0.00", "25.00")
    totals = compute_totals(lines, (), EUR)
    deposit = due_vat(totals, lines, regime=VatRegime.DEBITS, is_deposit=True)
    assert not any(deposit.at_issue)


def test_a_discount_on_the_document_is_shared_by_both() -> None:
    lines = (_line(LineNature.GOODS, "100"), _line(LineNature.SERVICES, "100"))
    discount = Adjustment(
        kind=AdjustmentKind.ALLOWANCE,
        description="Remise",
        amount=Money(Decimal("50.00"), EUR),
        vat=standard("20"),
    )
    due = due_vat(compute_totals(lines, (discount,), EUR), lines, regime=VatRegime.MIXED)
    [now], [later] = due.at_issue, due.on_receipt
    assert (now.amount, later.amount) == (Decimal("15.00"), Decimal("15.00"))


def test_what_is_taken_back_against_something_larger_goes_with_the_larger() -> None:
    lines = (_line(LineNature.SERVICES, "100"), _line(LineNature.GOODS, "30", quantity="-1"))
    assert _due(*lines) == ("0.00", "14.00")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(LineNature)),
            st.decimals("-999", "999", places=2),
            st.sampled_from(["20", "10", "5.5"]),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_the_two_parts_are_the_total_to_the_cent(
    drawn: list[tuple[LineNature, Decimal, str]],
) -> None:
    lines = [
        _line(nature, str(abs(price)), rate, quantity="-1" if price < 0 else "1")
        for nature, price, rate in drawn
    ]
    totals = compute_totals(lines, (), EUR)
    due = due_vat(totals, lines, regime=VatRegime.MIXED)
    taxes = [group.tax for group in totals.vat_groups]
    parts = zip(due.at_issue, due.on_receipt, strict=True)
    assert [now + later for now, later in parts] == taxes
    only = {nature for nature, _, _ in drawn}
    if only == {LineNature.GOODS}:
        assert not any(due.on_receipt)
    if only == {LineNature.SERVICES}:
        assert not any(due.at_issue)
