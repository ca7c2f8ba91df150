"""`otc notice`, `otc handover`, `otc proposal`."""

from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from otc_desktop.application.dunning.formal_notices import (
    MakeFormalNotice,
    OpenPostalLetter,
    SettleLetter,
    make_formal_notice,
    open_postal_letter,
    settle_letter,
)
from otc_desktop.application.dunning.handovers import (
    CloseHandover,
    CreateHandover,
    ReferenceHandover,
    WriteCase,
    close_handover,
    create_handover,
    reference_handover,
    write_case,
)
from otc_desktop.application.kernel.case_files import WrittenCase
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.receivables.decide_proposals import (
    AcceptProposal,
    DropProposal,
    ReadProposal,
    accept_proposal,
    drop_proposal,
    read_proposal,
)
from otc_desktop.application.receivables.entry_proposals import (
    AdjustProvisions,
    ProposeEntry,
    adjust_provisions,
    propose_entry,
)
from otc_desktop.application.receivables.unpaid_duplicate import DrawDuplicates, draw_duplicates
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.dunning.formal_notice import LetterState, PostalLetter
from otc_desktop.domain.dunning.handover import Handover, HandoverKind, HandoverOutcome
from otc_desktop.domain.ledger.entry_proposal import EntryProposal, ProposalKind
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from otc_desktop.domain.shared.ids import PostalLetterId


def make_notice(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Make a formal notice to pay."""
    command = MakeFormalNotice(
        customer=options.customer,
        signatory=options.signatory,
        numbers=tuple(options.invoice),
        place=options.place,
        deadline_days=options.days,
    )
    made = house.use_cases.run(make_formal_notice, command, task)
    if options.out is not None:
        copy = house.use_cases.run(open_postal_letter, OpenPostalLetter(letter_id=made.letter.id))
        options.out.write_bytes(copy.read_bytes())
    notice = made.notice
    return {
        "number": notice.number,
        "letter": made.letter.id,
        "principal": amount(notice.principal),
        "interest": amount(notice.interest),
        "indemnity": amount(notice.indemnity),
        "claimed": amount(notice.claimed),
        "is_estimated": made.is_estimated,
        "file": None if options.out is None else str(options.out),
    }


def settle(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Tell what became of a letter."""
    command = SettleLetter(
        letter_id=_letter_id(options.letter),
        state=LetterState(options.state),
        on=options.on,
        registered_number=options.number,
    )
    return _letter(house.use_cases.run(settle_letter, command, task))


def list_letters(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List the letters to post, and those posted."""
    filters = {} if options.state is None else {"state": options.state}
    return {
        "letters": [
            {
                "id": row.id,
                "kind": row.kind,
                "title": row.title,
                "customer": row.customer_code,
                "made_on": row.made_on,
                "registered": row.is_registered,
                "state": row.state,
                "posted_on": row.posted_on,
                "registered_number": row.registered_number,
                "settled_on": row.settled_on,
            }
            for row in every_row(house.queries.postal_letters, filters)
        ]
    }


def create(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Hand claims over, with their file."""
    command = CreateHandover(
        customer=options.customer,
        to=options.to,
        path=options.out,
        kind=HandoverKind(options.kind),
        numbers=tuple(options.invoice),
        reference=options.reference,
        signatory=options.signatory,
    )
    handover, written = house.use_cases.run(create_handover, command, task)
    return {**_handover(handover), **_written(written)}


def write(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Write the file without handing anything over."""
    command = WriteCase(
        customer=options.customer,
        path=options.out,
        numbers=tuple(options.invoice),
        signatory=options.signatory,
    )
    return _written(house.use_cases.run(write_case, command, task))


def reference(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Keep the other side's reference."""
    command = ReferenceHandover(number=options.number, reference=options.reference)
    return _handover(house.use_cases.run(reference_handover, command, task))


def close(house: House, options: Any, task: Task) -> dict[str, Any]:
    """End a hand-over, or take it back."""
    command = CloseHandover(
        number=options.number,
        outcome=HandoverOutcome(options.outcome),
        fee=_amount(options.fee),
        on=options.on,
        note=options.note,
    )
    return _handover(house.use_cases.run(close_handover, command, task))


def list_handovers(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List hand-overs."""
    return {
        "handovers": [
            {
                "number": row.number,
                "customer": row.customer_code,
                "kind": row.kind,
                "to": row.to,
                "handed_on": row.handed_on,
                "reference": row.reference,
                "amount": amount(row.amount),
                "outcome": row.outcome,
                "fee": None if row.fee is None else amount(row.fee),
                "closed_on": row.closed_on,
            }
            for row in every_row(house.queries.handovers, {})
        ]
    }


def propose(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Propose an entry for a customer's claims."""
    command = ProposeEntry(
        customer=options.customer,
        kind=ProposalKind(options.kind),
        numbers=tuple(options.invoice),
        percent=_amount(options.percent),
        reason=options.reason,
        amount=_amount(options.amount),
        on=options.on,
    )
    return _proposal(house.use_cases.run(propose_entry, command, task))


def adjust(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Propose what provisions need at the end of a period."""
    made = house.use_cases.run(adjust_provisions, AdjustProvisions(on=options.on), task)
    return {"proposals": [_proposal(each) for each in made]}


def show(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Show a proposal with its entry and source."""
    seen = house.use_cases.run(read_proposal, ReadProposal(number=options.number), task)
    if options.duplicates is not None:
        drawn = house.use_cases.run(draw_duplicates, DrawDuplicates(number=options.number), task)
        options.duplicates.write_bytes(drawn)
    return {
        **_proposal(seen.proposal),
        "customer": seen.customer_code,
        "items": list(seen.numbers),
        "source": seen.source,
        "problem": seen.problem or None,
        "lines": []
        if seen.entry is None
        else [
            {
                "account": line.account,
                "auxiliary": line.auxiliary,
                "debit": amount(line.debit),
                "credit": amount(line.credit),
            }
            for line in seen.entry.lines
        ],
    }


def accept(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Post a proposed entry."""
    return _proposal(
        house.use_cases.run(accept_proposal, AcceptProposal(number=options.number), task)
    )


def drop(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Put a proposal aside."""
    return _proposal(house.use_cases.run(drop_proposal, DropProposal(number=options.number), task))


def list_proposals(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List proposed entries."""
    filters = {} if options.state is None else {"state": options.state}
    return {
        "proposals": [
            {
                "number": row.number,
                "customer": row.customer_code,
                "kind": row.kind,
                "entry_on": row.entry_on,
                "percent": None if row.percent is None else str(row.percent),
                "reason": row.reason,
                "amount": amount(row.amount),
                "vat": amount(row.vat),
                "state": row.state,
            }
            for row in every_row(house.queries.entry_proposals, filters)
        ]
    }


def _letter(letter: PostalLetter) -> dict[str, Any]:
    return {
        "letter": letter.id,
        "title": letter.title,
        "state": letter.state,
        "posted_on": letter.posted_on,
        "registered_number": letter.registered_number,
        "settled_on": letter.settled_on,
    }


def _handover(handover: Handover) -> dict[str, Any]:
    return {
        "number": handover.number,
        "to": handover.to,
        "reference": handover.reference,
        "amount": amount(handover.amount),
        "outcome": handover.outcome,
        "closed_on": handover.closed_on,
    }


def _written(written: WrittenCase) -> dict[str, Any]:
    return {
        "file": str(written.path),
        "files": written.files,
        "size": written.size,
        "sha256": written.sha256,
    }


def _proposal(proposal: EntryProposal) -> dict[str, Any]:
    return {
        "number": proposal.number,
        "kind": proposal.kind,
        "state": proposal.state,
        "entry_on": proposal.entry_on,
        "amount": amount(proposal.amount),
        "vat": amount(proposal.vat),
    }


def _amount(text: str | None) -> Decimal | None:
    if text is None:
        return None
    try:
        return Decimal(text)
    except InvalidOperation as problem:
        raise RuleError("money.not_a_number", where="amount", amount=text) from problem


def _letter_id(text: str) -> PostalLetterId:
    try:
        return PostalLetterId(UUID(text))
    except ValueError as problem:
        raise NotFoundError("dunning.letter_not_found") from problem
