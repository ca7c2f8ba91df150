"""Options of `otc ereporting` and of `otc platform`."""

from pathlib import Path
from typing import Any

from otc_desktop.application.invoicing.deposit import STATUSES
from otc_desktop.application.invoicing.export_ereporting import ALL, CONTENTS
from otc_desktop.cli.commands import approved_platform as platform
from otc_desktop.cli.commands import ereporting
from otc_desktop.cli.grammar import command as _command
from otc_desktop.cli.grammar import day as _date
from otc_desktop.cli.grammar import group as _group
from otc_desktop.domain.invoicing.ereporting_periods import ReportingRhythm
from otc_desktop.domain.invoicing.platform_account import FlowFormat, PlatformKind


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


def add_platform(commands: Any) -> None:
    """`otc platform`."""
    group = _group(commands, "platform", "the company's approved platform")
    changed = _command(group, "configure", platform.configure, "show or change the account")
    changed.add_argument("--kind", choices=[each.value for each in PlatformKind])
    changed.add_argument("--folder", metavar="DIR")
    changed.add_argument("--api-url", metavar="URL", help="the part before /v1/flows")
    changed.add_argument("--token-url", metavar="URL", help="where OAuth2 tokens are given")
    changed.add_argument("--client-id")
    changed.add_argument("--organization-id")
    changed.add_argument("--format", choices=[each.value for each in FlowFormat])
    changed.add_argument("--on-issue", choices=("yes", "no"), help="deposit whatever is issued")
    changed.add_argument("--rhythm", choices=[each.value for each in ReportingRhythm])
    changed.add_argument(
        "--secret", action="store_true", help="read one line of the standard input"
    )
    _command(group, "test", platform.test, "try the account without depositing")
    sent = _command(group, "send", platform.send, "deposit documents, and all that waits")
    sent.add_argument("numbers", nargs="*", metavar="NUMBER")
    sent.add_argument("--report", action="append", metavar="NUMBER", help="an e-reporting")
    _command(group, "fetch", platform.fetch, "acknowledgements and statuses that came")
    listed = _command(group, "list", platform.list_flows, "list flows, newest first")
    listed.add_argument("--status", choices=STATUSES, default=None)
    again = _command(group, "retry", platform.retry, "have failed flows leave again")
    again.add_argument("ids", nargs="+", metavar="ID")
    _command(group, "cancel", platform.cancel, "give a flow up").add_argument("id")
