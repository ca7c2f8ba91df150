"""Take over customers and what they owe from the ledger of another program."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.imports import (
    Fate,
    FieldChange,
    ImportResult,
    ImportTable,
    RejectedRow,
    RowFate,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.receivables.take_over import take_over
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.ledger.open_lines import (
    LONGEST_NUMBER,
    AuxiliaryAccount,
    BalanceCheck,
    CustomerLedger,
    OpenAmount,
    OpenKind,
)
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.findings import BlockingFindings, Finding, error, warning
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money

LARGEST_LEDGER = 2_000_000_000
_LINES_A_LOOK = 5_000
_LONGEST_CODE = 40
_MOST_ENTRIES_NAMED = 50
_SIREN_IN_NAME = re.compile(r"([0-9]{9})FEC[0-9]{8}(?:_[0-9]+)?\.\w+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFec(ImportTable):
    """Ask for a ledger (FEC) to be taken over.

    Lines of a collective account that name no customer go to a customer of their own,
    named after the account, unless `refuse_nameless`.
    """

    refuse_nameless: bool = False


@dataclass(frozen=True, slots=True)
class BalanceProof:
    """One customer's balance: in the ledger, and as taken here (what was open when taken)."""

    account: str
    name: str
    ledger: Money
    taken: Money

    @property
    def difference(self) -> Money:
        """Zero when all is well."""
        return self.ledger - self.taken


@dataclass(frozen=True, slots=True)
class FecTakeOver(ImportResult):
    """What became of a ledger: the counts are of customers, items beside them.

    `known_items` were here already; `proof` has one line a customer account.
    """

    open_items: int = 0
    known_items: int = 0
    proof: Sequence[BalanceProof] = ()
    lines: int = 0
    debit: Money = field(default_factory=lambda: Money.zero(EUR))
    credit: Money = field(default_factory=lambda: Money.zero(EUR))


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerTakenOver(Event):
    """A customer file was made from an account of another program's ledger."""

    code: str
    name: str


@use_case(permission=Permission.ALLOCATE)
def import_fec(command: ImportFec, ctx: Context, task: Task) -> FecTakeOver:
    """Take over a FEC: customers of the 411 accounts, and what is not lettered of them.

    A customer already here keeps its file; a document already here is left as it is. The
    due date follows the customer's terms, for a FEC has none.

    Raises:
        InputFileError: a `files.*` or `fec.*` code.
        BlockingFindings: `fec.unbalanced_entry`, each entry named; `fec.nameless_lines`.
    """
    ctx.user.require(Permission.EDIT_CUSTOMERS)
    ledger, balance = _read(ctx, command, task)
    amounts = ledger.open_amounts()
    with ctx.unit_of_work() as uow:
        taking = _TakeOver(uow, ctx, command, ledger)
        for amount in amounts:
            taking.take(amount)
        result = taking.result(balance)
        if not result.applied:
            return result
        uow.customers.add_many(taking.new_customers)
        for customer in taking.new_customers:
            uow.record(
                CustomerTakenOver(
                    subject_id=customer.id,
                    customer_id=customer.id,
                    code=customer.code,
                    name=customer.name,
                )
            )
        take_over(uow, ctx, taking.new_items, task)
        return uow.commit(result)


def _read(ctx: Context, command: ImportFec, task: Task) -> tuple[CustomerLedger, BalanceCheck]:
    ledger, balance = CustomerLedger(), BalanceCheck()
    with ctx.ports.files.open(command.path, largest=LARGEST_LEDGER) as source:
        for line, debit, credit in ctx.ports.ledger_reader.lines(source, name=command.path.name):
            balance.add(line, debit, credit)
            ledger.add(line)
            if balance.lines % _LINES_A_LOOK == 0:
                task.check_cancelled()
                task.progress(balance.lines, 0)
    unbalanced = [
        error(
            "fec.unbalanced_entry",
            f"line {each.line}",
            journal=each.journal,
            entry=each.entry,
            line=each.line,
            difference=_euros(each.difference_minor),
        )
        for each in balance.unbalanced()
    ]
    if unbalanced:
        raise BlockingFindings(tuple(unbalanced[:_MOST_ENTRIES_NAMED]))
    nameless = [
        error("fec.nameless_lines", f"line {each.first_line}", account=each.code)
        for each in ledger.accounts.values()
        if each.is_collective and next(each.open_lines(), None) is not None
    ]
    if nameless and command.refuse_nameless:
        raise BlockingFindings(tuple(nameless))
    return ledger, balance


class _TakeOver:
    """One take-over: who the accounts are, what they owe, and the proof of it."""

    def __init__(
        self, uow: UnitOfWork, ctx: Context, command: ImportFec, ledger: CustomerLedger
    ) -> None:
        self._ctx = ctx
        self._command = command
        self._ledger = ledger
        self._company = uow.company.get()
        self.new_customers: list[Customer] = []
        self.new_items: list[tuple[OpenItem, Customer]] = []
        self._known_items = 0
        self._fates: list[RowFate] = []
        self._rejected: list[RejectedRow] = []
        self._taken: dict[str, int] = dict.fromkeys(ledger.accounts, 0)
        self._counts = dict.fromkeys(OpenKind, 0)
        self._foreign = 0
        self._renamed = 0
        self._customers = self._find_customers(uow)
        self._items = self._find_items(uow)

    def take(self, amount: OpenAmount) -> None:
        """Take one open amount, unless it is here already."""
        customer = self._customers.get(amount.auxiliary)
        if customer is None:
            return
        number = amount.number
        known = self._items.get(number)
        if known is not None and known.customer_id != customer.id:
            number = _with_code(number, customer.code)
            known = self._items.get(number)
        if known is not None:
            self._known_items += 1
            self._taken[amount.auxiliary] += known.open.minor
            self._fates.append(
                RowFate(
                    amount.line,
                    Fate.UNCHANGED,
                    number,
                    customer.name,
                    findings=_differences(known, amount),
                )
            )
            return
        item = self._item(amount, number, customer)
        self.new_items.append((item, customer))
        self._counts[amount.kind] += 1
        self._foreign += bool(amount.currency)
        self._taken[amount.auxiliary] += item.open.minor
        changes = (FieldChange("open_amount", "", str(item.open)),)
        self._fates.append(RowFate(amount.line, Fate.CREATED, number, customer.name, changes))

    def result(self, balance: BalanceCheck) -> FecTakeOver:
        """What becomes of it, with the proof."""
        command = self._command
        applied = not command.dry_run and (command.accept_partial or not self._rejected)
        return FecTakeOver(
            len(self.new_customers),
            0,
            len(self._customers) - len(self.new_customers),
            tuple(self._rejected),
            applied,
            rows=self._fates,
            remarks=tuple(self._remarks()),
            open_items=len(self.new_items),
            known_items=self._known_items,
            proof=[
                BalanceProof(
                    code, account.name, _euros(account.balance_minor), _euros(self._taken[code])
                )
                for code, account in sorted(self._ledger.accounts.items())
            ],
            lines=balance.lines,
            debit=_euros(balance.debit_minor),
            credit=_euros(balance.credit_minor),
        )

    def _find_customers(self, uow: UnitOfWork) -> dict[str, Customer]:
        accounts = self._ledger.accounts
        known = uow.customers.by_codes(accounts)
        found: dict[str, Customer] = {}
        for code, account in accounts.items():
            if len(code) > _LONGEST_CODE:
                fault = error("fec.long_code", "CompAuxNum", code=code, longest=_LONGEST_CODE)
                self._rejected.append(RejectedRow(account.first_line, "CompAuxNum", fault))
                self._fates.append(
                    RowFate(account.first_line, Fate.REJECTED, code, account.name, (), (fault,))
                )
                continue
            customer = known.get(code)
            fate = Fate.CREATED if customer is None else Fate.UNCHANGED
            if customer is None:
                customer = Customer(id=CustomerId(self._ctx.new_id()), code=code, name=account.name)
                self.new_customers.append(customer)
            elif customer.name != account.name:
                self._renamed += 1
            found[code] = customer
            self._fates.append(
                RowFate(account.first_line, fate, code, customer.name, (), _remarks_on(account))
            )
        return found

    def _find_items(self, uow: UnitOfWork) -> Mapping[str, OpenItem]:
        numbers: set[str] = set()
        for amount in self._ledger.open_amounts():
            numbers.add(amount.number)
            numbers.add(_with_code(amount.number, amount.auxiliary))
        return uow.open_items.by_numbers(numbers)

    def _item(self, amount: OpenAmount, number: str, customer: Customer) -> OpenItem:
        is_claim = amount.open_minor > 0
        return OpenItem(
            id=OpenItemId(self._ctx.new_id()),
            invoice_id=None,
            customer_id=customer.id,
            number=number,
            kind=InvoiceKind.INVOICE if is_claim else InvoiceKind.CREDIT_NOTE,
            issued_on=amount.issued_on,
            due_on=self._due_on(amount.issued_on, customer) if is_claim else amount.issued_on,
            total=_euros(amount.total_minor),
            open=_euros(amount.open_minor),
            # VAT of taken-over items was declared, or waits, in the other program's books.
            vat=Money.zero(EUR),
            vat_released=Money.zero(EUR),
        )

    def _due_on(self, issued_on: date, customer: Customer) -> date:
        return _terms(customer, self._company).due_on(issued_on)

    def _remarks(self) -> list[Finding]:
        name = self._command.path.name
        found: list[Finding] = []
        named = _SIREN_IN_NAME.fullmatch(name)
        if named is None:
            found.append(warning("fec.unusual_name", name=name))
        elif self._company.siren and named[1] != self._company.siren:
            found.append(
                warning("fec.other_company", siren=named[1], own_siren=self._company.siren)
            )
        if self._counts[OpenKind.INVOICE]:
            found.append(
                warning(
                    "fec.due_from_terms",
                    count=self._counts[OpenKind.INVOICE],
                    terms=self._company.payment_terms,
                )
            )
        if self._counts[OpenKind.ON_ACCOUNT]:
            found.append(warning("fec.on_account", count=self._counts[OpenKind.ON_ACCOUNT]))
        if self._foreign:
            found.append(warning("fec.foreign_currency", count=self._foreign))
        if self._renamed:
            found.append(warning("fec.names_kept", count=self._renamed))
        found += [
            warning("fec.left_aside", account=account, balance=_euros(minor))
            for account, minor in sorted(self._ledger.left_aside.items())
            if minor
        ]
        return found


def _remarks_on(account: AuxiliaryAccount) -> tuple[Finding, ...]:
    return (warning("fec.nameless_lines", account=account.code),) if account.is_collective else ()


def _differences(known: OpenItem, amount: OpenAmount) -> tuple[Finding, ...]:
    """A document that was here with another rest: paid here since, or a number used twice."""
    if known.open.minor == amount.open_minor:
        return ()
    return (
        warning(
            "fec.known_differs",
            number=known.number,
            here=known.open,
            ledger=_euros(amount.open_minor),
        ),
    )


def _terms(customer: Customer, company: Company) -> PaymentTerms:
    return customer.payment_terms or PaymentTerms.parse(company.payment_terms)


def _with_code(number: str, code: str) -> str:
    ending = f"-{code}"
    return number[: max(1, LONGEST_NUMBER - len(ending))] + ending[: LONGEST_NUMBER - 1]


def _euros(minor: int) -> Money:
    return Money.from_minor(minor, EUR)
