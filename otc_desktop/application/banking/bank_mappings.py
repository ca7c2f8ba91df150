"""Looking at a bank's table, and remembering once and for all what its columns are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from otc_desktop.application.banking.import_statement import LARGEST_FILE
from otc_desktop.application.banking.statement_account import file_accounts, reading_choices
from otc_desktop.application.kernel.bank_tables import (
    BANK_TABLE,
    LookChoices,
    TableLook,
    is_complete,
)
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.import_mapping import DateOrder, ImportMapping
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.shared.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAtBankTable:
    """Ask what a table seems to be, opened as said; empty and 0 let the program decide."""

    path: Path
    encoding: str = ""
    delimiter: str = ""
    header_line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveBankMapping:
    """Ask that statements with these headers be read so from now on."""

    mapping: ImportMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetBankMapping:
    """Ask that a mapping be forgotten, by its name."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBankMappings:
    """Ask which mappings are remembered."""


@use_case(permission=Permission.IMPORT_BANK)
def look_at_bank_table(command: LookAtBankTable, ctx: Context, task: Task) -> TableLook:
    """The beginning of a bank's table and what its columns seem to be; nothing is kept.

    Raises:
        InputFileError: a `files.*`, `bank_file.*` or `sheet.*` code.
    """
    with ctx.snapshot() as view:
        remembered = view.import_mappings.of_kind(BANK_TABLE.name)
    content = ctx.ports.files.read(command.path, largest=LARGEST_FILE)
    choices = LookChoices(
        encoding=command.encoding,
        delimiter=command.delimiter,
        header_line=command.header_line,
        mappings=remembered,
    )
    return ctx.ports.bank_formats.look(content, name=command.path.name, choices=choices)


@use_case(permission=Permission.IMPORT_BANK)
def save_bank_mapping(command: SaveBankMapping, ctx: Context, task: Task) -> ImportMapping:
    """Remember a mapping; it takes the place of an earlier one for the same headers.

    Raises:
        RuleError: `banking.mapping_incomplete`.
    """
    mapping = replace(command.mapping, kind=BANK_TABLE.name)
    if not is_complete(mapping.columns):
        raise RuleError("banking.mapping_incomplete")
    with ctx.unit_of_work() as uow:
        known = uow.import_mappings.find(mapping.kind, mapping.signature)
        if known is None or known.id is None:
            uow.import_mappings.add(mapping, ctx.new_id())
        elif replace(mapping, id=known.id, version=known.version) != known:
            uow.import_mappings.save(replace(mapping, version=known.version), known.id)
        return uow.commit(mapping)


@use_case(permission=Permission.IMPORT_BANK)
def forget_bank_mapping(command: ForgetBankMapping, ctx: Context, task: Task) -> ImportMapping:
    """Forget a mapping: statements with its headers are asked about again.

    Raises:
        NotFoundError: `banking.unknown_mapping`.
    """
    with ctx.unit_of_work() as uow:
        for each in uow.import_mappings.of_kind(BANK_TABLE.name):
            if fold(each.title) == fold(command.name) and each.id is not None:
                return uow.commit(uow.import_mappings.remove(each.id))
    raise NotFoundError("banking.unknown_mapping", name=command.name)


@use_case(permission=Permission.READ)
def list_bank_mappings(
    command: ListBankMappings, ctx: Context, task: Task
) -> Sequence[ImportMapping]:
    """The mappings remembered for bank statements, by name."""
    with ctx.snapshot() as view:
        return tuple(view.import_mappings.of_kind(BANK_TABLE.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class TryBankFile:
    """Ask what a file would bring, read by a mapping or as the program would by itself."""

    path: Path
    mapping: ImportMapping | None = None
    account: str = ""
    dates: DateOrder = DateOrder.AUTO


@dataclass(frozen=True, slots=True, kw_only=True)
class BankFileTrial:
    """What a file would bring: how many movements of which days, and their sums."""

    movements: int
    pending: int
    first_on: date | None
    last_on: date | None
    credits: Money
    debits: Money
    closing: Money | None
    account: str


@use_case(permission=Permission.IMPORT_BANK)
def try_bank_file(command: TryBankFile, ctx: Context, task: Task) -> BankFileTrial:
    """Read a file without keeping anything of it.

    Raises:
        InputFileError: as the import would.
    """
    content = ctx.ports.files.read(command.path, largest=LARGEST_FILE)
    with ctx.snapshot() as view:
        files = file_accounts(view, command.account)
        choices = reading_choices(
            view, files, name="", mapping=command.mapping, dates=command.dates
        )
    statements = ctx.ports.bank_formats.read(content, name=command.path.name, choices=choices)
    first, *others = statements
    days = [entry.booked_on for each in statements for entry in each.entries]
    alike = [each for each in statements if each.currency == first.currency]
    currency = Currency(first.currency)
    return BankFileTrial(
        movements=len(days),
        pending=sum(each.pending for each in statements),
        first_on=min(days, default=None),
        last_on=max(days, default=None),
        credits=total((each.credits for each in alike), currency),
        debits=total((each.debits for each in alike), currency),
        closing=None if others else first.closing,
        account=first.account,
    )
