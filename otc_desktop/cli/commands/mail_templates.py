"""`otc mail-template list|show|set|reset`."""

from typing import Any

from otc_desktop.application.company.mail_templates import (
    MailWording,
    ReadMailTemplates,
    ResetMailTemplate,
    SaveMailTemplate,
    read_mail_templates,
    reset_mail_template,
    save_mail_template,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.documents import read_text
from otc_desktop.cli.house import House
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.mail_template import MailTemplate

_SUBJECT_MARK = "Subject:"


def list_templates(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List every kind of mail, and whose words are in force."""
    return {
        "templates": [
            {
                "name": each.template.name,
                "language": each.template.language,
                "own": each.is_own,
                "subject": each.template.subject,
                "values": list(each.template.values),
            }
            for each in house.use_cases.run(read_mail_templates, ReadMailTemplates(), task)
        ]
    }


def show(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Show the words in force, as `set` takes them."""
    found = _find(house, options, task)
    return {**_json(found.template), "own": found.is_own}


def set_template(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Keep own words from a file whose first line is `Subject: …`."""
    first, _, body = read_text(options.file).partition("\n")
    if not first.startswith(_SUBJECT_MARK):
        raise RuleError("templates.empty", where="subject")
    template = MailTemplate(
        name=options.name,
        language=options.language,
        subject=first.removeprefix(_SUBJECT_MARK).strip(),
        body=body,
        version=_version(_find(house, options, task)),
    )
    return _json(house.use_cases.run(save_mail_template, SaveMailTemplate(template=template), task))


def reset(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Go back to the words delivered."""
    command = ResetMailTemplate(name=options.name, language=options.language)
    return _json(house.use_cases.run(reset_mail_template, command, task))


def _find(house: House, options: Any, task: Task) -> MailWording:
    for each in house.use_cases.run(read_mail_templates, ReadMailTemplates(), task):
        if (each.template.name, each.template.language) == (options.name, options.language):
            return each
    raise RuleError("templates.not_found", template=options.name, language=options.language)


def _version(found: MailWording) -> int:
    return found.template.version if found.is_own else 0


def _json(template: MailTemplate) -> dict[str, Any]:
    return {
        "name": template.name,
        "language": template.language,
        "subject": template.subject,
        "body": template.body,
    }
