"""The words of a mail: the company's own where it has some, else those delivered."""

from collections.abc import Mapping
from typing import Any

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.mailing import RenderedMail
from otc_desktop.application.kernel.unit_of_work import UnitOfWork


def words_of_mail(
    uow: UnitOfWork,
    ctx: Context,
    template: str,
    *,
    language: str,
    values: Mapping[str, Any],
) -> RenderedMail:
    """Fill a template, inside the caller's transaction.

    Raises:
        RuleError: `templates.not_found`, `templates.bad`.
    """
    return ctx.ports.mail_templates.render(
        template,
        language=language,
        values=values,
        own=uow.mail_templates.find(template, language),
    )
