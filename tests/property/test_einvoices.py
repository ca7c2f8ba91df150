"""Every document the program can issue passes the schema, EN 16931 and the French rules."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from otc_desktop.adapters.einvoicing.validation import OfficialRules
from otc_desktop.adapters.einvoicing.writer import XmlInvoices
from otc_desktop.domain.invoicing.einvoice import EInvoice, einvoice_of
from otc_desktop.domain.invoicing.einvoice_checks import einvoice_findings
from otc_desktop.domain.shared.company import VatRegime
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money
from tests.support.einvoices import BUYER, MENTIONS, WORKS, random_einvoice, random_line
from tests.support.invoices import an_invoice


@pytest.fixture(scope="module")
def rules() -> Iterator[OfficialRules]:
    pytest.importorskip("saxonche", reason="the rules need saxonche")
    running = OfficialRules()
    yield running
    running.close()


@pytest.mark.parametrize(
    ("syntax", "profile", "seeds"),
    [
        # 500 of the norm; those in CII take twice the time of those in UBL.
        ("cii", "en16931", range(150)),
        ("ubl", "en16931", range(150, 500)),
        ("cii", "basic", range(20)),
        ("cii", "extended", range(20)),
        ("cii", "extended-ctc-fr", range(30, 50)),
        ("ubl", "extended-ctc-fr", range(50, 70)),
    ],
)
def test_what_our_checks_pass_the_official_rules_pass(
    rules: OfficialRules, syntax: str, profile: str, seeds: range
) -> None:
    faults: dict[int, list[str]] = {}
    for seed in seeds:
        document = random_einvoice(seed)
        assert einvoice_findings(document) == []
        content = XmlInvoices().write(document, syntax=syntax, profile=profile)
        for outcome in rules.validate(content):
            if not outcome.passed:
                said = [f"{each.rule} {each.message}" for each in outcome.faults if each.is_fatal]
                faults.setdefault(seed, []).extend([outcome.name, outcome.not_run, *said])
    assert faults == {}


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ({"number": "F 2026"}, "einvoicing.bad_number"),
        ({"frame": "Z9"}, "invoicing.frame_not_allowed"),
        ({"notes": ()}, "einvoicing.note_not_once"),
        ({"due_on": date(2020, 1, 1)}, "einvoicing.due_before_issue"),
        ({"type_code": "381", "preceding": ()}, "einvoicing.preceding_missing"),
        ({"type_code": "262"}, "invoicing.global_note_without_period"),
        ({"iban": "FR7630006000011234567890188"}, "einvoicing.bad_check_digits"),
        ({"total_vat": Money(Decimal("0.01"), EUR)}, "einvoicing.totals_off"),
    ],
)
def test_faults_are_found_without_the_official_rules(broken: dict[str, Any], code: str) -> None:
    document = replace(_plain(), **broken)
    assert code in {each.code for each in einvoice_findings(document)}


def test_a_cent_of_vat_is_found_which_the_official_rules_let_pass() -> None:
    document = _plain()
    group = document.vat_groups[0]
    off = replace(group, tax=group.tax + Money(Decimal("0.01"), EUR))
    found = einvoice_findings(replace(document, vat_groups=(off, *document.vat_groups[1:])))
    assert "einvoicing.vat_off" in {each.code for each in found}


def test_a_reverse_charge_shows_the_customers_vat_number() -> None:
    invoice = an_invoice(
        lines=[random_line(Random(1), [WORKS])],  # noqa: S311 - sample data
        buyer=replace(BUYER, vat_number=""),
        mentions=MENTIONS,
    )
    document = einvoice_of(invoice, regime=VatRegime.DEBITS, reasons={WORKS: "Autoliquidation"})
    assert [each.code for each in einvoice_findings(document)] == [
        "einvoicing.buyer_without_vat_number"
    ]


def _plain() -> EInvoice:
    return einvoice_of(
        an_invoice(mentions=MENTIONS, buyer=BUYER), regime=VatRegime.DEBITS, reasons={}
    )
