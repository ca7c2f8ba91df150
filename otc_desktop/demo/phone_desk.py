"""The credit controller on the telephone: calls, notes, and promises kept or not."""

from datetime import date, timedelta
from random import Random

from otc_desktop.application.attachments.find_subject import FindSubject, find_subject
from otc_desktop.application.customers.add_note import AddNote, add_note
from otc_desktop.application.dunning.log_call import LogCall, log_call
from otc_desktop.application.dunning.record_promise import RecordPromise, record_promise
from otc_desktop.demo.claims import Claim, ClaimBook
from otc_desktop.demo.office import Office
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.dunning.call import CallDirection, CallOutcome
from otc_desktop.domain.shared.ids import CustomerId

_MOST_CALLS = 3
_LATE_DAYS = 10
_LONGEST_PROMISE = timedelta(days=21)
_HOPEFUL = timedelta(days=6)
_NEXT_CALL = timedelta(days=7)
# What came of a call, and what was noted of it; the first is followed by a promise.
_TALES = (
    (CallOutcome.PROMISED, "Virement annoncé, en attente de la signature du gérant."),
    (CallOutcome.VOICEMAIL, "Message laissé au service comptabilité."),
    (CallOutcome.DOCUMENTS_ASKED, "Demande un duplicata et le bon de livraison signé."),
    (CallOutcome.PROMISED, "Campagne de paiement en fin de semaine, facture incluse."),
    (CallOutcome.CALL_BACK, "Interlocuteur en congés, rappeler à son retour."),
)
_NOTES = (
    "Le service comptabilité est fermé le mercredi.",
    "Exige le numéro de bon de commande sur chaque facture, sinon rejet sans prévenir.",
    "Les règlements sont signés le 10 et le 25 : appeler avant.",
)


class PhoneDesk:
    """Calls some of those who are late."""

    def __init__(self, luck: Random, office: Office, book: ClaimBook) -> None:
        self._luck = luck
        self._office = office
        self._book = book

    def call_late_payers(self) -> None:
        """A few calls, each noted; half of them end with a promise."""
        today = self._office.today
        late = [
            claim
            for claim in self._book.unsettled()
            if (today - claim.due_on).days >= _LATE_DAYS and not claim.disputed
        ]
        for claim in self._luck.sample(late, min(_MOST_CALLS, len(late))):
            self._call(claim, today)

    def _call(self, claim: Claim, today: date) -> None:
        run = self._office.run
        who = FindSubject(kind=SubjectKind.CUSTOMER, number=claim.customer.code)
        customer_id = CustomerId(run(find_subject, who).id)
        outcome, text = self._luck.choice(_TALES)
        run(
            log_call,
            LogCall(
                customer_id=customer_id,
                direction=CallDirection.OUTGOING,
                outcome=outcome,
                minutes=self._luck.randint(1, 12),
                text=f"{claim.number} : {text}",
                next_call_on=None if outcome is CallOutcome.PROMISED else today + _NEXT_CALL,
            ),
        )
        if outcome is CallOutcome.PROMISED:
            soon = today < claim.pay_on <= today + _LONGEST_PROMISE
            run(
                record_promise,
                RecordPromise(
                    customer_id=customer_id,
                    # Who means to pay later still names a date: that promise will be broken.
                    promised_on=claim.pay_on if soon else today + _HOPEFUL,
                    numbers=(claim.number,),
                ),
            )
        elif self._luck.random() < 1 / len(_NOTES):
            run(add_note, AddNote(customer_id=customer_id, text=self._luck.choice(_NOTES)))
