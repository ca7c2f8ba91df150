"""Options of `otc bank mapping` and `otc bank folder`."""

from pathlib import Path
from typing import Any

from otc_desktop.cli.commands import bank_tables
from otc_desktop.cli.grammar import command, group


def add_tables(bank: Any) -> None:
    """Add the two groups to `otc bank`."""
    mapping = group(bank, "mapping", "how tables of banks are read")
    command(mapping, "list", bank_tables.list_mappings, "list what is remembered")
    added = command(mapping, "add", bank_tables.add_mapping, "remember the columns of a file")
    added.add_argument("name", metavar="NAME")
    added.add_argument("file", type=Path, metavar="FILE")
    added.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FIELD=TITLE|PLACE",
        help="such as label=Texte, or amount=3",
    )
    added.add_argument("--dates", choices=["auto", "dmy", "mdy", "ymd"], default="auto")
    added.add_argument("--decimals", choices=["auto", "comma", "point"], default="auto")
    added.add_argument("--encoding", default="")
    added.add_argument("--delimiter", default="", metavar="SIGN")
    added.add_argument("--header-line", type=int, default=0, metavar="LINE")
    added.add_argument("--no-header", action="store_true")
    added.add_argument("--account", default="", metavar="IBAN")
    removed = command(mapping, "remove", bank_tables.remove_mapping, "forget one")
    removed.add_argument("name", metavar="NAME")
    folder = group(bank, "folder", "the folder watched for statements")
    command(folder, "show", bank_tables.show_folder, "say which it is")
    watched = command(folder, "set", bank_tables.set_folder, "watch a folder on this machine")
    watched.add_argument("folder", type=Path, metavar="FOLDER")
    watched.add_argument("--account", default="", metavar="IBAN")
    command(folder, "take-in", bank_tables.take_in_folder, "take in what waits in it now")
    command(folder, "remove", bank_tables.remove_folder, "watch none")
