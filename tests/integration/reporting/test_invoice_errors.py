"""The rate of invoices corrected for an error, on both databases."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from otc_desktop.application.invoicing.correct_invoice import CorrectInvoice, correct_invoice
from otc_desktop.application.invoicing.credit_invoice import CreditInvoice, credit_invoice
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.reporting.read_invoice_errors import (
    ReadInvoiceErrors,
    read_invoice_errors,
)
from otc_desktop.bootstrap import House
from otc_desktop.domain.invoicing.correction_reason import CorrectionReason
from otc_desktop.domain.reporting.invoice_errors import InvoiceErrors
from tests.support.line import issue, set_up

DAY = date(2026, 11, 20)


def _credit(
    house: House,
    number: str,
    reason: CorrectionReason | None,
    *,
    amount: str | None = None,
    issued: bool = True,
) -> None:
    command = CreditInvoice(
        number=number, reason=reason, amount=None if amount is None else Decimal(amount)
    )
    draft = house.use_cases.run(credit_invoice, command)
    if issued:
        house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=draft.id))


def _errors(house: House, on: date = DAY) -> InvoiceErrors:
    return house.use_cases.run(read_invoice_errors, ReadInvoiceErrors(on=on))


def test_only_invoices_that_were_wrong_count_each_once_and_from_the_day_of_correction(
    database_url: str, tmp_path: Path
) -> None:
    house = set_up(database_url, tmp_path, DAY)
    assert _errors(house).percent is None
    numbers = [issue(house, price=str(100 + place)).invoice.number for place in range(7)]
    assert _errors(house).percent == Decimal("0.0")
    _credit(house, numbers[0], CorrectionReason.PRICE, amount="10")
    _credit(house, numbers[0], CorrectionReason.VAT, amount="5")
    _credit(house, numbers[1], CorrectionReason.RETURN)
    _credit(house, numbers[2], None)
    _credit(house, numbers[3], CorrectionReason.DUPLICATE, issued=False)
    replacing = house.use_cases.run(
        correct_invoice, CorrectInvoice(number=numbers[4], reason=CorrectionReason.RECIPIENT)
    )
    house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=replacing.id))

    errors = _errors(house)

    assert (errors.issued, errors.corrected, errors.unexplained) == (8, 2, 1)
    assert errors.percent == Decimal("25.0")
    assert errors.by_reason == {
        CorrectionReason.PRICE: 1,
        CorrectionReason.VAT: 1,
        CorrectionReason.RECIPIENT: 1,
    }
    assert _errors(house, date(2026, 11, 19)).issued == 0
    assert _errors(house, date(2027, 11, 20)).issued == 0
