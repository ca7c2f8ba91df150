"""What one confirmation by a person teaches, and what one correction puts in doubt."""

from collections.abc import Collection, Sequence

from otc_desktop.domain.matching.candidates import Claim, Memory, Receipt
from otc_desktop.domain.matching.citations import CitationIndex, CitationKind, cite, read_label
from otc_desktop.domain.matching.learning import FactKind
from otc_desktop.domain.matching.payers import payer_name
from otc_desktop.domain.matching.references import number_key
from otc_desktop.domain.receivables.allocation import Difference, DifferenceKind
from otc_desktop.domain.shared.ids import CustomerId

Lesson = tuple[FactKind, str]


def payer_lessons(receipt: Receipt) -> list[Lesson]:
    """By what this payer may be known again: its account, and its name as banks write it."""
    found: list[Lesson] = []
    if receipt.counterparty_account:
        found.append((FactKind.ACCOUNT, receipt.counterparty_account))
    if name := payer_name(receipt.counterparty):
        found.append((FactKind.NAME, name))
    return found


def lessons(
    receipt: Receipt,
    customer_id: CustomerId,
    claims: Sequence[Claim],
    difference: Difference,
    memory: Memory,
) -> list[Lesson]:
    """What a person's allocation teaches that the customer's file does not say already."""
    own_names = {payer_name(n) for n, of in memory.customer_by_name.items() if of == customer_id}
    known: Collection[Lesson] = {(FactKind.NAME, name) for name in own_names} | {
        (FactKind.ACCOUNT, account)
        for account, of in memory.customer_by_account.items()
        if of == customer_id
    }
    found = [each for each in payer_lessons(receipt) if each not in known]
    if difference.kind is DifferenceKind.BANK_CHARGE:
        found.append((FactKind.CHARGES, ""))
    index = CitationIndex((claim.number, "") for claim in claims)
    cited = cite(read_label(receipt.text), index)
    tails = {
        citation.length
        for claim in claims
        if (citation := cited.get(number_key(claim.number))) is not None
        and citation.kind is CitationKind.TAIL
    }
    return found + [(FactKind.TAIL, str(length)) for length in sorted(tails)]
