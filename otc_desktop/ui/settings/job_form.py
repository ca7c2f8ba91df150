"""When one job runs by itself."""

from datetime import time

from PySide6.QtCore import QTime
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QRadioButton,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from otc_desktop.domain.scheduling.job import JobPlan, Rhythm
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.settings.jobs_presenter import JobsPresenter
from otc_desktop.ui.widgets.form_dialog import FormDialog

_USUAL_MINUTES = 10


class JobForm(FormDialog):
    """On or off, and every so many minutes or at an hour of the day."""

    def __init__(
        self, presenter: JobsPresenter, plan: JobPlan, parent: QWidget | None = None
    ) -> None:
        super().__init__(presenter.services, title="", accept_text="", parent=parent)
        self.setWindowTitle(presenter.word("job", plan.name.value))
        self.accept_button.setText(self.tr("&Keep"))
        self._presenter = presenter
        self._name = plan.name
        self.enabled = QCheckBox(self.tr("&Runs by itself"), self)
        self.enabled.setChecked(plan.enabled)
        self.often = QRadioButton(self.tr("&Every"), self)
        self.minutes = QSpinBox(self)
        self.minutes.setRange(1, 24 * 60)
        self.minutes.setSuffix(" min")
        self.minutes.setValue(plan.rhythm.minutes or _USUAL_MINUTES)
        self.daily = QRadioButton(self.tr("Once a day &at"), self)
        self.hour = QTimeEdit(self)
        self.hour.setDisplayFormat("HH:mm")
        at = plan.rhythm.at or time(9, 0)
        self.hour.setTime(QTime(at.hour, at.minute))
        self.weekdays = QCheckBox(self.tr("&Monday to Friday only"), self)
        self.weekdays.setChecked(plan.rhythm.weekdays_only)
        for field in (self.minutes, self.hour):
            field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.often.setChecked(plan.rhythm.at is None)
        self.daily.setChecked(plan.rhythm.at is not None)
        form = QFormLayout()
        form.addRow("", self.enabled)
        form.addRow(self.often, self.minutes)
        day = QHBoxLayout()
        day.addWidget(self.hour)
        day.addWidget(self.weekdays, 1)
        form.addRow(self.daily, day)
        self.body.addLayout(form)
        for changed in (self.often.toggled, self.enabled.toggled):
            changed.connect(self._follow)
        self._follow()
        self.watch_fields({"minutes": self.minutes})
        self.submitted.connect(self._keep)

    def rhythm(self) -> Rhythm:
        """The rhythm on show."""
        if self.often.isChecked():
            return Rhythm(minutes=self.minutes.value())
        at = self.hour.time()
        return Rhythm(at=time(at.hour(), at.minute()), weekdays_only=self.weekdays.isChecked())

    def _follow(self) -> None:
        on, often = self.enabled.isChecked(), self.often.isChecked()
        for widget in (self.often, self.daily):
            widget.setEnabled(on)
        self.minutes.setEnabled(on and often)
        self.hour.setEnabled(on and not often)
        self.weekdays.setEnabled(on and not often)

    def _keep(self) -> None:
        self._presenter.change(
            self._name,
            enabled=self.enabled.isChecked(),
            rhythm=self.rhythm(),
            on_done=lambda _plan: self.accept(),
            on_error=self._refused,
        )

    def _refused(self, refusal: OtcError) -> None:
        sentence = self._presenter.sentence
        self.refuse([(fault.where or "", sentence(fault)) for fault in faults_of(refusal)])
