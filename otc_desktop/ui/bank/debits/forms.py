"""The forms of direct debits: a collection, a mandate, a release, the creditor."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from otc_desktop.application.direct_debits.collections import PrepareCollection
from otc_desktop.application.direct_debits.mandates import SignMandate
from otc_desktop.application.kernel.paging import PageSource
from otc_desktop.domain.direct_debits.mandate import Scheme
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.picker import Picker

_WIDTH = 620
_MOST_DAYS = 60


class CollectionForm(FormDialog):
    """Chooses the day and the scheme, and shows at once what would be collected.

    Args:
        services: what the window offers.
        today: the business date.
        preview: asked whenever something changes, with what the form asks for.
    """

    def __init__(
        self,
        services: WindowServices,
        *,
        today: date,
        preview: Callable[["CollectionForm"], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("New collection"))
        self.accept_button.setText(self.tr("Prepare"))
        self.collect_on = DateEdit(services.formats, today=today, parent=self)
        self.collect_on.setToolTip(self.tr("Empty: the first day that the notice allows"))
        self.due_by = DateEdit(services.formats, today=today, parent=self)
        self.due_by.setToolTip(self.tr("Empty: until the day of the debit"))
        self.scheme = _schemes(self)
        self.shown = QPlainTextEdit(self)
        self.shown.setReadOnly(True)
        self.shown.setAccessibleName(self.tr("What would be collected"))
        form = QFormLayout()
        form.addRow(self.tr("&Day of the debit"), self.collect_on)
        form.addRow(self.tr("Invoices &due by"), self.due_by)
        form.addRow(self.tr("&Scheme"), self.scheme)
        self.body.addLayout(form)
        self.body.addWidget(self.shown, 1)
        self.watch_fields({"collect_on": self.collect_on, "due_by": self.due_by})
        self.collect_on.date_changed.connect(lambda _day: preview(self))
        self.due_by.date_changed.connect(lambda _day: preview(self))
        self.scheme.currentIndexChanged.connect(lambda _index: preview(self))
        self.resize(_WIDTH, _WIDTH * 2 // 3)

    def command(self, *, dry: bool) -> PrepareCollection:
        """What is asked for."""
        return PrepareCollection(
            collect_on=self.collect_on.date(),
            due_by=self.due_by.date(),
            scheme=Scheme(self.scheme.currentData()),
            dry=dry,
        )


class MandateForm(FormDialog):
    """A mandate as it was signed; what is left empty is proposed or the customer file's."""

    def __init__(
        self,
        services: WindowServices,
        customers: PageSource[Any],
        *,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self.setWindowTitle(self.tr("New mandate"))
        self.accept_button.setText(self.tr("Save"))
        self.customer: Picker[Any] = Picker(
            services,
            customers,
            describe=lambda row: f"{row.code} · {row.name}",
            keys=lambda row: (row.code,),
            parent=self,
        )
        self.customer.setPlaceholderText(self.tr("Customer: code, name, SIREN or city"))
        self.signed_on = DateEdit(services.formats, today=today, parent=self)
        self.signed_on.set_date(today)
        self.signed_at = QLineEdit(self)
        self.rum = QLineEdit(self)
        self.rum.setPlaceholderText(self.tr("proposed, if left empty"))
        self.iban = QLineEdit(self)
        self.iban.setPlaceholderText(self.tr("the customer file's, if left empty"))
        self.holder = QLineEdit(self)
        self.holder.setPlaceholderText(self.tr("the customer, if left empty"))
        self.scheme = _schemes(self)
        self.one_off = QCheckBox(self.tr("For &one debit only"), self)
        self.notice = QSpinBox(self)
        self.notice.setRange(0, _MOST_DAYS)
        self.notice.setSpecialValueText(self.tr("the company's"))
        form = QFormLayout()
        for title, field in (
            (self.tr("&Customer"), self.customer),
            (self.tr("Signed &on"), self.signed_on),
            (self.tr("Signed &at"), self.signed_at),
            (self.tr("&Reference (RUM)"), self.rum),
            (self.tr("&IBAN"), self.iban),
            (self.tr("Account &holder"), self.holder),
            (self.tr("&Scheme"), self.scheme),
            ("", self.one_off),
            (self.tr("Days of &notice agreed"), self.notice),
        ):
            form.addRow(title, field)
        self.body.addLayout(form)
        self.watch_fields(
            {
                "customer": self.customer,
                "signed_on": self.signed_on,
                "rum": self.rum,
                "iban": self.iban,
                "notice_days": self.notice,
            }
        )
        self.setMinimumWidth(_WIDTH)

    def command(self) -> SignMandate | None:
        """What is asked for; None, with the fault shown, while something is missing."""
        row, signed_on = self.customer.row(), self.signed_on.date()
        if row is None:
            self.refuse([("customer", self.tr("Choose the customer."))])
            return None
        if signed_on is None:
            self.refuse([("signed_on", self.tr("Give the day it was signed."))])
            return None
        return SignMandate(
            customer=row.code,
            signed_on=signed_on,
            signed_at=self.signed_at.text(),
            rum=self.rum.text(),
            iban=self.iban.text(),
            debtor_name=self.holder.text(),
            scheme=Scheme(self.scheme.currentData()),
            recurrent=not self.one_off.isChecked(),
            notice_days=self.notice.value() or None,
        )


class ReleaseForm(FormDialog):
    """A mandate that a return had blocked, looked at with the customer."""

    def __init__(
        self, services: WindowServices, *, rum: str, reason: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Collect again by {rum}").format(rum=rum))
        self.accept_button.setText(self.tr("Collect again"))
        hint = QLabel(
            self.tr("A debit came back with the reason {reason}.").format(reason=reason), self
        )
        hint.setWordWrap(True)
        self.iban = QLineEdit(self)
        self.iban.setPlaceholderText(self.tr("the same account, if left empty"))
        form = QFormLayout()
        form.addRow(self.tr("&New IBAN"), self.iban)
        self.body.addWidget(hint)
        self.body.addLayout(form)
        self.watch_fields({"iban": self.iban})
        self.setMinimumWidth(_WIDTH)


class CreditorForm(FormDialog):
    """What names the company to its payers' banks, and how long before they are told."""

    def __init__(
        self, services: WindowServices, *, ics: str, notice_days: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("Creditor of direct debits"))
        self.accept_button.setText(self.tr("Save"))
        self.ics = QLineEdit(ics, self)
        self.ics.setPlaceholderText("FR00ZZZ000000")
        self.notice = QSpinBox(self)
        self.notice.setRange(1, _MOST_DAYS)
        self.notice.setValue(notice_days)
        form = QFormLayout()
        form.addRow(self.tr("&Creditor identifier (ICS)"), self.ics)
        form.addRow(self.tr("Days of &notice"), self.notice)
        self.body.addLayout(form)
        self.watch_fields({"ics": self.ics, "notice_days": self.notice})
        self.setMinimumWidth(_WIDTH)


def _schemes(parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    for scheme in Scheme:
        box.addItem(scheme.value, scheme.value)
    return box
