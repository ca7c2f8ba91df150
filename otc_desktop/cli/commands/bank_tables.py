"""`otc bank mapping`, `otc bank folder`, and what falls into the watched folder."""

from collections.abc import Sequence
from typing import Any

from otc_desktop.application.banking.bank_mappings import (
    ForgetBankMapping,
    ListBankMappings,
    LookAtBankTable,
    SaveBankMapping,
    forget_bank_mapping,
    list_bank_mappings,
    look_at_bank_table,
    save_bank_mapping,
)
from otc_desktop.application.banking.watched_folder import (
    FindWatchedFolder,
    SetWatchedFolder,
    StopWatching,
    find_watched_folder,
    import_waiting,
    set_watched_folder,
    stop_watching,
)
from otc_desktop.application.kernel.bank_tables import (
    ACCOUNT,
    ALIASES,
    BANK_TABLE,
    DELIMITER,
    ENCODING,
    HEADER_LINE,
    NO_HEADER,
)
from otc_desktop.application.kernel.import_mapping import (
    DateOrder,
    DecimalMark,
    ImportMapping,
)
from otc_desktop.application.kernel.repositories import WatchedFolder
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.commands.banking import statement_json
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import errors_of
from otc_desktop.domain.shared.errors import OtcError, RuleError

_DECIMALS = {"auto": DecimalMark.AUTO, "comma": DecimalMark.COMMA, "point": DecimalMark.POINT}


def list_mappings(house: House, options: Any, task: Task) -> dict[str, Any]:
    """The mappings remembered for bank statements."""
    found = house.use_cases.run(list_bank_mappings, ListBankMappings(), task)
    return {"mappings": [_mapping(each) for each in found]}


def remove_mapping(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Forget a mapping by its name."""
    command = ForgetBankMapping(name=options.name)
    return {"removed": _mapping(house.use_cases.run(forget_bank_mapping, command, task))}


def add_mapping(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Remember what the columns of files like this one are."""
    look = house.use_cases.run(
        look_at_bank_table,
        LookAtBankTable(
            path=options.file,
            encoding=options.encoding,
            delimiter=options.delimiter,
            header_line=NO_HEADER if options.no_header else options.header_line,
        ),
        task,
    )
    columns = _columns(look.titles, look.columns, options.column)
    mapping = ImportMapping(
        kind=BANK_TABLE.name,
        titles=look.titles,
        columns=columns,
        title=options.name,
        dates=DateOrder(options.dates),
        decimals=_DECIMALS[options.decimals],
        constants={
            name: value
            for name, value in {
                ENCODING: options.encoding,
                DELIMITER: options.delimiter,
                HEADER_LINE: str(NO_HEADER) if not look.header_line else "",
                ACCOUNT: options.account.replace(" ", ""),
            }.items()
            if value
        },
    )
    saved = house.use_cases.run(save_bank_mapping, SaveBankMapping(mapping=mapping), task)
    return {"mapping": _mapping(saved)}


def show_folder(house: House, options: Any, task: Task) -> dict[str, Any]:
    """The folder this machine watches."""
    return {"folder": _folder(house.use_cases.run(find_watched_folder, FindWatchedFolder(), task))}


def set_folder(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Watch a folder."""
    command = SetWatchedFolder(path=options.folder, account=options.account.replace(" ", ""))
    return {"folder": _folder(house.use_cases.run(set_watched_folder, command, task))}


def remove_folder(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Watch no folder any more."""
    return {"removed": _folder(house.use_cases.run(stop_watching, StopWatching(), task))}


def take_in_folder(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take in what waits in the watched folder; `errors` has the refusals."""
    errors: list[dict[str, Any]] = []
    files = import_waiting(house.use_cases, lambda refusal: _words(house, refusal), task)
    for each in files:
        if each.refusal is not None and not each.is_left:
            errors.extend(
                {**fault, "file": each.path.name}
                for fault in errors_of(each.refusal, house.messages)
            )
    statements = [
        statement_json(house, statement, each.path.name)
        for each in files
        for statement in each.statements
    ]
    return {
        "files": sum(1 for each in files if each.refusal is None),
        "left": [each.path.name for each in files if each.is_left],
        "added": sum(each["added"] for each in statements),
        "statements": statements,
        **({"errors": errors} if errors else {}),
    }


def _columns(titles: Sequence[str], guessed: Sequence[str], said: Sequence[str]) -> tuple[str, ...]:
    """The columns as guessed, and as said: `label=Texte`, or by place `amount=3`."""
    columns = list(guessed)
    for each in said:
        name, _, title = each.partition("=")
        if name not in ALIASES:
            raise RuleError("banking.unknown_column", where="--column", text=each)
        place = _place(titles, title)
        if place is None:
            raise RuleError("banking.unknown_column", where="--column", text=each)
        columns = ["" if column == name else column for column in columns]
        columns[place] = name
    return tuple(columns)


def _place(titles: Sequence[str], title: str) -> int | None:
    if title in titles:
        return titles.index(title)
    if title.isdecimal() and 1 <= int(title) <= len(titles):
        return int(title) - 1
    return None


def _mapping(mapping: ImportMapping) -> dict[str, Any]:
    return {
        "name": mapping.title,
        "columns": [
            {"title": title or str(place), "column": column}
            for place, (title, column) in enumerate(
                zip(mapping.titles, mapping.columns, strict=True), start=1
            )
        ],
        "dates": mapping.dates,
        "decimals": mapping.decimals,
        "account": mapping.constants.get(ACCOUNT, ""),
    }


def _folder(folder: WatchedFolder | None) -> dict[str, Any] | None:
    return None if folder is None else {"path": folder.path, "account": folder.account}


def _words(house: House, refusal: OtcError) -> str:
    faults = errors_of(refusal, house.messages)
    return "\n".join(str(fault["message"]) for fault in faults)
