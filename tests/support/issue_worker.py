"""A workstation that issues drafts: `python -m tests.support.issue_worker URL DAY ID…`."""

import sys
from datetime import date
from uuid import UUID

from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.domain.shared.ids import InvoiceId
from tests.support.line import house_on


def main(url: str, day: str, ids: list[str]) -> None:
    """Issue each draft; say so as soon as one is done."""
    house = house_on(url, date.fromisoformat(day))
    for text in ids:
        command = IssueInvoice(invoice_id=InvoiceId(UUID(text)))
        result = house.use_cases.run(issue_invoice, command)
        sys.stdout.write(f"{result.invoice.number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.stdin.read().split())
