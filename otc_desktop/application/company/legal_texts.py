"""The legal sentences of documents: read side by side, put into the company's own words."""

from dataclasses import dataclass, replace
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.mentions import can_be_reworded
from otc_desktop.domain.invoicing.own_texts import OwnText
from otc_desktop.domain.security.permissions import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLegalTexts:
    """Ask for the legal sentences in one language as of a date; None for today."""

    language: str = "fr"
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalText:
    """A sentence as delivered, and in the company's own words.

    `own` is in force; it may be an empty text: the delivered sentence holds again since it
    began. `every_own` are past and coming ones, too.
    """

    key: str
    language: str
    delivered: str
    delivered_from: date
    own: OwnText | None
    every_own: tuple[OwnText, ...]

    @property
    def printed(self) -> str:
        """What documents of the date say."""
        return self.own.text if self.own is not None and self.own.text else self.delivered

    def beginning(self, day: date) -> OwnText | None:
        """The own text that begins on that very day."""
        return next((each for each in self.every_own if each.valid_from == day), None)

    def next_after(self, day: date) -> OwnText | None:
        """The own text that will take over after a day."""
        return next((each for each in self.every_own if each.valid_from > day), None)


@use_case(permission=Permission.READ)
def read_legal_texts(command: ReadLegalTexts, ctx: Context, task: Task) -> list[LegalText]:
    """Every sentence that a document may have to print."""
    on = command.on or ctx.today
    with ctx.snapshot() as uow:
        own = uow.own_texts.get()
    return [
        LegalText(
            key=each.key,
            language=each.language,
            delivered=each.text,
            delivered_from=each.valid_from,
            own=own.of(each.key, language=each.language, on=on),
            every_own=own.every(each.key, language=each.language),
        )
        for each in ctx.ports.mentions.in_force(on)
        if each.language == command.language and can_be_reworded(each.key)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveOwnText:
    """Ask for a sentence in the company's own words on documents from a day on.

    An empty text goes back to the delivered sentence. `version` is that of the own text
    seen to begin on the same day, 0 where there is none.
    """

    key: str
    language: str
    valid_from: date
    text: str
    version: int = 0


@use_case(permission=Permission.SET_UP_COMPANY)
def save_own_text(command: SaveOwnText, ctx: Context, task: Task) -> OwnText:
    """Keep the sentence. Issued documents stay as they were archived.

    Raises:
        RuleError: `mentions.cannot_be_reworded`, `mentions.bad_language`,
            `mentions.text_too_long`, `mentions.unknown_place`, `mentions.indemnity_missing`.
        ConflictError: `database.changed_meanwhile`.
    """
    text = OwnText(
        key=command.key,
        language=command.language,
        valid_from=command.valid_from,
        text=command.text,
        version=command.version,
    )
    with ctx.unit_of_work() as uow:
        uow.own_texts.save(text, ctx.new_id())
        return uow.commit(replace(text, version=text.version + 1))
