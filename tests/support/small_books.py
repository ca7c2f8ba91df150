"""Small books with one of everything, made by use cases on three business days."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from otc_desktop.application.banking.import_statement import (
    ImportStatement,
    import_statement,
)
from otc_desktop.application.disputes.open_dispute import OpenDispute, open_dispute
from otc_desktop.application.dunning.run_reminders import RunReminders, run_reminders
from otc_desktop.application.invoicing.credit_invoice import CreditInvoice, credit_invoice
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.receivables.allocate_receipt import (
    AllocateReceipt,
    allocate_receipt,
)
from otc_desktop.application.receivables.import_open_items import (
    ImportOpenItems,
    import_open_items,
)
from otc_desktop.application.receivables.match_receipts import MatchReceipts, match_receipts
from otc_desktop.application.receivables.undo_allocation import (
    UndoAllocation,
    undo_allocation,
)
from otc_desktop.application.sales.confirm_order import ConfirmOrder, confirm_order
from otc_desktop.application.sales.create_delivery import CreateDelivery, create_delivery
from otc_desktop.application.sales.create_order import CreateOrder, create_order
from otc_desktop.bootstrap import House
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money
from tests.support.company_files import Movement, write_statement
from tests.support.line import draft, house_on, issue, set_up

SOLD, PAID, LATE = date(2026, 3, 2), date(2026, 3, 20), date(2026, 4, 3)

_TAKEN_OVER = """\
numéro;code client;type;date facture;échéance;total ttc;reste dû
X-2025-77;C0001;facture;15/12/2025;14/01/2026;500,00;300,00
"""


def euros(text: str) -> Money:
    """An amount in euros."""
    return Money.of(text, EUR)


def fill_small_books(url: str, folder: Path) -> None:
    """Sell on 2 March 2026, be paid in part on the 20th, remind on 3 April.

    F2026-00001 (C0001) 120.00, 20.00 paid, 30.00 contested; F2026-00002 (C0002) 120.00 and
    F2026-00003 (C0002) 60.00 less credit note AV2026-00001 of 30.00, paid by one transfer of
    150.00; F2026-00004 (C0003) 240.00, with 77.77 laid on it and taken back; X-2025-77
    (C0001) taken over with 300.00 open; one draft (C0002) of 12.00.
    """
    _sell(set_up(url, folder, SOLD, vat_regime="receipts"), folder)
    _collect(house_on(url, PAID), folder)
    _remind(house_on(url, LATE), folder)


def _sell(house: House, folder: Path) -> None:
    run = house.use_cases.run
    taken_over = folder / "open.csv"
    taken_over.write_text(_TAKEN_OVER, encoding="utf-8")
    run(import_open_items, ImportOpenItems(path=taken_over))
    issue(house, customer="C0001", price="100.00")
    issue(house, customer="C0002", price="100.00")
    issue(house, customer="C0002", price="50.00")
    issue(house, customer="C0003", price="200.00")
    half = CreditInvoice(number="F2026-00003", quantities={0: Decimal("0.5")})
    run(issue_invoice, IssueInvoice(invoice_id=run(credit_invoice, half).id))
    draft(house, customer="C0002", price="10.00")
    for customer, product, quantity in (
        ("C0001", "P-01", 12),
        ("C0003", "P-03", 40),
        ("C0001", "P-02", 1),
    ):
        line = LineInput(product=product, quantity=Decimal(quantity))
        order = run(create_order, CreateOrder(customer=customer, lines=(line,)))
        if product != "P-02":
            confirmed = run(confirm_order, ConfirmOrder(number=order.number))
            if not confirmed.holds:
                run(create_delivery, CreateDelivery(order=order.number))
    house.close()


def _collect(house: House, folder: Path) -> None:
    run = house.use_cases.run
    movements = [
        Movement(
            "20.00", "VIR ACOMPTE F2026-00001", "DURAND ECLAIRAGE", "FR7630004000031234567890143"
        ),
        Movement("150.00", "F2026-00002 ET F2026-00003 AVOIR DEDUIT", "MAISON LEFEVRE"),
        Movement("-642.15", "ECHEANCE MARS", "ENERGIE PLUS"),
        Movement("77.77", "SANS REFERENCE", "INCONNU"),
    ]
    statement = write_statement(folder / "march.xml", movements, day=PAID.isoformat())
    run(import_statement, ImportStatement(path=statement))
    run(match_receipts, MatchReceipts(post=True))
    stranger = next(
        row.id
        for row in every_row(house.queries.bank_transactions, {})
        if row.amount == euros("77.77")
    )
    by_hand = AllocateReceipt(transaction_id=stranger, parts=(("F2026-00004", euros("77.77")),))
    run(undo_allocation, UndoAllocation(allocation_id=run(allocate_receipt, by_hand).id))
    house.close()


def _remind(house: House, folder: Path) -> None:
    run = house.use_cases.run
    april = write_statement(folder / "april.xml", [], day=LATE.isoformat(), name="S2")
    run(import_statement, ImportStatement(path=april))
    run(open_dispute, OpenDispute(number="F2026-00001", reason="price", amount=Decimal(30)))
    run(run_reminders, RunReminders())
    house.close()
