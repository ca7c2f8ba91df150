"""The composition root: the only room that knows every other and joins them."""

import argparse
import gc
import logging
import sys
from collections.abc import Sequence

from otc_desktop.adapters.platform.folders import user_folders
from otc_desktop.adapters.platform.log_files import open_log_file
from otc_desktop.adapters.platform.resources import resources_folder
from otc_desktop.bootstrap.house import House, open_house
from otc_desktop.messages.catalogue import MessageCatalogue

__all__ = ["House", "console_main", "gui_main", "open_house"]


def console_main(arguments: Sequence[str] | None = None) -> int:
    """The `otc` command."""
    from otc_desktop.cli.main import run

    _log_to("otc")
    # Hundreds of thousands of claims and proposals live until the command ends: looking
    # through them for cycles after every 700 new ones costs a fifth of the time.
    gc.set_threshold(100_000, 20, 20)
    words = MessageCatalogue(resources_folder())
    return run(sys.argv[1:] if arguments is None else list(arguments), open_house, words)


def gui_main(arguments: Sequence[str] | None = None) -> int:
    """The window, on the user's own database or the one named."""
    from otc_desktop.bootstrap.window import show_window
    from otc_desktop.cli.parser import add_house_options

    _log_to("window")
    parser = argparse.ArgumentParser(prog="otc-desktop", description="OTC Desktop")
    add_house_options(parser)
    parser.add_argument(
        "--quit-when-ready", action="store_true", help="show the window and end: a trial"
    )
    options = parser.parse_args(sys.argv[1:] if arguments is None else list(arguments))
    return show_window(
        lambda: open_house(database_url=options.database, today=options.today, user=options.user),
        resources_folder(),
        quit_when_ready=options.quit_when_ready,
    )


def _log_to(name: str) -> None:
    # A log that can't be written, on a full disk say, must not show a traceback of its own.
    logging.raiseExceptions = False
    open_log_file(user_folders().logs, name=name)
    logging.getLogger().setLevel(logging.INFO)
