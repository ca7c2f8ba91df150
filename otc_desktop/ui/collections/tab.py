"""Reminders and disputes: what leaves tomorrow, what waits, what was sent, what is contested."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.outbox.send_mail import SendOutcome
from otc_desktop.ui.collections.calls_page import CallsPage
from otc_desktop.ui.collections.disputes_page import DisputesPage
from otc_desktop.ui.collections.formal_pages import HandoversPage, LettersPage, ProposalsPage
from otc_desktop.ui.collections.notices_page import NoticesPage
from otc_desktop.ui.collections.outbox_page import OutboxPage
from otc_desktop.ui.collections.payment_plans_page import PaymentPlansPage
from otc_desktop.ui.collections.planned_page import PlannedPage
from otc_desktop.ui.collections.plans_page import PlansPage
from otc_desktop.ui.collections.presenter import CollectionsPresenter
from otc_desktop.ui.collections.wording import ApprovalOutcome, RunOutcome
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tab_page import TabPage
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.sections import Sections

PLANNED, REMINDERS, MAILS, DISPUTES = "planned", "reminders", "mails", "disputes"
PLANS = "plans"
CALLS, PAYMENT_PLANS = "calls", "payment_plans"
NEW_DISPUTE = "new_dispute"
LETTERS, HANDOVERS, PROPOSALS = "letters", "handovers", "proposals"
NEW_NOTICE, NEW_HANDOVER, NEW_PROPOSAL = "new_notice", "new_handover", "new_proposal"
_TOPICS = frozenset(
    {Topic.DUNNING, Topic.OUTBOX, Topic.DISPUTES, Topic.RECEIVABLES, Topic.BANK, Topic.CUSTOMERS}
)
_MOST_REFUSALS = 3


class CollectionsTab(TabPage):
    """Sections of reminders, mails, disputes, plans, calls and payment plans.

    Args:
        services: what the window offers.
        program: the program behind it.
    """

    def __init__(self, services: WindowServices, program: Program) -> None:
        super().__init__(services, topics=_TOPICS)
        self.presenter = CollectionsPresenter(services, program, self)
        self.planned = PlannedPage(self.presenter, self)
        self.notices = NoticesPage(self.presenter, self)
        self.plans = PlansPage(services, program, self)
        self.outbox = OutboxPage(self.presenter, self)
        self.disputes = DisputesPage(services, program, self)
        self.calls = CallsPage(services, program, self)
        self.payment_plans = PaymentPlansPage(services, program, self)
        self.letters = LettersPage(services, program, self)
        self.handovers = HandoversPage(services, program, self)
        self.proposals = ProposalsPage(services, program, self)
        self.sections = Sections(self)
        add = self.sections.add
        add(PLANNED, self.tr("Tomorrow's reminders"), self.planned, self.planned.reload)
        add(REMINDERS, self.tr("To approve"), self.notices, self.notices.list.reload)
        add(MAILS, self.tr("Outbox"), self.outbox, self.outbox.list.reload)
        add(DISPUTES, self.tr("Disputes"), self.disputes, self.disputes.reload)
        add(PLANS, self.tr("Plans"), self.plans, self.plans.reload)
        add(CALLS, self.tr("Calls"), self.calls, self.calls.reload)
        add(
            PAYMENT_PLANS,
            self.tr("Payment plans"),
            self.payment_plans,
            self.payment_plans.reload,
        )
        add(LETTERS, self.tr("Letters"), self.letters, self.letters.reload)
        add(HANDOVERS, self.tr("Files handed over"), self.handovers, self.handovers.reload)
        add(PROPOSALS, self.tr("Claims in doubt"), self.proposals, self.proposals.reload)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sections)
        self.presenter.ran.connect(self._on_ran)
        self.presenter.approved.connect(self._on_approved)
        self.presenter.mail_sent.connect(self._on_sent)
        self.planned.start()

    def reload(self) -> None:
        """Read the section on show again, the others once they are looked at."""
        self.sections.reload()

    def show_place(self, place: Place) -> None:
        """Show a section by the place's kind, with its filters.

        A new dispute is asked for at once, about the document that the place searches.
        """
        if place.kind == NEW_DISPUTE:
            self.sections.show_section(DISPUTES)
            self.disputes.ask_for_dispute(place.search)
            return
        asking = {
            NEW_NOTICE: (LETTERS, self.letters.ask_for_notice),
            NEW_HANDOVER: (HANDOVERS, self.handovers.ask_for_handover),
            NEW_PROPOSAL: (PROPOSALS, self.proposals.ask_for_proposal),
        }
        if place.kind in asking:
            section, ask = asking[place.kind]
            self.sections.show_section(section)
            ask(place.search)
            return
        self.sections.show_section(place.kind)
        lists: dict[str, ListView[Any]] = {
            REMINDERS: self.notices.list,
            MAILS: self.outbox.list,
            DISPUTES: self.disputes.list,
            LETTERS: self.letters.list,
            HANDOVERS: self.handovers.list,
            PROPOSALS: self.proposals.list,
        }
        shown = lists.get(place.kind)
        if shown is not None:
            shown.show_filtered(search=place.search, filters=place.filters)
            if place.id is not None:
                shown.select_ids([place.id])

    def _on_ran(self, outcome: RunOutcome) -> None:
        made = len(outcome.plan.reminders)
        waiting = sum(each.step.needs_approval for each in outcome.plan.reminders)
        title = self.tr("Reminders made: {made}    To approve: {waiting}").format(
            made=made, waiting=waiting
        )
        if outcome.problem is not None:
            self.services.notices.warning(title, self.presenter.error_text(outcome.problem))
        elif outcome.sent is not None:
            self._tell_sent(title, outcome.sent)

    def _on_approved(self, outcome: ApprovalOutcome) -> None:
        title = self.tr("To send: {queued}    Noted as done: {done}").format(
            queued=outcome.queued, done=outcome.done
        )
        refusals = [self.presenter.error_text(each) for each in outcome.refusals]
        text = "\n".join(refusals[:_MOST_REFUSALS])
        post = self.services.notices.warning if refusals else self.services.notices.done
        if outcome.queued:
            post(title, text, action_text=self.tr("Send now"), action=self.presenter.send_now)
        else:
            post(title, text)

    def _on_sent(self, outcome: SendOutcome) -> None:
        if outcome.counts or outcome.problem is not None:
            self._tell_sent(self.tr("Mail sent"), outcome)
        else:
            self.services.notices.info(self.tr("No mail is ready to leave"))

    def _tell_sent(self, title: str, outcome: SendOutcome) -> None:
        fates = self.presenter.fates_text(outcome)
        if outcome.problem is None:
            self.services.notices.done(title, fates)
            return
        text = "\n".join(
            part for part in (fates, self.presenter.error_text(outcome.problem)) if part
        )
        self.services.notices.warning(
            title,
            text,
            action_text=self.tr("Show the outbox"),
            action=lambda: self.sections.show_section(MAILS),
        )
