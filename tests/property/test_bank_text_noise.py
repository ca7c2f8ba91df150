"""A damaged bank file is read or refused with a code; it never breaks the reader."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otc_desktop.adapters.bank_formats.registry import BankFormatRegistry
from otc_desktop.domain.shared.errors import InputFileError

CFONB = (
    b"0130006    00001EUR2 12345678901  010326" + b" " * 50 + b"0000000010000{" + b" " * 16 + b"\n"
    b"0430006    00001EUR2 1234567890105020326  020326VIR SEPA RECU"
    + b" "
    * 29
    + b"0000000012345FREF-CLIENT      \n"
    b"0530006    00001EUR2 1234567890105020326     NPYDUPONT" + b" " * 66 + b"\n"
    b"0730006    00001EUR2 12345678901  020326" + b" " * 50 + b"0000000022345F" + b" " * 16 + b"\n"
)
OFX = (
    b"OFXHEADER:100\r\n\r\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM>"
    b"<BANKID>30006<BRANCHID>00001<ACCTID>12345678901</BANKACCTFROM><BANKTRANLIST><STMTTRN>"
    b"<TRNTYPE>CREDIT<DTPOSTED>20260302<TRNAMT>12,34<FITID>A1<NAME>VIR</STMTTRN>"
    b"</BANKTRANLIST><LEDGERBAL><BALAMT>20.00<DTASOF>20260331</LEDGERBAL></STMTRS></STMTTRNRS>"
    b"</BANKMSGSRSV1></OFX>"
)
MT940 = (
    b":20:RELEVE\r\n:25:30003036200002021690733\r\n:28C:3/1\r\n:60F:C260301EUR100,00\r\n"
    b":61:2603020303CR1234,56NTRFNONREF//26061A0001\r\nVIR SEPA RECU\r\n"
    b":86:/AFB/05/NPY/DUPONT/LCC/FACT F2026-00412/EREF/F2026-\r\n00412\r\n"
    b":62F:C260302EUR1334,56\r\n-\r\n"
)
QIF = b"!Type:Bank\nD02/03/2026\nT-1 234,56\nNA1\nPVIR SEPA RECU\n^\n"
CSV = (
    "Compte n° 12345678901\r\nSolde au 02/03/2026 : 1 334,56 EUR\r\n\r\n"
    "Date;Date de valeur;Libellé;Débit;Crédit;Solde\r\n"
    '02/03/2026;02/03/2026;"VIR ""DUPONT""";;1 234,56;1 334,56\r\n'
).encode("cp1252")
SAMPLES = {"cfonb120": CFONB, "ofx": OFX, "mt940": MT940, "qif": QIF, "csv": CSV}


@st.composite
def damaged(draw: st.DrawFn, content: bytes) -> bytes:
    """The file with bytes changed, left out, doubled or cut off."""
    spoiled = bytearray(content)
    for _ in range(draw(st.integers(1, 4))):
        if not spoiled:
            break
        place = draw(st.integers(0, len(spoiled) - 1))
        what = draw(st.sampled_from(["change", "drop", "double", "cut"]))
        if what == "change":
            spoiled[place] = draw(st.integers(0, 255))
        elif what == "drop":
            del spoiled[place]
        elif what == "double":
            end = min(len(spoiled), place + draw(st.integers(1, 60)))
            spoiled[place:place] = spoiled[place:end]
        else:
            del spoiled[place:]
    return bytes(spoiled)


@pytest.mark.parametrize("name", SAMPLES)
def test_sample_when_whole_then_is_read(name: str) -> None:
    [statement] = BankFormatRegistry().read(SAMPLES[name], name=name)
    assert len(statement.entries) == 1


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=200)
@given(data=st.data())
def test_file_when_damaged_then_is_read_or_refused(name: str, data: st.DataObject) -> None:
    content = data.draw(damaged(SAMPLES[name]))
    try:
        statements = BankFormatRegistry().read(content, name=name, format=name)
    except InputFileError as refusal:
        assert refusal.code.startswith("bank_file.")
    else:
        assert statements


@pytest.mark.parametrize("name", SAMPLES)
@given(content=st.binary(max_size=400))
def test_noise_when_read_then_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(InputFileError):
        BankFormatRegistry().read(content, name=name, format=name)
