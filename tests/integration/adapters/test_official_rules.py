"""The official rules give the verdicts that were measured once, on samples and broken ones."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from otc_desktop.adapters.einvoicing.validation import OfficialRules
from otc_desktop.domain.shared.errors import RuleError
from tests.support.shared_data import shared_testdata

_SHARED = Path(__file__).parents[4] / "shared" / "testdata" / "einvoicing"
_HOSTILE = b"""<?xml version="1.0"?>
<!DOCTYPE Invoice [<!ENTITY local SYSTEM "file:///etc/hostname">]>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">&local;</Invoice>
"""


@pytest.fixture(scope="module")
def rules() -> Iterator[OfficialRules]:
    running = OfficialRules()
    yield running
    running.close()


@pytest.mark.parametrize("folder", ["fr-synthetic", "fr-mutants"])
def test_verdicts_are_those_measured(rules: OfficialRules, folder: str) -> None:
    pytest.importorskip("saxonche", reason="the rules need saxonche")
    if not _SHARED.exists():
        pytest.skip("the shared samples are not here")
    expected = json.loads((_SHARED / "expected.json").read_text(encoding="utf-8"))["files"]
    seen = 0
    for name, verdict in expected.items():
        if not name.startswith(f"samples/{folder}/") or not name.endswith(".xml"):
            continue
        outcomes = {each.name: each for each in rules.validate((_SHARED / name).read_bytes())}
        assert outcomes["XSD"].passed
        for rule_set in ("EN16931", "BR-FR"):
            fatal = [] if verdict[rule_set] == "ok" else verdict[rule_set]["fatal"]
            found = {each.rule for each in outcomes[rule_set].faults if each.is_fatal}
            assert found == set(fatal), (name, rule_set)
        seen += 1
    assert seen


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (_HOSTILE, "einvoicing.doctype"),
        (b"%PDF-1.7", "einvoicing.not_xml"),
        (b"", "einvoicing.not_xml"),
        (b"<html/>", "einvoicing.unknown_syntax"),
    ],
)
def test_what_is_no_invoice_is_refused_by_code(
    rules: OfficialRules, content: bytes, code: str
) -> None:
    with pytest.raises(RuleError) as refused:
        rules.validate(content)
    assert refused.value.code == code


def test_rules_that_could_not_run_say_why(rules: OfficialRules) -> None:
    broken = b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'
    schema, norm, french = rules.validate(broken)
    assert not schema.passed
    assert (norm.not_run, french.not_run) == ("schema_failed", "schema_failed")


def test_rules_run_again_after_their_process_died(rules: OfficialRules) -> None:
    pytest.importorskip("saxonche", reason="the rules need saxonche")
    sample = _SHARED / "samples" / "fr-synthetic" / "goods-two-rates.cii.xml"
    if not sample.exists():
        pytest.skip("the shared samples are not here")
    content = sample.read_bytes()
    assert all(each.passed for each in rules.validate(content))
    rules.close()
    assert all(each.passed for each in rules.validate(content))


@pytest.mark.parametrize(
    ("sample", "name"), [("factur-x-minimum", "MINIMUM"), ("factur-x-basicwl", "BASIC WL")]
)
def test_a_profile_below_the_norm_is_judged_as_what_it_says_it_is(
    rules: OfficialRules, sample: str, name: str
) -> None:
    pytest.importorskip("saxonche", reason="the rules need saxonche")
    path = shared_testdata(f"einvoicing/samples/akretion/{sample}.xml")
    outcomes = {each.name: each for each in rules.validate(path.read_bytes())}
    assert outcomes["XSD"].passed
    assert outcomes[name].passed
