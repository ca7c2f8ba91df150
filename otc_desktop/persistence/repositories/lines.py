"""Priced lines and adjustments, which every document keeps alike."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping

from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.lines import Adjustment, AdjustmentKind, DocumentLine, LineNature
from otc_desktop.domain.taxes.totals import DocumentTotals
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment


def vat_values(vat: VatTreatment) -> dict[str, Any]:
    """The columns of a VAT treatment."""
    return {
        "vat_category": vat.category.value,
        "vat_rate": vat.rate,
        "vatex": vat.vatex,
        "vat_reason": vat.reason,
    }


def vat_of(row: RowMapping) -> VatTreatment:
    """The VAT treatment of a row."""
    return VatTreatment(
        VatCategory(row["vat_category"]), row["vat_rate"], row["vatex"], row["vat_reason"]
    )


def line_values(
    owner: str, owner_id: UUID, lines: Sequence[DocumentLine], currency: Currency
) -> list[dict[str, Any]]:
    """Rows of a document's lines; `owner` is the column that points to the document."""
    return [
        {
            owner: owner_id,
            "position": position,
            "product_id": line.product_id,
            "product_code": line.product_code,
            "description": line.description,
            "quantity": line.quantity,
            "unit": line.unit,
            "unit_price": line.unit_price,
            "discount_percent": line.discount_percent,
            **vat_values(line.vat),
            "income_account": line.income_account,
            "nature": line.nature.value,
            "net_minor": line.net(currency).minor,
            "price_origin": line.price_origin,
        }
        for position, line in enumerate(lines)
    ]


def line_of(row: RowMapping) -> DocumentLine:
    """A line from its row."""
    return DocumentLine(
        description=row["description"],
        quantity=row["quantity"],
        unit_price=row["unit_price"],
        vat=vat_of(row),
        unit=row["unit"],
        discount_percent=row["discount_percent"],
        product_id=row["product_id"],
        product_code=row["product_code"],
        income_account=row["income_account"],
        nature=LineNature(row["nature"]),
        price_origin=row["price_origin"],
    )


def adjustment_values(
    owner: str, owner_id: UUID, adjustments: Iterable[Adjustment]
) -> list[dict[str, Any]]:
    """Rows of a document's discounts and charges."""
    return [
        {
            owner: owner_id,
            "position": position,
            "kind": each.kind.value,
            "description": each.description,
            "amount_minor": each.amount.minor,
            **vat_values(each.vat),
            "income_account": each.income_account,
        }
        for position, each in enumerate(adjustments)
    ]


def adjustment_of(row: RowMapping, currency: Currency) -> Adjustment:
    """A discount or charge from its row."""
    return Adjustment(
        kind=AdjustmentKind(row["kind"]),
        description=row["description"],
        amount=Money.from_minor(row["amount_minor"], currency),
        vat=vat_of(row),
        income_account=row["income_account"],
    )


def totals_values(totals: DocumentTotals) -> dict[str, int]:
    """The totals columns of a document."""
    return {
        "total_excl_tax_minor": totals.total_excl_tax.minor,
        "total_vat_minor": totals.total_vat.minor,
        "total_incl_tax_minor": totals.total_incl_tax.minor,
    }
