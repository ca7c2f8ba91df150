"""Options of `otc ereporting` and of `otc platform`."""

from pathlib import Path
from typing import Any

from otc_desktop.application.invoicing.export_ereporting import ALL, CONTENTS
from otc_desktop.cli.commands import ereporting
from otc_desktop.cli.grammar import command as _command
from otc_desktop.cli.grammar import day as _date
from otc_desktop.cli.grammar import group as _group


def add_ereporting(commands: Any) -> None:
    """`otc ereporting`."""
    group = _group(commands, "ereporting", "sales told to the State beside e-invoices (flow 10)")
    made = _command(group, "export", ereporting.export, "write the transmission of a period")
    made.add_argument("--from", dest="from_on", type=_date, required=True, metavar="D")
    made.add_argument("--to", dest="to_on", type=_date, required=True, metavar="D")
    made.add_argument("--content", choices=CONTENTS, default=ALL)
    made.add_argument("--out", type=Path, metavar="DIR")
    shown = _command(group, "status", ereporting.status, "periods told, due and late")
    shown.add_argument("--since", type=_date, default=None, metavar="D")
