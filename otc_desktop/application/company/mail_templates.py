"""Read and change the words of the mails that the program composes."""

from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.mail_template import (
    TEMPLATE_LANGUAGES,
    TEMPLATE_VALUES,
    MailTemplate,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMailTemplates:
    """Ask for the words of every kind of mail, in every language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailWording:
    """The words in force, and whether they are the company's own."""

    template: MailTemplate
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveMailTemplate:
    """Ask for other words; they are checked before they are kept."""

    template: MailTemplate


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetMailTemplate:
    """Ask for the words that come with the program."""

    name: str
    language: str


@use_case(permission=Permission.READ)
def read_mail_templates(
    command: ReadMailTemplates, ctx: Context, task: Task
) -> Sequence[MailWording]:
    """The words in force, by kind of mail and language; nothing is stored."""
    with ctx.snapshot() as uow:
        own = {(each.name, each.language): each for each in uow.mail_templates.all()}
    delivered = ctx.ports.mail_templates.delivered
    return [
        MailWording(
            template=own.get((name, language)) or delivered(name, language),
            is_own=(name, language) in own,
        )
        for name in TEMPLATE_VALUES
        for language in TEMPLATE_LANGUAGES
    ]


@use_case(permission=Permission.SET_UP_COMPANY)
def save_mail_template(command: SaveMailTemplate, ctx: Context, task: Task) -> MailTemplate:
    """Keep own words; mails that wait in the outbox stay as they were composed.

    Raises:
        RuleError: `templates.bad_line`, `templates.unknown_values`.
        ConflictError: `database.changed_meanwhile`.
    """
    ctx.ports.mail_templates.check(command.template)
    with ctx.unit_of_work() as uow:
        uow.mail_templates.save(command.template, ctx.new_id())
        return uow.commit(command.template)


@use_case(permission=Permission.SET_UP_COMPANY)
def reset_mail_template(command: ResetMailTemplate, ctx: Context, task: Task) -> MailTemplate:
    """Go back to the words delivered, and tell them.

    Raises:
        RuleError: `templates.not_found`.
    """
    delivered = ctx.ports.mail_templates.delivered(command.name, command.language)
    with ctx.unit_of_work() as uow:
        uow.mail_templates.reset(command.name, command.language)
        return uow.commit(delivered)
