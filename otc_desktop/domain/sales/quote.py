"""A quote: what we offer to a customer, until when, and what it said."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Self

from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import ConfirmationRequired, RuleError
from otc_desktop.domain.shared.ids import CustomerId, QuoteId
from otc_desktop.domain.taxes.lines import Adjustment, DocumentLine
from otc_desktop.domain.taxes.totals import DocumentTotals, compute_totals

VALIDITY = timedelta(days=30)


class QuoteStatus(StrEnum):
    """How far a quote has come. Nothing stores `expired`: the date says it."""

    DRAFT = "draft"
    SENT = "sent"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    REPLACED = "replaced"
    EXPIRED = "expired"


_WAITING = frozenset((QuoteStatus.DRAFT, QuoteStatus.SENT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quote, binding for us until the end of `valid_until` once it was sent.

    A revision carries the number of the first quote and its own `revision` (`-2`, `-3`);
    the one before it is replaced. `order_number` is the order made of it.

    Raises:
        RuleError: `sales.quote_without_lines`, `sales.validity_before_quote`.
    """

    id: QuoteId
    number: str
    customer_id: CustomerId
    quoted_on: date
    valid_until: date
    currency: Currency
    lines: tuple[DocumentLine, ...]
    adjustments: tuple[Adjustment, ...] = ()
    reference: str = ""
    note: str = ""
    status: QuoteStatus = QuoteStatus.DRAFT
    refusal_reason: str = ""
    sent_on: date | None = None
    settled_on: date | None = None
    order_number: str = ""
    revision: int = 1
    version: int = 1

    def __post_init__(self) -> None:
        if not self.lines:
            raise RuleError("sales.quote_without_lines", where="lines")
        if self.valid_until < self.quoted_on:
            raise RuleError(
                "sales.validity_before_quote", where="valid_until", quoted_on=self.quoted_on
            )

    def totals(self) -> DocumentTotals:
        """Totals of the whole quote."""
        return compute_totals(self.lines, self.adjustments, self.currency)

    def status_on(self, day: date) -> QuoteStatus:
        """How it stands on a day: one that still waits expires after its last day."""
        if self.status in _WAITING and day > self.valid_until:
            return QuoteStatus.EXPIRED
        return self.status

    def rewrite(self, **content: object) -> Self:
        """A draft with other content.

        Raises:
            RuleError: `sales.quote_not_a_draft`: what was sent is revised instead.
        """
        if self.status is not QuoteStatus.DRAFT:
            raise RuleError("sales.quote_not_a_draft", number=self.number)
        return replace(self, **content)  # type: ignore[arg-type]  # the fields' own types check

    def send(self, *, on: date) -> Self:
        """Given to the customer; a second sending changes nothing but the date.

        Raises:
            RuleError: `sales.quote_settled`, `sales.quote_expired`: no offer that has ended.
        """
        self._refuse_unless_waiting()
        if on > self.valid_until:
            raise RuleError("sales.quote_expired", number=self.number, valid_until=self.valid_until)
        return replace(self, status=QuoteStatus.SENT, sent_on=on)

    def accept(
        self,
        order_number: str,
        *,
        on: date,
        quantities: Mapping[int, Decimal] | None = None,
        although_expired: bool = False,
    ) -> tuple[Self, tuple[DocumentLine, ...]]:
        """The customer says yes, to all or to chosen lines and quantities.

        Returns:
            The quote, and the lines of the order.

        Raises:
            RuleError: `sales.quote_settled`, `sales.unknown_line`,
                `sales.accepted_nothing`, `sales.more_than_quoted`.
            ConfirmationRequired: `sales.quote_expired`, unless `although_expired`.
        """
        self._refuse_unless_waiting()
        lines = self.lines if quantities is None else self._chosen(quantities)
        if on > self.valid_until and not although_expired:
            raise ConfirmationRequired(
                "sales.quote_expired", number=self.number, valid_until=self.valid_until
            )
        accepted = replace(
            self, status=QuoteStatus.ACCEPTED, settled_on=on, order_number=order_number
        )
        return accepted, lines

    def _chosen(self, quantities: Mapping[int, Decimal]) -> tuple[DocumentLine, ...]:
        chosen = []
        for position, quantity in sorted(quantities.items()):
            where = f"lines[{position}]"
            if not 0 <= position < len(self.lines):
                raise RuleError("sales.unknown_line", where=where)
            line = self.lines[position]
            if not quantity:
                continue
            if abs(quantity) > abs(line.quantity) or (quantity > 0) != (line.quantity > 0):
                raise RuleError(
                    "sales.more_than_quoted",
                    where=where,
                    quantity=quantity,
                    quoted=line.quantity,
                )
            chosen.append(replace(line, quantity=quantity))
        if not chosen:
            raise RuleError("sales.accepted_nothing", where="lines", number=self.number)
        return tuple(chosen)

    def refuse(self, reason: str, *, on: date) -> Self:
        """The customer says no.

        Raises:
            RuleError: `sales.quote_settled`, `sales.reason_needed`.
        """
        self._refuse_unless_waiting()
        if not reason.strip():
            raise RuleError("sales.reason_needed", where="reason")
        return replace(
            self, status=QuoteStatus.REFUSED, refusal_reason=reason.strip(), settled_on=on
        )

    def revise(self, quote_id: QuoteId, *, on: date) -> tuple[Self, Self]:
        """A new draft in its place, with the same content and a number beside it.

        Returns:
            This quote as replaced, and the new one.

        Raises:
            RuleError: `sales.quote_settled`.
        """
        if self.status in (QuoteStatus.ACCEPTED, QuoteStatus.REPLACED):
            self._refuse_unless_waiting()
        base = self.number if self.revision == 1 else self.number.rpartition("-")[0]
        newer = replace(
            self.duplicate(quote_id, f"{base}-{self.revision + 1}", on=on),
            revision=self.revision + 1,
        )
        return replace(self, status=QuoteStatus.REPLACED, settled_on=on), newer

    def duplicate(self, quote_id: QuoteId, number: str, *, on: date) -> Self:
        """A new draft with the same content, valid as long as this one was."""
        return replace(
            self,
            id=quote_id,
            number=number,
            quoted_on=on,
            valid_until=on + (self.valid_until - self.quoted_on),
            status=QuoteStatus.DRAFT,
            refusal_reason="",
            sent_on=None,
            settled_on=None,
            order_number="",
            revision=1,
            version=1,
        )

    def _refuse_unless_waiting(self) -> None:
        if self.status not in _WAITING:
            raise RuleError("sales.quote_settled", number=self.number, status=self.status)
