"""Payment terms of every kind, whatever the day of the invoice."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from otc_desktop.domain.customers.customer import CustomerKind
from otc_desktop.domain.customers.payment_terms import AT_ONCE, PaymentTerms, TermsKind
from otc_desktop.domain.customers.terms_ceiling import terms_findings
from otc_desktop.domain.shared.calendar import end_of_month
from otc_desktop.domain.shared.errors import RuleError

days = st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 12, 31))
counted = st.builds(
    PaymentTerms,
    st.sampled_from(sorted(set(TermsKind) - AT_ONCE)),
    st.integers(min_value=0, max_value=365),
    st.integers(min_value=0, max_value=31),
)
terms = st.one_of(counted, st.builds(PaymentTerms, st.sampled_from(sorted(AT_ONCE)), st.just(0)))


@given(terms, days)
def test_an_invoice_is_never_due_before_it_is_issued(agreed: PaymentTerms, issued: date) -> None:
    assert agreed.due_on(issued) >= issued + timedelta(days=agreed.days)


@given(terms)
def test_what_is_written_is_read_back(agreed: PaymentTerms) -> None:
    assert PaymentTerms.parse(str(agreed)) == agreed
    assert PaymentTerms.parse(str(agreed).upper()) == agreed


@given(counted, days)
def test_a_day_of_the_month_is_met(agreed: PaymentTerms, issued: date) -> None:
    due = agreed.due_on(issued)
    if agreed.day_of_month:
        assert due.day == min(agreed.day_of_month, end_of_month(due).day)
    elif agreed.kind is TermsKind.DAYS_THEN_END_OF_MONTH:
        assert due == end_of_month(due)


@given(terms, days, days)
def test_a_later_invoice_is_not_due_earlier(agreed: PaymentTerms, one: date, two: date) -> None:
    first, second = sorted((one, two))
    assert agreed.due_on(first) <= agreed.due_on(second)


@given(terms, days)
def test_terms_without_a_warning_keep_within_the_law(agreed: PaymentTerms, issued: date) -> None:
    if terms_findings(agreed, kind=CustomerKind.COMPANY, country="FR"):
        return
    readings = [TermsKind.DAYS_THEN_END_OF_MONTH, TermsKind.END_OF_MONTH_THEN_DAYS]
    ceiling = max(
        issued + timedelta(days=60), *(PaymentTerms(kind, 45).due_on(issued) for kind in readings)
    )
    assert agreed.due_on(issued) <= ceiling


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        agreed = PaymentTerms.parse(text)
    except RuleError as refusal:
        assert refusal.code == "customers.bad_payment_terms"
    else:
        assert PaymentTerms.parse(str(agreed)) == agreed
