"""Mandates of SEPA direct debit, and the creditor's identifier (EPC 016-06, EPC 222-07)."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from otc_desktop.domain.shared.calendar import plus_months
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId

_ICS = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{3}[A-Z0-9]{1,28}")
# EPC 217-08: the Latin set that every bank takes; a reference neither starts nor ends in «/»
# and holds no «//».
_RUM = re.compile(r"(?!/)(?!.*//)[A-Za-z0-9/\-?:().,'+ ]{1,35}(?<!/)")
_IDLE_MONTHS = 36
_FRENCH_ICS_LENGTH = 13


class Scheme(StrEnum):
    """Core for everybody; business-to-business without a right of refund."""

    CORE = "CORE"
    B2B = "B2B"


class Sequence(StrEnum):
    """Place of a collection in the life of its mandate (ISO 20022 SequenceType)."""

    FIRST = "FRST"
    RECURRENT = "RCUR"
    FINAL = "FNAL"
    ONE_OFF = "OOFF"


def check_ics(text: str) -> str:
    """The creditor identifier, without spaces, its check digits proved (ISO 7064 mod 97-10).

    The business code (places 5 to 7, «ZZZ») takes no part in the check.

    Raises:
        RuleError: `direct_debits.bad_ics`.
    """
    ics = "".join(text.split()).upper()
    french = ics.startswith("FR")
    if not _ICS.fullmatch(ics) or (french and len(ics) != _FRENCH_ICS_LENGTH):
        raise RuleError("direct_debits.bad_ics", ics=text, where="ics")
    digits = "".join(str(int(sign, 36)) for sign in ics[7:] + ics[:4])
    if int(digits) % 97 != 1:
        raise RuleError("direct_debits.bad_ics", ics=text, where="ics")
    return ics


def check_rum(text: str) -> str:
    """The unique mandate reference as the banks take it: at most 35 signs of the SEPA set.

    Raises:
        RuleError: `direct_debits.bad_rum`.
    """
    rum = text.strip()
    if not _RUM.fullmatch(rum):
        raise RuleError("direct_debits.bad_rum", rum=text, where="rum")
    return rum


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """A customer's leave to debit its account; unique by reference and creditor identifier.

    `blocked_for` is the reason of a return after which somebody has to look at it;
    `notice_days` the days before a debit on which the parties agreed, None for the company's.
    """

    id: UUID
    customer_id: CustomerId
    ics: str
    rum: str
    debtor_name: str
    iban: str
    scheme: Scheme
    recurrent: bool
    signed_on: date
    signed_at: str
    collected_on: date | None = None
    closed_on: date | None = None
    revoked_on: date | None = None
    blocked_for: str = ""
    notice_days: int | None = None
    version: int = 0

    def expires_on(self) -> date:
        """First day without it: 36 months after the last collection, else the signature."""
        return plus_months(self.collected_on or self.signed_on, _IDLE_MONTHS)

    def next_sequence(self, on: date, *, last: bool = False) -> Sequence:
        """How the next collection is to be called.

        Raises:
            RuleError: `direct_debits.mandate_revoked`, `direct_debits.mandate_closed`,
                `direct_debits.mandate_expired`, `direct_debits.mandate_not_yet_signed`,
                `direct_debits.mandate_blocked`.
        """
        if self.revoked_on is not None and self.revoked_on <= on:
            raise RuleError("direct_debits.mandate_revoked", rum=self.rum)
        if self.closed_on is not None:
            raise RuleError("direct_debits.mandate_closed", rum=self.rum)
        if self.blocked_for:
            raise RuleError("direct_debits.mandate_blocked", rum=self.rum, code=self.blocked_for)
        if on < self.signed_on:
            raise RuleError("direct_debits.mandate_not_yet_signed", rum=self.rum)
        if on >= self.expires_on():
            raise RuleError("direct_debits.mandate_expired", rum=self.rum)
        if not self.recurrent:
            return Sequence.ONE_OFF
        if last:
            return Sequence.FINAL
        return Sequence.FIRST if self.collected_on is None else Sequence.RECURRENT

    def collect(self, on: date, *, last: bool = False) -> "Mandate":
        """After a collection; a one-off or final one uses the mandate up."""
        sequence = self.next_sequence(on, last=last)
        done = sequence in (Sequence.ONE_OFF, Sequence.FINAL)
        return replace(self, collected_on=on, closed_on=on if done else None)

    def block(self, code: str) -> "Mandate":
        """The bank says that it is of no use as it stands."""
        return replace(self, blocked_for=code)

    def unblock(self) -> "Mandate":
        """Somebody looked at it: it may be collected again."""
        return replace(self, blocked_for="")

    def revoke(self, on: date) -> "Mandate":
        """The customer took its leave back."""
        return replace(self, revoked_on=on)


class MandateState(StrEnum):
    """What a mandate is good for on a day."""

    ACTIVE = "active"
    BLOCKED = "blocked"
    REVOKED = "revoked"
    USED_UP = "used_up"
    LAPSED = "lapsed"


def state_of(mandate: Mandate, on: date) -> MandateState:
    """What the mandate is good for on a day."""
    if mandate.revoked_on is not None and mandate.revoked_on <= on:
        return MandateState.REVOKED
    if mandate.closed_on is not None:
        return MandateState.USED_UP
    if mandate.blocked_for:
        return MandateState.BLOCKED
    if on >= mandate.expires_on():
        return MandateState.LAPSED
    return MandateState.ACTIVE


def proposed_rum(customer_code: str, signed_on: date, count: int) -> str:
    """A reference that names the customer and the day, such as `C0001-20261120-1`."""
    plain = "".join(sign for sign in customer_code if sign.isascii() and sign.isalnum())[:20]
    return check_rum(f"{plain or 'M'}-{signed_on:%Y%m%d}-{count}")
