"""One line explained from the few claims it may speak of reads as from all of them."""

from datetime import date
from pathlib import Path

from otc_desktop.application.receivables.explain_receipt import ExplainReceipt, explain_receipt
from otc_desktop.application.receivables.match_receipts import MatchReceipts, match_receipts
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.shared.ids import BankTransactionId
from tests.support.books import receive
from tests.support.company_files import Movement
from tests.support.line import issue, set_up


def test_every_kind_of_label_finds_the_same_claims(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, date(2026, 11, 20))
    prices = ("100.00", "110.00", "120.00", "130.00", "140.00", "150.00", "100.00")
    numbers = [issue(house, price=price).invoice.number for price in prices]
    other = issue(house, customer="C0002", price="175.00").invoice.number
    receive(
        house,
        tmp_path,
        Movement("50.00", f"ACOMPTE {numbers[0]}"),
        Movement("300.00", f"{numbers[3][:5]} {numbers[3][6:]} {numbers[4][-3:]}"),
        Movement("180.00", f"FACT {numbers[5].replace('0', 'O')}"),
        Movement("205.80", f"REMISE CB BRUT 210,00 COM 4,20 REF {other[-4:]}"),
        Movement("120.00", "SANS NUMERO", "QUELQU'UN"),
        Movement("400.00", "VIREMENT", "DURAND ECLAIRAGE"),
        Movement("90.00", "CLIENT C0001"),
    )
    proposals = house.use_cases.run(match_receipts, MatchReceipts(min_confidence=1.1))
    at_once = {each.receipt_id: each.candidates for each in proposals.suggested}
    lines = [BankTransactionId(row.id) for row in every_row(house.queries.bank_transactions, {})]
    for line in lines:
        alone = house.use_cases.run(explain_receipt, ExplainReceipt(transaction_id=line))
        assert alone.candidates == at_once.get(line, ())
    assert len(at_once) == len(lines)
    house.close()
