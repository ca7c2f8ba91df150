"""Complaints of the story: disputes opened and settled, credit notes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from random import Random

from otc_desktop.application.disputes.close_dispute import CloseDispute, close_dispute
from otc_desktop.application.disputes.open_dispute import OpenDispute, open_dispute
from otc_desktop.application.invoicing.credit_invoice import CreditInvoice, credit_invoice
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.demo.agenda import Agenda, Hour
from otc_desktop.demo.claims import Claim, ClaimBook
from otc_desktop.demo.office import Office
from otc_desktop.demo.seasons import working_day_from
from otc_desktop.domain.disputes.dispute import DisputeReason
from otc_desktop.domain.invoicing.correction_reason import CorrectionReason
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.shared.ids import DisputeId

_CREDITED_SHARE = 3
_RECENT_DAYS = 80
# What was contested lately is what is still open today: the board should not be empty.
_RECENT_FACTOR = 4
_PART_CONTESTED_SHARE = 40
_THIRD = Decimal("0.33")


@dataclass(frozen=True, slots=True)
class _Complaint:
    reason: DisputeReason
    resolution: str
    credited: bool


_COMPLAINTS = (
    _Complaint(DisputeReason.PRICE, "Prix conforme au devis signé, client d'accord", False),
    _Complaint(DisputeReason.QUANTITY, "Manquant reconnu, avoir établi", True),
    _Complaint(DisputeReason.DELIVERY, "Bon de livraison signé transmis au client", False),
    _Complaint(DisputeReason.QUALITY, "Verre ébréché, avoir établi", True),
    _Complaint(DisputeReason.PURCHASE_ORDER, "Numéro de commande communiqué", False),
    _Complaint(DisputeReason.RECIPIENT, "Facture renvoyée au bon service", False),
)
_CREDITED_FOR = (
    CorrectionReason.RETURN,
    CorrectionReason.PRICE,
    CorrectionReason.GESTURE,
    CorrectionReason.QUANTITY,
)


class AfterSales:
    """Lets some customers complain, and settles it."""

    def __init__(
        self, rng: Random, office: Office, agenda: Agenda, book: ClaimBook, *, today: date
    ) -> None:
        self._rng = rng
        self._office = office
        self._agenda = agenda
        self._book = book
        self._recent_from = today - timedelta(days=_RECENT_DAYS)

    def follow(self, claim: Claim) -> None:
        """Decide what becomes of an invoice before it is paid."""
        rng = self._rng
        disputes = claim.customer.kind.habit.disputes
        if claim.issued_on >= self._recent_from:
            disputes *= _RECENT_FACTOR
        if rng.randrange(100) < _CREDITED_SHARE:
            day = self._day_after(claim, 3, 9)
            self._agenda.put(day, Hour.CORRECTIONS, partial(self._credit, claim))
        elif rng.randrange(100) < disputes:
            day = self._day_after(claim, 4, 24)
            self._agenda.put(day, Hour.DISPUTES, partial(self.contest, claim))

    def draft_credit(self, claim: Claim) -> InvoiceDraft:
        """Prepare a credit note: the last line, or all of an invoice of one line."""
        last_line: Mapping[int, Decimal | None] = {claim.lines - 1: None}
        # From what is the same on every run of the story, without a throw of its dice.
        reason = _CREDITED_FOR[claim.lines % len(_CREDITED_FOR)]
        return self._office.run(
            credit_invoice,
            CreditInvoice(
                number=claim.number,
                quantities=last_line if claim.lines > 1 else None,
                reason=reason,
            ),
        )

    def contest(self, claim: Claim) -> None:
        """Open a dispute, to be settled some weeks later."""
        if claim.open.amount <= 0 or claim.disputed:
            return
        complaint = self._rng.choice(_COMPLAINTS)
        in_part = self._rng.randrange(100) < _PART_CONTESTED_SHARE
        dispute = self._office.run(
            open_dispute,
            OpenDispute(
                number=claim.number,
                reason=complaint.reason.value,
                amount=claim.open.times(_THIRD).amount if in_part else None,
            ),
        )
        self._office.tally.disputes += 1
        claim.disputed = True
        day = working_day_from(self._office.today + timedelta(days=self._rng.randint(9, 38)))
        work = partial(self._settle, claim, dispute.id, complaint)
        self._agenda.put(day, Hour.DISPUTES, work)

    def _day_after(self, claim: Claim, least: int, most: int) -> date:
        """A day after the issue; nobody pays what he is about to send back."""
        day = working_day_from(claim.issued_on + timedelta(days=self._rng.randint(least, most)))
        claim.pay_on = max(claim.pay_on, working_day_from(day + timedelta(days=2)))
        return day

    def _credit(self, claim: Claim) -> None:
        if claim.open.amount <= 0:
            return
        draft = self.draft_credit(claim)
        note = self._office.run(issue_invoice, IssueInvoice(invoice_id=draft.id)).invoice
        self._book.credit(claim, note.totals.total_incl_tax)

    def _settle(self, claim: Claim, dispute_id: DisputeId, complaint: _Complaint) -> None:
        self._office.run(
            close_dispute, CloseDispute(dispute_id=dispute_id, resolution=complaint.resolution)
        )
        claim.disputed = False
        paid_on = self._office.today + timedelta(days=self._rng.randint(4, 15))
        claim.pay_on = working_day_from(paid_on)
        if complaint.credited:
            self._credit(claim)
