"""What somebody wrote on an order, completed: customer, lines, place of delivery."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.goods import address_lines
from otc_desktop.application.kernel.line_input import (
    AdjustmentInput,
    LineInput,
    build_adjustments,
    build_lines,
)
from otc_desktop.application.kernel.lookups import customer_to_sell_to, document_currency
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.address_book import (
    AddressKind,
    CustomerAddress,
    default_address,
)
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import AddressId
from otc_desktop.domain.taxes.lines import Adjustment, DocumentLine
from otc_desktop.domain.taxes.rates import VatRates


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The parts of a quote or order, looked up and checked."""

    customer: Customer
    currency: Currency
    lines: tuple[DocumentLine, ...]
    adjustments: tuple[Adjustment, ...]


def completed(
    uow: UnitOfWork,
    *,
    customer_code: str,
    currency_code: str,
    lines: Sequence[LineInput],
    adjustments: Sequence[AdjustmentInput],
    on: date,
    rates: VatRates,
) -> Content:
    """The customer, and the lines with what products and the prices of a day add to them.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `customers.archived`, `customers.blocked`, `customers.not_active_yet`.
        BlockingFindings: faulty lines, all at once.
    """
    company = uow.company.get()
    customer = customer_to_sell_to(uow, customer_code)
    currency = document_currency(currency_code, company)
    built = build_lines(lines, uow, company, customer=customer, on=on, rates=rates)
    return Content(
        customer=customer,
        currency=currency,
        lines=built,
        adjustments=build_adjustments(adjustments, built, currency, company),
    )


def delivery_site(
    uow: UnitOfWork, customer: Customer, wished: AddressId | None
) -> tuple[AddressId | None, str]:
    """Where an order goes: the site asked for, else the customer's usual one.

    Returns:
        The address and its text of several lines; neither for the registered address.

    Raises:
        RuleError: `sales.site_of_another_customer`.
    """
    addresses = uow.customers.addresses_of(customer.id)
    if wished is None:
        site = default_address(addresses, AddressKind.DELIVERY)
    else:
        site = next((each for each in addresses if each.id == wished), None)
        if site is None:
            raise RuleError("sales.site_of_another_customer", where="site")
    if site is None:
        return None, ""
    return site.id, _text(customer, site)


def _text(customer: Customer, site: CustomerAddress) -> str:
    lines = address_lines(customer, site.address)
    return lines if site.label == customer.name else f"{site.label}\n{lines}"


def input_of(line: DocumentLine) -> LineInput:
    """A line as it would be typed to come out the same."""
    return LineInput(
        product=line.product_code,
        description=line.description,
        quantity=line.quantity,
        unit=line.unit,
        unit_price=line.unit_price,
        discount_percent=line.discount_percent,
        vat_rate=line.vat.rate,
        vat_category=line.vat.category.value,
        vatex=line.vat.vatex,
        vat_reason=line.vat.reason,
    )


def refuse_promise_before_order(ordered_on: date, promised_on: date | None) -> None:
    """Nothing is promised for a day before the order.

    Raises:
        RuleError: `sales.promise_before_order`.
    """
    if promised_on is not None and promised_on < ordered_on:
        raise RuleError("sales.promise_before_order", where="promised_on", ordered_on=ordered_on)
