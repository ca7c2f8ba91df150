"""Bills of exchange on magnetic media (LCR, CFONB 160): one record of 160 characters a bill."""

from collections.abc import Sequence
from datetime import date

from otc_desktop.domain.banking.statement import BankAccount
from otc_desktop.domain.receivables.deposit_slip import DepositSlip
from otc_desktop.domain.receivables.paper_receipt import PaperReceipt, Remittance
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.text import fold

_WIDTH = 160
_OPERATION = "60"
_EURO = "E"
# What the bank is asked for: collection with credit after the due date, or discount.
_ENTRY = {Remittance.COLLECTION: "3", Remittance.DISCOUNT: "1"}
# The bill was not accepted by the drawee: it was made by the company, as an LCR mostly is.
_NOT_ACCEPTED = "0"
_FRENCH_IBAN = 27
_AMOUNT_WIDTH = 12


class Cfonb160Writer:
    """Writes slips of bills; ASCII, upper case, CRLF."""

    def write(
        self,
        slip: DepositSlip,
        bills: Sequence[PaperReceipt],
        account: BankAccount,
        company: Company,
    ) -> bytes:
        """Header 03, a record 06 for each bill, total 08."""
        head = _record("03", 1)
        head += " " * 12 + _day(slip.made_on)
        head += _text(company.name, 24) + _text("", 24)
        head += _ENTRY[slip.remittance] + " " + _EURO
        head += _rib(account.number, company.name) + " " * 47 + _text(slip.number, 11, right=True)
        records = [head]
        for place, bill in enumerate(bills, start=2):
            line = _record("06", place) + " " * 8
            line += _text(bill.number, 10) + _text(bill.drawer, 24) + _text(bill.bank, 24)
            line += _NOT_ACCEPTED + "  " + _rib(bill.drawer_account, bill.number)
            line += f"{bill.amount.minor:0{_AMOUNT_WIDTH}d}" + " " * 4
            line += _day(bill.due_on or slip.made_on) + _day(bill.received_on)
            line += " " * 20 + _text(bill.number, 10)
            records.append(line)
        foot = _record("08", len(records) + 1) + " " * 90
        foot += f"{slip.total.minor:0{_AMOUNT_WIDTH}d}" + " " * 46
        records.append(foot)
        return "".join(f"{line[:_WIDTH]}\r\n" for line in records).encode("ascii")


def _record(code: str, place: int) -> str:
    return f"{code}{_OPERATION}{place:08d}"


def _day(day: date) -> str:
    return f"{day:%d%m%y}"


def _text(text: str, width: int, *, right: bool = False) -> str:
    """Upper case without accents; what the file cannot hold becomes a blank.

    `right` keeps the end of what is too long: numbers differ there.
    """
    plain = "".join(
        char if char.isascii() and (char.isalnum() or char in " -./") else " "
        for char in fold(text).upper()
    )
    cut = plain[-width:] if right else plain[:width]
    return cut.ljust(width)


def _rib(iban: str, owner: str) -> str:
    """Bank, branch and account of a French IBAN."""
    compact = iban.replace(" ", "").upper()
    if len(compact) != _FRENCH_IBAN or not compact.startswith(("FR", "MC")):
        raise RuleError("receivables.bill_without_account", number=owner, where="drawer_account")
    return compact[4:25]
