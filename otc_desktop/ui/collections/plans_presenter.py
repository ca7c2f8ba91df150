"""What the editor of dunning plans asks of the program, off the GUI thread."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from otc_desktop.application.dunning.dunning_plans import (
    ArchiveDunningPlan,
    DunningPlans,
    PreviewStep,
    ReadDunningPlans,
    SaveDunningPlan,
    StepPreview,
    archive_dunning_plan,
    preview_step,
    read_dunning_plans,
    save_dunning_plan,
)
from otc_desktop.application.dunning.late_rates import (
    Rates,
    ReadRates,
    SaveRate,
    read_rates,
    save_rate,
)
from otc_desktop.application.kernel.repositories.dunning_plans import KeptPlan
from otc_desktop.domain.dunning.late_interest import EcbRate
from otc_desktop.domain.dunning.plan import Channel, DunningPlan, DunningStep
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.ui.collections.plan_timeline import Stop
from otc_desktop.ui.collections.wording import MailText
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tasks import Job

_SIGNS = {
    Channel.EMAIL: "@",
    Channel.CALL: "☎",
    Channel.LETTER: "✉",
    Channel.REGISTERED_LETTER: "R",
    Channel.HAND_OVER: "§",
}


class PlansPresenter(Presenter):
    """Plans, their preview on a customer, and the ECB's rates.

    Signals:
        loaded (DunningPlans): the plans in force.
        saved (KeptPlan): a plan was kept.
        rates_loaded (Rates): the history of the rate.
    """

    loaded = Signal(object)
    saved = Signal(object)
    rates_loaded = Signal(object)

    def __init__(
        self, services: WindowServices, program: Program, parent: QObject | None = None
    ) -> None:
        super().__init__(services, program, parent)
        self._reading: Job | None = None

    def load(self) -> None:
        """Read the plans in force."""

        def show(plans: DunningPlans) -> None:
            self.loaded.emit(plans)

        self.read(read_dunning_plans, ReadDunningPlans(), on_done=show)

    def save(
        self, plan: DunningPlan, version: int, *, on_error: Callable[[OtcError], None]
    ) -> None:
        """Keep a plan."""

        def told(kept: KeptPlan) -> None:
            self.saved.emit(kept)

        command = SaveDunningPlan(plan=plan, version=version)
        self.write(save_dunning_plan, command, on_done=told, on_error=on_error)

    def archive(self, code: str, version: int, *, on_done: Callable[[], None]) -> None:
        """Put a plan out of force."""
        command = ArchiveDunningPlan(code=code, version=version)
        self.write(archive_dunning_plan, command, on_done=lambda _none: on_done())

    def preview(
        self, step: DunningStep, customer_id: CustomerId, show: Callable[[MailText], None]
    ) -> None:
        """What a step, saved or not, says to a customer."""
        if self._reading is not None:
            self.services.tasks.cancel(self._reading)
        command = PreviewStep(step=step, customer_id=customer_id)
        self._reading = self.read(
            preview_step, command, on_done=lambda found: show(self._mail_text(found, step))
        )

    def load_rates(self) -> None:
        """Read the history of the rate."""

        def show(rates: Rates) -> None:
            self.rates_loaded.emit(rates)

        self.read(read_rates, ReadRates(), on_done=show)

    def save_rate(
        self, from_on: date, percent: Decimal, *, on_error: Callable[[OtcError], None]
    ) -> None:
        """Enter the rate of a half-year."""
        try:
            rate = EcbRate(from_on, percent)
        except OtcError as refusal:
            on_error(refusal)
            return
        self.write(
            save_rate,
            SaveRate(rate=rate),
            on_done=lambda _rate: self.load_rates(),
            on_error=on_error,
        )

    def day_text(self, offset_days: int) -> str:
        """A day of the plan as people write it."""
        return self.tr("D{days}").format(days=f"{offset_days:+d}".replace("-", "−"))

    def stop(self, step: DunningStep) -> Stop:
        """A step as the line of time shows it."""
        channel = self.word("channel", step.channel.value)
        tone = self.word("dunning_tone", step.tone) if step.tone else ""
        return Stop(
            number=step.number,
            offset_days=step.offset_days,
            sign=_SIGNS[step.channel],
            title=f"{channel}\n{tone}".strip(),
            is_free=not step.needs_approval,
        )

    def _mail_text(self, found: StepPreview, step: DunningStep) -> MailText:
        if found.composed is None:
            note = self.tr("This step has no text: it is done by hand, then noted as done.")
            if step.template:
                note = self.tr("This customer owes nothing: choose another one.")
            return MailText(note=note)
        note = ""
        if found.is_example:
            note = self.tr("As it would read on the day on which this step falls due.")
        words = found.composed.words
        return MailText(
            recipient=self.word("channel", step.channel.value),
            subject=words.subject,
            body=words.text,
            note=note,
        )
