"""Where the program's own data files are: in a checkout, a wheel, or a frozen build."""

import sys
from pathlib import Path

import otc_desktop


def resources_folder() -> Path:
    """The folder of messages, templates, wording and fonts."""
    return _shipped("resources")


def migrations_folder() -> Path:
    """The folder of the database's migrations."""
    return _shipped("migrations")


def _shipped(name: str) -> Path:
    """The first place that has it.

    Raises:
        FileNotFoundError: the installation is damaged.
    """
    package = Path(otc_desktop.__file__).resolve().parent
    unpacked = getattr(sys, "_MEIPASS", None)  # where a frozen build keeps its data
    places = [Path(unpacked) / name] if unpacked else []
    places += [package / name, package.parent / name]  # wheel, checkout
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"{name} is missing beside {package}")
