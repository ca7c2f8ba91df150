"""Which account a statement file belongs to, and how its table is to be read."""

from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.application.kernel.bank_tables import BANK_TABLE, ReadingChoices
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.import_mapping import DateOrder, ImportMapping
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.banking.account_names import bare_number, find_same, is_fuller, is_same
from otc_desktop.domain.banking.statement import BankAccount, ParsedStatement
from otc_desktop.domain.shared.errors import InputFileError, NotFoundError
from otc_desktop.domain.shared.ids import BankAccountId
from otc_desktop.domain.shared.text import fold

_DEFAULT_CURRENCY = "EUR"


@dataclass(frozen=True, slots=True)
class FileAccounts:
    """The accounts known before a file is read, the one asked for, and the company's own."""

    accounts: Sequence[BankAccount]
    asked: str
    own_iban: str

    @property
    def currency(self) -> str:
        """The currency of a file that names none: that of the account it can only mean."""
        if self.asked:
            known = [each for each in self.accounts if is_same(each.number, self.asked)]
            return known[0].currency if len(known) == 1 else _DEFAULT_CURRENCY
        if len(self.accounts) == 1:
            return self.accounts[0].currency
        return _DEFAULT_CURRENCY

    def only_one(self, currency: str) -> str:
        """The number of the one account that a file without any can mean.

        Raises:
            InputFileError: `banking.account_needed` where there are several, or none.
        """
        if self.asked:
            return self.asked
        numbers = {
            bare_number(each.number): each.number
            for each in self.accounts
            if each.currency == currency
        }
        if self.own_iban and not any(is_same(self.own_iban, each) for each in numbers.values()):
            numbers[bare_number(self.own_iban)] = self.own_iban
        if len(numbers) != 1:
            raise InputFileError("banking.account_needed")
        return next(iter(numbers.values()))


def file_accounts(view: UnitOfWork, asked: str) -> FileAccounts:
    """What is known of accounts before a file is read."""
    company = view.company.find()
    return FileAccounts(
        view.bank.accounts(),
        bare_number(asked),
        "" if company is None else bare_number(company.iban),
    )


def reading_choices(
    view: UnitOfWork,
    files: FileAccounts,
    *,
    name: str,
    mapping: ImportMapping | None,
    dates: DateOrder,
) -> ReadingChoices:
    """What the reader is told of a file: the remembered mappings, or the one to use.

    Raises:
        NotFoundError: `banking.unknown_mapping`.
    """
    remembered = view.import_mappings.of_kind(BANK_TABLE.name)
    if name:
        wanted = [each for each in remembered if fold(each.title) == fold(name)]
        if not wanted:
            raise NotFoundError("banking.unknown_mapping", name=name)
        mapping = wanted[0]
    return ReadingChoices(
        currency=files.currency, dates=dates, mappings=remembered, mapping=mapping
    )


def account_of_file(
    statement: ParsedStatement, files: FileAccounts, uow: UnitOfWork, ctx: Context
) -> BankAccount:
    """The account of a statement, locked; a new one where none was known by that number.

    Raises:
        InputFileError: `banking.other_account`, `banking.other_currency`,
            `banking.account_needed`.
    """
    if files.asked and statement.account and not is_same(statement.account, files.asked):
        raise InputFileError("banking.other_account", found=statement.account, expected=files.asked)
    number = statement.account or files.only_one(statement.currency)
    account = find_same(uow.bank.accounts(), number, statement.currency)
    if account is None:
        number = files.asked or number
        made = BankAccount(
            id=BankAccountId(ctx.new_id()), number=number, currency=statement.currency
        )
        account = uow.bank.add_account(made)
        if account == made:
            return account
    # Locked, so that two imports of one file don't both think its movements new.
    uow.bank.find_account(account.number)
    if account.currency != statement.currency:
        raise InputFileError(
            "banking.other_currency",
            account=account.number,
            known=account.currency,
            found=statement.currency,
        )
    if is_fuller(number, account.number):
        account = uow.bank.rename_account(account, number)
    return account
