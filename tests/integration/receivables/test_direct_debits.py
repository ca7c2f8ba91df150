"""SEPA direct debits: from the signed mandate to the bank's credit, and what comes back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
import sepaxml
from lxml import etree
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from otc_desktop.application.banking.import_statement import ImportStatement, import_statement
from otc_desktop.application.customers.import_customers import (
    ImportCustomers,
    import_customers,
)
from otc_desktop.application.direct_debits.collections import (
    CancelCollection,
    HandOver,
    PrepareCollection,
    Prepared,
    WriteDebitFile,
    cancel_collection,
    hand_over,
    prepare_collection,
    write_debit_file,
)
from otc_desktop.application.direct_debits.mandates import (
    ReleaseMandate,
    RevokeMandate,
    SetCreditor,
    SignMandate,
    release_mandate,
    revoke_mandate,
    set_creditor,
    sign_mandate,
)
from otc_desktop.application.direct_debits.notices import PayersTold, TellPayers, tell_payers
from otc_desktop.application.direct_debits.refunds import (
    CancelRefunds,
    OrderRefunds,
    TakePaidRefunds,
    WriteRefundFile,
    cancel_refunds,
    order_refunds,
    take_paid_refunds,
    write_refund_file,
)
from otc_desktop.application.dunning.plan_reminders import PlanReminders, plan_reminders_for
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.application.receivables.credit_slips import MatchSlips, match_waiting_slips
from otc_desktop.application.receivables.deposit_slips import WithdrawSlip, withdraw_slip
from otc_desktop.application.receivables.put_on_account import PutOnAccount, put_on_account
from otc_desktop.application.receivables.returned_debits import (
    ReturnedDebits,
    TakeReturnedDebits,
    take_returned_debits,
)
from otc_desktop.bootstrap import House
from otc_desktop.domain.direct_debits.collection import Collection
from otc_desktop.domain.direct_debits.mandate import Mandate
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.ids import BankTransactionId
from otc_desktop.persistence.tables.banking import bank_transaction
from tests.support.company_files import Movement, write_statement
from tests.support.line import house_on, issue, set_up

DAY = date(2026, 11, 20)
COLLECT_ON = date(2026, 12, 21)
ICS = "FR72ZZZ123456"
IBAN = "FR7630004000031234567890143"
OTHER_IBAN = "FR7630001007941234567890185"
SCHEMA = Path(sepaxml.__file__).parent / "schemas" / "pain.008.001.08.xsd"


@dataclass
class Desk:
    """A company that collects from its customers."""

    url: str
    folder: Path
    houses: list[House] = field(default_factory=list)

    @property
    def house(self) -> House:
        return self.houses[-1]

    def on(self, day: date) -> None:
        self.houses.append(house_on(self.url, day))

    def sign(self, customer: str = "C0001", iban: str = IBAN) -> Mandate:
        command = SignMandate(customer=customer, signed_on=date(2026, 11, 2), iban=iban)
        return self.house.use_cases.run(sign_mandate, command)

    def prepare(self, collect_on: date = COLLECT_ON) -> Prepared:
        return self.house.use_cases.run(
            prepare_collection, PrepareCollection(collect_on=collect_on, due_by=collect_on)
        )

    def tell(self, collection: Collection) -> PayersTold:
        return self.house.use_cases.run(tell_payers, TellPayers(number=collection.number))

    def send(self, collection: Collection, *, told: bool = True) -> Path:
        path = self.folder / f"{collection.number}.xml"
        command = HandOver(number=collection.number, path=path, told_otherwise=told)
        self.house.use_cases.run(hand_over, command)
        return path

    def bank(self, day: date, *movements: Movement) -> None:
        count = len(list(self.folder.glob("L*.xml")))
        path = self.folder / f"L{count}.xml"
        write_statement(path, movements, day=day.isoformat(), name=f"L{count}")
        self.house.use_cases.run(import_statement, ImportStatement(path=path))

    def returned(self) -> ReturnedDebits:
        return self.house.use_cases.run(take_returned_debits, TakeReturnedDebits())

    def one(self, query: str) -> object:
        with self.house.engine.connect() as connection:
            return connection.execute(text(query)).scalar_one()

    def balance(self, account: str) -> int:
        found = self.one(
            "SELECT coalesce(sum(debit_minor) - sum(credit_minor), 0) FROM journal_line"
            f" WHERE account = '{account}'"
        )
        return int(str(found))

    def refusal(self, use_case: object, command: object) -> str:
        with pytest.raises(OtcError) as refused:
            self.house.use_cases.run(use_case, command)  # type: ignore[arg-type]
        return refused.value.code

    def prove(self) -> None:
        checks = self.house.queries.verification.run_checks(SilentTask())
        assert [check for check in checks if not check.ok] == []


def desk_of(url: str, folder: Path, vat_regime: str = "debits") -> Desk:
    desk = Desk(url, folder)
    desk.houses.append(set_up(url, folder, DAY, vat_regime=vat_regime))
    desk.house.use_cases.run(set_creditor, SetCreditor(ics=ICS))
    return desk


@pytest.fixture
def desk(database_url: str, tmp_path: Path) -> Iterator[Desk]:
    made = desk_of(database_url, tmp_path)
    yield made
    for house in made.houses:
        house.close()


@pytest.fixture
def receipts_desk(tmp_path: Path) -> Iterator[Desk]:
    made = desk_of(f"sqlite:///{tmp_path / 'books.db'}", tmp_path, "receipts")
    yield made
    for house in made.houses:
        house.close()


def test_a_collection_is_told_handed_over_credited_and_one_debit_comes_back(desk: Desk) -> None:
    mandate = desk.sign()
    first, second = (issue(desk.house, price=price).invoice.number for price in ("100.00", "50.00"))
    other = issue(desk.house, customer="C0002", price="10.00").invoice.number
    prepared = desk.prepare()
    [collection] = prepared.collections
    [debit] = collection.debits
    assert (collection.number, debit.end_to_end_id) == ("PRL-2026-0001", "PRL-2026-0001-001")
    assert str(debit.amount.amount) == "180.00"
    assert other not in {each.number for each in prepared.withheld}  # nobody asked its customer
    assert desk.refusal(prepare_collection, PrepareCollection(collect_on=COLLECT_ON)) == (
        "direct_debits.nothing_to_collect"
    )
    path = desk.folder / "early.xml"
    assert desk.refusal(hand_over, HandOver(number=collection.number, path=path)) == (
        "direct_debits.not_told"
    )
    assert not path.exists()
    told, again = desk.tell(collection), desk.tell(collection)
    assert (told.told, again.told, again.before) == (1, 0, 1)

    file = desk.send(collection, told=False)
    content = etree.parse(file)
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(content)
    flat = " ".join("".join(content.getroot().itertext()).split())
    for word in (ICS, mandate.rum, IBAN, "RCUR", "CORE", "180.00", first, second, "2026-12-21"):
        assert word in flat
    once_more = desk.folder / "again.xml"
    desk.house.use_cases.run(
        write_debit_file, WriteDebitFile(number=collection.number, path=once_more)
    )
    assert once_more.read_bytes() == file.read_bytes()
    assert desk.one(f"SELECT open_minor FROM open_item WHERE number = '{first}'") == 0
    assert desk.balance("511600") == 18_000
    desk.prove()
    with pytest.raises(DBAPIError, match="otc:immutable"), desk.house.engine.begin() as bare:
        bare.execute(text("UPDATE debit_collection SET status = 'cancelled'"))
    code = desk.refusal(withdraw_slip, WithdrawSlip(number=collection.number))
    assert code == "receivables.slip_is_collection"

    desk.on(COLLECT_ON)
    desk.bank(COLLECT_ON, Movement(amount="180.00", label="PRLV SEPA PRL-2026-0001"))
    matched = desk.house.use_cases.run(match_waiting_slips, MatchSlips(post=True))
    assert len(matched.sure) == 1
    assert (desk.balance("511600"), desk.balance("512000")) == (0, 18_000)
    desk.prove()

    desk.on(date(2026, 12, 28))
    back = Movement(
        amount="-195.00",
        label="REJET PRLV",
        end_to_end=debit.end_to_end_id,
        return_code="AC04",
    )
    desk.bank(date(2026, 12, 28), back)
    assert [paper.return_reason for paper in desk.returned().returned] == ["AC04"]
    assert desk.returned().returned == []
    assert desk.one(f"SELECT open_minor FROM open_item WHERE number = '{first}'") == 12_000
    assert (desk.balance("511600"), desk.balance("512000")) == (0, -1_500)
    desk.prove()
    left_out = desk.house.use_cases.run(
        prepare_collection, PrepareCollection(collect_on=date(2027, 1, 12), dry=True)
    )
    assert {each.reason for each in left_out.withheld} == {"mandate_blocked"}
    desk.house.use_cases.run(release_mandate, ReleaseMandate(rum=mandate.rum, iban=OTHER_IBAN))
    [again_due] = desk.prepare(date(2027, 1, 12)).collections
    assert again_due.number == "PRL-2026-0002"
    assert len(again_due.debits[0].parts) == 2


def test_vat_on_receipts_is_due_when_the_bank_credits(receipts_desk: Desk) -> None:
    desk = receipts_desk
    desk.sign()
    issue(desk.house)
    [collection] = desk.prepare().collections
    desk.send(collection)
    assert (desk.balance("445840"), desk.balance("445710")) == (-2_000, 0)
    desk.on(COLLECT_ON)
    desk.bank(COLLECT_ON, Movement(amount="120.00", label="PRLV SEPA PRL-2026-0001"))
    desk.house.use_cases.run(match_waiting_slips, MatchSlips(post=True))
    assert (desk.balance("445840"), desk.balance("445710")) == (0, -2_000)
    desk.prove()


def test_a_collection_given_up_frees_its_claims_before_and_after_the_file(desk: Desk) -> None:
    desk.sign()
    number = issue(desk.house).invoice.number
    for attempt in range(2):
        [collection] = desk.prepare().collections
        if attempt:
            desk.send(collection)
        desk.house.use_cases.run(cancel_collection, CancelCollection(number=collection.number))
        assert desk.one(f"SELECT open_minor FROM open_item WHERE number = '{number}'") == 12_000
        assert desk.balance("511600") == 0
        desk.prove()
    assert desk.prepare().collections[0].number == "PRL-2026-0003"


def test_what_will_be_debited_is_not_chased(receipts_desk: Desk) -> None:
    desk = receipts_desk
    desk.sign()
    number = issue(desk.house).invoice.number
    collect_on = date(2027, 1, 12)
    desk.on(date(2026, 12, 22))
    plan = desk.house.use_cases.run(plan_reminders_for, PlanReminders())
    assert [each.item.number for each in plan.withheld] == []
    assert len(plan.reminders) == 1
    desk.prepare(collect_on)
    plan = desk.house.use_cases.run(plan_reminders_for, PlanReminders())
    assert plan.reminders == ()
    assert [(each.item.number, each.reason) for each in plan.withheld] == [
        (number, "dunning.debit_planned")
    ]


def test_what_changed_since_stops_the_file(desk: Desk) -> None:
    mandate = desk.sign()
    issue(desk.house)
    [collection] = desk.prepare().collections
    desk.house.use_cases.run(revoke_mandate, RevokeMandate(rum=mandate.rum))
    command = HandOver(number=collection.number, path=desk.folder / "no.xml", told_otherwise=True)
    assert desk.refusal(hand_over, command) == "direct_debits.mandate_revoked"
    desk.on(COLLECT_ON)
    assert desk.refusal(hand_over, command) == "direct_debits.collect_too_early"
    assert not command.path.exists()


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (SignMandate(customer="C0001", signed_on=date(2026, 11, 21), iban=IBAN), "signed_ahead"),
        (SignMandate(customer="C0001", signed_on=DAY, iban="FR7600"), "bad_iban"),
        (SignMandate(customer="C0001", signed_on=DAY, iban=IBAN, rum="a//b"), "bad_rum"),
        (SignMandate(customer="C9999", signed_on=DAY, iban=IBAN), "unknown_code"),
    ],
)
def test_a_faulty_mandate_is_refused(receipts_desk: Desk, command: SignMandate, code: str) -> None:
    assert receipts_desk.refusal(sign_mandate, command).endswith(code)


def test_days_on_which_no_bank_settles_and_a_notice_too_short(receipts_desk: Desk) -> None:
    desk = receipts_desk
    desk.sign()
    issue(desk.house)
    for day, code in (
        (date(2026, 12, 25), "no_bank_day"),
        (DAY, "collect_too_early"),
        (date(2027, 6, 1), "collect_too_far"),
    ):
        command = PrepareCollection(collect_on=day)
        assert desk.refusal(prepare_collection, command).endswith(code)
    soon = PrepareCollection(collect_on=date(2026, 11, 25), due_by=COLLECT_ON, dry=True)
    [left_out] = desk.house.use_cases.run(prepare_collection, soon).withheld
    assert left_out.reason == "notice_too_short"


def test_money_on_account_is_paid_out_once_and_closed_by_the_banks_line(desk: Desk) -> None:
    run = desk.house.use_cases.run
    desk.bank(DAY, Movement(amount="80.00", label="TROP PERCU C0001"))
    with desk.house.engine.connect() as connection:
        line = connection.execute(select(bank_transaction.c.id)).scalar_one()
    run(put_on_account, PutOnAccount(transaction_id=BankTransactionId(line), customer="C0001"))
    credit = str(desk.one("SELECT number FROM open_item WHERE open_minor < 0"))
    path = desk.folder / "refund.xml"
    order = OrderRefunds(credits=((credit, None),), path=path)
    assert desk.refusal(order_refunds, order) == "customers.bad_iban"
    customers = desk.folder / "iban.csv"
    customers.write_text(f"code;nom;iban\nC0001;Boulangerie Martin;{IBAN}\n", encoding="utf-8")
    run(import_customers, ImportCustomers(path=customers))
    made = run(order_refunds, order)
    assert (made.number, str(made.total.amount)) == ("RMB-2026-0001", "80.00")
    etree.XMLSchema(etree.parse(SCHEMA.with_name("pain.001.001.09.xsd"))).assertValid(
        etree.parse(path)
    )
    assert desk.refusal(order_refunds, order) == "database.already_exists"
    run(cancel_refunds, CancelRefunds(number=made.number))
    made = run(order_refunds, order)
    again = desk.folder / "again.xml"
    run(write_refund_file, WriteRefundFile(number=made.number, path=again))
    assert again.read_bytes() == path.read_bytes()

    reference = made.refunds[0].end_to_end_id
    desk.bank(DAY, Movement(amount="-80.00", label="VIR EMIS", end_to_end=reference))
    assert run(take_paid_refunds, TakePaidRefunds()).paid == [reference]
    assert run(take_paid_refunds, TakePaidRefunds()).paid == []
    assert desk.one(f"SELECT open_minor FROM open_item WHERE number = '{credit}'") == 0
    assert desk.balance("512000") == 0
    code = desk.refusal(cancel_refunds, CancelRefunds(number=made.number))
    assert code == "direct_debits.refund_not_waiting"
    desk.prove()
