"""What use cases need of an approved platform (plateforme agréée): deposit and fetch flows.

Terms are those of XP Z12-013: a flow is one file (invoice or status message) with what the
platform must know to route it. Status messages (CDAR) reach the books through
`application.kernel.status_messages.take_status_message` inside a unit of work, or alone
through the use case `application.invoicing.receive_status_message`; those of ours come out
of `application.kernel.status_messages.own_status_message`.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from otc_desktop.domain.invoicing.status_message import StatusMessage


class FlowSyntax(StrEnum):
    """How a flow's file is written (`flowSyntax`)."""

    CII = "CII"
    UBL = "UBL"
    FACTUR_X = "Factur-X"
    CDAR = "CDAR"
    E_REPORTING = "FRR"


class FlowState(StrEnum):
    """What the platform says of a flow it was given (`acknowledgement.status`)."""

    PENDING = "Pending"
    OK = "Ok"
    ERROR = "Error"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingFlow:
    """A file to be handed to the platform.

    `tracking_id` is ours and stays the same when a deposit is repeated, so that the platform
    can recognise the second one; `processing_rule` is B2B, B2BInt, B2C, B2G …; `profile` is
    Basic, CIUS or Extended-CTC-FR, empty for status messages. With `maybe_deposited` an earlier
    try has an unknown fate: the platform is asked for it before the file is sent again.
    """

    tracking_id: str
    name: str
    syntax: FlowSyntax
    content: bytes
    processing_rule: str = "B2B"
    profile: str = ""
    maybe_deposited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowReceipt:
    """The platform's answer to a deposit: its name for the flow, and what it thinks of it.

    `reasons` are the platform's codes and words where the state is an error.
    """

    flow_id: str
    state: FlowState
    deposited_at: datetime
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingFlow:
    """A file the platform holds for us: a status message, or somebody's invoice."""

    flow_id: str
    name: str
    syntax: FlowSyntax
    content: bytes
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedFlows:
    """What came since the cursor, oldest first, and the cursor of the next question.

    `has_more` says that the next question can be asked at once: this was one page of several.
    """

    flows: tuple[IncomingFlow, ...]
    cursor: str
    has_more: bool = False


class InvoicePlatform(Protocol):
    """The way to the company's platform: its API, its deposit files, or a plain folder."""

    def deposit(self, document: OutgoingFlow) -> FlowReceipt:
        """Hand a file over; deposited twice with one tracking id it is one flow.

        Raises:
            ExternalError: `platform.*`, retryable where it was surely not accepted.
        """
        ...

    def fetch(self, since: str) -> FetchedFlows:
        """What came since a cursor of an earlier answer; empty: everything that is there.

        Raises:
            ExternalError: `platform.*`.
        """
        ...

    def acknowledgement(self, flow_id: str) -> FlowReceipt | None:
        """What the platform thinks of a flow now; None where nobody will ever tell.

        Raises:
            ExternalError: `platform.*`.
        """
        ...

    def check(self) -> None:
        """Go as far as a deposit would, without one.

        Raises:
            ExternalError: `platform.*`.
        """
        ...


class StatusMessages(Protocol):
    """Reads and writes life cycle messages (CDAR D22B)."""

    def read(self, content: bytes) -> StatusMessage:
        """What a message from outside says.

        Raises:
            RuleError: `status.too_large`, `status.not_a_message`, `status.incomplete`,
                `status.bad_value`, `status.unknown_code`, `status.wrong_phase`,
                `einvoicing.not_xml`, `einvoicing.doctype`.
        """
        ...

    def write(self, message: StatusMessage) -> bytes:
        """A message of ours as XML."""
        ...
