"""`otc company`: what its documents look like, and when they are mailed."""

import argparse
from pathlib import Path
from typing import Any

from otc_desktop.application.company.paper_look import (
    ChangePaperLook,
    ReadPaperLook,
    ShowSample,
    change_paper_look,
    read_paper_look,
    show_sample,
)
from otc_desktop.application.company.send_rule import (
    ReadSendRule,
    SetSendRule,
    read_send_rule,
    set_send_rule,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.commands.difference_limits import add_limits
from otc_desktop.cli.grammar import command, group
from otc_desktop.cli.house import House
from otc_desktop.domain.shared.paper_look import PaperTemplate
from otc_desktop.domain.shared.sending import COMPANY_RULES, SendAtIssue

_COLUMNS = ("code", "discount", "unit")


def add_company(commands: Any) -> None:
    """The grammar of `otc company`."""
    company = group(commands, "company", "the company's settings")
    made = command(company, "layout", layout, "show or change the look of documents")
    made.add_argument("--template", choices=[each.value for each in PaperTemplate])
    made.add_argument("--colour", metavar="#RRGGBB")
    made.add_argument("--footer", help="a text of your own at the foot of each page")
    logo = made.add_mutually_exclusive_group()
    logo.add_argument("--logo", type=Path, help="a PNG or JPEG file")
    logo.add_argument("--no-logo", action="store_true")
    made.add_argument(
        "--columns",
        type=_columns,
        metavar="COLUMN,…",
        help="those shown of code, discount, unit; empty for none",
    )
    made.add_argument("--sample", type=Path, metavar="FILE.pdf", help="write a sample invoice")
    made.add_argument("--language", default="fr", help="of the sample")

    sent = command(company, "sending", sending, "show or change when documents are mailed")
    sent.add_argument("rule", nargs="?", choices=[each.value for each in COMPANY_RULES])
    add_limits(company)


def sending(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Change the rule when one is given, then show it."""
    if options.rule is None:
        rule = house.use_cases.run(read_send_rule, ReadSendRule(), task)
    else:
        rule = house.use_cases.run(set_send_rule, SetSendRule(rule=SendAtIssue(options.rule)), task)
    return {"send_at_issue": rule.value}


def layout(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Change what is given, then show the look."""
    change = ChangePaperLook(
        template=None if options.template is None else PaperTemplate(options.template),
        colour=options.colour,
        footer=options.footer,
        logo=options.logo,
        without_logo=options.no_logo,
        columns=options.columns,
    )
    if change == ChangePaperLook():
        look = house.use_cases.run(read_paper_look, ReadPaperLook(), task)
    else:
        look = house.use_cases.run(change_paper_look, change, task)
    if options.sample is not None:
        sample = ShowSample(look=look, language=options.language, path=options.sample)
        house.use_cases.run(show_sample, sample, task)
    shown = (look.show_code, look.show_discount, look.show_unit)
    return {
        "template": look.template.value,
        "colour": look.colour,
        "footer": look.footer,
        "columns": [name for name, is_shown in zip(_COLUMNS, shown, strict=True) if is_shown],
        "logo": None if look.logo is None else look.logo.sha256,
        "sample": None if options.sample is None else str(options.sample),
    }


def _columns(text: str) -> frozenset[str]:
    names = frozenset(name.strip() for name in text.split(",") if name.strip())
    unknown = sorted(names.difference(_COLUMNS))
    if unknown:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is none of {', '.join(_COLUMNS)}")
    return names
