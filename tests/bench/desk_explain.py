"""`python -m tests.bench.desk_explain DATABASE_URL [--today D] [--lines N]`: one line at a time.

What the reconciliation desk waits for when a line is selected: its proposals and what its
customer owes, on a database made elsewhere (`otc demo`, or the bench of the desk).
"""

import argparse
import sys
import time
from datetime import date
from statistics import median

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.receivables.explain_receipt import ExplainReceipt, explain_receipt
from otc_desktop.bootstrap import open_house
from otc_desktop.domain.shared.ids import BankTransactionId


def main() -> None:
    """Explain the first lines, and print the middle and the longest wait."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.desk_explain")
    parser.add_argument("database")
    parser.add_argument("--today", type=date.fromisoformat, default=date(2026, 12, 20))
    parser.add_argument("--lines", type=int, default=60)
    options = parser.parse_args()
    house = open_house(database_url=options.database, today=options.today, user="bench")
    rows = house.queries.bank_transactions.page(PageRequest(limit=options.lines))
    waits = []
    for row in rows:
        begun = time.perf_counter()
        command = ExplainReceipt(transaction_id=BankTransactionId(row.id))
        house.use_cases.run(explain_receipt, command)
        waits.append(time.perf_counter() - begun)
    house.close()
    sys.stdout.write(f"{len(waits)} lines: median {median(waits):.2f} s, most {max(waits):.2f} s\n")


if __name__ == "__main__":
    main()
