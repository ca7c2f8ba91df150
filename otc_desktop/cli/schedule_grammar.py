"""The grammar of what the program does by itself, and of copies of the books."""

from pathlib import Path
from typing import Any

from otc_desktop.cli.commands import backup, schedule
from otc_desktop.cli.grammar import command, day, group
from otc_desktop.domain.scheduling.job import JobName


def add_schedule(commands: Any) -> None:
    """`otc schedule …`, `otc run-due`."""
    command(commands, "run-due", schedule.run_due, "run what the scheduler owes, once")
    jobs = group(commands, "schedule", "what the program does by itself")
    command(jobs, "list", schedule.show, "every job with its last and next run")
    for name, handler, text in (
        ("run", schedule.run_job, "run a job now"),
        ("history", schedule.history, "the latest runs of a job"),
        ("set", schedule.change, "change when a job runs"),
    ):
        made = command(jobs, name, handler, text)
        made.add_argument("job", choices=[each.value for each in JobName])
        if name != "set":
            continue
        switch = made.add_mutually_exclusive_group()
        switch.add_argument("--on", action="store_true", help="let it run")
        switch.add_argument("--off", action="store_true", help="let it run no more")
        made.add_argument("--every", type=int, default=None, metavar="MINUTES")
        made.add_argument("--at", default=None, metavar="HH:MM", help="once a day")
        made.add_argument("--weekdays", action="store_true", help="not on Saturday and Sunday")
    seen = command(jobs, "preview", schedule.preview, "what a date would bring")
    seen.add_argument("--on", type=day, default=None, metavar="YYYY-MM-DD")
    put = command(jobs, "install", schedule.install, "hand it to the system's task planner")
    put.add_argument("--show", action="store_true", help="only show the commands")
    command(jobs, "uninstall", schedule.uninstall, "take it away from the task planner")


def add_backup(commands: Any, database: Any) -> None:
    """`otc backup`, `otc restore`, `otc db move|passphrase`."""
    typed = "the passphrase comes by the standard input"
    made = command(commands, "backup", backup.back_up, "copy the books to a new file")
    made.add_argument("file", type=Path)
    made.add_argument("--encrypt", action="store_true", help="by the passphrase that is kept")
    made.add_argument("--passphrase", action="store_true", help=f"encrypt it; {typed}")
    back = command(
        commands, "restore", backup.restore, "put a copy in their place", makes_schema=True
    )
    back.add_argument("file", type=Path)
    back.add_argument("--passphrase", action="store_true", help=typed)
    moved = command(database, "move", backup.move, "move the books into an empty database")
    moved.add_argument("url", metavar="URL", help="sqlite:///path or postgresql+psycopg://…")
    kept = command(
        database, "passphrase", backup.passphrase, f"encrypt the scheduled copies; {typed}"
    )
    kept.add_argument("--forget", action="store_true", help="encrypt them no more")
