"""Whatever bytes come in: statements or a refusal, never another exception."""

import zipfile
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st

from otc_desktop.adapters.bank_formats.registry import BankFormatRegistry
from otc_desktop.domain.banking.statement import check_statement
from otc_desktop.domain.shared.errors import InputFileError

# Two accounts, a batch, a return, a pending entry, all that the reader looks at.
SAMPLE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>'
    "<GrpHdr><CreDtTm>2026-03-31T22:10:05+02:00</CreDtTm></GrpHdr>"
    "<Stmt><Id>1</Id><FrToDt><ToDtTm>2026-03-31T00:00:00</ToDtTm></FrToDt>"
    "<Acct><Id><IBAN>FR7630004000310001001234559</IBAN></Id><Ccy>EUR</Ccy></Acct>"
    '<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">10.00</Amt>'
    "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-01</Dt></Dt></Bal>"
    "<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries></TtlNtries>"
    "<TtlCdtNtries><Sum>30.00</Sum></TtlCdtNtries></TxsSummry>"
    '<Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>'
    "<BookgDt><Dt>2026-03-02</Dt></BookgDt><AcctSvcrRef>A1</AcctSvcrRef>"
    "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd></Fmly></Domn></BkTxCd>"
    "<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>"
    '<TxDtls><Refs><EndToEndId>É1</EndToEndId></Refs><Amt Ccy="EUR">10.00</Amt></TxDtls>'
    '<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">20.00</Amt></TxAmt></AmtDtls>'
    "<RltdPties><Dbtr><Nm>Durand</Nm></Dbtr></RltdPties>"
    "<RmtInf><Ustrd>F2026-1</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"
    '<Ntry><Amt Ccy="EUR">5.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd>'
    "<ValDt><DtTm>2026-03-02T10:00:00Z</DtTm></ValDt><NtryDtls><TxDtls>"
    "<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>"
    '<Ntry><Amt Ccy="EUR">7.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>PDNG</Sts></Ntry>'
    "</Stmt></BkToCstmrStmt></Document>"
).encode()
TOKENS = [
    *(b"<Stmt>", b"</Stmt>", b"<Ntry>", b"</Ntry>", b"<Rpt/>", b"<Amt>", b"<TxDtls/>", b"<Bal/>"),
    *(b"NaN", b"1E400", b"-", b"9" * 18, b"9" * 400, b".", b"0000-00-00", b"9999-12-31", b"XXX"),
    *(b"&x;", b"&#0;", b"&#xD800;", b"<!--", b"<![CDATA[", b"]]>", b"<!DOCTYPE x>", b"<?p ?>"),
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xe9", b"\x81", b'encoding="x"'),
]
MAGICS = [b"", b"PK\x03\x04", b"PK\x05\x06", b"<Document><BkToCstmrStmt>", b"\xff\xfe<\x00", b"01"]


def read_or_refuse(content: bytes, *, format: str = "auto") -> None:
    try:
        statements = BankFormatRegistry().read(content, name="noise", format=format)
    except InputFileError as refusal:
        assert refusal.code.startswith("bank_file.")
        return
    assert statements
    for statement in statements:
        check_statement(statement)
        for entry in statement.entries:
            assert entry.payments
            assert entry.amount.currency.code == statement.currency


@given(magic=st.sampled_from(MAGICS), noise=st.binary(max_size=300))
def test_bytes_when_random_then_refused(magic: bytes, noise: bytes) -> None:
    read_or_refuse(magic + noise)
    read_or_refuse(magic + noise, format="camt")


@given(
    edits=st.lists(
        st.tuples(
            st.integers(0, len(SAMPLE) - 1),
            st.integers(0, 12),
            st.one_of(st.sampled_from(TOKENS), st.binary(max_size=3)),
        ),
        min_size=1,
        max_size=3,
    )
)
@settings(max_examples=300)
def test_statement_when_bytes_are_changed_then_read_or_refused(
    edits: list[tuple[int, int, bytes]],
) -> None:
    content = SAMPLE
    for at, removed, inserted in edits:
        content = content[:at] + inserted + content[at + removed :]

    read_or_refuse(content)


TEXTS = sorted({part.split(b"<")[0] for part in SAMPLE.split(b">") if part.split(b"<")[0].strip()})


@given(old=st.sampled_from(TEXTS), new=st.sampled_from([*TEXTS, *TOKENS, b""]))
@settings(max_examples=300)
def test_statement_when_a_value_is_another_then_read_or_refused(old: bytes, new: bytes) -> None:
    read_or_refuse(SAMPLE.replace(b">" + old + b"<", b">" + new + b"<"))


@given(at=st.integers(0, len(SAMPLE) + 200), noise=st.binary(min_size=1, max_size=3))
def test_archive_when_bytes_are_changed_then_read_or_refused(at: int, noise: bytes) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("1.xml", SAMPLE)
        packed.writestr("2.xml", SAMPLE)
    content = stream.getvalue()
    at %= len(content)

    read_or_refuse(content[:at] + noise + content[at + len(noise) :])
