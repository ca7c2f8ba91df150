"""What the camt reader makes of single elements, dialects and attacks."""

from datetime import date
from decimal import Decimal

import pytest

from otc_desktop.adapters.bank_formats.camt import read_camt
from otc_desktop.domain.banking.statement import ParsedEntry, ParsedStatement, check_statement
from otc_desktop.domain.shared.errors import InputFileError

ACCOUNT = "FR7630004000310001001234559"
ENTRY = (
    '<Ntry><Amt Ccy="EUR">120.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>'
    "<BookgDt><Dt>2026-03-02</Dt></BookgDt>{rest}</Ntry>"
)
OPENING = (
    '<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">10.00</Amt>'
    "<CdtDbtInd>DBIT</CdtDbtInd><Dt><Dt>2026-03-01</Dt></Dt></Bal>"
)


def a_file(*parts: str, currency: str = "<Ccy>EUR</Ccy>") -> str:
    account = f"<Acct><Id><IBAN>{ACCOUNT}</IBAN></Id>{currency}</Acct>"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>'
        f"<Stmt><Id>7</Id>{account}{''.join(parts)}</Stmt></BkToCstmrStmt></Document>"
    )


def read(document: str) -> ParsedStatement:
    (statement,) = read_camt(document.encode())
    return statement


def read_entry(rest: str = "") -> ParsedEntry:
    return read(a_file(ENTRY.format(rest=rest))).entries[0]


def details(inner: str) -> str:
    return f"<NtryDtls><TxDtls>{inner}</TxDtls></NtryDtls>"


def code_of(document: str | bytes) -> tuple[str, int | None]:
    with pytest.raises(InputFileError) as refusal:
        read_camt(document if isinstance(document, bytes) else document.encode())
    return refusal.value.code, refusal.value.line


@pytest.mark.parametrize(
    "amount", ["NaN", "Infinity", "1e3", "3.7259E2", "-5.00", "1,50", "", "1 000", "12.345", "0x1"]
)
def test_amount_when_not_plain_digits_on_the_grid_then_refused(amount: str) -> None:
    document = a_file("\n", ENTRY.format(rest="").replace("120.50", amount))

    assert code_of(document) == ("bank_file.bad_amount", 3)


def test_amount_when_trailing_zeros_exceed_the_grid_then_exact() -> None:
    statement = read(a_file(ENTRY.format(rest="").replace("120.50", "120.50000")))

    assert statement.entries[0].amount.amount == Decimal("120.50")


def test_amount_when_a_comment_or_cdata_splits_it_then_read_whole() -> None:
    split = ENTRY.format(rest="").replace("120.50", "1<!-- x -->20<?p?>.<![CDATA[5]]>0")

    assert read(a_file(split)).entries[0].amount.amount == Decimal("120.50")


def test_amount_when_an_element_stands_inside_then_refused() -> None:
    hidden = ENTRY.format(rest="").replace("120.50", "120<b>0</b>.50")

    assert code_of(a_file(hidden))[0] == "bank_file.bad_amount"


def test_amount_when_currency_has_no_decimals_then_decimals_are_refused() -> None:
    yen = a_file(ENTRY.format(rest="").replace("EUR", "JPY"), currency="")

    assert code_of(yen)[0] == "bank_file.bad_amount"
    assert read(yen.replace("120.50", "120")).entries[0].amount.minor == 120


def test_amounts_when_their_sum_cannot_be_stored_then_refused() -> None:
    huge = ENTRY.format(rest="").replace("120.50", "9999999999999999.99")

    assert code_of(a_file(huge * 10))[0] == "bank_file.sum_too_large"


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "02/03/2026", "2026-3-2", "tomorrow"])
def test_date_when_it_does_not_exist_then_refused(day: str) -> None:
    document = a_file(ENTRY.format(rest="").replace("2026-03-02", day))

    assert code_of(document)[0] == "bank_file.bad_date"


@pytest.mark.parametrize(
    "written",
    [
        "<Dt>2026-03-02+02:00</Dt>",
        "<Dt>2026-03-02Z</Dt>",
        "<DtTm>2026-03-02T23:30:00-05:00</DtTm>",
        "<DtTm>2026-03-02T00:10:00.123+02:00</DtTm>",
    ],
)
def test_date_when_it_has_a_time_zone_then_the_day_as_written(written: str) -> None:
    document = a_file(ENTRY.format(rest="").replace("<Dt>2026-03-02</Dt>", written))

    assert read(document).entries[0].booked_on == date(2026, 3, 2)


def test_entry_when_it_has_no_dates_then_that_of_the_closing_balance() -> None:
    closing = OPENING.replace("OPBD", "CLBD").replace("2026-03-01", "2026-03-31")
    bare = ENTRY.format(rest="").replace("<BookgDt><Dt>2026-03-02</Dt></BookgDt>", "")

    entry = read(a_file(closing, bare)).entries[0]

    assert (entry.booked_on, entry.value_on) == (date(2026, 3, 31), date(2026, 3, 31))


def test_entry_when_no_date_stands_anywhere_then_refused() -> None:
    bare = ENTRY.format(rest="").replace("<BookgDt><Dt>2026-03-02</Dt></BookgDt>", "")

    assert code_of(a_file(bare)) == ("bank_file.missing", 2)


@pytest.mark.parametrize(
    "status", ["<Sts>PDNG</Sts>", "<Sts><Cd>PDNG</Cd></Sts>", "<Sts>INFO</Sts>"]
)
def test_entry_when_not_booked_then_only_counted(status: str) -> None:
    pending = ENTRY.format(rest="").replace("<Sts>BOOK</Sts>", status)

    statement = read(a_file(pending, ENTRY.format(rest="")))

    assert (len(statement.entries), statement.pending, statement.findings) == (1, 1, ())


def test_entry_when_status_is_unknown_then_not_booked_but_said() -> None:
    statement = read(a_file(ENTRY.format(rest="").replace("BOOK", "MAYBE")))

    assert statement.entries == ()
    assert [finding.code for finding in statement.findings] == ["bank_file.unknown_entry_status"]


def test_entry_when_reversed_then_the_sign_is_not_flipped_again() -> None:
    reversal = ENTRY.format(rest="").replace(
        "CRDT</CdtDbtInd>", "DBIT</CdtDbtInd><RvslInd>true</RvslInd>"
    )

    assert read(a_file(reversal)).entries[0].amount.amount == Decimal("-120.50")


def test_entry_when_direction_is_missing_then_refused() -> None:
    document = a_file(ENTRY.format(rest="").replace("<CdtDbtInd>CRDT</CdtDbtInd>", ""))

    assert code_of(document)[0] == "bank_file.bad_direction"


def test_balance_when_direction_is_missing_then_in_credit() -> None:
    assert str(read(a_file(OPENING)).opening) == "-10.00 EUR"
    undirected = OPENING.replace("<CdtDbtInd>DBIT</CdtDbtInd>", "")
    assert str(read(a_file(undirected)).opening) == "10.00 EUR"


def test_balance_when_in_another_currency_then_warned() -> None:
    statement = read(a_file(OPENING.replace('"EUR"', '"SEK"')))

    assert [finding.code for finding in statement.findings] == [
        "bank_file.balance_in_other_currency"
    ]


def test_entries_when_not_in_the_account_s_currency_then_refused() -> None:
    document = a_file(ENTRY.format(rest="").replace("EUR", "USD"))

    assert code_of(document)[0] == "bank_file.mixed_currencies"


def test_payment_when_credited_then_the_debtor_is_the_counterparty() -> None:
    payment = read_entry(
        details(
            "<Refs><EndToEndId>NOTPROVIDED</EndToEndId><AcctSvcrRef>B1</AcctSvcrRef></Refs>"
            "<RltdPties><Dbtr><Pty><Nm>Élan SARL</Nm></Pty></Dbtr>"
            "<DbtrAcct><Id><IBAN>FR12</IBAN></Id></DbtrAcct>"
            "<Cdtr><Nm>Us</Nm></Cdtr></RltdPties>"
            "<RmtInf><Ustrd>Facture</Ustrd><Ustrd>F2026-1</Ustrd><Strd>"
            "<RfrdDocInf><Nb>F2026-1</Nb></RfrdDocInf><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf>"
            "</Strd></RmtInf>"
        )
        + "<AcctSvcrRef>E1</AcctSvcrRef><AddtlNtryInf>VIR RECU</AddtlNtryInf>"
    ).payments[0]

    assert payment.counterparty == "Élan SARL"
    assert payment.counterparty_account == "FR12"
    assert payment.label == "Facture F2026-1"
    assert payment.structured_reference == "F2026-1 RF18"
    assert payment.end_to_end_id == ""
    assert payment.bank_reference == "B1"


def test_payment_when_name_is_only_ultimate_and_text_only_additional_then_those() -> None:
    entry = read_entry(
        details(
            "<RltdPties><UltmtDbtr><Nm>Payer</Nm></UltmtDbtr></RltdPties>"
            "<AddtlTxInf>their words</AddtlTxInf>"
        )
        + "<AcctSvcrRef>E1</AcctSvcrRef>"
    )

    assert entry.payments[0].counterparty == "Payer"
    assert (entry.label, entry.payments[0].bank_reference) == ("their words", "E1")


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        ("<Dbtr><Nm>Customer</Nm></Dbtr><Cdtr><Nm>Us</Nm></Cdtr>", "Customer"),
        ("<Cdtr><Nm>Customer</Nm></Cdtr>", "Customer"),
        (
            f"<Dbtr><Nm>Us</Nm></Dbtr><DbtrAcct><Id><IBAN>{ACCOUNT}</IBAN></Id></DbtrAcct>"
            "<Cdtr><Nm>Customer</Nm></Cdtr>",
            "Customer",
        ),
    ],
)
def test_returned_collection_when_debited_then_the_customer_is_the_counterparty(
    parties: str, expected: str
) -> None:
    returned = details(f"<RltdPties>{parties}</RltdPties><RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>")
    document = a_file(ENTRY.format(rest=returned).replace("CRDT", "DBIT"))

    (payment,) = read(document).entries[0].payments

    assert (payment.counterparty, payment.return_reason) == (expected, "AM04")


def test_batch_when_details_have_amounts_then_signed_and_compared() -> None:
    batch = (
        "<NtryDtls><Btch><NbOfTxs>3</NbOfTxs></Btch>"
        '<TxDtls><Amt Ccy="EUR">200.50</Amt></TxDtls>'
        '<TxDtls><AmtDtls><InstdAmt><Amt Ccy="CHF">75</Amt></InstdAmt>'
        '<TxAmt><Amt Ccy="EUR">80.00</Amt></TxAmt></AmtDtls>'
        "<CdtDbtInd>DBIT</CdtDbtInd></TxDtls></NtryDtls>"
    )
    statement = read(a_file(ENTRY.format(rest=batch)))

    (entry,) = statement.entries
    assert [str(payment.amount) for payment in entry.payments] == ["200.50 EUR", "-80.00 EUR"]
    assert entry.payment_count == 3
    assert statement.findings == ()
    wrong = read(a_file(ENTRY.format(rest=batch.replace("200.50", "200.51"))))
    assert [finding.code for finding in wrong.findings] == ["bank_file.details_disagree"]


def test_batch_when_it_lists_no_details_then_one_payment_and_the_bank_s_count() -> None:
    entry = read_entry("<NtryDtls><Btch><NbOfTxs>6</NbOfTxs></Btch></NtryDtls>")

    assert (len(entry.payments), entry.payment_count) == (1, 6)
    assert entry.payments[0].amount == entry.amount


def test_single_payment_when_charges_were_kept_then_what_moved_without_a_warning() -> None:
    net = details(
        '<AmtDtls><TxAmt><Amt Ccy="EUR">123.50</Amt></TxAmt></AmtDtls>'
        '<Chrgs><Amt Ccy="EUR">3.00</Amt></Chrgs>'
    )
    statement = read(a_file(ENTRY.format(rest=net)))

    assert statement.entries[0].payments[0].amount == statement.entries[0].amount
    assert statement.findings == ()


def test_summary_when_it_counts_otherwise_then_warned() -> None:
    summary = (
        "<TxsSummry><TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>{sum}</Sum></TtlCdtNtries>"
        "</TxsSummry>"
    )

    assert read(a_file(summary.format(sum="120.5"), ENTRY.format(rest=""))).findings == ()
    wrong = read(a_file(summary.format(sum="-120.50"), ENTRY.format(rest="")))
    assert [finding.code for finding in wrong.findings] == ["bank_file.summary_disagrees"]


def test_transaction_code_when_only_proprietary_then_that() -> None:
    family = "<Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly>"
    domain = f"<BkTxCd><Domn><Cd>PMNT</Cd>{family}</Domn><Prtry><Cd>05</Cd></Prtry></BkTxCd>"

    assert read_entry(domain).transaction_code == "PMNT/RCDT/ESCT"
    assert read_entry("<BkTxCd><Prtry><Cd>05</Cd></Prtry></BkTxCd>").transaction_code == "05"
    assert (
        read_entry(
            "<BkTxCd/>" + details("<BkTxCd><Prtry><Cd>B3</Cd></Prtry></BkTxCd>")
        ).transaction_code
        == "B3"
    )


def test_balances_when_the_sum_disagrees_then_check_says_by_how_much() -> None:
    closing = OPENING.replace("OPBD", "CLBD")

    (finding,) = check_statement(read(a_file(OPENING, closing, ENTRY.format(rest=""))))

    assert (finding.code, str(finding.params["difference"])) == (
        "banking.balance_mismatch",
        "-120.50 EUR",
    )


DTD = '<!DOCTYPE Document [<!ENTITY x SYSTEM "canary.txt">]>'


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_document_type_when_in_any_encoding_then_refused(encoding: str) -> None:
    body = a_file(ENTRY.format(rest="")).split("\n", 1)[1]

    assert code_of((DTD + body).encode(encoding))[0] == "bank_file.dtd_forbidden"
    assert len(read_camt(body.encode(encoding))[0].entries) == 1


def test_encoding_when_it_could_hide_a_document_type_then_refused() -> None:
    hidden = a_file().replace("UTF-8", "UTF-7").encode()

    assert code_of(hidden)[0] == "bank_file.unknown_encoding"


def test_encoding_when_latin_1_means_windows_1252_then_read_as_meant() -> None:
    document = a_file(ENTRY.format(rest="<AddtlNtryInf>Cœur 5 €</AddtlNtryInf>"))
    content = document.replace("UTF-8", "ISO-8859-1").encode("cp1252")

    (statement,) = read_camt(content)

    assert (statement.entries[0].label, statement.findings) == ("Cœur 5 €", ())


def test_encoding_when_utf_8_is_mixed_with_something_else_then_refused() -> None:
    document = a_file("\n", ENTRY.format(rest="<AddtlNtryInf>é@</AddtlNtryInf>")).encode()

    assert code_of(document.replace(b"@", b"\xe9")) == ("bank_file.bad_encoding", 3)


def test_depth_when_absurd_then_refused() -> None:
    deep = "<a>" * 40_000 + "</a>" * 40_000

    assert code_of(a_file(deep))[0] == "bank_file.too_deep"


def test_file_when_cut_anywhere_then_refused() -> None:
    document = a_file(OPENING, ENTRY.format(rest=details("<Refs/>"))).encode()

    for length in range(len(document) - 1):
        with pytest.raises(InputFileError):
            read_camt(document[:length])


def test_message_when_it_holds_no_statement_then_refused() -> None:
    assert code_of("<Document><BkToCstmrStmt/></Document>")[0] == "bank_file.no_statement"


def test_entry_when_outside_a_statement_then_refused() -> None:
    document = f"<Document><BkToCstmrStmt>{ENTRY.format(rest='')}</BkToCstmrStmt></Document>"

    assert code_of(document)[0] == "bank_file.truncated_or_damaged"


def test_account_when_missing_then_refused() -> None:
    document = a_file(ENTRY.format(rest="")).replace(ACCOUNT, "")

    assert code_of(document)[0] == "bank_file.missing"
