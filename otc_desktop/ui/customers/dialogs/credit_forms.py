"""What is agreed about a customer's credit: limit, grade, end of business."""

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from otc_desktop.domain.credit.credit_file import CreditFile
from otc_desktop.domain.credit.grade import CreditGrade
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.money_edit import MoneyEdit

_WIDTH = 460
_LONGEST = 200


class _CreditForm(FormDialog):
    """A form with a reason below its fields."""

    def __init__(self, presenter: Presenter, parent: QWidget | None) -> None:
        super().__init__(presenter.services, title="", accept_text="", parent=parent)
        self.form = QFormLayout()
        self.body.addLayout(self.form)
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(_LONGEST)
        self.setMinimumWidth(_WIDTH)


class LimitForm(_CreditForm):
    """Asks for limit and insured amount; keeping it is a review of the limit."""

    def __init__(
        self, presenter: Presenter, file: CreditFile, parent: QWidget | None = None
    ) -> None:
        super().__init__(presenter, parent)
        formats = presenter.services.formats
        self.setWindowTitle(self.tr("Credit limit of {name}").format(name=file.name))
        self.accept_button.setText(self.tr("Set the limit"))
        self.limit = MoneyEdit(formats, parent=self)
        self.limit.set_money(file.limit)
        self.limit.setPlaceholderText(self.tr("no limit"))
        self.insured = MoneyEdit(formats, parent=self)
        self.insured.set_money(file.insured)
        self.insured.setPlaceholderText(self.tr("not insured"))
        self.reason.setPlaceholderText(self.tr("For instance: yearly review, accounts of 2025"))
        self.form.addRow(self.tr("&Limit, tax included"), self.limit)
        self.form.addRow(self.tr("&Insured amount"), self.insured)
        self.form.addRow(self.tr("&Reason"), self.reason)
        hint = QLabel(
            self.tr("Keeping the same limit confirms it: the next review is due a year later."),
            self,
        )
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self.watch_fields({"limit": self.limit, "insured": self.insured, "reason": self.reason})
        self.limit.setFocus()
        self.limit.selectAll()

    def faults(self) -> list[tuple[str, str]]:
        """Fields that hold no amount."""
        sentence = self.tr("This is not an amount, such as 1234.50")
        fields = {"limit": self.limit, "insured": self.insured}
        return [(name, sentence) for name, field in fields.items() if not field.is_valid()]


class GradeForm(_CreditForm):
    """Asks for a grade given by hand."""

    def __init__(
        self, presenter: Presenter, file: CreditFile, parent: QWidget | None = None
    ) -> None:
        super().__init__(presenter, parent)
        self.setWindowTitle(self.tr("Credit grade of {name}").format(name=file.name))
        self.accept_button.setText(self.tr("Give the grade"))
        self.grade = QComboBox(self)
        for each in CreditGrade:
            self.grade.addItem(presenter.word("credit_grade", each.value), each)
        self.grade.setCurrentIndex(list(CreditGrade).index(file.grade.grade))
        self.form.addRow(self.tr("&Grade"), self.grade)
        self.form.addRow(self.tr("&Reason"), self.reason)
        self.watch_fields({"grade": self.grade, "reason": self.reason})
        self.grade.setFocus()

    def chosen(self) -> CreditGrade:
        """The grade on show."""
        return CreditGrade(self.grade.currentData())


class CeasedForm(_CreditForm):
    """Asks on which day a business ended and who says so; no day takes it back."""

    def __init__(
        self, presenter: Presenter, file: CreditFile, parent: QWidget | None = None
    ) -> None:
        super().__init__(presenter, parent)
        self.setWindowTitle(self.tr("End of business of {name}").format(name=file.name))
        self.accept_button.setText(self.tr("Note it"))
        today = presenter.program.today()
        self.day = DateEdit(presenter.services.formats, today=today, parent=self)
        self.day.set_date(file.ceased_on or today)
        self.reason.setText(file.ceased_source)
        self.reason.setPlaceholderText(self.tr("For instance: BODACC of 12/11"))
        self.form.addRow(self.tr("&Ceased on"), self.day)
        self.form.addRow(self.tr("&Source"), self.reason)
        hint = QLabel(
            self.tr("Every order of this customer will be held. Leave the day empty to undo."),
            self,
        )
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self.watch_fields({"ceased_on": self.day, "source": self.reason})
