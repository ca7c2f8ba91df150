"""Refresh the window's translations after a text in `otc_desktop/ui` changed.

    python resources/i18n/update.py                     collect texts, list what lacks French
    python resources/i18n/update.py --fill french.json  the same, after filling in French

`french.json` maps English source texts to French ones; a text found in several classes
gets the same French unless it has one already. Both forms also compile `otc_fr.qm`.
"""

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

FOLDER = Path(__file__).resolve().parent
WINDOW = FOLDER.parents[1] / "otc_desktop" / "ui"
TEXTS = FOLDER / "otc_fr.ts"
COMPILED = FOLDER / "otc_fr.qm"
_HEADER = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def tool(name: str) -> str:
    """A PySide tool of this interpreter's environment."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is missing: install pyside6-essentials")
    return found


def collect(texts: Path) -> None:
    """Bring the .ts file up to date with the sources; texts no longer used go."""
    options = ["-extensions", "py", "-no-obsolete", "-locations", "none", "-sort-messages"]
    names = ["-source-language", "en", "-target-language", "fr", "-silent"]
    subprocess.run(  # noqa: S603  # the tool found above, on our own files
        [tool("pyside6-lupdate"), *options, *names, str(WINDOW), "-ts", str(texts)], check=True
    )


def compile_texts(texts: Path, compiled: Path) -> None:
    """Write the .qm file Qt loads."""
    subprocess.run(  # noqa: S603  # the tool found above, on our own files
        [tool("pyside6-lrelease"), "-silent", str(texts), "-qm", str(compiled)], check=True
    )


def unfinished(texts: Path) -> list[str]:
    """English texts without French, as `class: text`."""
    root = ElementTree.parse(texts).getroot()  # noqa: S314  # our own file
    return [
        f"{context.findtext('name')}: {message.findtext('source')}"
        for context in root.iter("context")
        for message in context.iter("message")
        if _lacks_french(message)
    ]


def fill(texts: Path, french: dict[str, str]) -> None:
    """Put French where it is lacking."""
    tree = ElementTree.parse(texts)  # noqa: S314  # our own file
    for message in tree.getroot().iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        if translation is not None and source in french and _lacks_french(message):
            translation.text = french[source]
            translation.attrib.pop("type", None)
    body = ElementTree.tostring(tree.getroot(), encoding="unicode")
    texts.write_text(f"{_HEADER}{body}\n", encoding="utf-8", newline="\n")


def _lacks_french(message: ElementTree.Element) -> bool:
    translation = message.find("translation")
    return translation is None or "type" in translation.attrib or not translation.text


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="Refresh the window's translations.")
    parser.add_argument("--fill", type=Path, metavar="FRENCH.JSON")
    arguments = parser.parse_args()
    collect(TEXTS)
    if arguments.fill:
        fill(TEXTS, json.loads(arguments.fill.read_text(encoding="utf-8")))
        collect(TEXTS)  # in the form the tool itself writes
    compile_texts(TEXTS, COMPILED)
    for text in unfinished(TEXTS):
        sys.stdout.write(f"no French: {text}\n")
    return 1 if unfinished(TEXTS) else 0


if __name__ == "__main__":
    raise SystemExit(main())
