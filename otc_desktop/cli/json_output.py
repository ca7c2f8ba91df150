"""One JSON document per command: amounts as strings with a point, dates as ISO."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.findings import BlockingFindings, Finding
from otc_desktop.domain.shared.money import Money
from otc_desktop.messages.catalogue import MessageCatalogue

_LONGEST_READ_BY_EYE = 100_000


def amount(money: Money | None) -> str | None:
    """An amount with the decimals of its currency, such as `"1234.50"`."""
    return None if money is None else str(money.amount)


def quantity(value: Decimal | None) -> str | None:
    """A quantity without idle zeros, such as `"12"` or `"1.5"`."""
    return None if value is None else f"{value.normalize():f}"


def to_json(document: Mapping[str, Any]) -> str:
    """The document as text; indented while a person may still read it.

    Python indents ten times slower than it writes: 10,000 proposals would wait seconds.
    """
    compact = json.dumps(document, ensure_ascii=False, default=_plain)
    if len(compact) > _LONGEST_READ_BY_EYE:
        return compact
    return json.dumps(document, ensure_ascii=False, indent=2, default=_plain)


def errors_of(problem: OtcError, messages: MessageCatalogue) -> list[dict[str, Any]]:
    """A refusal as the `errors` of the document: all findings where it carries several."""
    if isinstance(problem, BlockingFindings):
        return [finding_json(each, messages) for each in problem.findings]
    return [
        {
            "code": problem.code,
            "message": str(messages.for_error(problem)),
            "where": problem.where,
        }
    ]


def finding_json(finding: Finding, messages: MessageCatalogue) -> dict[str, Any]:
    """A finding with its code, its words and its place."""
    return {
        "code": finding.code,
        "message": str(messages.for_finding(finding)),
        "where": finding.where,
    }


def findings_json(findings: Iterable[Finding], messages: MessageCatalogue) -> list[dict[str, Any]]:
    """Several findings."""
    return [finding_json(each, messages) for each in findings]


def _plain(value: object) -> Any:
    if isinstance(value, Money):
        return amount(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")
