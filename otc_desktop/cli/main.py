"""Run one command: parse, do, print, and say by the exit status how it went."""

import logging
import os
import secrets
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from otc_desktop.cli.house import OpenHouse
from otc_desktop.cli.json_output import errors_of, to_json
from otc_desktop.cli.parser import build_parser
from otc_desktop.cli.progress import ConsoleTask
from otc_desktop.cli.text_output import to_text
from otc_desktop.domain.shared.errors import Cancelled, OtcError
from otc_desktop.messages.catalogue import MessageCatalogue

DONE, FINDINGS = 0, 1
_log = logging.getLogger(__name__)


def run(arguments: Sequence[str], open_house: OpenHouse, messages: MessageCatalogue) -> int:
    """Run `otc` with these arguments; 0 done, 1 findings or refused, 2 wrong usage."""
    options = build_parser().parse_args(arguments)
    try:
        document = _do(options, open_house)
    except OtcError as problem:
        _log.info("refused: %s", problem)
        document = {"errors": errors_of(problem, messages)}
    except Cancelled:
        document = {"errors": [{"code": "program.cancelled", "message": "", "where": None}]}
    except Exception:  # the outermost runner: a bug is logged, and told without a traceback
        incident = secrets.token_hex(4)
        _log.exception("incident %s in %s", incident, arguments)
        document = {
            "errors": errors_of(OtcError("program.unexpected", incident=incident), messages)
        }
    _print(to_json(document) if options.json else to_text(document))
    return FINDINGS if document.get("errors") else DONE


def _print(text: str) -> None:
    """Write the answer; a reader that has enough, such as `head`, is no fault of ours."""
    try:
        print(text, flush=True)  # noqa: T201 - the output
    except BrokenPipeError:
        # The interpreter flushes once more at its end, and would complain.
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - closed by the end


def _do(options: Any, open_house: OpenHouse) -> Mapping[str, Any]:
    house = open_house(database_url=options.database, today=options.today, user=options.user)
    try:
        if not options.makes_schema:
            house.require_current_schema()
        result: Mapping[str, Any] = options.command(house, options, ConsoleTask(sys.stderr))
        return result
    finally:
        house.close()
