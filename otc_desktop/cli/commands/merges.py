"""`otc customer duplicates|distinct|merge|unmerge`."""

from typing import Any

from otc_desktop.application.customers.find_duplicates import FindDuplicates, find_duplicates
from otc_desktop.application.customers.list_duplicates import ListDuplicates, list_duplicates
from otc_desktop.application.customers.merge_customers import MergeCustomers, merge_customers
from otc_desktop.application.customers.preview_merge import PreviewMerge, preview_merge
from otc_desktop.application.customers.tell_apart import TellApart, tell_apart
from otc_desktop.application.customers.undo_merge import UndoMerge, undo_merge
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount
from otc_desktop.domain.customers.duplicates import Likeness, Traits


def duplicates(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Files that look like one, or all pairs of files that look alike."""
    if options.code:
        command = FindDuplicates(code=options.code)
        found = house.use_cases.run(find_duplicates, command, task)
        return {
            "customer": options.code,
            "duplicates": [
                {**_file(traits), **_likeness(house, likeness)} for traits, likeness in found
            ],
        }
    pairs = house.use_cases.run(list_duplicates, ListDuplicates(most=options.most), task)
    return {
        "pairs": [
            {
                "first": _file(pair.first),
                "second": _file(pair.second),
                **_likeness(house, pair.likeness),
            }
            for pair in pairs
        ]
    }


def distinct(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Remember that two files are two customers."""
    house.use_cases.run(tell_apart, TellApart(one=options.one, other=options.other), task)
    return {"distinct": [options.one, options.other]}


def merge(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Put one file into another, or say what that would do."""
    if options.dry_run:
        return _preview(house, options, task)
    command = MergeCustomers(keep=options.keep, lose=options.lose, take=options.take)
    done = house.use_cases.run(merge_customers, command, task)
    return {
        "kept": done.keeper.code,
        "merged": done.loser.code,
        "fields_taken": list(done.taken),
        "moved": dict(done.moved),
        "entry": done.entry or None,
        "dry_run": False,
    }


def unmerge(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take a merge back."""
    done = house.use_cases.run(undo_merge, UndoMerge(keep=options.keep, lose=options.lose), task)
    return {
        "kept": done.keeper.code,
        "restored": done.loser.code,
        "moved_back": dict(done.moved),
        "entry": done.entry or None,
    }


def _preview(house: House, options: Any, task: Task) -> dict[str, Any]:
    command = PreviewMerge(keep=options.keep, lose=options.lose, take=options.take)
    seen = house.use_cases.run(preview_merge, command, task)
    return {
        "kept": seen.keeper.code,
        "merged": seen.loser.code,
        "fields_taken": [each.name for each in seen.fields if each.taken],
        "fields": [
            {"field": each.name, "keep": each.keep, "lose": each.lose, "taken": each.taken}
            for each in seen.fields
            if each.keep != each.lose
        ],
        "moved": dict(seen.moves),
        "carried": amount(seen.carried),
        **(_likeness(house, seen.likeness) if seen.likeness else {"score": 0, "reasons": []}),
        "dry_run": True,
    }


def _file(traits: Traits) -> dict[str, Any]:
    return {
        "code": traits.code,
        "name": traits.name,
        "siren": traits.siren,
        "postal_code": traits.postal_code,
    }


def _likeness(house: House, likeness: Likeness) -> dict[str, Any]:
    return {
        "score": likeness.score,
        "sure": likeness.is_sure,
        "reasons": [
            {
                "code": reason.code,
                "message": house.messages.sentence(reason.code, {}),
                "shared": reason.shared,
            }
            for reason in likeness.reasons
        ],
    }
