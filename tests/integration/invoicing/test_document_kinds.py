"""Deposits, credits, corrections, grouped billing, contracts and works, on both databases."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from otc_desktop.application.invoicing.cancel_contract import CancelContract, cancel_contract
from otc_desktop.application.invoicing.contract_input import ContractInput
from otc_desktop.application.invoicing.correct_invoice import CorrectInvoice, correct_invoice
from otc_desktop.application.invoicing.create_contract import CreateContract, create_contract
from otc_desktop.application.invoicing.create_invoice import CreateInvoice, create_invoice
from otc_desktop.application.invoicing.create_works import CreateWorks, create_works
from otc_desktop.application.invoicing.credit_invoice import CreditInvoice, credit_invoice
from otc_desktop.application.invoicing.deduct_deposits import Deduction
from otc_desktop.application.invoicing.discard_draft import DiscardDraft, discard_draft
from otc_desktop.application.invoicing.invoice_deliveries import (
    InvoiceDeliveries,
    invoice_deliveries,
)
from otc_desktop.application.invoicing.invoice_deposit import InvoiceDeposit, invoice_deposit
from otc_desktop.application.invoicing.invoice_orders import InvoiceOrders, invoice_orders
from otc_desktop.application.invoicing.invoice_situation import (
    InvoiceSituation,
    invoice_situation,
)
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.invoicing.make_pro_forma import MakeProForma, make_pro_forma
from otc_desktop.application.invoicing.plan_billing import PlanBilling, plan_billing
from otc_desktop.application.invoicing.prepare_contract import (
    ContractsDue,
    PrepareContract,
    contracts_due,
    prepare_contract,
)
from otc_desktop.application.invoicing.release_retention import (
    ReleaseRetention,
    release_retention,
)
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.customers.customer import InvoiceGrouping
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceDraft, InvoiceKind
from otc_desktop.domain.invoicing.references import Relation
from otc_desktop.domain.ledger.account_scheme import DEFAULT_SCHEME
from otc_desktop.domain.shared.errors import RuleError
from tests.support.domain import eur
from tests.support.goods import confirmed_order, delivered, failed_checks
from tests.support.line import set_up
from tests.support.payments import pay

DAY = date(2026, 11, 20)


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    made = set_up(database_url, tmp_path, DAY)
    yield made
    assert failed_checks(made) == []
    made.close()


def _issued(house: House, draft: InvoiceDraft) -> Invoice:
    return house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=draft.id)).invoice


def _refusal(house: House, use_case: Any, command: Any) -> str:
    with pytest.raises(RuleError) as refusal:
        house.use_cases.run(use_case, command)
    return refusal.value.code


def _line(price: str, rate: str = "20", quantity: str = "1") -> LineInput:
    return LineInput(
        description="Prestation",
        quantity=Decimal(quantity),
        unit_price=Decimal(price),
        vat_rate=Decimal(rate),
    )


def _direct(house: House, *lines: LineInput, **other: Any) -> Invoice:
    command = CreateInvoice(customer="C0001", lines=lines, **other)
    return _issued(house, house.use_cases.run(create_invoice, command))


def _open(house: House, number: str) -> str:
    rows = house.queries.invoices.page(PageRequest(search=number))
    [row] = [row for row in rows if row.number == number]
    return str(row.open_amount.amount)


def test_a_deposit_waits_on_its_account_and_goes_on_the_final_invoice(house: House) -> None:
    order = confirmed_order(house, ("P-01", "10"))
    asked = InvoiceDeposit(order=order, percent=Decimal(30))
    deposit = _issued(house, house.use_cases.run(invoice_deposit, asked))
    assert (deposit.kind, deposit.frame) == (InvoiceKind.DEPOSIT, "B1")
    numbers = [delivered(house, order, line0="4"), delivered(house, order)]
    drafts = [
        house.use_cases.run(invoice_deliveries, InvoiceDeliveries(numbers=[each]))
        for each in numbers
    ]
    assert drafts[0].frame == "B4"
    assert [each.number for each in drafts[0].related(Relation.DEPOSIT)] == [deposit.number]
    finals = [_issued(house, each) for each in drafts]
    whole = replace(finals[1], lines=()).totals.total_excl_tax + finals[0].totals.total_excl_tax
    taken = eur(0)
    for final in finals:
        for each in final.deductions:
            taken += each.basis
    assert taken == deposit.totals.total_excl_tax
    ordered = house.queries.orders.page(PageRequest(search=order))[0].total_excl_tax
    assert whole + taken == ordered
    assert _refusal(house, credit_invoice, CreditInvoice(number=deposit.number)) == (
        "invoicing.deposit_deducted"
    )


def _vat(house: House) -> tuple[str, str]:
    """VAT collected and VAT that waits, as credit balances."""
    found = []
    for account in (DEFAULT_SCHEME.vat_collected, DEFAULT_SCHEME.vat_pending):
        totals = house.queries.journal_lines.totals(PageRequest(filters={"account": account}))
        found.append(str((totals["credit"] - totals["debit"]).amount))
    return found[0], found[1]


def test_vat_of_a_deposit_is_due_when_it_is_paid(house: House, tmp_path: Path) -> None:
    deposit = _direct(house, _line("100"), kind=InvoiceKind.DEPOSIT)
    assert _vat(house) == ("0.00", "20.00")
    pay(house, tmp_path, {deposit.number: "60.00"}, name="ACOMPTE")
    assert _vat(house) == ("10.00", "10.00")
    # What is unpaid falls due with the final invoice that deducts it.
    _direct(house, _line("500"), deducts=(Deduction(number=deposit.number),))
    assert _vat(house) == ("100.00", "0.00")
    pay(house, tmp_path, {deposit.number: "60.00"}, name="SOLDE")
    assert _vat(house) == ("100.00", "0.00")


def test_deposits_of_an_order_never_exceed_it(house: House) -> None:
    order = confirmed_order(house, ("P-01", "10"))
    house.use_cases.run(invoice_deposit, InvoiceDeposit(order=order, percent=Decimal(80)))
    again = InvoiceDeposit(order=order, percent=Decimal(30))
    assert _refusal(house, invoice_deposit, again) == "invoicing.deposit_beyond_order"


def test_a_direct_deposit_is_deducted_as_far_as_it_goes(house: House) -> None:
    deposit = _direct(house, _line("100"), kind=InvoiceKind.DEPOSIT)
    first = Deduction(number=deposit.number, amount=Decimal(40))
    assert _direct(house, _line("500"), deducts=(first,)).totals.total_excl_tax == eur("460.00")
    rest = Deduction(number=deposit.number)
    assert _direct(house, _line("500"), deducts=(rest,)).totals.total_excl_tax == eur("440.00")
    third = CreateInvoice(customer="C0001", lines=(_line("500"),), deducts=(rest,))
    assert _refusal(house, create_invoice, third) == "invoicing.nothing_to_deduct"


def test_credit_notes_never_take_back_more_than_is_left(house: House) -> None:
    invoice = _direct(house, _line("33.33", quantity="3"), _line("10", "5.5"))
    run = house.use_cases.run
    for quantity in ("1", "1"):
        _issued(
            house,
            run(
                credit_invoice,
                CreditInvoice(number=invoice.number, quantities={0: Decimal(quantity)}),
            ),
        )
    by_amount = CreditInvoice(
        number=invoice.number, amount=Decimal(30), vat_rate=Decimal(20), description="Geste"
    )
    note = _issued(house, run(credit_invoice, by_amount))
    assert note.lines[0].income_account == "709700"
    too_much = CreditInvoice(number=invoice.number, quantities={0: Decimal(1)})
    assert _refusal(house, credit_invoice, too_much) == "invoicing.credited_beyond_total"
    rest = _issued(house, run(credit_invoice, CreditInvoice(number=invoice.number)))
    assert rest.totals.total_excl_tax == eur("13.33")
    again = CreditInvoice(number=invoice.number)
    assert _refusal(house, credit_invoice, again) == "invoicing.nothing_left_to_credit"


def test_a_corrective_invoice_replaces_the_first(house: House) -> None:
    invoice = _direct(house, _line("100"))
    command = CorrectInvoice(number=invoice.number, lines=(_line("90"),))
    corrective = _issued(house, house.use_cases.run(correct_invoice, command))
    assert corrective.kind.type_code == "384"
    assert [each.number for each in corrective.related(Relation.CORRECTED)] == [invoice.number]
    assert (_open(house, invoice.number), _open(house, corrective.number)) == ("0.00", "108.00")
    assert _refusal(house, correct_invoice, CorrectInvoice(number=invoice.number)) == (
        "invoicing.corrected_already"
    )
    assert _refusal(house, credit_invoice, CreditInvoice(number=invoice.number)) == (
        "invoicing.corrected_already"
    )


def test_billing_groups_as_wanted_and_never_twice(house: House) -> None:
    orders = [confirmed_order(house, ("P-01", "2")) for _ in range(2)]
    numbers = [delivered(house, each) for each in orders]
    by_order = house.use_cases.run(plan_billing, PlanBilling())
    assert [each.deliveries for each in by_order] == [(number,) for number in numbers]
    [together] = house.use_cases.run(plan_billing, PlanBilling(grouping=InvoiceGrouping.CUSTOMER))
    assert together.deliveries == tuple(numbers)
    made = house.use_cases.run(invoice_deliveries, InvoiceDeliveries(numbers=numbers))
    assert made.totals() == together.totals
    assert [each.first_line for each in made.deliveries] == [0, 1]
    again = InvoiceDeliveries(numbers=numbers)
    assert _refusal(house, invoice_deliveries, again) == "sales.delivery_already_invoiced"
    house.use_cases.run(discard_draft, DiscardDraft(invoice_id=made.id))
    assert len(house.use_cases.run(plan_billing, PlanBilling())) == 2


def test_what_is_invoiced_ahead_is_not_invoiced_at_delivery(house: House) -> None:
    order = confirmed_order(house, ("P-01", "10"))
    ahead = InvoiceOrders(numbers=[order], quantities={0: Decimal(4)})
    draft = house.use_cases.run(invoice_orders, ahead)
    _issued(house, draft)
    number = delivered(house, order)
    rest = house.use_cases.run(invoice_deliveries, InvoiceDeliveries(numbers=[number]))
    assert [line.quantity for line in rest.lines] == [Decimal(6)]
    assert _refusal(house, invoice_orders, InvoiceOrders(numbers=[order])) in (
        "sales.delivered_already",
        "sales.nothing_to_invoice",
    )


def test_a_contract_is_prepared_once_per_period(house: House) -> None:
    contract = house.use_cases.run(
        create_contract,
        CreateContract(
            contract=ContractInput(
                customer="C0001",
                lines=(_line("300"),),
                starts_on=date(2026, 9, 11),
                anchor_on=date(2026, 9, 1),
            )
        ),
    )
    prepare = PrepareContract(contract_id=contract.id)
    made = house.use_cases.run(prepare_contract, prepare)
    assert [str(each.totals().total_excl_tax.amount) for each in made] == [
        "200.00",
        "300.00",
        "300.00",
    ]
    assert house.use_cases.run(prepare_contract, prepare) == []
    assert house.use_cases.run(contracts_due, ContractsDue()) == []
    house.use_cases.run(discard_draft, DiscardDraft(invoice_id=made[1].id))
    [again] = house.use_cases.run(prepare_contract, prepare)
    assert (again.period_from, again.period_to) == (date(2026, 10, 1), date(2026, 10, 31))
    ended = CancelContract(number=contract.number, last_day=date(2026, 12, 10), reason="Fin")
    house.use_cases.run(cancel_contract, ended)
    later = PrepareContract(contract_id=contract.id, on=date(2027, 6, 1))
    [last] = house.use_cases.run(prepare_contract, later)
    assert str(last.totals().total_excl_tax.amount) == "96.77"


def test_situations_add_up_to_the_contract_and_keep_the_retention_apart(house: House) -> None:
    run = house.use_cases.run
    works = run(
        create_works,
        CreateWorks(
            customer="C0001",
            lines=(_line("123.456", quantity="100"), _line("7777.77", "10")),
            retention_percent=Decimal(5),
        ),
    )
    first = _issued(
        house,
        run(invoice_situation, InvoiceSituation(number=works.number, percent=Decimal("33.333"))),
    )
    second = run(
        invoice_situation,
        InvoiceSituation(number=works.number, by_line={0: Decimal(70), 1: Decimal(45)}),
    )
    waits = InvoiceSituation(number=works.number, is_final=True)
    assert _refusal(house, invoice_situation, waits) == "invoicing.situation_waits"
    issued = [first, _issued(house, second), _issued(house, run(invoice_situation, waits))]
    assert sum((each.totals.total_excl_tax for each in issued), eur(0)) == works.total
    assert first.progress is not None and first.progress.retention is not None
    kept = first.progress.retention.amount
    assert _open(house, f"{first.number}-RG") == str(kept.amount)
    released = run(release_retention, ReleaseRetention(number=f"{first.number}-RG"))
    assert (released.account, released.due_on) == ("", DAY)
    not_last = CreditInvoice(number=first.number)
    assert _refusal(house, credit_invoice, not_last) == "invoicing.not_last_situation"
    _issued(house, run(credit_invoice, CreditInvoice(number=issued[-1].number)))
    assert _open(house, f"{issued[-1].number}-RG") == "0.00"
    again = run(invoice_situation, waits)
    assert again.totals() == issued[-1].totals


def test_a_pro_forma_touches_no_book(house: House, tmp_path: Path) -> None:
    order = confirmed_order(house, ("P-01", "1"))
    path = tmp_path / "pro-forma.pdf"
    made = house.use_cases.run(make_pro_forma, MakeProForma(order=order, path=path))
    assert made.number == "PF2026-00001"
    assert path.read_bytes().startswith(b"%PDF")
    assert house.queries.invoices.count(PageRequest()) == 0
