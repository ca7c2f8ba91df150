"""A life cycle message (CDAR D22B) in its own terms, between its XML and the books."""

from dataclasses import dataclass
from datetime import date, datetime

from otc_desktop.domain.invoicing.einvoice import endpoint_of, type_code_of
from otc_desktop.domain.invoicing.invoice import Invoice, Party
from otc_desktop.domain.invoicing.lifecycle import FACTS, StatusCode
from otc_desktop.domain.invoicing.lifecycle_history import (
    RECEIVED,
    ReformStatus,
    StatusAmount,
)
from otc_desktop.domain.shared.errors import RuleError

# Schemes of identifiers: SIREN, number of a platform; roles: seller, buyer, platform, State.
_SIREN, _PLATFORM_NUMBER = "0002", "0238"
SELLER, BUYER, PLATFORM, STATE = "SE", "BY", "WK", "DFH"
# The number and name of the public portal as a recipient beside others.
_PORTAL = ("9998", "PPF")


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageParty:
    """Who sends, wrote or receives a message; `endpoint` is scheme and electronic address."""

    role: str
    identifier: tuple[str, str] | None = None
    name: str = ""
    endpoint: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusDetail:
    """One detail of a status: a reason with what is asked, or amounts."""

    reason: str = ""
    reason_text: str = ""
    action: str = ""
    note: str = ""
    amounts: tuple[StatusAmount, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStatus:
    """What a message says of one invoice: number, type, date and seller name which one.

    `received_at` is when the platform took the invoice (MDT-95).
    """

    number: str
    type_code: str
    issued_on: date | None
    seller_siren: str
    code: StatusCode
    details: tuple[StatusDetail, ...] = ()
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusMessage:
    """A message: `at` is when the status was set (MDT-78), `written_at` when it was written."""

    id: str
    name: str
    written_at: datetime
    at: datetime
    sender: MessageParty
    issuer: MessageParty
    recipients: tuple[MessageParty, ...]
    told: tuple[ToldStatus, ...]


def own_message(
    status: ReformStatus, invoice: Invoice, *, written_at: datetime, deposited_at: datetime | None
) -> StatusMessage:
    """The message by which the seller tells one of its statuses.

    To the buyer, and to the State where the law wants it there. It leaves through the
    seller's platform, which is its sender.
    """
    buyer = _party(BUYER, invoice.buyer)
    recipients: tuple[MessageParty, ...] = (buyer,)
    if status.is_bound:
        recipients += (
            MessageParty(role=STATE, identifier=(_PLATFORM_NUMBER, _PORTAL[0]), name=_PORTAL[1]),
        )
    details: list[StatusDetail] = [
        StatusDetail(
            reason=reason,
            reason_text=status.reason_text if place == 0 else "",
            action=status.action if place == 0 else "",
            note=status.note if place == 0 else "",
        )
        for place, reason in enumerate(status.reasons)
    ]
    if status.amounts:
        details.append(StatusDetail(amounts=status.amounts, note="" if details else status.note))
    elif status.note and not details:
        details.append(StatusDetail(note=status.note))
    return StatusMessage(
        id=status.message_id,
        name=file_name(status, invoice).removesuffix(".xml"),
        written_at=written_at,
        at=status.at,
        sender=MessageParty(role=PLATFORM),
        issuer=_party(SELLER, invoice.seller),
        recipients=recipients,
        told=(
            ToldStatus(
                number=invoice.number,
                type_code=type_code_of(invoice),
                issued_on=invoice.issued_on,
                seller_siren=invoice.seller.siren,
                code=status.code,
                details=tuple(details),
                received_at=deposited_at,
            ),
        ),
    )


def check_told(told: ToldStatus) -> None:
    """Refuse what says too little to be acted on (BR-FR-CDV-11, -13, -14, -15).

    A reason that no list knows is kept as it was told: what the customer means to say
    matters more than how its system spells it.

    Raises:
        RuleError: `status.incomplete`, `status.reason_missing`.
    """
    if told.code is not StatusCode.INADMISSIBLE:
        if not told.seller_siren:
            raise RuleError("status.incomplete", where="MDT-129")
        if told.issued_on is None:
            raise RuleError("status.incomplete", where="MDT-100")
    if FACTS[told.code].needs_reason and not any(each.reason for each in told.details):
        raise RuleError("status.reason_missing", where="MDT-113", reform_status=told.code.value)
    received = [
        amount for each in told.details for amount in each.amounts if amount.kind == RECEIVED
    ]
    if told.code is StatusCode.CASHED and (
        not received or any(each.rate is None for each in received)
    ):
        raise RuleError("status.incomplete", where="MDT-215")


def message_id_of(status: ReformStatus, number: str) -> str:
    """The name of a message of ours, the same however often it is written."""
    return f"{number}_{status.code.value}_{status.at:%Y%m%d%H%M%S}_{status.id.hex[-12:]}"


def file_name(status: ReformStatus, invoice: Invoice) -> str:
    """A file name for a message of ours; numbers may hold characters that paths can't."""
    number = "".join(each if each.isalnum() or each in "-_" else "-" for each in invoice.number)
    return f"CDV-{status.code.value}_{number}_{status.id.hex[-12:]}.xml"


def _party(role: str, party: Party) -> MessageParty:
    return MessageParty(
        role=role,
        identifier=(_SIREN, party.siren) if party.siren else None,
        name=party.name,
        endpoint=endpoint_of(party),
    )
