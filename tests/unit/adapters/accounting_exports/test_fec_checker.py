"""The checker is proved on files whose verdicts are known before it judges ours."""

import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from tests.support.fec_checker import check_fec

REPOSITORY = Path(__file__).parents[4]
SAMPLES = REPOSITORY.parent / "shared" / "testdata" / "einvoicing" / "fec"
needs_samples = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="the shared test data is not on this machine"
)


def _verdicts() -> dict[str, dict[str, str]]:
    if not SAMPLES.is_dir():
        return {"absent": {}}
    verdicts: dict[str, dict[str, str]] = json.loads(
        (SAMPLES / "expected.json").read_text(encoding="utf-8")
    )
    return verdicts


@needs_samples
@pytest.mark.parametrize("name", sorted(_verdicts()))
def test_verdicts_on_the_samples(name: str) -> None:
    expected = _verdicts()[name]
    report = check_fec(SAMPLES / name)

    if expected["strict"] == "ok":
        assert report.faults == []
    else:
        found = [f"{topic} {detail}" for _, topic, detail in report.faults]
        assert found
        topic = expected["strict"].split()[0]
        if line := re.search(r"line (\d+)", expected["strict"]):
            assert int(line[1]) in {line for line, _, _ in report.faults}
            assert any(fault.startswith(topic) for fault in found)
        if "unbalanced by" in expected["strict"]:
            assert found == ["balance entry 3: 100.00"]
        if "file name" in expected["strict"]:
            assert [topic for _, topic, _ in report.faults] == ["file name"]
    if "debit" in expected:
        assert report.lines + 1 == int(expected["lines"])  # the header is counted there
        assert report.debit == Decimal(expected["debit"])
        assert report.credit == Decimal(expected["credit"])


@needs_samples
@pytest.mark.parametrize(
    ("change", "topic"),
    [
        (lambda text: text.replace("\t17\t", "\t18\t"), "EcritureNum"),
        (lambda text: text.replace("\t20260131\t\t\r\n", "\t\t\t\r\n", 1), "ValidDate"),
        (lambda text: text.replace("Facture F2026-00001", "Facture\tF2026-00001", 1), "fields"),
        (lambda text: text.replace("Facture F2026-00001", "Facture\nF2026-00001", 1), "fields"),
        (lambda text: text.replace("1200,00", "1 200,00", 1), "Debit"),
        (lambda text: text.replace("20260115", "2026-01-15", 1), "EcritureDate"),
        (lambda text: text.replace("JournalLib", "Journal", 1), "header"),
        (lambda text: text.replace("\r\n", "\r\n\r\n", 1).replace("\n\r\n", "\n\n"), "fields"),
        (lambda text: text[:-2], "line end"),
        (lambda text: "\ufeff" + text, "header"),
    ],
)
def test_faults_that_the_authority_s_tool_overlooks(
    change: Callable[[str], str], topic: str, tmp_path: Path
) -> None:
    sample = SAMPLES / "valid-tab-utf8" / "732829320FEC20261231.txt"
    path = tmp_path / sample.name
    path.write_bytes(change(sample.read_bytes().decode()).encode())

    assert topic in {topic for _, topic, _ in check_fec(path).faults}
