"""Which sale is told how, and when it is due."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from otc_desktop.domain.customers.customer import CustomerKind
from otc_desktop.domain.invoicing.ereporting import (
    ReportedIn,
    SaleCategory,
    buyer_identity,
    reported_in,
    sales_of_days,
)
from otc_desktop.domain.invoicing.ereporting_periods import (
    ReportingRhythm,
    payments_period,
    sales_period,
    sales_periods,
)
from otc_desktop.domain.shared.company import Address, VatRegime
from otc_desktop.domain.taxes.lines import LineNature
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment, standard
from tests.support.domain import eur
from tests.support.invoices import BUYER, a_credit_note, a_line, an_invoice

_NOTHING = {"siren": "", "siret": "", "vat_number": ""}
_OUT = VatTreatment(VatCategory.OUT_OF_SCOPE, standard("20").rate * 0, "VATEX-EU-O")
_HEALTH = VatTreatment(VatCategory.EXEMPT, standard("20").rate * 0, "VATEX-FR-CGI261-4")


@pytest.mark.parametrize(
    ("country", "vat_number", "siren", "kind", "vat", "place"),
    [
        ("FR", "", "552100554", CustomerKind.COMPANY, standard("20"), ReportedIn.EINVOICE),
        ("FR", "", "552100554", CustomerKind.PUBLIC, standard("20"), ReportedIn.EINVOICE),
        ("FR", "", "", CustomerKind.PERSON, standard("20"), ReportedIn.CONSUMERS),
        ("RE", "", "552100554", CustomerKind.COMPANY, standard("8.5"), ReportedIn.EINVOICE),
        ("BE", "BE0428759497", "", CustomerKind.COMPANY, _OUT, ReportedIn.CROSS_BORDER),
        ("BE", "", "", CustomerKind.PERSON, standard("20"), ReportedIn.CONSUMERS),
        ("US", "", "", CustomerKind.COMPANY, _OUT, ReportedIn.CROSS_BORDER),
        ("US", "", "", CustomerKind.PERSON, _OUT, ReportedIn.CONSUMERS),
        ("FR", "", "552100554", CustomerKind.COMPANY, _OUT, ReportedIn.NOTHING),
        ("FR", "", "", CustomerKind.PERSON, _HEALTH, ReportedIn.NOTHING),
    ],
)
def test_a_document_is_told_in_one_place(
    country: str,
    vat_number: str,
    siren: str,
    kind: CustomerKind,
    vat: VatTreatment,
    place: ReportedIn,
) -> None:
    buyer = replace(
        BUYER, siren=siren, vat_number=vat_number, address=Address(country=country, city="X")
    )
    assert reported_in(buyer, [vat], kind=kind) is place


def test_a_day_is_summed_by_category_and_credit_notes_are_taken_off() -> None:
    person = replace(BUYER, **_NOTHING)
    sold = an_invoice(
        buyer=person,
        lines=[
            a_line(unit_price="100.00"),
            a_line(unit_price="50.00", nature=LineNature.SERVICES),
            a_line(unit_price="30.00", vat="5.5"),
        ],
    )
    returned = a_credit_note(buyer=person, lines=[a_line(unit_price="40.00")])
    goods, services = sales_of_days([sold, returned], regime=VatRegime.DEBITS)
    assert (goods.category, goods.documents) == (SaleCategory.GOODS, 2)
    assert [(str(each.rate), each.basis, each.tax) for each in goods.rates] == [
        ("5.5", eur("30.00"), eur("1.65")),
        ("20", eur("60.00"), eur("12.00")),
    ]
    assert (services.basis, services.tax, services.documents) == (eur("50.00"), eur("10.00"), 1)
    assert services.vat_on_debits
    assert not goods.vat_on_debits


@pytest.mark.parametrize(
    ("rhythm", "day", "expected"),
    [
        ("monthly", "2027-09-10", "2027-09-01 2027-09-10 2027-09-20"),
        ("monthly", "2027-09-11", "2027-09-11 2027-09-20 2027-09-30"),
        ("monthly", "2027-12-31", "2027-12-21 2027-12-31 2028-01-10"),
        ("quarterly", "2027-09-04", "2027-09-01 2027-09-30 2027-10-10"),
        ("simplified", "2027-01-04", "2027-01-01 2027-01-31 2027-02-28"),
        ("franchise", "2027-10-01", "2027-09-01 2027-10-31 2027-11-30"),
    ],
)
def test_the_rhythm_sets_period_and_last_day(rhythm: str, day: str, expected: str) -> None:
    period = sales_period(ReportingRhythm(rhythm), date.fromisoformat(day))
    assert f"{period.from_on} {period.to_on} {period.due_on}" == expected


def test_payments_of_monthly_payers_are_told_by_month() -> None:
    period = payments_period(ReportingRhythm.MONTHLY, date(2027, 9, 15))
    assert (period.from_on, period.to_on) == (date(2027, 9, 1), date(2027, 9, 30))
    assert period.due_on == date(2027, 10, 10)


@pytest.mark.parametrize("rhythm", list(ReportingRhythm))
def test_periods_follow_one_another_without_gap(rhythm: ReportingRhythm) -> None:
    periods = list(sales_periods(rhythm, date(2027, 1, 1), date(2028, 3, 31)))
    assert periods[0].from_on == date(2027, 1, 1)
    for before, after in pairwise(periods):
        assert (after.from_on - before.to_on).days == 1
        assert before.due_on > before.to_on


def test_a_foreign_buyer_is_named_by_number_or_by_country_and_name() -> None:
    named = {"name": "Müller & Söhne Handels-GmbH", "siren": ""}
    assert buyer_identity(country="DE", vat_number="DE123456789", **named) == (
        "0223",
        "DE123456789",
    )
    assert buyer_identity(country="CH", vat_number="", **named) == ("0227", "CHMÜLLERSÖHNEHANDE")
