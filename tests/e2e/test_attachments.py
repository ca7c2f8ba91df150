"""Files from the console: attached, listed, refused, proved and kept in a copy of the books."""

from datetime import date
from pathlib import Path

import pytest

from otc_desktop.domain.attachments.attachment import LARGEST_BYTES
from tests.support.console import Console
from tests.support.line import issue, set_up

DAY = "2026-03-02"


@pytest.fixture
def otc(database_url: str, tmp_path: Path) -> Console:
    house = set_up(database_url, tmp_path, date.fromisoformat(DAY))
    issue(house, customer="C0001")
    house.close()
    return Console(database_url, tmp_path)


def test_files_are_attached_listed_and_proved(otc: Console, tmp_path: Path) -> None:
    proof = tmp_path / "Bon signé.pdf"
    proof.write_bytes(b"%PDF-1.4 signed")
    made = otc(DAY, "attach", "invoice", "F2026-00001", proof, "--note", "Livraison signée")
    assert made["file"] == "Bon signé.pdf"
    assert (made["kind"], made["number"], made["size"]) == ("invoice", "F2026-00001", 15)
    [listed] = otc(DAY, "attachments", "invoice", "F2026-00001")["attachments"]
    assert listed["sha256"] == made["sha256"]
    assert (listed["note"], listed["added_on"]) == ("Livraison signée", DAY)
    # A customer's list has the files of its documents, each with what it belongs to.
    [of_customer] = otc(DAY, "attachments", "customer", "C0001")["attachments"]
    assert (of_customer["kind"], of_customer["number"]) == ("invoice", "F2026-00001")
    assert otc(DAY, "attachments", "customer", "C0002")["attachments"] == []
    checks = {check["name"]: check["ok"] for check in otc(DAY, "verify")["checks"]}
    assert checks["attachments_kept"]
    assert otc.refused(DAY, "attach", "invoice", "F2026-00001", proof) == [
        "attachments.already_there"
    ]


def test_bad_file_or_thing_is_refused_in_words(otc: Console, tmp_path: Path) -> None:
    proof = tmp_path / "proof.txt"
    proof.write_text("x", encoding="utf-8")
    large = tmp_path / "large.bin"
    with large.open("wb") as sparse:
        sparse.truncate(LARGEST_BYTES + 1)
    missing = tmp_path / "missing.txt"
    for words, code in (
        (("attach", "invoice", "F2099-1", proof), "attachments.subject_not_found"),
        (("attach", "invoice", "F2026-00001", large), "attachments.too_large"),
        (("attach", "invoice", "F2026-00001", missing), "files.not_found"),
        (("attachments", "order", "nothing"), "attachments.subject_not_found"),
    ):
        assert otc.refused(DAY, *words) == [code]
    assert otc(DAY, "attachments", "invoice", "F2026-00001")["attachments"] == []
