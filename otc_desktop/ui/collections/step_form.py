"""One step of a dunning plan, in fields."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from otc_desktop.domain.dunning.plan import TONES, Channel, DunningStep, Enclosure, Thanks
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.collections.plans_presenter import PlansPresenter
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.widgets.money_edit import MoneyEdit

_FARTHEST = 720


class StepForm(QWidget):
    """When, by which channel, in which tone, with what, and whether it waits for approval.

    Args:
        presenter: gives words and formats.

    Signals:
        changed: the user altered something.
    """

    changed = Signal()

    def __init__(self, presenter: PlansPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._filling = False
        self.offset = QSpinBox(self)
        self.offset.setRange(-_FARTHEST, _FARTHEST)
        self.offset.setSuffix(self.tr(" days from the due date"))
        self.channel = QComboBox(self)
        for channel in Channel:
            self.channel.addItem(presenter.word("channel", channel.value), channel)
        self.tone = QComboBox(self)
        for tone, template in TONES.items():
            self.tone.addItem(presenter.word("dunning_tone", tone), template)
        self.minimum = MoneyEdit(presenter.services.formats, parent=self)
        self.approval = QCheckBox(self.tr("&Waits for approval"), self)
        self.interest = QCheckBox(self.tr("&Claims late interest and the 40 € indemnity"), self)
        self.copy = QCheckBox(self.tr("Cop&y to the salesperson"), self)
        self.copy.setToolTip(self.tr("Where the customer's file names an e-mail address"))
        self.invoices = QCheckBox(presenter.word("enclosure", "invoices"), self)
        self.statement = QCheckBox(presenter.word("enclosure", "statement"), self)
        self.letter = QCheckBox(presenter.word("enclosure", "letter"), self)
        self.letter.setToolTip(self.tr("The message as a letter on your paper, with the e-mail"))
        self._lay_out()
        self.offset.valueChanged.connect(self._tell)
        self.channel.currentIndexChanged.connect(self._tell)
        self.tone.currentIndexChanged.connect(self._tell)
        self.minimum.money_changed.connect(lambda _money: self._tell())
        for box in self._boxes():
            box.toggled.connect(self._tell)

    def show_step(self, step: DunningStep) -> None:
        """Fill the fields."""
        self._filling = True
        self._number = step.number
        self.offset.setValue(step.offset_days)
        self.channel.setCurrentIndex(list(Channel).index(step.channel))
        if step.template:
            self.tone.setCurrentIndex(self.tone.findData(step.template))
        self.minimum.set_money(Money(step.minimum_amount, EUR) if step.minimum_amount else None)
        self.approval.setChecked(step.needs_approval)
        self.interest.setChecked(step.prints_interest)
        self.copy.setChecked(step.copies_salesperson)
        self.invoices.setChecked(Enclosure.INVOICES in step.enclosures)
        self.statement.setChecked(Enclosure.STATEMENT in step.enclosures)
        self.letter.setChecked(Enclosure.LETTER in step.enclosures)
        self._filling = False
        self._follow_channel()

    def step(self) -> DunningStep:
        """The step as the fields stand."""
        channel = list(Channel)[self.channel.currentIndex()]
        money = self.minimum.money()
        enclosed = (
            (Enclosure.INVOICES, self.invoices),
            (Enclosure.STATEMENT, self.statement),
            (Enclosure.LETTER, self.letter),
        )
        return DunningStep(
            number=self._number,
            offset_days=self.offset.value(),
            channel=channel,
            template=str(self.tone.currentData()) if channel.is_written else "",
            needs_approval=self.approval.isChecked(),
            minimum_amount=Decimal(0) if money is None else money.amount,
            enclosures=tuple(kind for kind, box in enclosed if box.isChecked()),
            copies_salesperson=self.copy.isChecked(),
            prints_interest=self.interest.isChecked(),
        )

    def _boxes(self) -> tuple[QCheckBox, ...]:
        return self.approval, self.interest, self.copy, self.invoices, self.statement, self.letter

    def _tell(self) -> None:
        self._follow_channel()
        if not self._filling:
            self.changed.emit()

    def _follow_channel(self) -> None:
        """A call or a hand-over has no words of ours."""
        channel = list(Channel)[self.channel.currentIndex()]
        for field in (self.tone, self.interest, self.copy, self.invoices, self.statement):
            field.setEnabled(channel.is_written)
        self.letter.setEnabled(channel is Channel.EMAIL)

    def _lay_out(self) -> None:
        enclosed = QHBoxLayout()
        enclosed.setSpacing(SPACING)
        enclosed.addWidget(self.invoices)
        enclosed.addWidget(self.statement)
        enclosed.addWidget(self.letter)
        enclosed.addStretch(1)
        fields = QFormLayout(self)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.addRow(self.tr("&When"), self.offset)
        fields.addRow(self.tr("C&hannel"), self.channel)
        fields.addRow(self.tr("T&one"), self.tone)
        fields.addRow(self.tr("&Least amount"), self.minimum)
        fields.addRow(self.tr("Enclosed"), enclosed)
        fields.addRow("", self.approval)
        fields.addRow("", self.interest)
        fields.addRow("", self.copy)


class PlanForm(QWidget):
    """What holds for the whole plan.

    Args:
        presenter: gives words and formats.

    Signals:
        changed: the user altered something.
    """

    changed = Signal()

    def __init__(self, presenter: PlansPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit(self)
        self.gap = QSpinBox(self)
        self.gap.setRange(0, 90)
        self.gap.setSuffix(self.tr(" days"))
        self.fresh = QSpinBox(self)
        self.fresh.setRange(1, 365)
        self.fresh.setSuffix(self.tr(" days"))
        self.minimum = MoneyEdit(presenter.services.formats, parent=self)
        self.working = QCheckBox(self.tr("On &business days only"), self)
        self.thanks = QComboBox(self)
        for thanks in Thanks:
            self.thanks.addItem(presenter.word("plan_thanks", thanks.value), thanks.value)
        self.thanks.setToolTip(self.tr("By e-mail, once for each payment that settles an invoice"))
        self.rules = QLineEdit(self)
        self.rules.setPlaceholderText(self.tr("group=Hotels, grade=D, amount=10000"))
        self.rules.setToolTip(
            self.tr(
                "Customers that chose no plan follow this one by group, else by grade, else by"
                " what they owe"
            )
        )
        fields = QFormLayout(self)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.addRow(self.tr("&Name"), self.name)
        fields.addRow(self.tr("Between two &messages"), self.gap)
        fields.addRow(self.tr("Last bank s&tatement at most"), self.fresh)
        fields.addRow(self.tr("Least amo&unt"), self.minimum)
        fields.addRow(self.tr("&For customers with"), self.rules)
        fields.addRow(self.tr("T&hanks for a payment"), self.thanks)
        fields.addRow("", self.working)
        for line in (self.name, self.rules):
            line.textEdited.connect(lambda _text: self.changed.emit())
        for number in (self.gap, self.fresh):
            number.valueChanged.connect(lambda _value: self.changed.emit())
        self.minimum.money_changed.connect(lambda _money: self.changed.emit())
        self.thanks.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self.working.toggled.connect(lambda _on: self.changed.emit())
