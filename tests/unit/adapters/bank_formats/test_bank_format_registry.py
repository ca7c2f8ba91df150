"""The registry chooses readers by content, opens archives and caps sizes."""

import zipfile
from io import BytesIO

import pytest

from otc_desktop.adapters.bank_formats import archive, registry
from otc_desktop.adapters.bank_formats.registry import BankFormatRegistry
from otc_desktop.application.kernel.ports import BankFormats
from otc_desktop.domain.shared.errors import InputFileError

CAMT = (
    b"<Document><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>FR76</IBAN></Id><Ccy>EUR</Ccy>"
    b"</Acct></Stmt></BkToCstmrStmt></Document>"
)


def a_zip(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as packed:
        for name, data in members:
            packed.writestr(name, data)
    return stream.getvalue()


def refusal_of(content: bytes, *, format: str = "auto") -> InputFileError:
    formats: BankFormats = BankFormatRegistry()
    with pytest.raises(InputFileError) as refusal:
        formats.read(content, name="releve.dat", format=format)
    return refusal.value


def test_archive_when_it_holds_statements_then_all_are_read() -> None:
    content = a_zip(("a/1.xml", CAMT), ("__MACOSX/._1.xml", b"\x00"), ("2.xml", CAMT))

    assert len(BankFormatRegistry().read(content, name="x.zip")) == 2


def test_archive_when_one_member_is_bad_then_nothing_and_the_member_is_named() -> None:
    refusal = refusal_of(a_zip(("1.xml", CAMT), ("2.xml", CAMT[:-20])))

    assert refusal.code == "bank_file.truncated_or_damaged"
    assert (refusal.params["member"], refusal.params["file"]) == ("2.xml", "releve.dat")


@pytest.mark.parametrize("name", ["../x.xml", "/x.xml", "a/../../x.xml", "..\\x.xml", "C:\\x.xml"])
def test_archive_when_a_name_points_outside_then_refused(name: str) -> None:
    refusal = refusal_of(a_zip(("1.xml", CAMT), (name, CAMT)))

    assert refusal.code == "bank_file.archive_unsafe_name"


def test_archive_when_it_expands_beyond_the_limit_then_refused() -> None:
    bomb = a_zip(("1.xml", CAMT + b" " * (registry.LARGEST_FILE)))

    assert len(bomb) < 200_000
    assert refusal_of(bomb).code == "bank_file.too_large"


def test_archive_when_damaged_or_nested_or_empty_then_refused() -> None:
    good = a_zip(("1.xml", CAMT), method=zipfile.ZIP_STORED)

    assert refusal_of(good[:-30]).code == "bank_file.archive_damaged"
    assert refusal_of(good.replace(b"FR76", b"FR77")).code == "bank_file.archive_damaged"
    assert refusal_of(a_zip(("1.zip", good))).code == "bank_file.not_supported_yet"
    assert refusal_of(a_zip()).code == "bank_file.empty"
    lzma = a_zip(("1.xml", CAMT), method=zipfile.ZIP_LZMA)
    assert refusal_of(lzma).code == "bank_file.archive_damaged"


def test_archive_when_it_has_too_many_members_then_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archive, "_MOST_MEMBERS", 2)

    assert refusal_of(a_zip(*((f"{n}.xml", CAMT) for n in range(3)))).code == "bank_file.too_large"


def test_file_when_larger_than_the_limit_then_refused_unread() -> None:
    assert refusal_of(b"<" * (registry.LARGEST_FILE + 1)).code == "bank_file.too_large"


@pytest.mark.parametrize(
    ("content", "code", "kind"),
    [
        (b"", "bank_file.empty", None),
        (b" \r\n\t", "bank_file.empty", None),
        (b"!Type:Cat\nNfees\n^\n", "bank_file.no_statement", None),
        (b"Jour;Texte;Somme\n01/02/2026;X;1,00\n", "bank_file.mapping_needed", None),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "bank_file.not_supported_yet", "xls"),
        (b"%PDF-1.7", "bank_file.not_a_statement", "pdf"),
        (b"<!DOCTYPE html><html>", "bank_file.not_a_statement", "html"),
        (b'<Document xmlns="urn:x:pain.008.001.02"/>', "bank_file.not_a_statement", "pain"),
        (b"<Other/>", "bank_file.unknown_format", None),
        (b"a letter to the bank", "bank_file.unknown_format", None),
    ],
)
def test_file_when_not_camt_then_refused_by_what_it_is(
    content: bytes, code: str, kind: str | None
) -> None:
    refusal = refusal_of(content)

    assert (refusal.code, refusal.params.get("format")) == (code, kind)


def test_format_when_insisted_on_then_content_is_not_asked() -> None:
    plain = CAMT.replace(b"BkToCstmrStmt", b"Renamed")

    assert refusal_of(plain).code == "bank_file.unknown_format"
    assert refusal_of(plain, format="camt.053").code == "bank_file.truncated_or_damaged"
    assert refusal_of(CAMT, format="qif").code == "bank_file.no_statement"
    assert len(BankFormatRegistry().read(CAMT, name="x", format="CAMT")) == 1
