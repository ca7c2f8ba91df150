"""Wording of mails, per language, from sandboxed templates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import (
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    nodes,
)
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment

from otc_desktop.application.kernel.mailing import (
    RenderedMail,
)
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.mail_template import MailTemplate
from otc_desktop.domain.shared.money import Money
from otc_desktop.messages.values import format_day, format_money

_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_SUBJECT_MARK = "Subject:"
_SUFFIX = ".txt.j2"
# Some mail programs draw a box for the narrow no-break space of French amounts.
_NARROW_SPACE, _NO_BREAK_SPACE = "\u202f", "\u00a0"


@dataclass(frozen=True, slots=True)
class _Compiled:
    subject: Template
    text: Template


class JinjaMailTemplates:
    """The `MailTemplates` over `templates/<language>/<name>.txt.j2`.

    The first line of a template is `Subject: …`; the body follows. Templates see the values
    they are given and the filters `money` and `date`, and can neither reach a file, nor call
    Python, nor change a value. A value that was not given is an error, never an empty place.

    Args:
        resources: the folder that holds `templates`.
    """

    def __init__(self, resources: Path) -> None:
        self._folder = resources / "templates"
        self._environments: dict[str, ImmutableSandboxedEnvironment] = {}
        self._compiled: dict[tuple[str, str], _Compiled] = {}

    def render(
        self,
        template: str,
        *,
        language: str,
        values: Mapping[str, Any],
        own: MailTemplate | None = None,
    ) -> RenderedMail:
        """Fill a template, in the company's own words where they are given.

        Raises:
            RuleError: `templates.not_found`; `templates.bad` with the reason when it does not
                compile, asks for a value that is missing, or tries what the sandbox forbids.
        """
        compiled = self._template(template, language) if own is None else self._own(own)
        try:
            subject = compiled.subject.render(values)
            text = compiled.text.render(values)
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as problem:
            raise _bad(template, language, problem) from problem
        # One line, whatever a customer's name holds: a subject can't grow a second header.
        return RenderedMail(" ".join(subject.split()), text.strip("\n") + "\n")

    def delivered(self, template: str, language: str) -> MailTemplate:
        """The words that come with the program."""
        subject, body = self._source(template, language)
        return MailTemplate(name=template, language=language, subject=subject, body=body)

    def check(self, own: MailTemplate) -> None:
        """Compile own words, and look at every name they use: at the top, and behind a point."""
        self._own(own)
        environment = self._environment(own.language)
        named: set[str] = set()
        for where, source in (("subject", own.subject), ("body", own.body)):
            tree = environment.parse(source)
            _refuse_hidden(tree, where)
            # What is set under a condition counts as missing to Jinja; it is the template's own.
            made = {each.name for each in tree.find_all(nodes.Name) if each.ctx == "store"}
            named |= find_undeclared_variables(tree) - made
        unknown = sorted(named - set(own.values))
        if unknown:
            raise RuleError(
                "templates.unknown_values",
                where="body",
                unknown=", ".join(unknown),
                known=", ".join(own.values),
            )

    def _own(self, own: MailTemplate) -> _Compiled:
        environment = self._environment(own.language)
        compiled = []
        for where, source in (("subject", own.subject), ("body", own.body)):
            try:
                compiled.append(environment.from_string(source))
            except TemplateSyntaxError as problem:
                raise RuleError(
                    "templates.bad_line",
                    where=where,
                    line=problem.lineno,
                    reason=problem.message or "",
                ) from problem
        return _Compiled(*compiled)

    def _template(self, name: str, language: str) -> _Compiled:
        key = (language, name)
        if key not in self._compiled:
            self._compiled[key] = self._compile(name, language)
        return self._compiled[key]

    def _compile(self, name: str, language: str) -> _Compiled:
        subject, body = self._source(name, language)
        environment = self._environment(language)
        try:
            # Apart from each other: a line break in a value can't move text from one to the other.
            return _Compiled(environment.from_string(subject), environment.from_string(body))
        except TemplateError as problem:
            raise _bad(name, language, problem) from problem

    def _source(self, name: str, language: str) -> tuple[str, str]:
        """Subject and body as delivered."""
        not_found = RuleError("templates.not_found", template=name, language=language)
        if not _NAME.fullmatch(name) or not _LANGUAGE.fullmatch(language):
            raise not_found
        try:
            source = (self._folder / language / f"{name}{_SUFFIX}").read_text(encoding="utf-8")
        except FileNotFoundError as problem:
            raise not_found from problem
        except (OSError, UnicodeDecodeError) as problem:
            raise _bad(name, language, problem) from problem
        first, _, body = source.partition("\n")
        if not first.startswith(_SUBJECT_MARK):
            raise RuleError(
                "templates.bad", template=name, language=language, reason=f"no {_SUBJECT_MARK}"
            )
        return first.removeprefix(_SUBJECT_MARK).strip(), body

    def _environment(self, language: str) -> ImmutableSandboxedEnvironment:
        if language not in self._environments:
            environment = ImmutableSandboxedEnvironment(
                loader=FileSystemLoader(self._folder / language),
                undefined=StrictUndefined,
                autoescape=False,  # plain text: escaping would print &amp;
                trim_blocks=True,
                lstrip_blocks=True,
                keep_trailing_newline=True,
            )
            environment.filters["money"] = partial(_money, language=language)
            environment.filters["date"] = partial(_date, language=language)
            self._environments[language] = environment
        return self._environments[language]


def _refuse_hidden(tree: nodes.Template, where: str) -> None:
    """What begins with an underscore is Python's own, which the sandbox never gives out.

    Raises:
        RuleError: `templates.hidden_value`, with its line.
    """
    named: list[tuple[int, object]] = [
        *((node.lineno, node.attr) for node in tree.find_all(nodes.Getattr)),
        *(
            (node.lineno, node.arg.value)
            for node in tree.find_all(nodes.Getitem)
            if isinstance(node.arg, nodes.Const)
        ),
    ]
    for line, name in sorted(named, key=lambda each: each[0]):
        if isinstance(name, str) and name.startswith("_"):
            raise RuleError("templates.hidden_value", where=where, line=line, name=name)


def _money(value: object, *, language: str) -> str:
    if not isinstance(value, Money):
        raise TypeError(f"money: {value} is no amount")  # a missing value names itself
    return format_money(value, language).replace(_NARROW_SPACE, _NO_BREAK_SPACE)


def _date(value: object, *, language: str) -> str:
    if not isinstance(value, date):
        raise TypeError(f"date: {value} is no date")
    return format_day(value, language)


def _bad(name: str, language: str, problem: Exception) -> RuleError:
    return RuleError("templates.bad", template=name, language=language, reason=str(problem))
