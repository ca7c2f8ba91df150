"""Every sample of the shared test data reads, with the facts its oracle tells."""

import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from otc_desktop.adapters.einvoicing.reading.reader import EInvoiceFiles
from otc_desktop.domain.invoicing.received import ReceivedInvoice
from otc_desktop.domain.invoicing.received_checks import received_findings
from otc_desktop.domain.shared.errors import InputFileError
from otc_desktop.domain.shared.findings import Severity
from tests.support.shared_data import shared_testdata

_SUMS = {
    "lines": "lines",
    "excl": "excl_tax",
    "vat": "vat",
    "incl": "incl_tax",
    "paid": "paid",
    "due": "due",
}
# Rules of arithmetic that we check ourselves, by what our finding says of them.
_ARITHMETIC = {f"BR-CO-{number}" for number in range(10, 18)} - {"BR-CO-17"}
# What a profile without lines or sums can't be judged by.
_PROFILES_WITHOUT = (":minimum", ":basicwl")


@cache
def _oracle() -> dict[str, dict[str, Any]]:
    path = shared_testdata("einvoicing/expected.json")
    files: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["files"]
    return {name: facts for name, facts in files.items() if "cdar" not in name}


def _read(name: str) -> ReceivedInvoice:
    path: Path = shared_testdata(f"einvoicing/{name}")
    return EInvoiceFiles().read(path.read_bytes()).invoice


def test_every_sample_reads_as_its_oracle_says() -> None:
    for name, facts in _oracle().items():
        if "error" in facts:
            with pytest.raises(InputFileError) as refused:
                _read(name)
            assert refused.value.code == "einvoicing.not_xml"
            continue
        invoice = _read(name)
        told = (invoice.number, invoice.type_code, invoice.currency, len(invoice.lines))
        wanted = (facts.get("number", ""), facts["type"], facts["currency"], facts["n_lines"])
        assert told == wanted, name
        assert (invoice.syntax.upper(), invoice.guideline) == (
            facts["syntax"],
            facts.get("profile", ""),
        )
        for key, field in _SUMS.items():
            stated = getattr(invoice.totals, field)
            assert stated == (Decimal(facts[key]) if key in facts else None), (name, key)
        day = "" if invoice.issued_on is None else f"{invoice.issued_on:%Y%m%d}"
        wanted_day = facts["date"].replace("-", "")
        assert day == wanted_day or [each.where for each in invoice.unreadable] == ["issued_on"]


def test_faults_of_arithmetic_that_the_official_rules_find_are_found_by_us() -> None:
    checked = 0
    for name, facts in _oracle().items():
        verdict = facts.get("EN16931")
        if "error" in facts or not isinstance(verdict, dict):
            continue
        invoice = _read(name)
        if invoice.guideline.endswith(_PROFILES_WITHOUT):
            continue
        ours = {each.params.get("rule") for each in received_findings(invoice)}
        broken = _ARITHMETIC.intersection(verdict.get("fatal", ()))
        assert broken <= ours, name
        checked += bool(broken)
    assert checked >= 5


def test_clean_french_samples_have_no_error_and_the_cent_that_the_rules_tolerate_is_one() -> None:
    for name in _oracle():
        if "fr-synthetic" in name:
            assert received_findings(_read(name)) == [], name
    found = received_findings(_read("samples/fr-mutants/vat-computed-per-line.cii.xml"))
    assert [(each.severity, each.code) for each in found] == [
        (Severity.ERROR, "einvoicing.vat_group_off")
    ]
