"""Cheques, bills, cards and cash stand in the ledger where they are in truth."""

from sqlalchemy import (
    BigInteger,
    Connection,
    case,
    func,
    literal,
    literal_column,
    or_,
    select,
    union_all,
)

from otc_desktop.domain.ledger.account_scheme import DEFAULT_SCHEME
from otc_desktop.domain.ledger.paper_posting import holding_account, remitted_account
from otc_desktop.domain.receivables.deposit_slip import SlipStatus
from otc_desktop.domain.receivables.paper_receipt import PaperKind, PaperStatus, Remittance
from otc_desktop.persistence.queries.verification.streaming import Offenders, stream
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.bank_postings import bank_posting
from otc_desktop.persistence.tables.ledger import journal_entry, journal_line
from otc_desktop.persistence.tables.papers import deposit_slip, paper_receipt
from otc_desktop.persistence.tables.receivables import allocation

_HELD = {kind.value: holding_account(kind, DEFAULT_SCHEME) for kind in PaperKind}
_AT_BANK = [
    (kind.value, remittance.value, remitted_account(kind, remittance, DEFAULT_SCHEME))
    for kind in PaperKind
    for remittance in Remittance
]
_HOLDING = sorted({*_HELD.values(), *(account for _, _, account in _AT_BANK)})


def holding_accounts(connection: Connection) -> Offenders:
    """Accounts on which other receipts stand than those not yet credited.

    A returned paper whose debit has not come owes the bank. Only entries of receipts, slips
    and their bank lines are looked at: what somebody posts there by hand is their own.
    """
    nothing = literal(0, BigInteger)
    paper, slip, line = paper_receipt.c, deposit_slip.c, journal_line.c
    in_hand = select(
        case(_HELD, value=paper.kind).label("account"),
        paper.amount_minor.label("expected"),
        nothing.label("posted"),
    ).where(paper.status == PaperStatus.HELD.value)
    at_bank = case(
        *(
            ((slip.kind == kind) & (slip.remittance == remittance), literal_column(f"'{account}'"))
            for kind, remittance, account in _AT_BANK
        )
    )
    waiting = select(at_bank, slip.total_minor, nothing).where(
        slip.status == SlipStatus.REMITTED.value
    )
    came_back = (
        select(at_bank, -paper.amount_minor, nothing)
        .join(deposit_slip, slip.id == paper.slip_id)
        .where((paper.status == PaperStatus.RETURNED.value) & paper.return_posting_id.is_(None))
    )
    of_receipts = select(allocation.c.entry_id).where(allocation.c.paper_id.is_not(None))
    remitted = select(slip.entry_id).where(slip.entry_id.is_not(None))
    taken_apart = select(journal_entry.c.id).where(journal_entry.c.reverses_id.in_(remitted))
    credited = select(bank_posting.c.entry_id).where(
        or_(
            bank_posting.c.id.in_(select(slip.posting_id).where(slip.posting_id.is_not(None))),
            bank_posting.c.id.in_(
                select(paper.return_posting_id).where(paper.return_posting_id.is_not(None))
            ),
        )
    )
    entries = union_all(of_receipts, remitted, taken_apart, credited)
    posted = select(line.account, nothing, line.debit_minor - line.credit_minor).where(
        line.account.in_(_HOLDING) & line.entry_id.in_(entries)
    )
    both = union_all(in_hand, waiting, came_back, posted).subquery()
    expected, standing = sum_minor(both.c.expected), sum_minor(both.c.posted)
    query = (
        select(both.c.account, expected, standing)
        .group_by(both.c.account)
        .having(expected != standing)
        .order_by(both.c.account)
    )
    return (
        f"{account}: {papers} / {ledger}" for account, papers, ledger in stream(connection, query)
    )


def slips_against_papers(connection: Connection) -> Offenders:
    """Slips whose total or number of papers is not that of what stands on them."""
    paper, slip = paper_receipt.c, deposit_slip.c
    withdrawn = slip.status == SlipStatus.WITHDRAWN.value
    total, count = sum_minor(paper.amount_minor), func.count(paper.id)
    query = (
        select(slip.number)
        .outerjoin(paper_receipt, paper.slip_id == slip.id)
        .group_by(slip.id, slip.number, slip.status, slip.total_minor, slip.papers)
        .having(
            or_(
                ~withdrawn & ((total != slip.total_minor) | (count != slip.papers)),
                withdrawn & (count != 0),
            )
        )
        .order_by(slip.number)
    )
    return (number for (number,) in stream(connection, query))


def slip_number_gaps(connection: Connection) -> Offenders:
    """Years in which a slip's number is missing: withdrawn slips keep theirs.

    Direct debits have the number of their collection, which has a check of its own.
    """
    year = func.substr(deposit_slip.c.number, 1, 8)
    query = (
        select(year, func.count(), func.max(deposit_slip.c.number))
        .where(deposit_slip.c.kind != PaperKind.DEBIT.value)
        .group_by(year)
        .order_by(year)
    )
    return (
        last
        for prefix, count, last in stream(connection, query)
        if int(last.removeprefix(f"{prefix}-")) != count
    )
