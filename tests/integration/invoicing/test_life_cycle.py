"""The life cycle of the reform on real books: messages, notes by hand, receipts told."""

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from otc_desktop.adapters.einvoicing.cdar import CdarMessages
from otc_desktop.application.invoicing.correct_invoice import CorrectInvoice, correct_invoice
from otc_desktop.application.invoicing.create_invoice import CreateInvoice, create_invoice
from otc_desktop.application.invoicing.credit_invoice import CreditInvoice, credit_invoice
from otc_desktop.application.invoicing.export_statuses import ExportStatuses, export_statuses
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.invoicing.read_life_cycle import (
    LifeCycle,
    ReadLifeCycle,
    read_life_cycle,
)
from otc_desktop.application.invoicing.receive_status_message import (
    ReceiveStatusMessage,
    receive_status_message,
)
from otc_desktop.application.invoicing.record_status import RecordStatus, record_status
from otc_desktop.application.invoicing.tell_receipts import TellReceipts, tell_receipts
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.receipt_statuses import ToldReceipts
from otc_desktop.application.kernel.status_messages import TakenMessage
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.application.receivables.undo_allocation import UndoAllocation, undo_allocation
from otc_desktop.bootstrap import House
from otc_desktop.cli.listing import every_row
from otc_desktop.cli.parser import build_parser
from otc_desktop.domain.invoicing.lifecycle import StatusCode
from otc_desktop.domain.invoicing.status_message import (
    BUYER,
    PLATFORM,
    MessageParty,
    StatusDetail,
    StatusMessage,
    ToldStatus,
)
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from otc_desktop.domain.taxes.lines import LineNature
from tests.support.cdv_rules import broken_rules
from tests.support.line import issue, set_up
from tests.support.payments import pay
from tests.support.shared_data import shared_testdata

DAY = date(2026, 11, 20)
_NUMBER = "F2026-00001"
_SCHEMA = "einvoicing/validators/xsd/cdar-d22b/CrossDomainAcknowledgementAndResponse_100pD22B.xsd"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    opened = set_up(f"sqlite:///{tmp_path / 'books.db'}", tmp_path, DAY, vat_regime="mixed")
    yield opened
    opened.close()


def _message(
    code: str, *, number: str = _NUMBER, reason: str = "", day: int = 20, **other: object
) -> bytes:
    told = {
        "number": number,
        "type_code": "380",
        "issued_on": DAY,
        "seller_siren": "732829320",
        **other,
    }
    at = datetime.combine(date(2026, 11, day), time(10))
    message = StatusMessage(
        id=f"{number}_{code}_{day}",
        name="",
        written_at=at,
        at=at,
        sender=MessageParty(role=PLATFORM),
        issuer=MessageParty(role=BUYER),
        recipients=(MessageParty(role=PLATFORM),),
        told=(
            ToldStatus(
                code=StatusCode(code),
                details=(StatusDetail(reason=reason),) if reason else (),
                **told,  # type: ignore[arg-type]  # as each test says
            ),
        ),
    )
    return CdarMessages().write(message)


def _receive(house: House, content: bytes) -> TakenMessage:
    return house.use_cases.run(receive_status_message, ReceiveStatusMessage(content=content))


def _note(house: House, number: str, code: str, **more: str) -> None:
    house.use_cases.run(record_status, RecordStatus(number=number, code=code, **more))


def _tell(house: House) -> ToldReceipts:
    return house.use_cases.run(tell_receipts, TellReceipts())


def _life(house: House, number: str = _NUMBER) -> LifeCycle:
    return house.use_cases.run(read_life_cycle, ReadLifeCycle(number=number))


def _cashed(house: House, number: str = _NUMBER) -> list[list[tuple[str, str]]]:
    return [
        [(str(part.rate), str(part.amount.amount)) for part in each.amounts]
        for each in _life(house, number).history
        if each.code == "212"
    ]


def _mixed_invoice(house: House) -> str:
    """Services at 20 % (100.00) and goods at 5.5 % (33.33): 120.00 + 35.16 = 155.16."""
    lines = (
        LineInput(
            description="Étude",
            unit_price=Decimal("100.00"),
            vat_rate=Decimal(20),
            nature=LineNature.SERVICES,
        ),
        LineInput(description="Livre", unit_price=Decimal("33.33"), vat_rate=Decimal("5.5")),
    )
    draft = house.use_cases.run(create_invoice, CreateInvoice(customer="C0001", lines=lines))
    return house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=draft.id)).invoice.number


def _broken_checks(house: House) -> list[str]:
    return [
        each.name for each in house.queries.verification.run_checks(SilentTask()) if not each.ok
    ]


def test_a_message_is_kept_once_with_its_bytes(house: House) -> None:
    issue(house)
    content = _message("204")
    first, again = _receive(house, content), _receive(house, content)
    assert (first.is_duplicate, again.is_duplicate) == (False, True)
    (kept,) = _life(house).history
    assert (kept.code, kept.source) == ("204", "message")
    with house.engine.connect() as connection:
        stored = connection.execute(
            text("SELECT content FROM blob WHERE sha256 = :sha"), {"sha": kept.message_sha256}
        ).scalar_one()
    assert bytes(stored) == content
    # A copy under another name, as the State gets one, says nothing new.
    copied = content.replace(b"F2026-00001_204_20<", b"COPY-1<")
    assert copied != content
    assert _receive(house, copied).is_duplicate


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"number": "F2026-09999"}, "status.unknown_invoice"),
        ({"seller_siren": "552100554"}, "status.other_seller"),
        ({"issued_on": date(2026, 11, 19)}, "status.other_date"),
    ],
)
def test_a_message_of_another_invoice_is_refused(
    house: House, wrong: dict[str, object], code: str
) -> None:
    issue(house)
    number = str(wrong.pop("number", _NUMBER))
    with pytest.raises((NotFoundError, RuleError)) as refused:
        _receive(house, _message("204", number=number, **wrong))
    assert refused.value.code == code
    assert not _life(house).history


def test_a_late_message_keeps_its_date_and_changes_nothing_that_stands(house: House) -> None:
    issue(house)
    _receive(house, _message("205", day=22))
    _receive(house, _message("204", day=21))
    _receive(house, _message("203", day=24))
    life = _life(house)
    assert [each.code for each in life.history] == ["204", "205", "203"]
    assert life.present is not None
    assert life.present.code == "205"


def test_a_contested_invoice_gets_one_dispute_on_what_is_open(house: House) -> None:
    issue(house)
    _receive(house, _message("207", reason="PU_ERR"))
    _receive(house, _message("208", reason="JUSTIF_ABS", day=21))
    (dispute,) = every_row(house.queries.disputes, {})
    assert (dispute.reason, str(dispute.amount.amount)) == ("price", "120.00")


def test_receipts_are_told_by_rate_once_each_and_undone_exactly(
    database_url: str, tmp_path: Path
) -> None:
    house = set_up(database_url, tmp_path, DAY, vat_regime="mixed")
    number = _mixed_invoice(house)
    first = pay(house, tmp_path, {number: "50.00"}, name="P1")
    assert _tell(house) == ToldReceipts(statuses=0, invoices=0)  # no platform has it yet
    _note(house, number, "200")
    assert _tell(house) == ToldReceipts(statuses=1, invoices=1)
    assert _tell(house) == ToldReceipts(statuses=0, invoices=0)
    pay(house, tmp_path, {number: "105.16"}, name="P2")
    assert _tell(house).statuses == 1
    assert _cashed(house) == [
        [("20.00", "38.67"), ("5.50", "11.33")],
        [("20.00", "81.33"), ("5.50", "23.83")],
    ]
    life = _life(house)
    assert life.present is not None
    assert (life.present.code, life.present.is_partial) == ("212", False)
    assert all(each.is_own and each.is_bound for each in life.history if each.code == "212")
    house.use_cases.run(undo_allocation, UndoAllocation(allocation_id=first))
    assert _tell(house).statuses == 1
    told = _cashed(house)[-1]
    assert sum(Decimal(amount) for _, amount in told) == Decimal("-50.00")
    life = _life(house)
    assert life.present is not None
    assert life.present.is_partial
    assert not _broken_checks(house)
    house.close()


def test_a_credit_note_on_its_invoice_is_told_below_zero_beside_it(
    house: House, tmp_path: Path
) -> None:
    number = issue(house).invoice.number
    _note(house, number, "200")
    half = CreditInvoice(number=number, quantities={0: Decimal("0.5")})
    draft = house.use_cases.run(credit_invoice, half)
    credit = house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=draft.id)).invoice.number
    _note(house, credit, "200")
    pay(house, tmp_path, {number: "60.00"}, name="P1")
    _tell(house)
    assert sorted(_cashed(house, number)) == [[("20.00", "60.00")], [("20.00", "60.00")]]
    assert _cashed(house, credit) == [[("20.00", "-60.00")]]
    # Goods: the State gets nothing, the buyer does.
    assert not any(each.is_bound for each in _life(house, number).history)
    assert not _broken_checks(house)


def test_money_goes_over_from_an_invoice_to_the_one_that_replaces_it(
    house: House, tmp_path: Path
) -> None:
    number = issue(house).invoice.number
    _note(house, number, "200")
    pay(house, tmp_path, {number: "50.00"}, name="P1")
    _tell(house)
    draft = house.use_cases.run(correct_invoice, CorrectInvoice(number=number))
    new = house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=draft.id)).invoice.number
    assert [each.code for each in _life(house, number).history] == ["200", "212", "220"]
    _note(house, new, "200")
    _tell(house)
    assert _cashed(house, number) == [[("20.00", "50.00")], [("20.00", "-50.00")]]
    assert _cashed(house, new) == [[("20.00", "50.00")]]
    assert not _broken_checks(house)


def test_an_internal_credit_of_a_refused_invoice_is_no_money(house: House) -> None:
    number = issue(house).invoice.number
    _note(house, number, "200")
    _receive(house, _message("210", reason="TX_TVA_ERR"))
    draft = house.use_cases.run(credit_invoice, CreditInvoice(number=number))
    house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=draft.id))
    assert _tell(house).statuses == 0
    life = _life(house)
    assert life.present is not None
    assert life.present.code == "210"


def test_our_messages_are_valid_and_come_back_as_known(house: House, tmp_path: Path) -> None:
    number = _mixed_invoice(house)
    _note(house, number, "200")
    _note(house, number, "208", reason="JUSTIF_ABS")
    _note(house, number, "209", note="Bon de livraison joint")
    pay(house, tmp_path, {number: "50.00"}, name="P1")
    _tell(house)
    folder = tmp_path / "out"
    folder.mkdir()
    paths = house.use_cases.run(export_statuses, ExportStatuses(folder=folder))
    assert sorted(path.name.split("_")[0] for path in paths) == ["CDV-209", "CDV-212"]
    schema = etree.XMLSchema(etree.parse(str(shared_testdata(_SCHEMA))))
    for path in paths:
        content = path.read_bytes()
        schema.assertValid(etree.fromstring(content))
        assert not broken_rules(content)
        assert _receive(house, content).is_duplicate
    before = [path.read_bytes() for path in paths]
    again = house.use_cases.run(export_statuses, ExportStatuses(folder=folder))
    assert [path.read_bytes() for path in again] == before


def test_what_is_changed_behind_the_program_is_found(house: House, tmp_path: Path) -> None:
    number = issue(house).invoice.number
    _note(house, number, "200")
    pay(house, tmp_path, {number: "20.00"}, name="P1")
    _tell(house)
    with house.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER invoice_status_amount_update"))
        connection.execute(text("UPDATE invoice_status_amount SET amount_minor = 1999"))
        connection.execute(text("UPDATE invoice_lifecycle SET code = '205'"))
    assert {"cashed_equals_allocations", "statuses_stand"} <= set(_broken_checks(house))


def test_a_receipt_cannot_be_told_twice_of_an_invoice(house: House, tmp_path: Path) -> None:
    number = issue(house).invoice.number
    _note(house, number, "200")
    pay(house, tmp_path, {number: "20.00"}, name="P1")
    _tell(house)
    again = (
        "INSERT INTO invoice_status SELECT randomblob(16), invoice_id, code, at, source, is_own,"
        " is_bound, reasons, reason_text, note, action, allocation_id, 'other', 0,"
        " message_sha256, recorded_at, recorded_by FROM invoice_status WHERE code = '212'"
    )
    with pytest.raises(IntegrityError), house.engine.begin() as connection:
        connection.execute(text(again))


def test_the_console_notes_imports_tells_and_exports(house: House, tmp_path: Path) -> None:
    number = issue(house).invoice.number
    shown = _otc(house, "invoice", "status", number)
    assert (shown["status"], shown["history"]) == ("", [])
    shown = _otc(house, "invoice", "status", number, "--set", "200", "--on", "2026-11-20")
    assert (shown["status"], shown["name"]) == ("200", "Déposée")
    pay(house, tmp_path, {number: "20.00"}, name="P1")
    message, noise = tmp_path / "in.xml", tmp_path / "noise.xml"
    message.write_bytes(_message("210", reason="TX_TVA_ERR", number=number))
    noise.write_bytes(b"<x/>")
    out = tmp_path / "new" / "folder"
    answer = _otc(house, "invoice", "statuses", "--import", noise, message, "--export", out)
    assert [each["duplicate"] for each in answer["imported"]] == [False]
    assert [each["code"] for each in answer["errors"]] == ["status.not_a_message"]
    assert answer["exported"] == []  # refused before the receipt was told
    shown = _otc(house, "invoice", "status", number)
    assert (shown["status"], shown["advice"] != "") == ("210", True)
    [refused] = [each for each in shown["history"] if each["status"] == "210"]
    assert refused["reasons"] == [{"code": "TX_TVA_ERR", "name": "taux de TVA erroné"}]


def _otc(house: House, *words: str | Path) -> dict[str, Any]:
    options = build_parser().parse_args([str(word) for word in words])
    document: dict[str, Any] = options.command(house, options, SilentTask())
    return document
