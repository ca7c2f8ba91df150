"""The process in which Saxon lives: one question a line, one answer a line, all JSON.

Saxon crashes its process when used from another thread or after a fork. Here it has one thread
and was started afresh; it ends when its input does, so it never outlives the program.
"""

import json
import sys
from typing import Any

from lxml import etree

_FAILED = "{http://purl.oclc.org/dsdl/svrl}failed-assert"


def main() -> None:
    """Answer until the input ends: `[stylesheet, xml]` gives `{"found": …}` or `{"error": …}`."""
    # Loaded in this process only: it is large.
    from saxonche import PySaxonProcessor

    sheets: dict[str, Any] = {}
    with PySaxonProcessor(license=False) as saxon:
        compiler = saxon.new_xslt30_processor()
        for line in sys.stdin:
            sheet, content = json.loads(line)
            try:
                if sheet not in sheets:
                    sheets[sheet] = compiler.compile_stylesheet(stylesheet_file=sheet)
            except Exception as problem:
                _answer({"error": str(problem)})
                continue
            try:
                node = saxon.parse_xml(xml_text=content)
                report = sheets[sheet].transform_to_string(xdm_node=node)
                _answer({"found": _failed(report)})
            except Exception as problem:  # a rule that can't compute is broken, too
                _answer({"found": [["fatal", "rule-stopped", str(problem)]]})


def _failed(report: str) -> list[list[str]]:
    return [
        [
            each.get("flag") or each.get("role") or "fatal",
            each.get("id") or "",
            " ".join("".join(map(str, each.itertext())).split()),
        ]
        for each in etree.fromstring(report.encode()).iter(_FAILED)
    ]


def _answer(what: Any) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
