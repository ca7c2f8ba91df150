"""What every command of the console is declared with."""

import argparse
from collections.abc import Callable
from datetime import date
from typing import Any

Handler = Callable[..., Any]


def command(
    commands: Any, name: str, handler: Handler, help_text: str, *, makes_schema: bool = False
) -> argparse.ArgumentParser:
    """One command with what runs it."""
    made: argparse.ArgumentParser = commands.add_parser(name, help=help_text)
    made.set_defaults(command=handler, makes_schema=makes_schema)
    return made


def group(commands: Any, name: str, help_text: str) -> Any:
    """A word that commands follow."""
    return commands.add_parser(name, help=help_text).add_subparsers(required=True, metavar="ACTION")


def day(text: str) -> date:
    """An ISO date, or a wrong usage."""
    try:
        return date.fromisoformat(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date like 2026-12-31") from problem
