"""The name of a bank movement in its account, and the payments that are kept of an entry.

Two equal payments on one day are two payments: the name is made of the bank's own reference
where it has one, else of the content, and of the occurrence in the day.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from otc_desktop.domain.banking.statement import ParsedEntry, ParsedPayment, ParsedStatement
from otc_desktop.domain.shared.money import total
from otc_desktop.domain.shared.text import fold


def leaf_payments(statement: ParsedStatement) -> Iterator[tuple[ParsedEntry, ParsedPayment]]:
    """The single payments to keep of a whole statement, each with its entry."""
    for entry in statement.entries:
        for payment in leaves_of(entry):
            yield entry, payment


def leaves_of(entry: ParsedEntry) -> tuple[ParsedPayment, ...]:
    """The single payments to keep: a batch's details when they tell all amounts, else the entry.

    An entry whose details lack amounts, or don't add up to it, stays one movement that keeps
    the text of all its details.
    """
    amounts = [payment.amount for payment in entry.payments]
    known = [amount for amount in amounts if amount is not None]
    complete = (
        len(known) == len(amounts) > 1
        and {amount.currency for amount in known} == {entry.amount.currency}
        and total(known, entry.amount.currency) == entry.amount
    )
    return entry.payments if complete else (_whole(entry),)


def _whole(entry: ParsedEntry) -> ParsedPayment:
    if len(entry.payments) == 1:
        only = entry.payments[0]
        return ParsedPayment(
            amount=entry.amount,
            label=only.label or entry.label,
            counterparty=only.counterparty,
            counterparty_account=only.counterparty_account,
            end_to_end_id=only.end_to_end_id,
            bank_reference=only.bank_reference or entry.bank_reference,
            structured_reference=only.structured_reference,
            return_reason=only.return_reason,
            mandate=only.mandate,
            charges=only.charges,
            original=only.original,
        )
    texts = [entry.label, *(payment.label for payment in entry.payments)]
    return ParsedPayment(
        amount=entry.amount,
        label=" ".join(dict.fromkeys(text for text in texts if text)),
        bank_reference=entry.bank_reference,
    )


def fingerprints(
    leaves: Iterable[tuple[ParsedEntry, ParsedPayment]], taken: Collection[str] = ()
) -> Iterator[tuple[ParsedEntry, ParsedPayment, str]]:
    """Each payment with a name inside its account that no other has.

    Args:
        leaves: the payments.
        taken: names that movements known already have.
    """
    seen: Counter[str] = Counter()
    for entry, payment in leaves:
        amount = payment.amount if payment.amount is not None else entry.amount
        reference = payment.bank_reference or entry.bank_reference
        content = "|".join(
            (
                entry.booked_on.isoformat(),
                str(amount.minor),
                reference
                or "|".join(
                    (
                        payment.end_to_end_id,
                        fold(payment.counterparty),
                        fold(payment.label or entry.label),
                    )
                ),
            )
        )
        name = ""
        while not name or name in taken:
            seen[content] += 1
            name = hashlib.sha256(f"{content}|{seen[content]}".encode()).hexdigest()
        yield entry, payment, name
