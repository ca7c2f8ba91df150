"""Life cycle messages read: CDAR from outside is hostile until each part has been looked at."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from lxml import etree

from otc_desktop.adapters.einvoicing.cdar_names import GUIDELINES, NAMES, RSM
from otc_desktop.adapters.einvoicing.untrusted import parsed
from otc_desktop.domain.invoicing.lifecycle import FACTS, Phase, known_code
from otc_desktop.domain.invoicing.lifecycle_history import StatusAmount
from otc_desktop.domain.invoicing.status_message import (
    MessageParty,
    StatusDetail,
    StatusMessage,
    ToldStatus,
)
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money

# A message of one invoice has some kilobytes; one of a thousand invoices less than this.
_LARGEST = 2_000_000
_MOST_TOLD, _MOST_DETAILS = 1_000, 50
_LONGEST_ID, _LONGEST_TEXT = 200, 2_000
_AMOUNT = re.compile(r"[+-]?\d{1,17}(\.\d{1,2})?")
_PERCENT = re.compile(r"\d{1,3}(\.\d{1,2})?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_SIREN = "0002"


def read_cdar(content: bytes) -> StatusMessage:
    """The message in its own terms.

    Raises:
        RuleError: `status.too_large`, `status.not_a_message`, `status.incomplete`,
            `status.bad_value`, `status.unknown_code`, `status.wrong_phase`, and those of
            untrusted XML (`einvoicing.not_xml`, `einvoicing.doctype`).
    """
    if len(content) > _LARGEST:
        raise RuleError("status.too_large", megabytes=_LARGEST // 1_000_000)
    root = parsed(content)
    if root.tag != f"{{{RSM}}}CrossDomainAcknowledgementAndResponse":
        raise RuleError("status.not_a_message", root=str(etree.QName(root).localname)[:60])
    guideline = _needed(
        root,
        "rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID",
        "MDT-3",
    )
    if guideline not in GUIDELINES:
        raise RuleError("status.not_a_message", root=guideline[:60])
    document = _element(root, "rsm:ExchangedDocument", "MDG-4")
    acknowledgement = _element(root, "rsm:AcknowledgementDocument", "MDG-32")
    phase = _needed(acknowledgement, "ram:TypeCode", "MDT-77")
    references = acknowledgement.findall("ram:ReferenceReferencedDocument", NAMES)
    if not references:
        raise RuleError("status.incomplete", where="MDT-87")
    if len(references) > _MOST_TOLD:
        raise RuleError("status.too_large", megabytes=_LARGEST // 1_000_000)
    told = tuple(_told(each) for each in references)
    for each in told:
        _check_phase(each, phase)
    return StatusMessage(
        id=_needed(document, "ram:ID", "MDT-4"),
        name=_optional(document, "ram:Name"),
        written_at=_instant(document, "ram:IssueDateTime", "MDT-8"),
        at=_instant(acknowledgement, "ram:IssueDateTime", "MDT-78"),
        sender=_party(_element(document, "ram:SenderTradeParty", "MDG-9"), "MDT-21"),
        issuer=_party(_element(document, "ram:IssuerTradeParty", "MDG-12"), "MDT-40"),
        recipients=tuple(
            _party(each, "MDT-59") for each in document.findall("ram:RecipientTradeParty", NAMES)
        ),
        told=told,
    )


def _told(at: etree._Element) -> ToldStatus:
    seller = at.find("ram:IssuerTradeParty", NAMES)
    identifiers = [] if seller is None else seller.findall("ram:GlobalID", NAMES)
    details = at.findall("ram:SpecifiedDocumentStatus", NAMES)
    if len(details) > _MOST_DETAILS:
        raise RuleError("status.bad_value", where="MDG-37", value=str(len(details)))
    return ToldStatus(
        number=_needed(at, "ram:IssuerAssignedID", "MDT-87"),
        type_code=_optional(at, "ram:TypeCode"),
        issued_on=_day(at, "MDT-100"),
        seller_siren=next(
            (_words(each) for each in identifiers if each.get("schemeID") == _SIREN), ""
        ),
        code=known_code(_needed(at, "ram:ProcessConditionCode", "MDT-105")),
        details=tuple(_detail(each) for each in details),
        received_at=None
        if at.find("ram:ReceiptDateTime", NAMES) is None
        else _instant(at, "ram:ReceiptDateTime", "MDT-95"),
    )


def _check_phase(told: ToldStatus, phase: str) -> None:
    try:
        is_known = Phase(phase) is FACTS[told.code].phase
    except ValueError:
        is_known = False
    if not is_known:
        raise RuleError(
            "status.wrong_phase", where="MDT-77", reform_status=told.code.value, phase=phase[:20]
        )


def _detail(at: etree._Element) -> StatusDetail:
    return StatusDetail(
        reason=_optional(at, "ram:ReasonCode"),
        reason_text=_optional(at, "ram:Reason"),
        action=_optional(at, "ram:RequestedActionCode"),
        note=_optional(at, "ram:IncludedNote/ram:Content"),
        amounts=tuple(_amounts(at)),
    )


def _amounts(at: etree._Element) -> Iterator[StatusAmount]:
    for each in at.findall("ram:SpecifiedDocumentCharacteristic", NAMES):
        value = each.find("ram:ValueAmount", NAMES)
        if value is None:
            continue
        figure, code = _words(value), value.get("currencyID", "EUR")
        if not _AMOUNT.fullmatch(figure) or not _CURRENCY.fullmatch(code):
            raise RuleError("status.bad_value", where="MDT-215", value=f"{figure} {code}"[:40])
        rate = _optional(each, "ram:ValuePercent")
        if rate and not _PERCENT.fullmatch(rate):
            raise RuleError("status.bad_value", where="MDT-224", value=rate[:40])
        yield StatusAmount(
            kind=_needed(each, "ram:TypeCode", "MDT-207")[:6],
            amount=Money(Decimal(figure), Currency(code)),
            rate=Decimal(rate) if rate else None,
        )


def _party(at: etree._Element, where: str) -> MessageParty:
    identifier = at.find("ram:GlobalID", NAMES)
    address = at.find("ram:URIUniversalCommunication/ram:URIID", NAMES)
    return MessageParty(
        role=_needed(at, "ram:RoleCode", where),
        identifier=None
        if identifier is None
        else (identifier.get("schemeID", ""), _words(identifier)),
        name=_optional(at, "ram:Name"),
        endpoint=None if address is None else (address.get("schemeID", ""), _words(address)),
    )


def _instant(at: etree._Element, path: str, where: str) -> datetime:
    text = _needed(at, f"{path}/udt:DateTimeString", where)
    return _parsed_instant(text, where)


def _day(at: etree._Element, where: str) -> date | None:
    text = _optional(at, "ram:FormattedIssueDateTime/qdt:DateTimeString")
    return _parsed_instant(text, where).date() if text else None


def _parsed_instant(text: str, where: str) -> datetime:
    for shape, length in (("%Y%m%d%H%M%S", 14), ("%Y%m%d%H%M", 12), ("%Y%m%d", 8)):
        if len(text) == length and text.isascii() and text.isdigit():
            try:
                found = datetime.strptime(text, shape)  # noqa: DTZ007  # French time, no zone
            except ValueError:
                break
            # BR-FR-03.
            if 2000 <= found.year <= 2099:
                return found
    raise RuleError("status.bad_value", where=where, value=text[:40])


def _element(at: etree._Element, path: str, where: str) -> etree._Element:
    found = at.find(path, NAMES)
    if found is None:
        raise RuleError("status.incomplete", where=where)
    return found


def _needed(at: etree._Element, path: str, where: str) -> str:
    found = _optional(at, path)
    if not found:
        raise RuleError("status.incomplete", where=where)
    if len(found) > _LONGEST_ID:
        raise RuleError("status.bad_value", where=where, value=found[:40])
    return found


def _optional(at: etree._Element, path: str) -> str:
    return _words(at.find(path, NAMES))


def _words(element: etree._Element | None) -> str:
    return "" if element is None else (element.text or "").strip()[:_LONGEST_TEXT]
