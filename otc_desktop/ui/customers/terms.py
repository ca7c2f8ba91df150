"""Payment terms in the window's language, in words that the program reads back."""

from PySide6.QtCore import QCoreApplication

from otc_desktop.domain.customers.payment_terms import PaymentTerms, TermsKind


def terms_text(terms: PaymentTerms | None) -> str:
    """`45 days end of month`; empty when the company's own terms hold."""
    if terms is None:
        return ""
    day = QCoreApplication.translate("Terms", "on the {day}").format(day=terms.day_of_month)
    if not terms.days and terms.kind is TermsKind.NET and terms.day_of_month:
        return day
    words = _delay(terms)
    return f"{words} {day}" if terms.day_of_month else words


def _delay(terms: PaymentTerms) -> str:
    if not terms.days and terms.kind is TermsKind.DAYS_THEN_END_OF_MONTH:
        return QCoreApplication.translate("Terms", "end of month")
    wording = {
        TermsKind.NET: QCoreApplication.translate("Terms", "{days} days"),
        TermsKind.DAYS_THEN_END_OF_MONTH: QCoreApplication.translate(
            "Terms", "{days} days end of month"
        ),
        TermsKind.END_OF_MONTH_THEN_DAYS: QCoreApplication.translate(
            "Terms", "end of month {days} days"
        ),
        TermsKind.ON_RECEIPT: QCoreApplication.translate("Terms", "on receipt"),
        TermsKind.ON_ORDER: QCoreApplication.translate("Terms", "on order"),
    }
    return wording[terms.kind].format(days=terms.days)
