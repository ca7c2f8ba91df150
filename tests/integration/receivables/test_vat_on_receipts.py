"""VAT on receipts becomes payable as money comes, to the cent, and goes back on an undo."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from otc_desktop.application.banking.import_statement import ImportStatement, import_statement
from otc_desktop.application.invoicing.create_invoice import CreateInvoice, create_invoice
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.application.receivables.match_receipts import MatchReceipts, match_receipts
from otc_desktop.application.receivables.undo_allocation import (
    UndoAllocation,
    undo_allocation,
)
from otc_desktop.bootstrap import House
from otc_desktop.domain.ledger.account_scheme import DEFAULT_SCHEME
from otc_desktop.domain.taxes.lines import LineNature
from tests.support.company_files import Movement, write_statement
from tests.support.line import issue, set_up

DAY = date(2026, 3, 2)


def _payable(house: House) -> tuple[str, str]:
    """VAT collected and VAT pending, as credit balances."""

    def balance(account: str) -> str:
        totals = house.queries.journal_lines.totals(PageRequest(filters={"account": account}))
        return str((totals["credit"] - totals["debit"]).amount)

    return balance(DEFAULT_SCHEME.vat_collected), balance(DEFAULT_SCHEME.vat_pending)


def test_vat_follows_the_money(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, DAY, vat_regime="receipts")
    run = house.use_cases.run
    issue(house, price="333.33")  # 66.67 of VAT, 400.00 in all
    assert _payable(house) == ("0.00", "66.67")

    def receive(amount: str, day: str) -> None:
        movement = Movement(amount, "VIR F2026-00001", "DURAND ECLAIRAGE")
        file = write_statement(tmp_path / f"{day}.xml", [movement], day=day, name=day)
        run(import_statement, ImportStatement(path=file))

    receive("100.00", "2026-03-03")
    [(_, first)] = run(match_receipts, MatchReceipts(post=True)).booked
    # 66.67 × 100 / 400 = 16.6675, rounded up.
    assert _payable(house) == ("16.67", "50.00")
    receive("133.33", "2026-03-04")
    run(match_receipts, MatchReceipts(post=True))
    # 66.67 × 233.33 / 400 = 38.8902…
    assert _payable(house) == ("38.89", "27.78")

    assert first is not None
    run(undo_allocation, UndoAllocation(allocation_id=first.id))
    # What is paid now is 133.33: 22.2227…
    assert _payable(house) == ("22.22", "44.45")

    receive("266.67", "2026-03-05")
    run(match_receipts, MatchReceipts(post=True))
    assert _payable(house) == ("66.67", "0.00")
    checks = house.queries.verification.run_checks(SilentTask())
    assert [check for check in checks if not check.ok] == []
    house.close()


def test_of_a_mixed_document_only_the_services_vat_waits(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, DAY, vat_regime="mixed")
    run = house.use_cases.run
    lines = (
        LineInput(
            description="Lampe",
            unit_price=Decimal(100),
            vat_rate=Decimal(20),
            nature=LineNature.GOODS,
        ),
        LineInput(
            description="Pose",
            unit_price=Decimal(50),
            vat_rate=Decimal(20),
            nature=LineNature.SERVICES,
        ),
    )
    draft = run(create_invoice, CreateInvoice(customer="C0001", lines=lines))
    run(issue_invoice, IssueInvoice(invoice_id=draft.id))
    assert _payable(house) == ("20.00", "10.00")
    movement = Movement("90.00", "VIR F2026-00001", "DURAND ECLAIRAGE")
    file = write_statement(tmp_path / "s.xml", [movement], day="2026-03-03", name="s")
    run(import_statement, ImportStatement(path=file))
    run(match_receipts, MatchReceipts(post=True))
    assert _payable(house) == ("25.00", "5.00")
    checks = house.queries.verification.run_checks(SilentTask())
    assert [check for check in checks if not check.ok] == []
    house.close()
