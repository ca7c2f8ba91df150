"""`python -m tests.bench.desk_failures [--seeds N] [--shape S] [--show N]`: what is missed.

The engine alone, without database, on made-up companies of several shapes: automatic and wrong,
decidable and taken, right among three, by story; with `--show`, the lines themselves, so that a
person can ask what a careful human would have done.
"""

import argparse
import sys
import time
from collections import Counter, defaultdict
from uuid import NAMESPACE_OID, uuid5

from otc_desktop.domain.matching.candidates import (
    Candidate,
    Claim,
    DiscountTerms,
    MatchProposal,
    Memory,
    Receipt,
)
from otc_desktop.domain.matching.engine import propose
from otc_desktop.domain.matching.limits import limits_in
from otc_desktop.domain.matching.scoring import DEFAULT_THRESHOLD
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.difference_limits import DEFAULT_LIMITS
from otc_desktop.domain.shared.ids import BankTransactionId, CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.text import fold
from tests.bench.desk_books import Desk, Line
from tests.bench.desk_shapes import SHAPES, make_desk
from tests.bench.desk_voices import Voices


def main() -> None:
    """Print the figures of each shape and seed, and the failures asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.desk_failures")
    parser.add_argument("--seeds", type=int, nargs="*", default=[1, 2, 3])
    parser.add_argument("--shape", choices=SHAPES, nargs="*", default=list(SHAPES))
    parser.add_argument("--lines", type=int, default=2_000)
    parser.add_argument("--bills", type=int, default=4_000)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--story", default="")
    options = parser.parse_args()
    for shape in options.shape:
        for seed in options.seeds:
            desk = make_desk(shape, seed, lines=options.lines, bills=options.bills)
            begun = time.process_time()
            proposals = matched(desk)
            _say(
                f"{shape} {seed}: {len(desk.lines)} lines, {time.process_time() - begun:.2f} s CPU"
            )
            report(desk, proposals, show=options.show, story=options.story)


def matched(desk: Desk | Voices) -> dict[str, MatchProposal]:
    """What the engine proposes for each line, by its reference."""
    customer_ids = {
        each.code: CustomerId(uuid5(NAMESPACE_OID, each.code)) for each in desk.customers
    }
    claims = [
        Claim(
            id=_item(bill.number),
            number=bill.number,
            customer_id=customer_ids[bill.customer.code],
            open=Money.from_minor(bill.minor, EUR),
            issued_on=bill.issued,
            due_on=bill.due,
            purchase_order=bill.order,
        )
        for bill in desk.bills
    ]
    names: dict[str, set[CustomerId]] = defaultdict(set)
    for each in desk.customers:
        names[fold(each.name)].add(customer_ids[each.code])
    memory = Memory(
        {each.iban: customer_ids[each.code] for each in desk.customers if each.iban_in_file},
        {name: next(iter(ids)) for name, ids in names.items() if len(ids) == 1},
        groups={customer_ids[each.code]: each.group for each in desk.customers if each.group},
        codes={each.code: customer_ids[each.code] for each in desk.customers},
        discount=DiscountTerms(basis_points=200, days=10),
        namesakes={name: tuple(sorted(ids)) for name, ids in names.items() if 1 < len(ids) <= 5},
    )
    references = {_line(each.reference): each.reference for each in desk.lines}
    receipts = [
        Receipt(
            id=_line(each.reference),
            amount=Money.from_minor(each.minor, EUR),
            booked_on=each.day,
            text=each.label,
            counterparty=each.party,
            counterparty_account=each.account,
        )
        for each in desk.lines
        if each.minor > 0
    ]
    found = propose(
        receipts,
        claims,
        memory,
        threshold=DEFAULT_THRESHOLD,
        limits=limits_in(EUR, DEFAULT_LIMITS),
    )
    return {references[each.receipt_id]: each for each in found}


def report(
    desk: Desk | Voices, proposals: dict[str, MatchProposal], *, show: int, story: str
) -> None:
    """Print the figures and the failures."""
    numbers = {_item(bill.number): bill.number for bill in desk.bills}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    failures: dict[str, list[Line]] = defaultdict(list)
    for line in desk.lines:
        proposal = proposals.get(line.reference)
        sure = proposal.automatic(DEFAULT_THRESHOLD) if proposal else None
        told = proposal.candidates[:3] if proposal else ()
        for name in ("all", line.story):
            count = counts[name]
            count["lines"] += 1
            count["decidable"] += line.decidable
            count["auto"] += sure is not None
            if sure is not None:
                count["wrong"] += not _right(sure, line, numbers)
                count["taken"] += line.decidable
            elif line.truth:
                hit = any(_right(each, line, numbers) for each in told)
                count["rest"] += 1
                count["in three"] += hit
                count["answerable"] += line.answerable
                count["answered"] += hit and line.answerable
        if sure is not None and not _right(sure, line, numbers):
            failures["wrong"].append(line)
        elif sure is None and line.decidable:
            failures["missed"].append(line)
        if (
            sure is None
            and (line.answerable or story)
            and line.truth
            and not any(_right(e, line, numbers) for e in told)
        ):
            failures["lost"].append(line)
    for name, count in sorted(counts.items()):
        _say(
            f"  {name:13}",
            *(
                f"{key} {count[key]:5}"
                for key in (
                    "lines", "decidable", "taken", "auto", "wrong", "rest", "in three",
                    "answerable", "answered",
                )
            ),
        )  # fmt: skip
    whole = counts["all"]
    _say(
        f"  precision {_share(whole['auto'] - whole['wrong'], whole['auto'])}",
        f"automatic {_share(whole['taken'], whole['decidable'])}",
        f"three {_share(whole['in three'], whole['rest'])}",
        f"of answerable {_share(whole['answered'], whole['answerable'])}",
    )
    for kind, lines in failures.items():
        shown = [each for each in lines if not story or each.story == story]
        for line in shown[:show]:
            _say(f"  {kind}: {line}")
            for each in (
                proposals[line.reference].candidates if line.reference in proposals else ()
            )[:4]:
                laid = [(numbers[item], str(money.amount)) for item, money in each.parts]
                codes = [reason.code.removeprefix("matching.") for reason in each.reasons]
                _say("     ", each.confidence, laid[:5], each.difference.kind.value, codes)


def _right(candidate: Candidate, line: Line, numbers: dict[OpenItemId, str]) -> bool:
    laid = {numbers[item]: money.minor for item, money in candidate.parts}
    return laid == dict(line.truth) and candidate.difference.kind.value == line.difference


def _item(number: str) -> OpenItemId:
    return OpenItemId(uuid5(NAMESPACE_OID, f"item {number}"))


def _line(reference: str) -> BankTransactionId:
    return BankTransactionId(uuid5(NAMESPACE_OID, f"line {reference}"))


def _share(some: int, everything: int) -> str:
    return f"{100 * some / everything:.2f} %" if everything else "–"


def _say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
