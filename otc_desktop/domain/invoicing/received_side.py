"""On which side of a received e-invoice we stand."""

from enum import StrEnum

from otc_desktop.domain.invoicing.received import ReceivedInvoice, ReceivedParty
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.text import fold


class Side(StrEnum):
    """We sell, we buy, or two others deal with each other."""

    SELLER = "seller"
    BUYER = "buyer"
    NEITHER = "neither"


def our_side(invoice: ReceivedInvoice, company: Company) -> Side:
    """By SIREN or VAT number; by name only where the file shows neither."""
    if is_ours(invoice.seller, company):
        return Side.SELLER
    return Side.BUYER if is_ours(invoice.buyer, company) else Side.NEITHER


def is_ours(party: ReceivedParty, company: Company) -> bool:
    """Whether a party of a file is our company."""
    vat_number = "".join(party.vat_number.split()).upper()
    if party.siren or vat_number:
        by_siren = bool(company.siren) and party.siren == company.siren
        return by_siren or (bool(company.vat_number) and vat_number == company.vat_number)
    return bool(party.name.strip()) and fold(party.name) == fold(company.name)
