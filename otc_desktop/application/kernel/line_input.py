"""Lines of an order or invoice as somebody typed them, before prices and VAT are filled in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from otc_desktop.application.kernel.price_origin import origin_text
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.catalogue.pricing import PriceDecision, PriceSource, decide_price
from otc_desktop.domain.catalogue.product import Product, ProductKind
from otc_desktop.domain.customers.address_book import AddressKind, default_address
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.company import Address, Company, VatRegime
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import Finding, error, refuse_if_blocking
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.scales import PERCENT_PLACES, on_scale
from otc_desktop.domain.taxes.lines import Adjustment, AdjustmentKind, DocumentLine, LineNature
from otc_desktop.domain.taxes.proposal import FRANCHISE, proposed_treatment, situation_of
from otc_desktop.domain.taxes.rates import VatRates
from otc_desktop.domain.taxes.totals import compute_totals, spread_discount
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment


@dataclass(frozen=True, slots=True, kw_only=True)
class LineInput:
    """One line; what is None comes from the product and from the customer's prices."""

    product: str = ""
    description: str | None = None
    quantity: Decimal = Decimal(1)
    unit: str | None = None
    unit_price: Decimal | None = None
    discount_percent: Decimal | None = None
    vat_rate: Decimal | None = None
    vat_category: str | None = None
    vatex: str = ""
    vat_reason: str = ""
    nature: LineNature | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustmentInput:
    """A discount (`amount` or `percent`) or a charge (`amount`) on the whole document."""

    kind: AdjustmentKind
    description: str
    amount: Decimal | None = None
    percent: Decimal | None = None
    vat_rate: Decimal | None = None
    vat_category: str | None = None


def build_lines(
    inputs: Sequence[LineInput],
    uow: UnitOfWork,
    company: Company,
    *,
    customer: Customer | None,
    on: date,
    rates: VatRates,
    delivered_to: Address | None = None,
) -> tuple[DocumentLine, ...]:
    """Complete lines, with product, price and VAT looked up.

    Args:
        inputs: as typed; a price or discount typed by hand stands.
        uow: the books.
        company: ours.
        customer: whose prices and VAT apply; None for the catalogue's.
        on: the day by which prices and rates are valid.
        rates: of VAT.
        delivered_to: where goods go; None is the customer's usual place.

    Raises:
        BlockingFindings: every faulty line at once: `catalogue.unknown_product`,
            `catalogue.archived_product`, `lines.missing_price`, and what DocumentLine and
            VatTreatment refuse.
    """
    products = uow.products.by_codes({each.product for each in inputs if each.product})
    conditions = uow.prices.conditions(customer, products.values())
    usual_vat = _usual_vat(uow, company, customer, rates=rates, on=on, delivered_to=delivered_to)
    lines: list[DocumentLine] = []
    faults: list[Finding] = []
    for position, each in enumerate(inputs):
        where = f"lines[{position}]"
        product = products.get(each.product)
        if each.product and product is None:
            faults.append(error("catalogue.unknown_product", f"{where}.product", code=each.product))
            continue
        try:
            if product is not None and product.archived_on is not None:
                raise RuleError("catalogue.archived_product", where="product", code=product.code)
            decision = None
            if product is not None:
                decision = decide_price(
                    conditions[product.id],
                    quantity=each.quantity,
                    on=on,
                    currency=company.currency,
                )
            lines.append(_line(each, product, decision, company, usual_vat))
        except RuleError as problem:
            field = f"{where}.{problem.where}" if problem.where else where
            faults.append(error(problem.code, field, **problem.params))
    refuse_if_blocking(faults)
    return tuple(lines)


def build_adjustments(
    inputs: Sequence[AdjustmentInput],
    lines: Sequence[DocumentLine],
    currency: Currency,
    company: Company,
) -> tuple[Adjustment, ...]:
    """Document discounts and charges, each inside its VAT groups.

    Without a VAT rate of its own, a discount is shared among the groups of the lines, and a
    charge follows the group with the largest basis: carriage goes with what is carried.

    Raises:
        RuleError: `lines.adjustment_without_amount`, `lines.bad_discount`.
    """
    found: list[Adjustment] = []
    for each in inputs:
        if each.percent is not None and each.kind is AdjustmentKind.ALLOWANCE:
            percent = on_scale(each.percent, PERCENT_PLACES, field="percent")
            if not 0 <= percent <= 100:
                raise RuleError("lines.bad_discount", where="percent", value=str(percent))
            found.extend(spread_discount(percent, each.description, lines, currency))
            continue
        if each.amount is None:
            raise RuleError("lines.adjustment_without_amount", where="amount")
        amount = Money(each.amount, currency)
        if each.vat_rate is not None or each.vat_category is not None:
            vat = _vat(each.vat_rate, each.vat_category, usual=None, company=company)
            found.append(_adjustment(each, amount, vat))
        else:
            found.extend(_without_rate(each, amount, lines, currency))
    return tuple(found)


def _without_rate(
    each: AdjustmentInput, amount: Money, lines: Sequence[DocumentLine], currency: Currency
) -> list[Adjustment]:
    groups = [
        group for group in compute_totals(lines, (), currency).vat_groups if group.basis.amount > 0
    ]
    if not groups:
        raise RuleError("lines.adjustment_without_rate", where="vat_rate")
    if each.kind is AdjustmentKind.CHARGE:
        largest = max(groups, key=lambda group: group.basis.amount)
        return [_adjustment(each, amount, largest.vat)]
    shares = amount.split([group.basis.amount for group in groups])
    return [
        _adjustment(each, share, group.vat)
        for group, share in zip(groups, shares, strict=True)
        if share
    ]


def _adjustment(each: AdjustmentInput, amount: Money, vat: VatTreatment) -> Adjustment:
    return Adjustment(kind=each.kind, description=each.description, amount=amount, vat=vat)


UsualVat = Callable[[VatTreatment, LineNature], VatTreatment]


def _usual_vat(
    uow: UnitOfWork,
    company: Company,
    customer: Customer | None,
    *,
    rates: VatRates,
    on: date,
    delivered_to: Address | None,
) -> UsualVat:
    """The VAT of the catalogue, changed by who the customer is and where goods go."""
    if customer is None:
        return lambda vat, nature: vat
    if delivered_to is None:
        site = default_address(uow.customers.addresses_of(customer.id), AddressKind.DELIVERY)
        delivered_to = None if site is None else site.address
    situation = situation_of(customer, company, delivered_to)
    return lambda vat, nature: proposed_treatment(vat, nature, situation, rates=rates, on=on)


def _line(
    each: LineInput,
    product: Product | None,
    decision: PriceDecision | None,
    company: Company,
    usual_vat: UsualVat,
) -> DocumentLine:
    price = each.unit_price
    discount = each.discount_percent
    if price is None:
        if decision is None or decision.price is None:
            raise RuleError("lines.missing_price", where="unit_price")
        price = decision.price
        if discount is None:
            discount = decision.discount_percent
    name = product.name if product is not None else ""
    nature = each.nature or nature_of(product)
    return DocumentLine(
        description=each.description if each.description is not None else name,
        quantity=each.quantity,
        unit_price=price,
        vat=_vat(
            each.vat_rate,
            each.vat_category,
            vatex=each.vatex,
            reason=each.vat_reason,
            usual=None if product is None else usual_vat(product.vat, nature),
            company=company,
        ),
        unit=each.unit or (product.unit if product is not None else "C62"),
        discount_percent=discount or Decimal(0),
        product_id=None if product is None else product.id,
        product_code=each.product,
        income_account="" if product is None else product.income_account,
        nature=nature,
        price_origin=_origin(decision, each),
    )


def nature_of(product: Product | None) -> LineNature:
    """Goods or services; a line without a product is taken for goods unless told."""
    is_service = product is not None and product.kind is ProductKind.SERVICE
    return LineNature.SERVICES if is_service else LineNature.GOODS


def _origin(decision: PriceDecision | None, each: LineInput) -> str:
    """Where the price comes from; a typed one is kept beside what the prices would give."""
    if decision is None:
        return ""
    typed_price = each.unit_price is not None and each.unit_price != decision.price
    typed_discount = (
        each.discount_percent is not None and each.discount_percent != decision.discount_percent
    )
    if typed_price or typed_discount:
        decision = replace(decision, source=PriceSource.TYPED)
    return origin_text(decision)


def _vat(
    rate: Decimal | None,
    category: str | None,
    *,
    usual: VatTreatment | None,
    company: Company,
    vatex: str = "",
    reason: str = "",
) -> VatTreatment:
    """What was typed, else what the company's regime gives, else what is usual."""
    if category is not None:
        try:
            chosen = VatCategory(category)
        except ValueError as problem:
            raise RuleError(
                "taxes.unknown_category", where="vat_category", category=category
            ) from problem
        if rate is None and chosen is VatCategory.STANDARD:
            raise RuleError("lines.missing_vat_rate", where="vat_rate")
        return VatTreatment(chosen, rate or Decimal(0), vatex, reason)
    if company.vat_regime is VatRegime.EXEMPT_293B and not rate:
        return FRANCHISE
    if rate is not None:
        taxed = VatCategory.STANDARD if rate else VatCategory.ZERO_RATED
        return VatTreatment(taxed, rate, vatex, reason)
    if usual is None:
        raise RuleError("lines.missing_vat_rate", where="vat_rate")
    return usual
