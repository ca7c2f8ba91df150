"""`otc mandate`, `otc debit`: mandates, collections, and debits that came back."""

from typing import Any

from otc_desktop.application.direct_debits.collections import (
    CancelCollection,
    HandOver,
    PrepareCollection,
    WriteDebitFile,
    cancel_collection,
    hand_over,
    prepare_collection,
    write_debit_file,
)
from otc_desktop.application.direct_debits.mandates import (
    DrawMandate,
    ReleaseMandate,
    RevokeMandate,
    SetCreditor,
    SignMandate,
    draw_mandate,
    release_mandate,
    revoke_mandate,
    set_creditor,
    sign_mandate,
)
from otc_desktop.application.direct_debits.notices import TellPayers, tell_payers
from otc_desktop.application.direct_debits.queries import CollectionRow, MandateRow
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.receivables.returned_debits import (
    TakeReturnedDebits,
    take_returned_debits,
)
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount, findings_json
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.customers.file_changes import masked_iban
from otc_desktop.domain.direct_debits.collection import Collection
from otc_desktop.domain.direct_debits.mandate import Mandate, Scheme, state_of


def creditor(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Keep the creditor identifier."""
    command = SetCreditor(ics=options.ics, notice_days=options.notice_days)
    ics = house.use_cases.run(set_creditor, command, task)
    return {"ics": ics, "notice_days": options.notice_days}


def sign(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Keep a signed mandate."""
    command = SignMandate(
        customer=options.customer,
        signed_on=options.on or house.today(),
        signed_at=options.at,
        rum=options.rum,
        iban=options.iban,
        debtor_name=options.name,
        scheme=Scheme(options.scheme),
        recurrent=not options.one_off,
        notice_days=options.notice_days,
    )
    return _mandate_json(house, house.use_cases.run(sign_mandate, command, task))


def revoke(house: House, options: Any, task: Task) -> dict[str, Any]:
    """The customer took it back."""
    command = RevokeMandate(rum=options.rum, on=options.on)
    return _mandate_json(house, house.use_cases.run(revoke_mandate, command, task))


def release(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Somebody looked at it after a return."""
    command = ReleaseMandate(rum=options.rum, iban=options.iban)
    return _mandate_json(house, house.use_cases.run(release_mandate, command, task))


def form(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Write the form to sign."""
    command = DrawMandate(
        customer=options.customer,
        path=options.out,
        scheme=Scheme(options.scheme),
        recurrent=not options.one_off,
    )
    return {"file": str(house.use_cases.run(draw_mandate, command, task))}


def mandates(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List mandates."""
    filters = {"customer": options.customer}
    return {"mandates": [_row_json(row) for row in every_row(house.queries.mandates, filters)]}


def prepare(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take what falls due for a collection."""
    command = PrepareCollection(
        collect_on=options.on,
        due_by=options.due_by,
        scheme=Scheme(options.scheme),
        account=options.account,
        customers=tuple(options.customer),
        dry=options.dry_run,
    )
    prepared = house.use_cases.run(prepare_collection, command, task)
    return {
        "collect_on": prepared.collect_on,
        "collections": [_collection_json(each) for each in prepared.collections],
        "withheld": [
            {
                "invoice": each.number,
                "customer": each.customer_code,
                "open_amount": amount(each.open),
                "reason": each.reason,
                "words": house.messages.word("debit_withheld", each.reason),
            }
            for each in prepared.withheld
        ],
    }


def notify(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Tell the payers."""
    told = house.use_cases.run(tell_payers, TellPayers(number=options.number), task)
    return {
        "told": told.told,
        "told_before": told.before,
        "warnings": findings_json(told.refused, house.messages),
    }


def send(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Write the file for the bank."""
    command = HandOver(
        number=options.number, path=options.out, told_otherwise=options.told_otherwise
    )
    collection = house.use_cases.run(hand_over, command, task)
    return {**_collection_json(collection), "file": str(options.out)}


def again(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Write the same file again."""
    command = WriteDebitFile(number=options.number, path=options.out)
    return {"file": str(house.use_cases.run(write_debit_file, command, task))}


def cancel(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Give a collection up."""
    done = house.use_cases.run(cancel_collection, CancelCollection(number=options.number), task)
    return {"number": done.number, "cancelled": True}


def returned(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Book the debits that came back."""
    found = house.use_cases.run(take_returned_debits, TakeReturnedDebits(), task)
    return {
        "returned": [
            {
                "reference": paper.number,
                "amount": amount(paper.amount),
                "reason": paper.return_reason,
                "date": paper.returned_on,
            }
            for paper in found.returned
        ],
        "warnings": findings_json(found.refused, house.messages),
    }


def collections(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List collections."""
    rows = every_row(house.queries.debit_collections, {"status": options.status})
    return {"collections": [_collection_row_json(row) for row in rows]}


def _mandate_json(house: House, mandate: Mandate) -> dict[str, Any]:
    return {
        "rum": mandate.rum,
        "ics": mandate.ics,
        "name": mandate.debtor_name,
        "iban": masked_iban(mandate.iban),
        "scheme": mandate.scheme,
        "recurrent": mandate.recurrent,
        "signed_on": mandate.signed_on,
        "state": state_of(mandate, house.today()),
        "expires_on": mandate.expires_on(),
    }


def _row_json(row: MandateRow) -> dict[str, Any]:
    return {
        "rum": row.rum,
        "customer": row.customer_code,
        "name": row.debtor_name,
        "iban": row.iban,
        "scheme": row.scheme,
        "recurrent": row.recurrent,
        "signed_on": row.signed_on,
        "state": row.state,
        "blocked_for": row.blocked_for,
        "expires_on": row.expires_on,
    }


def _collection_json(collection: Collection) -> dict[str, Any]:
    return {
        "number": collection.number,
        "status": collection.status,
        "scheme": collection.scheme,
        "collect_on": collection.collect_on,
        "total": amount(collection.total),
        "debits": [
            {
                "reference": debit.end_to_end_id,
                "amount": amount(debit.amount),
                "sequence": debit.place,
            }
            for debit in collection.debits
        ],
        "sha256": collection.sha256,
    }


def _collection_row_json(row: CollectionRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "status": row.status,
        "scheme": row.scheme,
        "collect_on": row.collect_on,
        "total": amount(row.total),
        "debits": row.debits,
        "sha256": row.sha256,
    }
