"""`python -m tests.bench.desk [--seed N] [--lines N] [--bills N]`: how well receipts are matched.

Everything goes through the real command line: customers and open invoices imported, the
statement imported, `otc bank match` and then `otc bank match --post`. The truth never leaves
this module. Printed: precision of automatic postings, automatic rate of decidable lines, the
right answer among the first three suggestions of the rest, by story; how often each
probability is right; seconds at three sizes with the growth.
"""

import argparse
import math
import resource
import sys
import tempfile
import time
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from tests.bench.desk_books import Desk, Line
from tests.bench.desk_shapes import SHAPES, make_desk
from tests.bench.desk_voices import Voices
from tests.support.company_files import IBAN, write_company
from tests.support.console import Console

_TODAY = date(2026, 12, 20)
_STYLES = ("F2026-{:05d}", "FA2026{:06d}", "{:07d}", "FC-26-{:05d}")
_BANDS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.98, 0.995, 1.01)


def main() -> None:
    """Match one made-up company, or three sizes of it with --growth."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.desk")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lines", type=int, default=2_000)
    parser.add_argument("--bills", type=int, default=4_000)
    parser.add_argument("--style", choices=_STYLES, default=_STYLES[0])
    parser.add_argument("--shape", choices=SHAPES, default="", help="another kind of company")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="first N wrong lines")
    parser.add_argument("--growth", action="store_true", help="a quarter, half and the whole")
    options = parser.parse_args()
    before: tuple[int, float] | None = None
    for share in (4, 2, 1) if options.growth else (1,):
        size = {"lines": options.lines // share, "bills": options.bills // share}
        desk = (
            make_desk(options.shape, options.seed, **size)
            if options.shape
            else Desk(options.seed, **size, style=options.style)
        )
        outcome, seconds, cpu = _run(desk)
        count = len(desk.lines)
        growth = "" if before is None else f", growth {_growth(before, (count, cpu)):.2f}"
        documents = len(desk.bills)
        _say(f"{count} lines, {documents} documents: {seconds:.2f} s, CPU {cpu:.2f} s{growth}")
        before = (count, cpu)
        _report(desk.lines, outcome, show=options.show)


def _say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def _growth(before: tuple[int, float], after: tuple[int, float]) -> float:
    return math.log(after[1] / before[1]) / math.log(after[0] / before[0])


def _cpu_of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _run(desk: Desk | Voices) -> tuple[dict[str, Any], float, float]:
    """What `otc bank match` says, seconds on the clock, seconds of CPU."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        otc = Console(f"sqlite:///{folder}/desk.sqlite", place, apart=True)
        company = write_company(place)
        terms = company.read_text().replace(
            'discount_terms = "none"', 'discount_terms = "2 % 10 days"'
        )
        company.write_text(terms)
        today = _TODAY.isoformat()
        otc(today, "init", "--company", company)
        otc(today, "import", "customers", _customers(desk, place))
        otc(today, "import", "open-invoices", _bills(desk, place))
        otc(today, "bank", "import", _statement(desk.lines, place))
        listed = otc(today, "bank", "list")["transactions"]
        references = {each["id"]: each["reference"] for each in listed}
        begun, used = time.perf_counter(), _cpu_of_children()
        document = otc(today, "bank", "match", "--explain")
        seconds, cpu = time.perf_counter() - begun, _cpu_of_children() - used
        return {"references": references, **document}, seconds, cpu


def _report(lines: list[Line], outcome: dict[str, Any], *, show: int) -> None:
    references = outcome["references"]
    truth = {line.reference: line for line in lines}
    auto = {references[each["transaction"]]: each for each in outcome["auto"]}
    told = {references[each["transaction"]]: each["candidates"] for each in outcome["suggested"]}
    wrong = [ref for ref, each in auto.items() if not _right(each, truth[ref])]
    decidable = [line for line in lines if line.decidable]
    taken = sum(line.reference in auto for line in decidable)
    rest = [line for line in lines if line.truth and line.reference not in auto]
    found = [
        line
        for line in rest
        if any(_right(each, line) for each in told.get(line.reference, [])[:3])
    ]
    _say(
        f"  automatic {len(auto)}, wrong {len(wrong)}:",
        f"precision {_share(len(auto) - len(wrong), len(auto))}",
    )
    _say(f"  decidable {len(decidable)} of {len(lines)}: automatic {_share(taken, len(decidable))}")
    _say(f"  rest with an answer {len(rest)}: right among three {_share(len(found), len(rest))}")
    stories: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        counts = stories[line.story]
        counts["lines"] += 1
        counts["decidable"] += line.decidable
        counts["auto"] += line.reference in auto
        counts["taken"] += line.decidable and line.reference in auto
        counts["wrong"] += line.reference in wrong
        counts["rest"] += bool(line.truth) and line.reference not in auto
        counts["in three"] += line in found
    for story, counts in sorted(stories.items()):
        _say(
            f"    {story:13}",
            *(
                f"{name} {counts[name]:5}"
                for name in ("lines", "decidable", "taken", "auto", "wrong", "rest", "in three")
            ),
        )
    _calibration(truth, auto, told)
    missed = [line for line in decidable if line.reference not in auto]
    lost = [line for line in rest if line not in found]
    for title, some in (
        ("wrong", [truth[each] for each in wrong]),
        ("missed", missed),
        ("lost", lost),
    ):
        for line in some[:show]:
            answers = (
                [auto[line.reference]] if line.reference in auto else told.get(line.reference, [])
            )
            _say(f"  {title}: {line}")
            for each in answers[:3]:
                _say(
                    "     ",
                    each["confidence"],
                    each["allocations"][:4],
                    each["difference"],
                    [e["code"] for e in each["evidence"]],
                )


def _calibration(truth: dict[str, Line], auto: dict[str, Any], told: dict[str, list[Any]]) -> None:
    """How often the first answer is right, by what was said of it."""
    firsts = [(each["confidence"], _right(each, truth[ref])) for ref, each in auto.items()]
    firsts += [
        (each[0]["confidence"], _right(each[0], truth[ref])) for ref, each in told.items() if each
    ]
    for low, high in pairwise(_BANDS):
        band = [right for said, right in firsts if low <= float(said) < high]
        if band:
            _say(f"    said {low:.3f}–{min(high, 1):.3f}: right {_share(sum(band), len(band))}")


def _right(answer: dict[str, Any], line: Line) -> bool:
    laid = {each["invoice"]: round(float(each["amount"]) * 100) for each in answer["allocations"]}
    return laid == dict(line.truth) and answer["difference"]["kind"] == line.difference


def _share(some: int, everything: int) -> str:
    return f"{100 * some / everything:.2f} % ({some}/{everything})" if everything else "–"


def _customers(desk: Desk | Voices, folder: Path) -> Path:
    rows = ["code;name;address;postal_code;city;country;iban;customer_group"]
    rows += [
        f"{each.code};{each.name};1 rue Droite;69001;Lyon;FR;"
        f"{each.iban if each.iban_in_file else ''};{each.group}"
        for each in desk.customers
    ]
    path = folder / "customers.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def _bills(desk: Desk | Voices, folder: Path) -> Path:
    rows = [
        "number;customer_code;kind;issue_date;due_date;currency;total_excl_tax;total_vat;"
        "total_incl_tax;open_amount;purchase_order"
    ]
    for bill in desk.bills:
        amount = f"{bill.minor / 100:.2f}"
        kind = "credit_note" if bill.minor < 0 else "invoice"
        rows.append(
            f"{bill.number};{bill.customer.code};{kind};{bill.issued};{bill.due};EUR;"
            f"{amount};0.00;{amount};{amount};{bill.order}"
        )
    path = folder / "bills.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def _statement(lines: list[Line], folder: Path) -> Path:
    total = sum(line.minor for line in lines)
    day = _TODAY.isoformat()
    entries = "".join(map(_entry, lines))
    path = folder / "statement.xml"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>'
        f"<GrpHdr><MsgId>S1</MsgId><CreDtTm>{day}T06:00:00</CreDtTm></GrpHdr>"
        f"<Stmt><Id>S1</Id><CreDtTm>{day}T06:00:00</CreDtTm>"
        f"<Acct><Id><IBAN>{IBAN}</IBAN></Id><Ccy>EUR</Ccy></Acct>"
        f"{_balance('OPBD', 0)}{_balance('CLBD', total)}{entries}"
        "</Stmt></BkToCstmrStmt></Document>",
        encoding="utf-8",
    )
    return path


def _balance(kind: str, minor: int) -> str:
    side = "CRDT" if minor >= 0 else "DBIT"
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp>"
        f'<Amt Ccy="EUR">{abs(minor) / 100:.2f}</Amt><CdtDbtInd>{side}</CdtDbtInd>'
        f"<Dt><Dt>{_TODAY}</Dt></Dt></Bal>"
    )


def _entry(line: Line) -> str:
    side, party = ("CRDT", "Dbtr") if line.minor > 0 else ("DBIT", "Cdtr")
    money = f'<Amt Ccy="EUR">{abs(line.minor) / 100:.2f}</Amt><CdtDbtInd>{side}</CdtDbtInd>'
    name = f"<{party}><Pty><Nm>{escape(line.party)}</Nm></Pty></{party}>" if line.party else ""
    account = (
        f"<{party}Acct><Id><IBAN>{line.account}</IBAN></Id></{party}Acct>" if line.account else ""
    )
    text = f"<RmtInf><Ustrd>{escape(line.label)}</Ustrd></RmtInf>" if line.label else ""
    return (
        f"<Ntry>{money}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{line.day}</Dt></BookgDt>"
        f"<ValDt><Dt>{line.day}</Dt></ValDt><AcctSvcrRef>{line.reference}</AcctSvcrRef>"
        f"<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>{money}"
        f"<RltdPties>{name}{account}</RltdPties>{text}</TxDtls></NtryDtls></Ntry>"
    )


if __name__ == "__main__":
    main()
