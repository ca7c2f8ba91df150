"""`otc bank`."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from otc_desktop.application.banking.import_statement import (
    ImportedStatement,
    ImportStatement,
    import_statement,
)
from otc_desktop.application.kernel.import_mapping import DateOrder
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.receivables.allocate_receipt import (
    AllocateReceipt,
    allocate_receipt,
)
from otc_desktop.application.receivables.match_receipts import (
    MatchOutcome,
    MatchReceipts,
    match_receipts,
)
from otc_desktop.application.receivables.undo_allocation import (
    UndoAllocation,
    undo_allocation,
)
from otc_desktop.cli.commands import receipts
from otc_desktop.cli.commands.learnt import taught_by
from otc_desktop.cli.documents import load_json
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount, errors_of, findings_json
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.matching.candidates import Candidate, MatchProposal
from otc_desktop.domain.receivables.allocation import Allocation, DifferenceKind
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import (
    InputFileError,
    NotFoundError,
    OtcError,
    RuleError,
)
from otc_desktop.domain.shared.ids import AllocationId, BankTransactionId, OpenItemId
from otc_desktop.domain.shared.money import Money


def import_files(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take in statement files; one that is refused stops no other."""
    statements: list[dict[str, Any]] = []
    errors: list[dict[str, Any]] = []
    for path in options.files:
        command = ImportStatement(
            path=path,
            format=options.format,
            account=options.account.replace(" ", ""),
            mapping_name=options.mapping,
            dates=DateOrder(options.dates),
        )
        try:
            imported = house.use_cases.run(import_statement, command, task)
        except OtcError as problem:
            errors.extend(
                {**fault, "file": path.name} for fault in errors_of(problem, house.messages)
            )
        else:
            statements.extend(statement_json(house, each, path.name) for each in imported)
    return {"statements": statements, **({"errors": errors} if errors else {})}


def list_transactions(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List bank movements."""
    filters = {"status": options.status} if options.status else {}
    return {
        "transactions": [
            {
                "id": row.id,
                "date": row.booked_on,
                "value_date": row.value_on,
                "amount": amount(row.amount),
                "currency": row.amount.currency.code,
                "label": row.label,
                "counterparty": row.counterparty,
                "counterparty_account": row.counterparty_account,
                "reference": row.bank_reference,
                "end_to_end_id": row.end_to_end_id,
                "transaction_code": row.transaction_code,
                "return_reason": row.return_reason,
                "mandate": row.mandate,
                "charges": amount(row.charges),
                "original_amount": amount(row.original),
                "original_currency": None if row.original is None else row.original.currency.code,
                "status": row.status,
                "unallocated": amount(row.unallocated),
            }
            for row in every_row(house.queries.bank_transactions, filters)
        ]
    }


def match(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Propose, and with --post book the sure ones."""
    command = MatchReceipts(post=options.post)
    if options.min_confidence is not None:
        command = MatchReceipts(post=options.post, min_confidence=options.min_confidence)
    # First, so that a slip's credit is no receipt to be laid on invoices.
    slips = receipts.match(house, options, task)
    outcome = house.use_cases.run(match_receipts, command, task)
    words = _Words(house, outcome, explain=options.explain)
    return {
        "slips": slips["sure"],
        "slips_proposed": slips["proposed"],
        "auto": [
            {
                "transaction": proposal.receipt_id,
                "allocation": None if allocation is None else allocation.id,
                **words.candidate(proposal.candidates[0]),
            }
            for proposal, allocation in outcome.booked
        ],
        "suggested": [words.suggestion(proposal) for proposal in outcome.suggested],
        "unmatched": list(outcome.unmatched),
        "warnings": [
            *slips["warnings"],
            *findings_json(outcome.refused, house.messages),
        ],
    }


def allocate(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Lay one receipt on invoices, or a list of them from a file."""
    if options.file is not None:
        return _allocate_list(house, load_json(options.file), task)
    if not options.transaction or not options.invoice:
        raise RuleError("receivables.nothing_allocated")
    wanted = [
        {"invoice": number, "amount": text}
        for number, _, text in (each.rpartition("=") for each in options.invoice)
    ]
    return _allocate_one(house, options.transaction, wanted, {"kind": options.difference}, task)


def undo(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take an allocation back."""
    command = UndoAllocation(allocation_id=AllocationId(_id(options.allocation)))
    reversal = house.use_cases.run(undo_allocation, command, task)
    return {"undone": command.allocation_id, "reversal": reversal.id}


class _Words:
    """Proposals as JSON, reasons in words and, explained, as codes with their figures too."""

    def __init__(self, house: House, outcome: MatchOutcome, *, explain: bool) -> None:
        self._house = house
        self._numbers: Mapping[OpenItemId, str] = outcome.numbers
        self._explain = explain

    def candidate(self, candidate: Candidate) -> dict[str, Any]:
        return {
            "allocations": [
                {"invoice": self._numbers[item_id], "amount": amount(part)}
                for item_id, part in candidate.parts
            ],
            "difference": {
                "amount": amount(candidate.difference.amount),
                "kind": candidate.difference.kind,
            },
            "confidence": candidate.confidence,
            "reasons": [
                self._house.messages.sentence(reason.code, reason.params)
                for reason in candidate.reasons
            ],
            **(
                {"evidence": [{"code": each.code, **each.params} for each in candidate.reasons]}
                if self._explain
                else {}
            ),
        }

    def suggestion(self, proposal: MatchProposal) -> dict[str, Any]:
        return {
            "transaction": proposal.receipt_id,
            "candidates": [self.candidate(each) for each in proposal.candidates],
        }


def statement_json(house: House, imported: ImportedStatement, name: str) -> dict[str, Any]:
    """What was taken in of one statement."""
    return {
        "file": name,
        "format": imported.format,
        "account": imported.account,
        "booked_on_account": imported.booked_on_account,
        "currency": imported.currency,
        "opening_balance": amount(imported.opening),
        "closing_balance": amount(imported.closing),
        "transactions": imported.transactions,
        "details": imported.details,
        "pending": imported.pending,
        "credits": amount(imported.credits),
        "debits": amount(imported.debits),
        "duplicates": imported.duplicates,
        "added": imported.added,
        "detailed": imported.detailed,
        "warnings": findings_json(imported.findings, house.messages),
    }


def _allocate_list(house: House, entries: Any, task: Task) -> dict[str, Any]:
    if not isinstance(entries, list):
        raise InputFileError("document.bad_json", line=1, detail="[…]")
    results: list[dict[str, Any]] = []
    errors: list[dict[str, Any]] = []
    for place, each in enumerate(entries):
        task.progress(place, len(entries))
        transaction = str(each.get("transaction", "")) if isinstance(each, Mapping) else ""
        try:
            if not isinstance(each, Mapping):
                raise InputFileError("document.bad_field", column=f"[{place}]", value=str(each))
            done = _allocate_one(
                house,
                transaction,
                each.get("allocations") or [],
                each.get("difference") or {},
                task,
            )
        except OtcError as problem:
            faults = errors_of(problem, house.messages)
            results.append({"transaction": transaction, "done": False, "errors": faults})
            errors.extend({**fault, "where": f"[{place}]"} for fault in faults)
        else:
            results.append({"done": True, **done})
    return {"results": results, **({"errors": errors} if errors else {})}


def _allocate_one(
    house: House,
    transaction: str,
    wanted: Sequence[Mapping[str, Any]],
    difference: Mapping[str, Any],
    task: Task,
) -> dict[str, Any]:
    kind = str(difference.get("kind") or DifferenceKind.NONE.value)
    if kind not in set(DifferenceKind):
        raise RuleError("receivables.unknown_difference", where="difference", kind=kind)
    allocation = house.use_cases.run(
        allocate_receipt,
        AllocateReceipt(
            transaction_id=BankTransactionId(_id(transaction)),
            parts=tuple(
                (str(each.get("invoice", "")), _money(each.get("amount"))) for each in wanted
            ),
            difference_kind=DifferenceKind(kind),
        ),
        task,
    )
    taught = taught_by(house, BankTransactionId(_id(transaction)), task)
    return {**_allocation(allocation, wanted), "learnt": taught}


def _allocation(allocation: Allocation, wanted: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "allocation": allocation.id,
        "transaction": allocation.transaction_id,
        "allocations": [
            {"invoice": each["invoice"], "amount": amount(part)}
            for each, (_, part) in zip(wanted, allocation.parts, strict=True)
        ],
        "difference": {
            "amount": amount(allocation.difference.amount),
            "kind": allocation.difference.kind,
        },
    }


def _money(value: Any) -> Money:
    try:
        return Money(Decimal(str(value)), EUR)
    except InvalidOperation as problem:
        raise RuleError("money.not_a_number", where="amount", amount=str(value)) from problem


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as problem:
        raise NotFoundError("program.bad_id", id=text) from problem
