"""When an invoice falls due, as contracts write it."""

from datetime import date

import pytest

from otc_desktop.domain.customers.payment_terms import PaymentTerms, TermsKind
from otc_desktop.domain.shared.errors import RuleError

ISSUED = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("30 days", date(2026, 12, 20)),
        ("30 jours", date(2026, 12, 20)),
        ("30 jours net", date(2026, 12, 20)),
        ("à 30 jours nets", date(2026, 12, 20)),
        ("30j", date(2026, 12, 20)),
        ("60 days", date(2027, 1, 19)),
        ("0 days", ISSUED),
        ("45 days end of month", date(2027, 1, 31)),
        ("45 jours fin de mois", date(2027, 1, 31)),
        ("45 JOURS  FIN DE MOIS", date(2027, 1, 31)),
        ("45j fdm", date(2027, 1, 31)),
        ("45 days EOM", date(2027, 1, 31)),
        ("end of month 45 days", date(2027, 1, 14)),
        ("fin de mois 45 jours", date(2027, 1, 14)),
        ("fin de mois + 45 jours", date(2027, 1, 14)),
        ("fin de mois à 45 jours", date(2027, 1, 14)),
        ("EOM 45 days", date(2027, 1, 14)),
        ("on receipt", ISSUED),
        ("à réception", ISSUED),
        ("À réception de facture", ISSUED),
        ("comptant", ISSUED),
        ("immédiat", ISSUED),
        ("fin de mois", date(2026, 11, 30)),
        ("45 FDM", date(2027, 1, 31)),
        ("30 JRS NETS", date(2026, 12, 20)),
        ("30 j. f.d.m.", date(2026, 12, 31)),
        ("60 jours date de facture", date(2027, 1, 19)),
        ("net 30", date(2026, 12, 20)),
        ("30 jours le 15", date(2027, 1, 15)),
        ("30 jours le 20", date(2026, 12, 20)),
        ("30 jours nets le 25 du mois", date(2026, 12, 25)),
        ("30 jours fin de mois le 10", date(2027, 1, 10)),
        ("30 FDM LE 10", date(2027, 1, 10)),
        ("fin de mois + 30 jours le 10", date(2027, 1, 10)),
        ("LE 10", date(2026, 12, 10)),
        ("le 10 du mois suivant", date(2026, 12, 10)),
        ("à la commande", ISSUED),
        ("100 % à la commande", ISSUED),
        ("prepayment", ISSUED),
    ],
)
def test_due_date_as_written(text: str, due: date) -> None:
    terms = PaymentTerms.parse(text)
    assert terms.due_on(ISSUED) == due
    assert PaymentTerms.parse(str(terms)) == terms


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "45",
        "days",
        "-30 days",
        "366 days",
        "30.5 days",
        "30 days end of year",
        "9" * 5000 + " days",
        "30 jours le 32",
        "30 jours fin de mois le 0",
        "fin d'année",
    ],
)
def test_terms_that_say_nothing_are_refused(text: str) -> None:
    with pytest.raises(RuleError) as refusal:
        PaymentTerms.parse(text)
    assert refusal.value.code == "customers.bad_payment_terms"


def test_february_ends_when_it_ends() -> None:
    terms = PaymentTerms(TermsKind.DAYS_THEN_END_OF_MONTH, 30)
    assert terms.due_on(date(2027, 1, 20)) == date(2027, 2, 28)
    assert terms.due_on(date(2028, 1, 20)) == date(2028, 2, 29)


def test_a_day_that_the_month_lacks_is_its_last() -> None:
    terms = PaymentTerms.parse("30 jours le 31")
    assert terms.due_on(date(2027, 1, 5)) == date(2027, 2, 28)
    assert terms.due_on(date(2027, 1, 30)) == date(2027, 3, 31)


def test_terms_at_once_have_neither_days_nor_a_day_of_the_month() -> None:
    for kind, days, day in (
        (TermsKind.ON_ORDER, 5, 0),
        (TermsKind.ON_RECEIPT, 0, 15),
        (TermsKind.NET, -1, 0),
        (TermsKind.NET, 30, 32),
    ):
        with pytest.raises(RuleError) as refusal:
            PaymentTerms(kind, days, day)
        assert refusal.value.code == "customers.bad_payment_terms"
