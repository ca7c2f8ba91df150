"""Which VAT a sale bears when nobody says otherwise: who sells what to whom, and where."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.domain.customers.customer import Customer, CustomerKind
from otc_desktop.domain.shared.company import Address, Company, VatRegime
from otc_desktop.domain.taxes.lines import LineNature
from otc_desktop.domain.taxes.rates import VatRates
from otc_desktop.domain.taxes.territory import Territory, territory_of
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment

_NO_RATE = Decimal(0)
FRANCHISE = VatTreatment(VatCategory.EXEMPT, _NO_RATE, "VATEX-FR-FRANCHISE")
INTRA_EU_GOODS = VatTreatment(VatCategory.INTRA_COMMUNITY, _NO_RATE, "VATEX-EU-IC")
EXPORT = VatTreatment(VatCategory.EXPORT, _NO_RATE, "VATEX-EU-G")
EU_SERVICES = VatTreatment(VatCategory.REVERSE_CHARGE, _NO_RATE, "VATEX-EU-AE")
BUILDING_WORKS = VatTreatment(VatCategory.REVERSE_CHARGE, _NO_RATE, "VATEX-FR-AE")
OUT_OF_SCOPE = VatTreatment(VatCategory.OUT_OF_SCOPE, _NO_RATE, "VATEX-EU-O")


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleSituation:
    """Seller and buyer as VAT sees them.

    `delivered_in` is where goods go, `buyer_in` where the buyer is established. `works` says
    that we are the subcontractor of the buyer for building works (CGI 283-2 nonies).
    """

    regime: VatRegime
    seller_in: Territory
    buyer_in: Territory
    delivered_in: Territory
    buyer_is_business: bool
    buyer_vat_number: str
    works: bool = False


def situation_of(
    customer: Customer, company: Company, delivered_to: Address | None
) -> SaleSituation:
    """The sale as VAT sees it; without another place goods go to the customer's address."""
    return SaleSituation(
        regime=company.vat_regime,
        seller_in=territory_of(company.address),
        buyer_in=territory_of(customer.address),
        delivered_in=territory_of(delivered_to or customer.address),
        buyer_is_business=customer.kind is not CustomerKind.PERSON,
        buyer_vat_number=customer.vat_number,
        works=customer.works_subcontracting,
    )


def proposed_treatment(
    usual: VatTreatment,
    nature: LineNature,
    situation: SaleSituation,
    *,
    rates: VatRates,
    on: date,
) -> VatTreatment:
    """The VAT of a line: that of the product at home, changed by where it goes.

    * under 293 B none at all;
    * what the law exempts at home stays exempt;
    * goods to a business in another member state are exempt (CGI 262 ter I), goods leaving
      the French market are exported (262 I; from and to the DOM, 294-2);
    * services to a business abroad are taxed there: by the buyer inside the Union (259-1°,
      283-2), out of scope beyond it;
    * services to the DOM bear the rates of the DOM (296);
    * building works of a subcontractor are taxed by its customer (283-2 nonies);
    * consumers abroad bear our VAT: distance sales above the threshold of the Union
      (259 D, 258 A) are for the user to set.
    """
    if situation.regime is VatRegime.EXEMPT_293B:
        return FRANCHISE
    if usual.category is not VatCategory.STANDARD:
        return usual
    if nature is LineNature.GOODS:
        return _goods(usual, situation)
    return _services(usual, situation, rates, on)


def _goods(usual: VatTreatment, situation: SaleSituation) -> VatTreatment:
    to = situation.delivered_in
    if to is Territory.UNION:
        taxed_there = situation.buyer_is_business and situation.buyer_vat_number
        return INTRA_EU_GOODS if taxed_there else usual
    if to.market is situation.seller_in.market:
        return OUT_OF_SCOPE if to is Territory.UNTAXED else usual
    return EXPORT


def _services(
    usual: VatTreatment, situation: SaleSituation, rates: VatRates, on: date
) -> VatTreatment:
    if situation.buyer_in.is_french:
        return _services_in_france(usual, situation, rates, on)
    if not situation.buyer_is_business:
        return usual
    if situation.buyer_in is Territory.BEYOND:
        return OUT_OF_SCOPE
    return EU_SERVICES if situation.buyer_vat_number else usual


def _services_in_france(
    usual: VatTreatment, situation: SaleSituation, rates: VatRates, on: date
) -> VatTreatment:
    buyer, seller = situation.buyer_in.market, situation.seller_in.market
    if situation.works and situation.buyer_is_business:
        return BUILDING_WORKS
    if buyer is Territory.UNTAXED:
        return OUT_OF_SCOPE
    there = None if buyer is seller else rates.equivalent(usual.rate, on, of=seller, within=buyer)
    return usual if there is None else VatTreatment(VatCategory.STANDARD, there)
