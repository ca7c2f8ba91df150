"""Names of files from outside are cleaned; what a system would run is known."""

import pytest

from otc_desktop.domain.attachments.file_names import (
    LONGEST_NAME,
    clean_file_name,
    is_executable,
    media_type_of,
)
from otc_desktop.domain.shared.errors import RuleError


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Bon de commande n° 12.pdf", "Bon de commande n° 12.pdf"),
        ("été.PDF", "été.PDF"),
        ("e\u0301te\u0301.pdf", "été.pdf"),  # as macOS writes it
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\system32\\facture.pdf", "facture.pdf"),
        ("a/b\\c.txt", "c.txt"),
        ("con", "_con"),
        ("CON.txt", "_CON.txt"),
        ("nul.tar.gz", "_nul.tar.gz"),
        ("lpt1 .pdf", "_lpt1.pdf"),
        ("console.pdf", "console.pdf"),
        ("facture\u202egpj.exe", "facturegpj.exe"),
        ("a\x00b\nc\u200bd.pdf", "ab cd.pdf"),
        ("flux:secret.txt", "flux_secret.txt"),
        ('<"|?*>.pdf', "______.pdf"),
        ("   double   espace .pdf", "double espace.pdf"),
        ("fin. . .", "fin"),
        (".gitignore", "gitignore"),
        ("--help", "--help"),
    ],
)
def test_name_is_cleaned(given: str, expected: str) -> None:
    assert clean_file_name(given) == expected


@pytest.mark.parametrize("given", ["", ".", "..", "/", "a/", "\x00", "   ", "...", "\u202e", "???"])
def test_name_of_nothing_is_refused(given: str) -> None:
    with pytest.raises(RuleError) as refusal:
        clean_file_name(given)
    assert refusal.value.code == "attachments.no_name"


def test_long_name_keeps_its_suffix() -> None:
    cleaned = clean_file_name("é" * 500 + ".pdf")
    assert cleaned.endswith("é.pdf")
    assert len(cleaned) <= LONGEST_NAME
    assert len(cleaned.encode()) <= 200


@pytest.mark.parametrize(
    "name",
    [
        "a.exe", "facture.pdf.exe", "A.BAT", "x.js", "x.lnk", "x.scr", "x.app", "x.vbs", "x.ps1",
        "x.jar", "x.sh", "x.desktop", "x.hta", "x.msi", "x.url", "x.html", "x.svg", "x.exe. ",
    ],
)  # fmt: skip
def test_what_a_system_would_run_is_executable(name: str) -> None:
    assert is_executable(name)


@pytest.mark.parametrize("name", ["a.pdf", "exe", "bat.pdf", "photo.jpg", "x.xlsx", "x.eml", "x"])
def test_documents_are_not_executable(name: str) -> None:
    assert not is_executable(name)


def test_media_type_is_what_the_name_promises() -> None:
    assert media_type_of("A.PDF") == "application/pdf"
    assert media_type_of("photo.jpeg") == "image/jpeg"
    assert media_type_of("unknown.xyz") == "application/octet-stream"
    assert media_type_of("nothing") == "application/octet-stream"
