"""Builders of domain values: say only what a test is about."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from otc_desktop.domain.banking.statement import (
    BankAccount,
    ParsedEntry,
    ParsedPayment,
    ParsedStatement,
)
from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.dunning.plan import STANDARD_PLAN
from otc_desktop.domain.dunning.planner import Debtor, DueItem, Reached
from otc_desktop.domain.invoicing.invoice import InvoiceDraft, InvoiceKind
from otc_desktop.domain.ledger.journal_entry import JournalEntry
from otc_desktop.domain.matching.candidates import Claim, MatchProposal, Memory, Receipt
from otc_desktop.domain.matching.engine import propose
from otc_desktop.domain.matching.limits import limits_in
from otc_desktop.domain.matching.scoring import DEFAULT_THRESHOLD
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.shared.company import Address, Company, VatRegime
from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.difference_limits import DEFAULT_LIMITS
from otc_desktop.domain.shared.ids import (
    BankAccountId,
    BankStatementId,
    BankTransactionId,
    CustomerId,
    InvoiceId,
    OpenItemId,
    SalesOrderId,
)
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.lines import Adjustment, AdjustmentKind, DocumentLine
from otc_desktop.domain.taxes.vat import VatTreatment, standard
from tests.support.invoices import a_line, preceding_of

USD = Currency("USD")
JPY = Currency("JPY")
TOLERANCE = Money(Decimal("0.05"), EUR)
LIMITS = limits_in(EUR, DEFAULT_LIMITS)
FULL_ADDRESS = Address(line1="4 place du Marché", postal_code="33000", city="Bordeaux")


def an_id(name: object) -> UUID:
    """The same name gives the same id."""
    return uuid5(NAMESPACE_OID, str(name))


def eur(text: str | int) -> Money:
    """Euros, such as `eur("12.30")`."""
    return Money.of(text, EUR)


def an_adjustment(
    amount: str,
    *,
    kind: AdjustmentKind = AdjustmentKind.CHARGE,
    vat: str | VatTreatment = "20",
    **other: Any,
) -> Adjustment:
    """A charge on the document, or an allowance."""
    return Adjustment(
        kind=kind,
        description="Port",
        amount=eur(amount),
        vat=vat if isinstance(vat, VatTreatment) else standard(vat),
        **other,
    )


def a_company(*, vat_regime: VatRegime = VatRegime.DEBITS, discount_terms: str = "none") -> Company:
    """The usual seller."""
    return Company(
        name="Atelier Lumen SAS",
        legal_form="SAS",
        share_capital=Decimal("50000.00"),
        siren="732829320",
        siret="73282932000074",
        vat_number="FR44732829320",
        rcs_city="Lyon",
        naf="2740Z",
        address=Address(line1="12 rue des Lilas", postal_code="69003", city="Lyon"),
        email="compta@atelier-lumen.example",
        iban="FR7630006000011234567890189",
        bic="AGRIFRPP",
        fiscal_year_start_month=1,
        fiscal_year_start_day=1,
        vat_regime=vat_regime,
        number_format="F{year}-{seq:05d}",
        payment_terms="30 days",
        late_interest="ECB+10",
        discount_terms=discount_terms,
        mail=None,
    )


def a_customer(**changes: Any) -> Customer:
    """A customer with everything an invoice asks for."""
    usual: dict[str, Any] = {
        "id": CustomerId(an_id("C0001")),
        "code": "C0001",
        "name": "Menuiserie Durand",
        "siren": "552100554",
        "address": FULL_ADDRESS,
    }
    return Customer(**(usual | changes))


def a_draft(
    *lines: DocumentLine,
    adjustments: Collection[Adjustment] = (),
    kind: InvoiceKind = InvoiceKind.INVOICE,
) -> InvoiceDraft:
    """A draft with these lines, none given means none."""
    return InvoiceDraft(
        id=InvoiceId(an_id("draft")),
        kind=kind,
        customer_id=CustomerId(an_id("C0001")),
        currency=EUR,
        lines=lines,
        adjustments=tuple(adjustments),
        preceding=preceding_of(kind, "F2026-00398"),
    )


def an_order(*lines: DocumentLine, ordered_on: date = date(2026, 11, 2)) -> SalesOrder:
    """A draft order; one line of ten pieces unless told."""
    return SalesOrder(
        id=SalesOrderId(an_id("order")),
        number="C2026-00001",
        customer_id=CustomerId(an_id("C0001")),
        ordered_on=ordered_on,
        currency=EUR,
        lines=lines or (a_line(quantity="10"),),
    )


def an_item(
    number: str = "F2026-00412",
    total: str = "120.00",
    *,
    open_amount: str | None = None,
    vat: str = "20.00",
    customer: str = "C0001",
    currency: Currency = EUR,
) -> OpenItem:
    """An open item; a negative total makes it a credit note's."""
    whole = Money.of(total, currency)
    return OpenItem(
        id=OpenItemId(an_id(number)),
        invoice_id=InvoiceId(an_id(f"invoice {number}")),
        customer_id=CustomerId(an_id(customer)),
        number=number,
        kind=InvoiceKind.CREDIT_NOTE if whole.amount < 0 else InvoiceKind.INVOICE,
        issued_on=date(2026, 11, 20),
        due_on=date(2026, 12, 20),
        total=whole,
        open=whole if open_amount is None else Money.of(open_amount, currency),
        vat=Money.of(vat, currency),
        vat_released=Money.zero(currency),
    )


ACCOUNT = BankAccount(
    id=BankAccountId(an_id("account")), number="FR7630006000011234567890189", currency="EUR"
)


def a_transaction(
    amount: str = "120.00",
    *,
    allocated: str = "0",
    currency: Currency = EUR,
    **changes: Any,
) -> BankTransaction:
    """A movement of the bank account."""
    usual: dict[str, Any] = {
        "id": BankTransactionId(an_id("transaction")),
        "account_id": ACCOUNT.id,
        "statement_id": BankStatementId(an_id("statement")),
        "booked_on": date(2026, 12, 18),
        "value_on": date(2026, 12, 18),
        "amount": Money.of(amount, currency),
        "label": "VIR DURAND",
        "counterparty": "DURAND",
        "counterparty_account": "",
        "end_to_end_id": "",
        "bank_reference": "REF1",
        "structured_reference": "",
        "fingerprint": "f",
        "allocated": Money.of(allocated, currency),
    }
    return BankTransaction(**(usual | changes))


def a_claim(
    number: str,
    amount: str = "100.00",
    *,
    customer: str = "C0001",
    currency: Currency = EUR,
    issued_on: date = date(2026, 11, 1),
    due_on: date = date(2026, 12, 1),
) -> Claim:
    """An open item as matching sees it."""
    return Claim(
        id=OpenItemId(an_id(number)),
        number=number,
        customer_id=CustomerId(an_id(customer)),
        open=Money.of(amount, currency),
        issued_on=issued_on,
        due_on=due_on,
    )


def a_receipt(
    text: str = "",
    amount: str = "100.00",
    *,
    name: object = "receipt",
    on: date = date(2026, 12, 10),
    counterparty: str = "",
    account: str = "",
    currency: Currency = EUR,
) -> Receipt:
    """Money that came in."""
    return Receipt(
        id=BankTransactionId(an_id(name)),
        amount=Money.of(amount, currency),
        booked_on=on,
        text=text,
        counterparty=counterparty,
        counterparty_account=account,
    )


def a_memory(
    *,
    accounts: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
    undone: Collection[tuple[BankTransactionId, OpenItemId]] = frozenset(),
) -> Memory:
    """Payers known by account and by folded name, each with its customer's code."""
    return Memory(
        {key: CustomerId(an_id(code)) for key, code in (accounts or {}).items()},
        {key: CustomerId(an_id(code)) for key, code in (names or {}).items()},
        undone,
    )


def explain(
    receipts: Iterable[Receipt], claims: Iterable[Claim], memory: Memory | None = None
) -> list[MatchProposal]:
    """Proposals at the usual threshold and tolerance."""
    return propose(
        receipts, claims, memory or a_memory(), threshold=DEFAULT_THRESHOLD, limits=LIMITS
    )


def a_due_item(
    number: str = "F1",
    amount: str = "100.00",
    *,
    due_on: date = date(2026, 11, 1),
    customer: str = "C0001",
    disputed: str = "0",
    reached: Reached | None = None,
    currency: Currency = EUR,
) -> DueItem:
    """An open invoice as dunning sees it."""
    return DueItem(
        id=OpenItemId(an_id(number)),
        number=number,
        customer_id=CustomerId(an_id(customer)),
        issued_on=date(2026, 10, 1),
        due_on=due_on,
        open=Money.of(amount, currency),
        disputed=Money.of(disputed, currency),
        reached=reached,
    )


def taken(*numbers: int) -> Reached:
    """An item that took these steps of the standard plan."""
    offset = STANDARD_PLAN.step(max(numbers)).offset_days
    return Reached(offset, frozenset((STANDARD_PLAN.code, number) for number in numbers))


def a_debtor(
    code: str = "C0001",
    *,
    email: str = "achats@durand.example",
    last_message_on: date | None = None,
    has_unmatched_receipt: bool = False,
) -> Debtor:
    """A customer as dunning sees it."""
    return Debtor(
        id=CustomerId(an_id(code)),
        code=code,
        name="Menuiserie Durand",
        email=email,
        language="fr",
        last_message_on=last_message_on,
        has_unmatched_receipt=has_unmatched_receipt,
    )


def a_payment(amount: str | None = "100.00", **fields: Any) -> ParsedPayment:
    """One payment as a bank describes it."""
    return ParsedPayment(amount=None if amount is None else eur(amount), **fields)


def an_entry(
    amount: str = "100.00",
    *payments: ParsedPayment,
    on: date = date(2026, 12, 1),
    label: str = "",
    reference: str = "",
) -> ParsedEntry:
    """A booked entry; without payments, one that repeats its amount and label."""
    return ParsedEntry(
        booked_on=on,
        value_on=on,
        amount=eur(amount),
        label=label,
        bank_reference=reference,
        payments=payments or (a_payment(amount, label=label),),
    )


def a_statement(
    *entries: ParsedEntry, opening: str | None = None, closing: str | None = None
) -> ParsedStatement:
    """A statement of the usual account."""
    return ParsedStatement(
        format="camt.053",
        account=ACCOUNT.number,
        currency="EUR",
        statement_id="1",
        opening=None if opening is None else eur(opening),
        closing=None if closing is None else eur(closing),
        opening_on=None,
        closing_on=None,
        entries=entries,
    )


def sides(entry: JournalEntry) -> list[tuple[str, str, str]]:
    """Account, debit and credit of every line, zero left empty."""
    return [
        (line.account, str(line.debit.amount or ""), str(line.credit.amount or ""))
        for line in entry.lines
    ]
