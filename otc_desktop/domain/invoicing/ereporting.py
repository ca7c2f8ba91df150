"""E-reporting (flow 10 of the reform, CGI art. 290): what the State hears of other sales.

Sales between French businesses reach it through their e-invoices (flow 1); of all others it
wants the data: sales across the border one by one (10.1), sales to private persons summed up
per day (10.3).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from otc_desktop.domain.customers.customer import CustomerKind
from otc_desktop.domain.invoicing.invoice import Invoice, Party
from otc_desktop.domain.shared.company import VatRegime
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.taxes.exigibility import nets_by_nature, services_part
from otc_desktop.domain.taxes.lines import LineNature
from otc_desktop.domain.taxes.territory import Territory, territory_of
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment

# G2.32: such sales are dispensed from e-invoicing, and CGI 290 leaves them out as well.
_DISPENSED = "VATEX-FR-CGI261"
# CGI 266-1-e, 268, 297 A: VAT on the margin alone.
_ON_MARGIN = frozenset(("VATEX-EU-D", "VATEX-EU-F", "VATEX-EU-I", "VATEX-EU-J"))


class ReportedIn(StrEnum):
    """Which data of a document the State hears, and how."""

    EINVOICE = "flow_1"
    CROSS_BORDER = "10.1"
    CONSUMERS = "10.3"
    NOTHING = "none"


class SaleCategory(StrEnum):
    """What a day's sales to private persons were (G1.68)."""

    GOODS = "TLB1"
    SERVICES = "TPS1"
    NOT_TAXED = "TNT1"
    MARGIN = "TMA1"


def reported_in(
    buyer: Party, treatments: Sequence[VatTreatment], *, kind: CustomerKind
) -> ReportedIn:
    """Where the data of an issued document go: exactly one place.

    A buyer in France is a business by its SIREN, one in the Union by its VAT number, and one
    beyond by what its file says: no number proves it there.

    Args:
        buyer: as printed on the document.
        treatments: of its VAT groups.
        kind: what the customer is in law, by its file.
    """
    territory = territory_of(buyer.address)
    if treatments and all(_is_dispensed(vat, territory) for vat in treatments):
        return ReportedIn.NOTHING
    if territory.is_french:
        return ReportedIn.EINVOICE if buyer.siren else ReportedIn.CONSUMERS
    if territory is Territory.UNION:
        return ReportedIn.CROSS_BORDER if buyer.vat_number else ReportedIn.CONSUMERS
    is_business = buyer.vat_number or buyer.siren or kind is not CustomerKind.PERSON
    return ReportedIn.CROSS_BORDER if is_business else ReportedIn.CONSUMERS


def _is_dispensed(vat: VatTreatment, territory: Territory) -> bool:
    """A service that is taxed where its foreign buyer sits is no VAT of ours, yet reported."""
    if vat.vatex.startswith(_DISPENSED):
        return True
    return vat.category is VatCategory.OUT_OF_SCOPE and territory.is_french


@dataclass(frozen=True, slots=True)
class RateSum:
    """Basis and VAT of one rate (TG-32)."""

    rate: Decimal
    basis: Money
    tax: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySales:
    """A day's sales to private persons, of one currency and category (TG-31).

    Credit notes of the day are taken off; `documents` counts each once in each category.
    """

    on: date
    currency: str
    category: SaleCategory
    vat_on_debits: bool
    documents: int
    rates: tuple[RateSum, ...]

    @property
    def basis(self) -> Money:
        """Total without tax (TT-82)."""
        return total((each.basis for each in self.rates), self.rates[0].basis.currency)

    @property
    def tax(self) -> Money:
        """Total VAT (TT-83)."""
        return total((each.tax for each in self.rates), self.rates[0].tax.currency)


_Key = tuple[date, str, SaleCategory]


def sales_of_days(invoices: Iterable[Invoice], *, regime: VatRegime) -> tuple[DaySales, ...]:
    """The sums of 10.3 over documents that belong there, in the order of days.

    A group of one rate that has goods and services counts in both, each with its share: no
    cent is lost, so that the sums are those of the documents.
    """
    sums: dict[_Key, dict[Decimal, list[Money]]] = defaultdict(dict)
    documents: dict[_Key, set[str]] = defaultdict(set)
    for invoice in invoices:
        for category, rate, basis, tax in _parts(invoice):
            if not basis and not tax:
                continue
            key = (invoice.issued_on, invoice.currency.code, category)
            kept = sums[key].setdefault(rate, [basis - basis, tax - tax])
            kept[0] += -basis if invoice.kind.is_credit else basis
            kept[1] += -tax if invoice.kind.is_credit else tax
            documents[key].add(invoice.number)
    return tuple(
        DaySales(
            on=key[0],
            currency=key[1],
            category=key[2],
            vat_on_debits=regime is VatRegime.DEBITS and key[2] is SaleCategory.SERVICES,
            documents=len(documents[key]),
            rates=tuple(
                RateSum(rate, basis, tax) for rate, (basis, tax) in sorted(sums[key].items())
            ),
        )
        for key in sorted(sums, key=lambda each: (each[0], each[1], each[2].value))
    )


def _parts(invoice: Invoice) -> Iterable[tuple[SaleCategory, Decimal, Money, Money]]:
    """The VAT groups of a document with their category; one of both natures in two parts."""
    nets = nets_by_nature(invoice.totals, invoice.lines)
    for group in invoice.totals.vat_groups:
        if group.vat.vatex in _ON_MARGIN:
            yield SaleCategory.MARGIN, group.vat.rate, group.basis, group.tax
            continue
        if group.vat.category not in (VatCategory.STANDARD, VatCategory.ZERO_RATED):
            yield SaleCategory.NOT_TAXED, group.vat.rate, group.basis, group.tax
            continue
        services, goods = nets[group.vat][LineNature.SERVICES], nets[group.vat][LineNature.GOODS]
        basis = services_part(group.basis, services, goods)
        tax = services_part(group.tax, services, goods)
        yield SaleCategory.SERVICES, group.vat.rate, basis, tax
        yield SaleCategory.GOODS, group.vat.rate, group.basis - basis, group.tax - tax


def buyer_identity(*, country: str, siren: str, vat_number: str, name: str) -> tuple[str, str]:
    """Scheme and identifier of a foreign buyer (TT-36, TT-37).

    0223 is a VAT number of the Union; who has none is named by country and name (0227).
    """
    if siren:
        return "0002", siren
    if vat_number:
        return "0223", vat_number
    letters = "".join(each for each in name.upper() if each.isalnum())
    return "0227", f"{country}{letters[:16]}"
