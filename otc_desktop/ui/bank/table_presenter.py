"""What the dialog of a bank's table asks of the program."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.banking.bank_mappings import (
    BankFileTrial,
    ForgetBankMapping,
    ListBankMappings,
    LookAtBankTable,
    SaveBankMapping,
    TryBankFile,
    forget_bank_mapping,
    list_bank_mappings,
    look_at_bank_table,
    save_bank_mapping,
    try_bank_file,
)
from otc_desktop.application.kernel.bank_tables import TableLook
from otc_desktop.application.kernel.import_mapping import DateOrder, ImportMapping
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter


@dataclass(frozen=True, slots=True, kw_only=True)
class FileAnswers:
    """What a person said about a file: how its table is read, whose account it is."""

    path: Path
    account: str = ""
    dates: DateOrder = DateOrder.AUTO
    mapping: ImportMapping | None = None
    is_remembered: bool = False


class TablePresenter(Presenter):
    """Looks at tables, tries mappings out, and keeps them."""

    def look(
        self,
        command: LookAtBankTable,
        *,
        on_done: Callable[[TableLook], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Read the beginning of a table."""
        self.read(look_at_bank_table, command, on_done=on_done, on_error=on_error)

    def try_out(
        self,
        answers: FileAnswers,
        *,
        on_done: Callable[[BankFileTrial], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Say what the file would bring."""
        command = TryBankFile(
            path=answers.path,
            mapping=answers.mapping,
            account=answers.account,
            dates=answers.dates,
        )
        self.read(try_bank_file, command, on_done=on_done, on_error=on_error)

    def keep(
        self,
        mapping: ImportMapping,
        *,
        on_done: Callable[[], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Read files with these headers so from now on."""
        self.write(
            save_bank_mapping,
            SaveBankMapping(mapping=mapping),
            on_done=lambda _: on_done(),
            on_error=on_error,
        )

    def mappings(self, on_done: Callable[[list[ImportMapping]], None]) -> None:
        """What is remembered, by name."""
        self.read(
            list_bank_mappings, ListBankMappings(), on_done=lambda found: on_done(list(found))
        )

    def forget(self, name: str, on_done: Callable[[], None]) -> None:
        """Forget a mapping."""
        self.write(forget_bank_mapping, ForgetBankMapping(name=name), on_done=lambda _: on_done())

    def accounts(self, on_done: Callable[[list[str]], None]) -> None:
        """The numbers of the accounts known."""
        known = self.program.queries.bank_transactions.accounts
        self.ask(lambda: [row.number for row in known()], on_done=on_done)

    def question(self, refusal: OtcError) -> str:
        """What the program could not tell by itself, without the advice to come here."""
        language = self.services.formats.language.value
        said = self.program.messages.describe(refusal.code, refusal.params, language)
        return f"{said.title}. {said.cause}"

    def field_name(self, column: str) -> str:
        """One of our columns in the window's language."""
        return self.word("bank_column", column)
