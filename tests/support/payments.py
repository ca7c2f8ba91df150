"""Money that comes in and is laid on invoices by hand."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from sqlalchemy import select

from otc_desktop.application.banking.import_statement import ImportStatement, import_statement
from otc_desktop.application.receivables.allocate_receipt import AllocateReceipt, allocate_receipt
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.ids import AllocationId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.tables.banking import bank_transaction
from tests.support.company_files import Movement, write_statement


def pay(house: House, folder: Path, parts: Mapping[str, str], *, name: str) -> AllocationId:
    """A receipt of just these amounts, laid on these documents; `name` tells statements apart."""
    amount = str(sum(Decimal(each) for each in parts.values()))
    path = write_statement(
        folder / f"{name}.xml",
        [Movement(amount=amount, label=f"VIR {name}", party=f"PAYEUR {name}")],
        day=house.today().isoformat(),
        name=name,
    )
    house.use_cases.run(import_statement, ImportStatement(path=path))
    with house.engine.connect() as connection:
        found = select(bank_transaction.c.id).where(
            bank_transaction.c.label.contains(f"VIR {name}")
        )
        transaction_id = connection.execute(found).scalar_one()
    laid = tuple((number, Money.of(each, EUR)) for number, each in parts.items())
    command = AllocateReceipt(transaction_id=transaction_id, parts=laid)
    return house.use_cases.run(allocate_receipt, command).id
