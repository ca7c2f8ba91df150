"""The identity of a bank movement, the same in any file that tells of it.

Two equal payments on one day are two payments: identity is the bank's own reference where
it has one, else the content and its occurrence in the day.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from otc_desktop.domain.banking.statement import ParsedEntry, ParsedPayment, ParsedStatement
from otc_desktop.domain.shared.money import total
from otc_desktop.domain.shared.text import fold


def leaf_payments(statement: ParsedStatement) -> Iterator[tuple[ParsedEntry, ParsedPayment]]:
    """The single payments to keep: a batch's details when they tell all amounts, else the entry.

    An entry whose details lack amounts, or don't add up to it, stays one movement that keeps
    the text of all its details.
    """
    for entry in statement.entries:
        amounts = [payment.amount for payment in entry.payments]
        known = [amount for amount in amounts if amount is not None]
        complete = (
            len(known) == len(amounts) > 1
            and {amount.currency for amount in known} == {entry.amount.currency}
            and total(known, entry.amount.currency) == entry.amount
        )
        if complete:
            for payment in entry.payments:
                yield entry, payment
        else:
            yield entry, _whole(entry)


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
        )
    texts = [entry.label, *(payment.label for payment in entry.payments)]
    return ParsedPayment(
        amount=entry.amount,
        label=" ".join(dict.fromkeys(text for text in texts if text)),
        bank_reference=entry.bank_reference,
    )


def fingerprints(
    leaves: Iterable[tuple[ParsedEntry, ParsedPayment]],
) -> Iterator[tuple[ParsedEntry, ParsedPayment, str]]:
    """Each payment with its identity inside its account."""
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
        seen[content] += 1
        identity = f"{content}|{seen[content]}"
        yield entry, payment, hashlib.sha256(identity.encode()).hexdigest()
