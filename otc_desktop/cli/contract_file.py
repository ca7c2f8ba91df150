"""`contract.json` and `works.json`: read strictly, every fault named by its place."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from otc_desktop.application.invoicing.contract_input import ContractInput
from otc_desktop.application.invoicing.create_works import CreateWorks
from otc_desktop.cli import documents as fields
from otc_desktop.domain.invoicing.frame import FrameCase
from otc_desktop.domain.invoicing.recurring import Indexation, Timing
from otc_desktop.domain.shared.errors import InputFileError

_CONTRACT = frozenset(
    "customer title purchase_order lines months timing start anchor end renewal_months"
    " indexation".split()
)
_WORKS = frozenset(
    "customer order title purchase_order lines retention_percent retention_months frame"
    " date".split()
)


def read_contract(path: Path) -> ContractInput:
    """A recurring contract.

    Raises:
        InputFileError: `document.*`, as for an order.
        RuleError: `invoicing.bad_indexation`.
    """
    data = _object(path, _CONTRACT)
    starts_on = fields.date_of(data, "start")
    if starts_on is None:
        raise InputFileError("document.missing_field", column="start")
    timing = fields.text_of(data, "timing", "") or Timing.ADVANCE
    if timing not in tuple(Timing):
        raise InputFileError("document.bad_field", column="timing", value=timing)
    return ContractInput(
        customer=fields.text_of(data, "customer", "", required=True),
        title=fields.text_of(data, "title", ""),
        purchase_order=fields.text_of(data, "purchase_order", ""),
        lines=fields.lines_of(data),
        months=_whole(data, "months", 1),
        timing=Timing(timing),
        starts_on=starts_on,
        anchor_on=fields.date_of(data, "anchor"),
        ends_on=fields.date_of(data, "end"),
        renewal_months=_whole(data, "renewal_months", 0),
        indexation=_indexation(data.get("indexation")),
    )


def read_works(path: Path) -> CreateWorks:
    """A works contract: of an `order`, or of a customer and lines.

    Raises:
        InputFileError: `document.*`, as for an order.
    """
    data = _object(path, _WORKS)
    order = fields.text_of(data, "order", "")
    return CreateWorks(
        order=order,
        customer=fields.text_of(data, "customer", "", required=not order),
        lines=() if order else fields.lines_of(data),
        title=fields.text_of(data, "title", ""),
        purchase_order=fields.text_of(data, "purchase_order", ""),
        retention_percent=fields.decimal_of(data, "retention_percent", "") or Decimal(0),
        retention_months=_whole(data, "retention_months", 12),
        frame_case=fields.member_of(FrameCase, data, "frame", "1"),
        signed_on=fields.date_of(data, "date"),
    )


def _object(path: Path, known: frozenset[str]) -> Mapping[str, Any]:
    data = fields.load_json(path)
    if not isinstance(data, Mapping):
        raise InputFileError("document.bad_json", line=1, detail="{…}")
    for name in data:
        if name not in known:
            raise InputFileError("document.unknown_field", column=name)
    return data


def _whole(data: Mapping[str, Any], field: str, usual: int) -> int:
    number = fields.decimal_of(data, field, "")
    if number is None:
        return usual
    if number != int(number):
        raise InputFileError("document.bad_field", column=field, value=str(number))
    return int(number)


def _indexation(data: Any) -> Indexation | None:
    if data is None:
        return None
    if not isinstance(data, Mapping):
        raise InputFileError("document.bad_field", column="indexation", value=str(data))
    percent = fields.decimal_of(data, "percent", "indexation")
    base = fields.decimal_of(data, "base_value", "indexation")
    series = fields.text_of(data, "series", "indexation")
    return Indexation(series=series, percent=percent or Decimal(0), base_value=base or Decimal(0))
