"""A second payment of a settled invoice is never laid on its twin by the machine."""

from datetime import date
from pathlib import Path

from otc_desktop.application.banking.import_statement import ImportStatement, import_statement
from otc_desktop.application.customers.import_customers import (
    ImportCustomers,
    import_customers,
)
from otc_desktop.application.receivables.match_receipts import MatchReceipts, match_receipts
from tests.support.company_files import Movement, write_statement
from tests.support.line import issue, set_up

DAY = date(2026, 3, 2)
PAYER = "FR7630004000031234567890143"


def test_a_second_payment_in_a_later_run_waits_for_a_person(
    database_url: str, tmp_path: Path
) -> None:
    house = set_up(database_url, tmp_path, DAY)
    run = house.use_cases.run
    accounts = tmp_path / "accounts.csv"
    accounts.write_text(f"code;raison sociale;iban\nC0001;Durand;{PAYER}\n", encoding="utf-8")
    run(import_customers, ImportCustomers(path=accounts))
    issue(house, price="100.00")
    issue(house, price="100.00")
    twin = Movement("120.00", "VIR F2026-00001", "DURAND", PAYER)

    def receive(name: str, day: str) -> int:
        file = write_statement(tmp_path / f"{name}.xml", [twin], day=day, name=name)
        run(import_statement, ImportStatement(path=file))
        return len(run(match_receipts, MatchReceipts(post=True)).booked)

    assert receive("first", "2026-03-02") == 1
    assert receive("second", "2026-03-09") == 0
