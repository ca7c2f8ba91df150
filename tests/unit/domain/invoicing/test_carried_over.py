"""What of a received e-invoice stands in a draft: exactly, or told."""

from dataclasses import replace
from decimal import Decimal

import pytest

from otc_desktop.domain.invoicing.carried_over import CarriedOver, carried_over, kind_of
from otc_desktop.domain.invoicing.frame import FrameCase
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.invoicing.received import (
    ReceivedAdjustment,
    ReceivedInvoice,
    ReceivedLine,
    ReceivedTax,
    ReceivedTotals,
    ReceivedVat,
)
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.taxes.lines import AdjustmentKind, LineNature
from otc_desktop.domain.taxes.vat import VatCategory, standard

_TAXED = ReceivedTax(category="S", rate=Decimal("20.00"))


def _line(quantity: str, price: str, net: str, **more: object) -> ReceivedLine:
    line = ReceivedLine(
        number="1",
        name="Lampe",
        unit="C62",
        quantity=Decimal(quantity),
        net_price=Decimal(price),
        net=Decimal(net),
        tax=_TAXED,
    )
    return replace(line, **more)


def _carried(*lines: ReceivedLine, **more: object) -> CarriedOver:
    invoice = replace(ReceivedInvoice(syntax="cii", type_code="380", lines=lines), **more)
    return carried_over(invoice, currency=EUR, usual_vat=standard("20"))


def _discount(amount: str, *, is_charge: bool = False) -> ReceivedAdjustment:
    return ReceivedAdjustment(is_charge=is_charge, amount=Decimal(amount), tax=_TAXED)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (_line("12", "19.90", "238.80"), ("12", "19.90", "0")),
        (_line("2", "10", "18.00", adjustments=(_discount("2.00"),)), ("2", "10", "10")),
        (_line("500", "30", "150.00", base_quantity=Decimal(100)), ("500", "0.3", "0")),
        (_line("1", "-5", "-5.00"), ("-1", "5", "0")),
        # What can't be said exactly is carried as its amount: a charge on the line, too
        # many decimals, a discount that no percentage makes, a line that is wrong in itself.
        (_line("1", "5", "6.00", adjustments=(_discount("1.00", is_charge=True),)), None),
        (_line("0.00001", "5", "0.00"), None),
        (_line("3", "0.0000001", "7.00"), None),
        (_line("2", "10", "19.00"), None),
        (_line("-2", "10", "-19.00"), None),
    ],
)
def test_a_line_keeps_its_amount_whatever_it_takes(
    line: ReceivedLine, wanted: tuple[str, str, str] | None
) -> None:
    carried = _carried(line)
    [made] = carried.lines
    assert made.net(EUR).amount == line.net
    told = [each.code for each in carried.left_out]
    if wanted is None:
        assert told == ["einvoicing.line_as_amount"]
        assert abs(made.quantity) == 1
    else:
        assert (made.quantity, made.unit_price, made.discount_percent) == tuple(
            Decimal(each) for each in wanted
        )
        assert told == []


def test_what_bears_no_vat_keeps_its_code_or_its_words() -> None:
    exempt = ReceivedTax(category="E", rate=Decimal(0))
    line = _line("1", "10", "10.00", tax=exempt)
    for code, words, kept in (
        ("VATEX-FR-CGI261-4", "Formation", ("VATEX-FR-CGI261-4", "")),
        ("", "Formation", ("", "Formation")),
    ):
        [made] = _carried(
            line, vat=(ReceivedVat(tax=exempt, reason_code=code, reason=words),)
        ).lines
        assert made.vat.category is VatCategory.EXEMPT
        assert (made.vat.vatex, made.vat.reason) == kept


def test_vat_of_another_country_is_replaced_and_told() -> None:
    foreign = ReceivedTax(category="S", rate=Decimal(19))
    carried = _carried(
        _line("1", "100", "100.00", tax=foreign),
        totals=ReceivedTotals(incl_tax=Decimal("119.00")),
    )
    assert carried.lines[0].vat == standard("20")
    assert [(each.code, each.where) for each in carried.left_out] == [
        ("einvoicing.vat_replaced", "lines[0].tax"),
        ("einvoicing.draft_differs", "totals.incl_tax"),
    ]


def test_a_negative_discount_of_the_document_is_a_charge() -> None:
    carried = _carried(_line("1", "100", "100.00"), adjustments=(_discount("-5.00"),))
    [made] = carried.adjustments
    assert (made.kind, made.amount.amount) == (AdjustmentKind.CHARGE, Decimal("5.00"))


def test_nature_and_case_follow_the_framework_code() -> None:
    paid = _carried(_line("1", "1", "1.00"), process="S2")
    assert (paid.lines[0].nature, paid.frame_case) == (LineNature.SERVICES, FrameCase.PAID)
    other = _carried(_line("1", "1", "1.00"), process="B4")
    assert (other.lines[0].nature, other.frame_case) == (LineNature.GOODS, FrameCase.ORDINARY)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("380", InvoiceKind.INVOICE),
        ("389", InvoiceKind.INVOICE),
        ("386", InvoiceKind.DEPOSIT),
        ("384", InvoiceKind.CORRECTIVE),
        ("381", InvoiceKind.CREDIT_NOTE),
        ("261", InvoiceKind.CREDIT_NOTE),
        ("262", InvoiceKind.GLOBAL_CREDIT_NOTE),
        ("503", InvoiceKind.DEPOSIT_CREDIT_NOTE),
        ("999", InvoiceKind.INVOICE),
    ],
)
def test_kind_is_the_nearest_that_we_issue(code: str, kind: InvoiceKind) -> None:
    assert kind_of(ReceivedInvoice(syntax="cii", type_code=code)) is kind


def test_a_file_without_lines_makes_no_draft() -> None:
    with pytest.raises(RuleError) as refused:
        _carried()
    assert refused.value.code == "einvoicing.no_lines_to_carry"
