"""`order.json` and `invoice.json`: read strictly, every fault named by its place."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeVar

from otc_desktop.application.invoicing.deduct_deposits import Deduction
from otc_desktop.application.kernel.line_input import AdjustmentInput, LineInput
from otc_desktop.domain.invoicing.frame import FrameCase
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.shared.errors import InputFileError
from otc_desktop.domain.taxes.lines import AdjustmentKind, LineNature

MemberT = TypeVar("MemberT", InvoiceKind, FrameCase)

_LARGEST_FILE = 5_000_000
_KNOWN = {
    "customer",
    "purchase_order",
    "date",
    "currency",
    "lines",
    "charges",
    "discounts",
    "discount_percent",
    "deposit_percent",
    "kind",
    "supply_date",
    "deducts",
    "contract_reference",
    "period_from",
    "period_to",
    "frame",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFile:
    """What an order or invoice file asks for."""

    customer: str
    lines: tuple[LineInput, ...]
    adjustments: tuple[AdjustmentInput, ...]
    purchase_order: str
    on: date | None
    supplied_on: date | None
    currency: str
    kind: InvoiceKind = InvoiceKind.INVOICE
    deposit_percent: Decimal | None = None
    deducts: tuple[Deduction, ...] = ()
    contract_reference: str = ""
    period_from: date | None = None
    period_to: date | None = None
    frame_case: FrameCase = FrameCase.ORDINARY


def read_document(path: Path) -> DocumentFile:
    """Read the file.

    Raises:
        InputFileError: `document.not_found`, `document.too_large`, `document.bad_json` with
            its line, `document.bad_field`, `document.missing_field`,
            `document.unknown_field`.
    """
    data = load_json(path)
    if not isinstance(data, Mapping):
        raise InputFileError("document.bad_json", line=1, detail="{…}")
    for name in data:
        if name not in _KNOWN:
            raise InputFileError("document.unknown_field", column=name)
    lines = lines_of(data)
    adjustments = [
        *_adjustments(data, "discounts", AdjustmentKind.ALLOWANCE),
        *_adjustments(data, "charges", AdjustmentKind.CHARGE),
    ]
    percent = decimal_of(data, "discount_percent", "")
    if percent:
        adjustments.insert(
            0,
            AdjustmentInput(kind=AdjustmentKind.ALLOWANCE, description="Remise", percent=percent),
        )
    return DocumentFile(
        customer=text_of(data, "customer", "", required=True),
        lines=lines,
        adjustments=tuple(adjustments),
        purchase_order=text_of(data, "purchase_order", ""),
        on=date_of(data, "date"),
        supplied_on=date_of(data, "supply_date"),
        currency=text_of(data, "currency", ""),
        kind=member_of(InvoiceKind, data, "kind", "invoice"),
        deposit_percent=decimal_of(data, "deposit_percent", "") or None,
        deducts=_deducts(data),
        contract_reference=text_of(data, "contract_reference", ""),
        period_from=date_of(data, "period_from"),
        period_to=date_of(data, "period_to"),
        frame_case=member_of(FrameCase, data, "frame", "1"),
    )


def read_text(path: Path) -> str:
    """A text file in UTF-8, of a size that a document may have."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise InputFileError("document.too_large", name=path.name)
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as problem:
        raise InputFileError("document.not_found", name=path.name) from problem
    except (OSError, UnicodeDecodeError) as problem:
        raise InputFileError("document.not_readable", name=path.name) from problem


def load_json(path: Path) -> Any:
    """The file as JSON, its numbers exact."""
    text = read_text(path)
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_refuse_constant)
    except json.JSONDecodeError as problem:
        raise InputFileError(
            "document.bad_json", line=problem.lineno, column=problem.colno, detail=problem.msg
        ) from problem
    except RecursionError as problem:
        raise InputFileError("document.bad_json", line=1, detail="…") from problem


def _refuse_constant(text: str) -> Any:
    raise InputFileError("document.bad_field", column=text, value=text)


def lines_of(data: Mapping[str, Any]) -> tuple[LineInput, ...]:
    """The lines of a document, at least one."""
    lines = data.get("lines")
    if not isinstance(lines, list) or not lines:
        raise InputFileError("document.missing_field", column="lines")
    return tuple(_line(each, f"lines[{place}]") for place, each in enumerate(lines))


def _line(data: Any, where: str) -> LineInput:
    if not isinstance(data, Mapping):
        raise InputFileError("document.bad_field", column=where, value=str(data))
    return LineInput(
        product=text_of(data, "product", where),
        description=_optional_text(data, "description", where),
        quantity=_required_decimal(data, "quantity", where),
        unit=_optional_text(data, "unit", where),
        unit_price=decimal_of(data, "unit_price", where),
        discount_percent=decimal_of(data, "discount_percent", where),
        vat_rate=decimal_of(data, "vat_rate", where),
        vat_category=_optional_text(data, "vat_category", where),
        vatex=text_of(data, "vatex", where),
        vat_reason=text_of(data, "vat_reason", where),
        nature=_nature(data, where),
    )


def _nature(data: Mapping[str, Any], where: str) -> LineNature | None:
    text = text_of(data, "nature", where)
    if text not in ("", *LineNature):
        raise InputFileError("document.bad_field", column=_at(where, "nature"), value=text)
    return LineNature(text) if text else None


def _adjustments(
    data: Mapping[str, Any], field: str, kind: AdjustmentKind
) -> list[AdjustmentInput]:
    found = []
    entries = data.get(field) or []
    if not isinstance(entries, list):
        raise InputFileError("document.bad_field", column=field, value=str(entries))
    for place, each in enumerate(entries):
        where = f"{field}[{place}]"
        if not isinstance(each, Mapping):
            raise InputFileError("document.bad_field", column=where, value=str(each))
        found.append(
            AdjustmentInput(
                kind=kind,
                description=text_of(each, "description", where, required=True),
                amount=decimal_of(each, "amount", where),
                percent=decimal_of(each, "percent", where),
                vat_rate=decimal_of(each, "vat_rate", where),
                vat_category=_optional_text(each, "vat_category", where),
            )
        )
    return found


def _deducts(data: Mapping[str, Any]) -> tuple[Deduction, ...]:
    """Numbers of deposit invoices, or objects of a number and an amount excluding tax."""
    entries = data.get("deducts") or []
    if not isinstance(entries, list):
        raise InputFileError("document.bad_field", column="deducts", value=str(entries))
    found = []
    for place, each in enumerate(entries):
        where = f"deducts[{place}]"
        if isinstance(each, str):
            found.append(Deduction(number=each))
        elif isinstance(each, Mapping):
            found.append(
                Deduction(
                    number=text_of(each, "number", where, required=True),
                    amount=decimal_of(each, "amount", where),
                )
            )
        else:
            raise InputFileError("document.bad_field", column=where, value=str(each))
    return tuple(found)


def member_of(kinds: type[MemberT], data: Mapping[str, Any], field: str, usual: str) -> MemberT:
    """One of the known kinds, the usual one when it is missing."""
    text = text_of(data, field, "") or usual
    try:
        return kinds(text)
    except ValueError as problem:
        raise InputFileError("document.bad_field", column=field, value=text) from problem


def _at(where: str, field: str) -> str:
    return f"{where}.{field}" if where else field


def text_of(data: Mapping[str, Any], field: str, where: str, *, required: bool = False) -> str:
    """A text, empty when it is missing."""
    return _optional_text(data, field, where, required=required) or ""


def _optional_text(
    data: Mapping[str, Any], field: str, where: str, *, required: bool = False
) -> str | None:
    value = data.get(field)
    if value is None or value == "":
        if required:
            raise InputFileError("document.missing_field", column=_at(where, field))
        return None
    if not isinstance(value, str):
        raise InputFileError("document.bad_field", column=_at(where, field), value=str(value))
    return value


def _required_decimal(data: Mapping[str, Any], field: str, where: str) -> Decimal:
    value = decimal_of(data, field, where)
    if value is None:
        raise InputFileError("document.missing_field", column=_at(where, field))
    return value


def decimal_of(data: Mapping[str, Any], field: str, where: str) -> Decimal | None:
    """An exact number, None when it is missing."""
    value = data.get(field)
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise InputFileError("document.bad_field", column=_at(where, field), value=str(value))
    try:
        number = Decimal(value)
    except InvalidOperation as problem:
        raise InputFileError(
            "document.bad_field", column=_at(where, field), value=str(value)
        ) from problem
    if not number.is_finite():
        raise InputFileError("document.bad_field", column=_at(where, field), value=str(value))
    return number


def date_of(data: Mapping[str, Any], field: str) -> date | None:
    """A date as `2026-12-31`, None when it is missing."""
    text = _optional_text(data, field, "")
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as problem:
        raise InputFileError("document.bad_field", column=field, value=text) from problem
