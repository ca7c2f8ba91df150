"""The longest terms that the law allows between businesses (C. com. L441-10 I)."""

from datetime import date, timedelta
from functools import lru_cache

from otc_desktop.domain.customers.customer import Customer, CustomerKind
from otc_desktop.domain.customers.payment_terms import PaymentTerms, TermsKind
from otc_desktop.domain.shared.findings import Finding, warning

_MOST_DAYS = 60
_MOST_DAYS_THEN_MONTH_END = 45
# What the State and local authorities may take (CCP R2192-10); hospitals have 50 days.
_MOST_DAYS_OF_PUBLIC_BODIES = 30
# Four years hold every month end there is.
_FIRST_DAY = date(2024, 1, 1)
_DAYS_TRIED = 1_461


def ceiling_findings(customer: Customer) -> list[Finding]:
    """A warning where the customer's terms can exceed the legal ceiling."""
    terms, country = customer.payment_terms, customer.address.country
    return [] if terms is None else terms_findings(terms, kind=customer.kind, country=country)


def terms_findings(terms: PaymentTerms, *, kind: CustomerKind, country: str) -> list[Finding]:
    """A warning where terms agreed with such a customer can exceed the legal ceiling.

    The ceiling is 60 days from the invoice, or 45 days and month end in either reading of
    it. Sectors with shorter terms of their own (perishable food, alcohol, transport:
    L441-11) are not known here, and only named in the advice. Consumers and customers
    abroad are not concerned.
    """
    if kind is CustomerKind.PERSON or country != "FR":
        return []
    public = kind is CustomerKind.PUBLIC
    late = _worst_beyond(terms, public=public)
    if late is None:
        return []
    code = "customers.public_terms_beyond_ceiling" if public else "customers.terms_beyond_ceiling"
    return [warning(code, "payment_terms", days=(terms.due_on(late) - late).days)]


@lru_cache(maxsize=256)
def _worst_beyond(terms: PaymentTerms, *, public: bool) -> date | None:
    """The day whose invoice would exceed the ceiling by most; None when there is no such day."""
    days = (_FIRST_DAY + timedelta(days=place) for place in range(_DAYS_TRIED))
    beyond = [day for day in days if terms.due_on(day) > _latest(day, public=public)]
    return max(beyond, key=lambda day: (terms.due_on(day) - day).days, default=None)


def _latest(day: date, *, public: bool) -> date:
    if public:
        return day + timedelta(days=_MOST_DAYS_OF_PUBLIC_BODIES)
    month_end = (TermsKind.DAYS_THEN_END_OF_MONTH, TermsKind.END_OF_MONTH_THEN_DAYS)
    readings = (PaymentTerms(kind, _MOST_DAYS_THEN_MONTH_END).due_on(day) for kind in month_end)
    return max(day + timedelta(days=_MOST_DAYS), *readings)
