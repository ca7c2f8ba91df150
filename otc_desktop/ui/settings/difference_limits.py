"""Which differences between receipt and invoice need no question, on screen."""

from decimal import Decimal

from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout, QLabel, QWidget

from otc_desktop.application.company.difference_limits import (
    ReadDifferenceLimits,
    SetDifferenceLimits,
    read_difference_limits,
    set_difference_limits,
)
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.difference_limits import MOST, DifferenceLimits
from otc_desktop.domain.shared.errors import OtcError, RuleError
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.kernel.presenter import Presenter, faults_of
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.money_edit import MoneyEdit

_WIDTH = 560


class DifferenceLimitsDialog(FormDialog):
    """Reads the limits when it opens and keeps them when the user agrees.

    Args:
        services: what the window offers.
        program: the program behind it.
    """

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Limits of differences"))
        self.accept_button.setText(self.tr("Keep the limits"))
        self.presenter = Presenter(services, program, self)
        self.rounding = MoneyEdit(services.formats, parent=self)
        self.bank_charges = MoneyEdit(services.formats, parent=self)
        self.percent = QDoubleSpinBox(self)
        self.percent.setRange(0, float(MOST["bank_charges_percent"]))
        self.percent.setSuffix(" %")
        self.discount = MoneyEdit(services.formats, parent=self)
        form = QFormLayout()
        form.addRow(self.tr("&Rounding, written off up to"), self.rounding)
        form.addRow(self.tr("&Bank charges, assumed up to"), self.bank_charges)
        form.addRow(self.tr("… and up to this &share of what is owed"), self.percent)
        form.addRow(self.tr("&Discount agreed, give or take"), self.discount)
        self.body.addLayout(form)
        hint = QLabel(
            self.tr(
                "They hold for matching and for allocation by hand. Rounding within the limit"
                " is written off without a question; bank charges and discount are posted by"
                " the program only where their own rules say so."
            ),
            self,
        )
        hint.setWordWrap(True)
        hint.setProperty("muted", True)
        self.body.addWidget(hint)
        self.watch_fields(
            {
                "rounding": self.rounding,
                "bank_charges": self.bank_charges,
                "bank_charges_percent": self.percent,
                "discount": self.discount,
            }
        )
        self.resize(_WIDTH, self.sizeHint().height())
        self.accept_button.setEnabled(False)
        self.submitted.connect(self._keep)
        self.presenter.read(
            read_difference_limits,
            ReadDifferenceLimits(),
            on_done=self.show_limits,
            on_error=self._refused,
        )

    def show_limits(self, limits: DifferenceLimits) -> None:
        """Show limits as read."""
        self.rounding.set_money(Money.of(limits.rounding, EUR))
        self.bank_charges.set_money(Money.of(limits.bank_charges, EUR))
        self.percent.setValue(float(limits.bank_charges_percent))
        self.discount.set_money(Money.of(limits.discount, EUR))
        self.rounding.setFocus()
        self.rounding.selectAll()
        self.accept_button.setEnabled(True)

    def limits(self) -> DifferenceLimits:
        """The limits on show.

        Raises:
            RuleError: `company.bad_difference_limit`.
        """
        return DifferenceLimits(
            rounding=_amount(self.rounding, "rounding"),
            bank_charges=_amount(self.bank_charges, "bank_charges"),
            bank_charges_percent=Decimal(str(round(self.percent.value(), 2))),
            discount=_amount(self.discount, "discount"),
        )

    def _keep(self) -> None:
        try:
            command = SetDifferenceLimits(limits=self.limits())
        except RuleError as refusal:
            self._refused(refusal)
            return
        self.presenter.write(
            set_difference_limits, command, on_done=self._kept, on_error=self._refused
        )

    def _kept(self, _limits: DifferenceLimits) -> None:
        self.services.notices.done(self.tr("Limits kept"))
        self.accept()

    def _refused(self, refusal: OtcError) -> None:
        sentence = self.presenter.sentence
        self.refuse([(fault.where or "", sentence(fault)) for fault in faults_of(refusal)])


def _amount(field: MoneyEdit, name: str) -> Decimal:
    money = field.money()
    if money is None:
        raise RuleError(
            "company.bad_difference_limit", where=name, value=field.text(), most=MOST[name]
        )
    return money.amount
