"""VAT that does not fit: rate against place and date, category against buyer, missing reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.shared.company import Address, Company, VatRegime
from otc_desktop.domain.shared.findings import Finding, error, warning
from otc_desktop.domain.taxes.lines import LineNature
from otc_desktop.domain.taxes.proposal import SaleSituation, situation_of
from otc_desktop.domain.taxes.rates import VatRates
from otc_desktop.domain.taxes.territory import Territory
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment
from otc_desktop.domain.taxes.vatex import fits

_NUMBERS_NEEDED = (VatCategory.INTRA_COMMUNITY, VatCategory.REVERSE_CHARGE)


def vat_findings(
    draft: InvoiceDraft,
    *,
    customer: Customer,
    company: Company,
    delivered_to: Address | None,
    rates: VatRates,
    on: date,
) -> list[Finding]:
    """What is wrong or doubtful about the VAT of a draft, at the line or adjustment it is at.

    Errors are what the law or EN 16931 excludes; warnings what is lawful in rare cases.
    """
    sale = _Sale(customer, company, situation_of(customer, company, delivered_to), rates, on)
    found = [finding for each in _taxed(draft) for finding in sale.findings(each)]
    found.extend(_mixed(draft))
    return found


@dataclass(frozen=True, slots=True)
class _Taxed:
    where: str
    vat: VatTreatment
    nature: LineNature | None


def _taxed(draft: InvoiceDraft) -> Iterator[_Taxed]:
    for position, line in enumerate(draft.lines):
        yield _Taxed(f"lines[{position}]", line.vat, line.nature)
    for position, each in enumerate(draft.adjustments):
        yield _Taxed(f"adjustments[{position}]", each.vat, None)


def _mixed(draft: InvoiceDraft) -> Iterable[Finding]:
    """Lines out of scope stand alone (BR-O-11 to -14)."""
    categories = {each.vat.category for each in _taxed(draft)}
    if VatCategory.OUT_OF_SCOPE in categories and len(categories) > 1:
        for each in _taxed(draft):
            if each.vat.category is VatCategory.OUT_OF_SCOPE:
                yield error("taxes.out_of_scope_with_others", f"{each.where}.vat_category")


@dataclass(frozen=True, slots=True)
class _Sale:
    customer: Customer
    company: Company
    situation: SaleSituation
    rates: VatRates
    on: date

    def findings(self, each: _Taxed) -> Iterator[Finding]:
        where = f"{each.where}.vat_category"
        category = each.vat.category
        if category is VatCategory.STANDARD:
            yield from self._taxed_findings(each, where)
        else:
            yield from self._reason_findings(each.vat, each.where)
        if category in _NUMBERS_NEEDED and not self.customer.vat_number:
            yield error(
                "invoicing.customer_without_vat_number", "vat_number", customer=self.customer.code
            )
        if category in _NUMBERS_NEEDED and not self.company.vat_number:
            yield error("invoicing.company_without_vat_number", "company.vat_number")
        if category is VatCategory.INTRA_COMMUNITY:
            delivered = self.situation.delivered_in
            if delivered.is_french:
                yield error("taxes.intra_eu_at_home", where)
            elif delivered is Territory.BEYOND:
                yield error("taxes.intra_eu_beyond", where, country=self.customer.address.country)
        if category is VatCategory.EXPORT and self._stays_home():
            yield warning("taxes.export_at_home", where)

    def _stays_home(self) -> bool:
        delivered = self.situation.delivered_in
        return delivered is Territory.UNION or delivered.market is self.situation.seller_in.market

    def _taxed_findings(self, each: _Taxed, where: str) -> Iterator[Finding]:
        rate = each.vat.rate
        at = f"{each.where}.vat_rate"
        if self.company.vat_regime is VatRegime.EXEMPT_293B:
            yield error("taxes.vat_charged_under_293b", where)
            return
        if not self.rates.in_force(rate, self.on):
            yield error("taxes.rate_not_in_force", at, rate=rate, date=self.on)
            return
        places = {self.situation.seller_in, self.situation.buyer_in, self.situation.delivered_in}
        french = {place for place in places if place.is_french}
        if not any(self.rates.in_force(rate, self.on, within=place) for place in french):
            yield warning("taxes.rate_of_another_place", at, rate=rate)
        yield from self._taxed_abroad(each, where)

    def _taxed_abroad(self, each: _Taxed, where: str) -> Iterator[Finding]:
        if each.nature is LineNature.GOODS:
            to = self.situation.delivered_in
            if to is Territory.UNION and self.customer.vat_number:
                yield warning("taxes.taxed_intra_eu_supply", where)
            elif to is not Territory.UNION and to.market is not self.situation.seller_in.market:
                yield warning("taxes.taxed_export", where)
        elif each.nature is LineNature.SERVICES and self.situation.buyer_is_business:
            buyer = self.situation.buyer_in
            taxed_there = buyer is Territory.BEYOND or (
                buyer is Territory.UNION and bool(self.customer.vat_number)
            )
            if taxed_there:
                yield warning("taxes.taxed_service_abroad", where)

    def _reason_findings(self, vat: VatTreatment, place: str) -> Iterator[Finding]:
        if vat.vatex and not fits(vat.vatex, vat.category):
            yield error(
                "taxes.vatex_against_category",
                f"{place}.vatex",
                vatex=vat.vatex,
                category=vat.category.value,
            )
        franchise = self.company.vat_regime is VatRegime.EXEMPT_293B
        if vat.category is VatCategory.EXEMPT and not (vat.vatex or vat.reason or franchise):
            yield error("taxes.exempt_without_reason", f"{place}.vat_reason")
        if vat.category is VatCategory.ZERO_RATED:
            yield warning("taxes.zero_rate_without_reason", f"{place}.vat_category")
