"""The legal sentences of documents: delivered with the program, or in the company's words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.ports import LegalMentions
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.invoicing.own_texts import OwnTexts


@dataclass(frozen=True, slots=True)
class LegalWording:
    """What a legal sentence reads like on a day."""

    delivered: LegalMentions
    own: OwnTexts

    def text(self, key: str, *, language: str, on: date, values: Mapping[str, str]) -> str:
        """The company's own sentence in force on a document's date, else the delivered one.

        Raises:
            RuleError: `mentions.not_found`, `mentions.missing_value`.
        """
        own = self.own.of(key, language=language, on=on)
        return self.delivered.text(
            key,
            language=language,
            on=on,
            values=values,
            instead="" if own is None else own.text,
        )


def legal_wording(uow: UnitOfWork, ctx: Context) -> LegalWording:
    """The wording as it stands in this transaction."""
    return LegalWording(ctx.ports.mentions, uow.own_texts.get())
