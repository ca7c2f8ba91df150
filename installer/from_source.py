"""Install OTC Desktop from a checkout: for a look at it, or to prove that it works.

    python3 installer/from_source.py demo    a made-up company, and the window on it
    python3 installer/from_source.py test    every check and every test

Needs nothing but Python itself. The syntax is kept old enough for an old Python to read this
file and say that it is too old.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
# The packages of Debian and Ubuntu that PySide6's wheel links to, read with objdump.
QT_PACKAGES = (
    "libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libxkbcommon0 fonts-dejavu-core"
)
QT_DISPLAY_PACKAGES = (
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-randr0 libxcb-shape0 libxcb-xkb1"
    " libxkbcommon-x11-0"
)
# Loads Qt's libraries and the plug-in that draws, as the window will.
QT_PROBE = """
import ctypes, sys
from pathlib import Path
import PySide6
from PySide6 import QtWidgets
ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / sys.argv[1]))
"""
DATA_FOLDER = """
from otc_desktop.adapters.platform.folders import user_folders
folders = user_folders()
folders.create()
print(folders.data)
"""
# In the order in which a mistake is cheapest to find; the tests' own verdict comes last.
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-n", "logical", "-m", "not bench"),
)


class CannotInstall(Exception):
    """Why this machine cannot go on, in words for whoever started us."""


def main(arguments: list[str] | None = None) -> int:
    """Do what was asked; the exit status of the first thing that failed."""
    options = _parser().parse_args(arguments)
    try:
        _require_python()
        python = make_environment(options.venv.expanduser().resolve())
        if options.action == "test":
            return run_checks(python)
        return show_demo(python, options.database, fresh=options.fresh)
    except CannotInstall as refusal:
        print(f"\n{refusal}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as failure:
        print(f"\nfailed: {_shown(failure.cmd)}", file=sys.stderr)
        return failure.returncode or 1


def run_checks(python: Path) -> int:
    """Install what the tests need, then run every check and every test.

    All of them run, so that one answer tells everything; the tests speak last.

    Returns:
        The exit status of the first that failed, 0 when none did.
    """
    install(python, "[dev]")
    require_qt_libraries(python, "libqoffscreen.so", QT_PACKAGES)
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    # The tests start the program hundreds of times: each would compile it anew.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    first_failure = 0
    failed = []
    for check in CHECKS:
        print(f"\n== {' '.join(check)}", flush=True)
        command = [python.parent / check[0], *check[1:]]
        status = subprocess.run(command, cwd=CHECKOUT, env=environment, check=False).returncode
        if status:
            failed.append(check[0])
            first_failure = first_failure or status
    if failed and failed != ["pytest"]:  # which said so itself, in its last line
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return first_failure


def show_demo(python: Path, database: Path | None, *, fresh: bool) -> int:
    """Make the fictitious company unless it is there, and open the window on it."""
    install(python, "")
    _require_display(python)
    if database is None:
        database = Path(_output(python, DATA_FOLDER)) / "demo.sqlite"
        if fresh:
            _remove_database(database)
    database = database.expanduser().resolve()
    if not database.exists():
        make_demo_database(python, database)
    print(f"The demonstration company is in {database}", flush=True)
    return subprocess.run(
        [python, CHECKOUT / "main.py", "--database", f"sqlite:///{database}"], check=False
    ).returncode


def make_demo_database(python: Path, database: Path) -> None:
    """Make it under another name first: an interrupted one is never taken for a whole one."""
    database.parent.mkdir(parents=True, exist_ok=True)
    making = database.with_name(database.name + ".making")
    _remove_database(making)
    print("Making a fictitious company", flush=True)
    _run([python, "-m", "otc_desktop", "--database", f"sqlite:///{making}", "demo"])
    with closing(sqlite3.connect(str(making))) as connection:
        # What still stands in SQLite's journal would not follow the file to its name.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    _remove_database(database)  # a journal left by one that was deleted would spoil this one
    making.replace(database)


def make_environment(folder: Path) -> Path:
    """Make the virtual environment, or take the one that is there; its Python.

    Raises:
        CannotInstall: this Python came without `venv`, or the folder holds something else.
    """
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if python.exists():
        version = _output(python, "import sys; print('%d.%d' % sys.version_info[:2])")
        if tuple(map(int, version.split("."))) < OLDEST_PYTHON:
            raise CannotInstall(f"{folder} was made by Python {version}; remove it, or use --venv.")
        return python
    if folder.exists() and any(folder.iterdir()):
        raise CannotInstall(f"{folder} is not a virtual environment; name another with --venv.")
    try:
        import ensurepip  # noqa: F401 - venv needs it, and some Linux systems split it off
    except ImportError:
        raise CannotInstall(
            "This Python has no venv. On Debian or Ubuntu: sudo apt-get install python3-venv"
        ) from None
    print(f"Making the virtual environment {folder}", flush=True)
    try:
        _run([sys.executable, "-m", "venv", folder])
    except subprocess.CalledProcessError:
        shutil.rmtree(folder, ignore_errors=True)  # half of one would be taken for a whole one
        raise
    return python


def install(python: Path, extra: str) -> None:
    """Install the checkout with the pinned versions, unless nothing changed since last time."""
    stamp = python.parent.parent / f"otc-installed{extra}.sha256"
    pinned = [CHECKOUT / "pyproject.toml", CHECKOUT / "constraints.txt"]
    wanted = hashlib.sha256(b"".join(file.read_bytes() for file in pinned)).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    print("Installing; the first time takes some minutes", flush=True)
    pip: list[str | Path] = [python, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    _run([*pip, "install", "-c", CHECKOUT / "constraints.txt", "-e", f"{CHECKOUT}{extra}"])
    stamp.write_text(wanted, encoding="ascii")


def require_qt_libraries(python: Path, plugin: str, packages: str) -> None:
    """Refuse to go on when Linux lacks a library that the window needs.

    Raises:
        CannotInstall: naming the packages to install.
    """
    if sys.platform != "linux":
        return  # elsewhere the wheel brings all of them
    probe = subprocess.run(
        [python, "-c", QT_PROBE, plugin], capture_output=True, text=True, check=False
    )
    if probe.returncode:
        reason = (probe.stderr.strip().splitlines() or ["Qt does not start"])[-1]
        raise CannotInstall(
            f"Qt needs system libraries that are missing ({reason}).\n"
            f"On Debian or Ubuntu: sudo apt-get install {packages}"
        )


def _require_display(python: Path) -> None:
    """A window needs a screen, and on Linux the libraries that speak to it."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("DISPLAY"):
        packages = f"{QT_PACKAGES} {QT_DISPLAY_PACKAGES}"
        require_qt_libraries(python, "libqxcb.so", packages)
    elif os.environ.get("WAYLAND_DISPLAY"):
        packages = f"{QT_PACKAGES} libwayland-client0 libwayland-cursor0"
        require_qt_libraries(python, "libqwayland.so", packages)
    else:
        raise CannotInstall("There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set.")


def _require_python() -> None:
    if sys.version_info < OLDEST_PYTHON:
        wanted, found = (".".join(map(str, each[:2])) for each in (OLDEST_PYTHON, sys.version_info))
        raise CannotInstall(f"OTC Desktop needs Python {wanted} or newer; this one is {found}.")


def _remove_database(database: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)


def _output(python: Path, code: str) -> str:
    return subprocess.run(
        [python, "-c", code], stdout=subprocess.PIPE, text=True, check=True
    ).stdout.strip()


def _run(command: list[str | Path]) -> None:
    subprocess.run(command, check=True)


def _shown(command: list[str | Path]) -> str:
    return " ".join(map(str, command))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Install OTC Desktop from this checkout.")
    actions = parser.add_subparsers(dest="action", required=True, metavar="demo|test")
    demo = actions.add_parser("demo", help="open the window on a fictitious company")
    place = demo.add_mutually_exclusive_group()
    place.add_argument(
        "--database", type=Path, help="its file; default: demo.sqlite in the user's data folder"
    )
    place.add_argument(
        "--fresh", action="store_true", help="throw the last demonstration away and make it anew"
    )
    test = actions.add_parser("test", help="run all checks and tests")
    for action in (demo, test):
        action.add_argument(
            "--venv", type=Path, default=CHECKOUT / ".venv", help="default: .venv in the checkout"
        )
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
