"""What may go to which platform."""

from dataclasses import replace

import pytest

from otc_desktop.domain.customers.customer import CustomerKind
from otc_desktop.domain.invoicing.ereporting import ReportedIn
from otc_desktop.domain.invoicing.platform_account import FlowFormat, PlatformKind
from otc_desktop.domain.invoicing.platform_rules import (
    chorus_findings,
    is_for,
    processing_rule,
    status_reason,
)
from tests.support.invoices import BUYER

PUBLIC, COMPANY, PERSON = CustomerKind.PUBLIC, CustomerKind.COMPANY, CustomerKind.PERSON
TOWN = replace(BUYER, siret="55210055400013")


@pytest.mark.parametrize(
    ("place", "kind", "rule"),
    [
        (ReportedIn.EINVOICE, COMPANY, "B2B"),
        (ReportedIn.EINVOICE, PUBLIC, "B2G"),
        (ReportedIn.CROSS_BORDER, COMPANY, "B2BInt"),
        (ReportedIn.CONSUMERS, PERSON, "B2C"),
        (ReportedIn.NOTHING, COMPANY, "OutOfScope"),
    ],
)
def test_the_rule_of_processing_follows_the_sale(
    place: ReportedIn, kind: CustomerKind, rule: str
) -> None:
    assert processing_rule(place, kind) == rule


@pytest.mark.parametrize(
    ("platform", "place", "kind", "goes"),
    [
        (PlatformKind.API, ReportedIn.EINVOICE, COMPANY, True),
        (PlatformKind.API, ReportedIn.CONSUMERS, PERSON, False),
        (PlatformKind.CHORUS_PRO, ReportedIn.EINVOICE, COMPANY, False),
        (PlatformKind.CHORUS_PRO, ReportedIn.EINVOICE, PUBLIC, True),
        (PlatformKind.NONE, ReportedIn.EINVOICE, COMPANY, False),
    ],
)
def test_only_e_invoices_go_by_themselves(
    platform: PlatformKind, place: ReportedIn, kind: CustomerKind, *, goes: bool
) -> None:
    assert is_for(platform, place, kind) is goes


@pytest.mark.parametrize(
    ("reference", "syntax", "codes"),
    [
        ({"engagement": "EJ-2026-7"}, FlowFormat.FACTUR_X, []),
        ({"service_code": "SERV-1"}, FlowFormat.UBL, []),
        ({"service_code": "SERV-1"}, FlowFormat.CII, ["platform.chorus_no_cii"]),
        ({}, FlowFormat.UBL, ["platform.chorus_no_reference"]),
        ({"engagement": "E", "siret": ""}, FlowFormat.UBL, ["platform.chorus_no_siret"]),
    ],
)
def test_chorus_pro_is_asked_for_nothing_that_it_refuses(
    reference: dict[str, str], syntax: FlowFormat, codes: list[str]
) -> None:
    found = chorus_findings(replace(TOWN, **reference), PUBLIC, syntax)  # type: ignore[arg-type]
    assert [each.code for each in found] == codes


def test_a_refusal_that_the_life_cycle_has_a_word_for_is_told_by_it() -> None:
    assert status_reason("InvalidSchema: no (BT-1)") == "IRR_SYNTAX"
    assert status_reason("AlreadyExistingFlow: twice") == ""
