"""Keeping account of an import: each row's fate as it is decided, the counts at the end."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from otc_desktop.application.kernel.import_table import ImportedTable
from otc_desktop.application.kernel.imports import (
    Fate,
    FieldChange,
    ImportResult,
    ImportTable,
    RejectedRow,
    RowFate,
)
from otc_desktop.application.kernel.ports import SheetRow
from otc_desktop.application.kernel.task import Task
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import BlockingFindings, Finding, error
from otc_desktop.domain.shared.money import Money

_ROWS_A_LOOK = 200
# What changes with every save, and says nothing to people.
_SILENT = frozenset({"id", "version"})


class ImportLog:
    """The fates of an import's rows.

    Args:
        command: what was asked.
        table: the file as read.
        task: told how far the work is, and asked whether to stop.
    """

    def __init__(self, command: ImportTable, table: ImportedTable, task: Task) -> None:
        self._command = command
        self._table = table
        self._task = task
        self._fates: list[RowFate] = []
        self._rejected: list[RejectedRow] = []
        self._counts = dict.fromkeys(Fate, 0)

    def rows(self) -> Iterator[SheetRow]:
        """The rows that could be read; the others are rejected with what was wrong in them."""
        total = len(self._table.rows)
        for done, row in enumerate(self._table.rows):
            if done % _ROWS_A_LOOK == 0:
                self._task.check_cancelled()
                self._task.progress(done, total)
            if row.faults:
                self.reject(row, *row.faults)
            else:
                yield row

    def created(
        self, row: SheetRow, *, key: str, name: str = "", remarks: tuple[Finding, ...] = ()
    ) -> None:
        """A thing that was not here before."""
        self._keep(RowFate(row.number, Fate.CREATED, key, name, (), row.remarks + remarks))

    def compared(
        self,
        row: SheetRow,
        changes: tuple[FieldChange, ...],
        *,
        key: str,
        name: str = "",
        remarks: tuple[Finding, ...] = (),
    ) -> None:
        """A known thing: updated where anything changes, else unchanged."""
        fate = Fate.UPDATED if changes else Fate.UNCHANGED
        self._keep(RowFate(row.number, fate, key, name, changes, row.remarks + remarks))

    def reject(self, row: SheetRow, *faults: Finding) -> None:
        """A row that can't be taken."""
        self._rejected += [RejectedRow(row.number, fault.where or "", fault) for fault in faults]
        key = row.values.get("code") or row.values.get("number") or ""
        name = row.values.get("name", "")
        self._keep(RowFate(row.number, Fate.REJECTED, key, name, (), faults))

    def refuse(self, row: SheetRow, problem: RuleError) -> None:
        """A row that a rule refuses, with all the faults the rule found."""
        if isinstance(problem, BlockingFindings):
            self.reject(row, *problem.findings)
        else:
            self.reject(row, error(problem.code, problem.where, **problem.params))

    def result(self) -> ImportResult:
        """The counts, and whether the import may be written."""
        command, table = self._command, self._table
        return ImportResult(
            self._counts[Fate.CREATED],
            self._counts[Fate.UPDATED],
            self._counts[Fate.UNCHANGED],
            tuple(self._rejected),
            not command.dry_run and (command.accept_partial or not self._rejected),
            rows=self._fates,
            skipped=table.skipped,
            ignored=table.ignored,
            mapping=table.mapping,
            remarks=table.remarks,
        )

    def _keep(self, fate: RowFate) -> None:
        self._fates.append(fate)
        self._counts[fate.fate] += 1


def changes_between(before: object, after: object, *, prefix: str = "") -> tuple[FieldChange, ...]:
    """The fields in which two states of a thing differ, as texts; parts field by field.

    Args:
        before: a frozen dataclass.
        after: another of the same class.
        prefix: put before the names of the fields.
    """
    changes: list[FieldChange] = []
    for each in fields(before):  # type: ignore[arg-type]
        old, new = getattr(before, each.name), getattr(after, each.name)
        if old == new or each.name in _SILENT:
            continue
        if _has_parts(old) and type(old) is type(new):
            changes += changes_between(old, new)
        else:
            changes.append(FieldChange(prefix + each.name, text_of(old), text_of(new)))
    return tuple(changes)


def text_of(value: Any) -> str:
    """A field's value as text; nothing is empty."""
    match value:
        case None:
            return ""
        case Money():
            return f"{value.amount} {value.currency.code}"
        case Decimal():
            return f"{value.normalize():f}"
        case Enum():
            return str(value.value)
        case tuple() | frozenset():
            return ", ".join(text_of(each) for each in value)
        case _:
            return str(value)


def _has_parts(value: object) -> bool:
    # What has a text of its own (terms, money) is one value to people.
    return is_dataclass(value) and type(value).__str__ is object.__str__
