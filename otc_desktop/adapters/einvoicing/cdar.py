"""Life cycle messages written: UN/CEFACT CDAR D22B by the French rules (BR-FR-CDV)."""

from datetime import datetime

from lxml import etree

from otc_desktop.adapters.einvoicing.cdar_names import (
    GUIDELINE,
    NAMES,
    QDT,
    RAM,
    REGULATED,
    RSM,
    UDT,
)
from otc_desktop.adapters.einvoicing.cdar_reading import read_cdar
from otc_desktop.adapters.einvoicing.figures import amount, compact_day, percent, printable
from otc_desktop.domain.invoicing.lifecycle import FACTS
from otc_desktop.domain.invoicing.lifecycle_history import StatusAmount
from otc_desktop.domain.invoicing.status_message import (
    MessageParty,
    StatusDetail,
    StatusMessage,
    ToldStatus,
)


class CdarMessages:
    """The `StatusMessages` over CDAR."""

    def read(self, content: bytes) -> StatusMessage:
        """What a message says; RuleError `status.*` or `einvoicing.*` where it can't be one."""
        return read_cdar(content)

    def write(self, message: StatusMessage) -> bytes:
        """The message as XML; elements in the order of the schema."""
        root = etree.Element(f"{{{RSM}}}CrossDomainAcknowledgementAndResponse", nsmap=NAMES)
        context = etree.SubElement(root, f"{{{RSM}}}ExchangedDocumentContext")
        _text(_in(context, "BusinessProcessSpecifiedDocumentContextParameter"), "ID", REGULATED)
        _text(_in(context, "GuidelineSpecifiedDocumentContextParameter"), "ID", GUIDELINE)
        _document(etree.SubElement(root, f"{{{RSM}}}ExchangedDocument"), message)
        _acknowledgement(etree.SubElement(root, f"{{{RSM}}}AcknowledgementDocument"), message)
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _document(at: etree._Element, message: StatusMessage) -> None:
    _text(at, "ID", message.id)
    _text(at, "Name", message.name)
    _instant(at, "IssueDateTime", message.written_at)
    _party(_in(at, "SenderTradeParty"), message.sender)
    _party(_in(at, "IssuerTradeParty"), message.issuer)
    for recipient in message.recipients:
        _party(_in(at, "RecipientTradeParty"), recipient)


def _party(at: etree._Element, party: MessageParty) -> None:
    _identified(at, "GlobalID", party.identifier)
    _text(at, "Name", party.name)
    _text(at, "RoleCode", party.role)
    if party.endpoint is not None:
        _identified(_in(at, "URIUniversalCommunication"), "URIID", party.endpoint)


def _acknowledgement(at: etree._Element, message: StatusMessage) -> None:
    several = "true" if len(message.told) > 1 else "false"
    indicator = _in(at, "MultipleReferencesIndicator")
    etree.SubElement(indicator, f"{{{UDT}}}Indicator").text = several
    _text(at, "TypeCode", FACTS[message.told[0].code].phase.value)
    _instant(at, "IssueDateTime", message.at)
    for told in message.told:
        _told(_in(at, "ReferenceReferencedDocument"), told)


def _told(at: etree._Element, told: ToldStatus) -> None:
    facts = FACTS[told.code]
    _text(at, "IssuerAssignedID", told.number)
    _text(at, "StatusCode", facts.document_code)
    _text(at, "TypeCode", told.type_code)
    if told.received_at is not None:
        _instant(at, "ReceiptDateTime", told.received_at)
    if told.issued_on is not None:
        day = etree.SubElement(_in(at, "FormattedIssueDateTime"), f"{{{QDT}}}DateTimeString")
        day.set("format", "102")
        day.text = compact_day(told.issued_on)
    _text(at, "ProcessConditionCode", told.code.value)
    _text(at, "ProcessCondition", facts.french)
    _identified(_in(at, "IssuerTradeParty"), "GlobalID", ("0002", told.seller_siren))
    for number, detail in enumerate(told.details, start=1):
        _detail(_in(at, "SpecifiedDocumentStatus"), number, detail)


def _detail(at: etree._Element, number: int, detail: StatusDetail) -> None:
    _text(at, "ReasonCode", detail.reason)
    _text(at, "Reason", detail.reason_text)
    _text(at, "RequestedActionCode", detail.action)
    _text(at, "SequenceNumeric", str(number))
    if detail.note:
        _text(_in(at, "IncludedNote"), "Content", detail.note)
    for each in detail.amounts:
        _amount(_in(at, "SpecifiedDocumentCharacteristic"), each)


def _amount(at: etree._Element, told: StatusAmount) -> None:
    _text(at, "TypeCode", told.kind)
    changed = _in(at, "ValueChangedIndicator")
    etree.SubElement(changed, f"{{{UDT}}}IndicatorString").text = "false"
    value = _text(at, "ValueAmount", amount(told.amount))
    if value is not None:
        value.set("currencyID", told.amount.currency.code)
    if told.rate is not None:
        _text(at, "ValuePercent", percent(told.rate))


def _instant(at: etree._Element, name: str, value: datetime) -> None:
    text = etree.SubElement(_in(at, name), f"{{{UDT}}}DateTimeString")
    text.set("format", "204")
    text.text = value.strftime("%Y%m%d%H%M%S")


def _identified(at: etree._Element, name: str, value: tuple[str, str] | None) -> None:
    if value is None:
        return
    found = _text(at, name, value[1])
    if found is not None:
        found.set("schemeID", value[0])


def _in(at: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(at, f"{{{RAM}}}{name}")


def _text(at: etree._Element, name: str, value: str) -> etree._Element | None:
    """An element with a text; none where there is nothing to say."""
    if not value:
        return None
    found = _in(at, name)
    found.text = printable(value)
    return found
