"""Which terms the law allows between businesses."""

import pytest

from otc_desktop.domain.customers.customer import CustomerKind
from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.domain.customers.terms_ceiling import ceiling_findings, terms_findings
from otc_desktop.domain.shared.company import Address
from tests.support.domain import a_customer


@pytest.mark.parametrize(
    "text",
    [
        "60 jours",
        "45 jours fin de mois",
        "fin de mois 45 jours",
        "30 jours fin de mois",
        "30 jours le 15",
        "à réception",
        "à la commande",
    ],
)
def test_terms_within_the_ceiling_are_not_warned_of(text: str) -> None:
    terms = PaymentTerms.parse(text)
    assert terms_findings(terms, kind=CustomerKind.COMPANY, country="FR") == []


@pytest.mark.parametrize(
    ("text", "days"),
    [("61 jours", 61), ("90 jours", 90), ("60 jours fin de mois", 90), ("45 jours le 10", 75)],
)
def test_terms_beyond_the_ceiling_are_warned_of_with_the_longest_delay(
    text: str, days: int
) -> None:
    terms = PaymentTerms.parse(text)
    [finding] = terms_findings(terms, kind=CustomerKind.COMPANY, country="FR")
    assert finding.code == "customers.terms_beyond_ceiling"
    assert finding.where == "payment_terms"
    assert finding.params["days"] == days


def test_public_bodies_pay_within_thirty_days() -> None:
    terms = PaymentTerms.parse("45 jours")
    [finding] = terms_findings(terms, kind=CustomerKind.PUBLIC, country="FR")
    assert finding.code == "customers.public_terms_beyond_ceiling"


def test_consumers_and_customers_abroad_are_not_concerned() -> None:
    late = PaymentTerms.parse("120 jours")
    person = a_customer(payment_terms=late, kind=CustomerKind.PERSON)
    abroad = a_customer(payment_terms=late, address=Address(country="BE"))
    assert ceiling_findings(person) == []
    assert ceiling_findings(abroad) == []
    assert ceiling_findings(a_customer()) == []
    assert ceiling_findings(a_customer(payment_terms=late)) != []
