"""A draft as the document it becomes: parties as they stand, legal sentences of its day."""

from collections.abc import Iterable, Sequence
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.legal_wording import LegalWording, legal_wording
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.address_book import (
    AddressKind,
    CustomerAddress,
    default_address,
)
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceDraft, Mention, Party, seller_of
from otc_desktop.domain.invoicing.mentions import mention_keys, not_yet_said, own_reasons
from otc_desktop.domain.shared.company import Company

# A draft has no number yet; any that the rules allow does.
_ANY_NUMBER = "0000"


def as_issued(
    draft: InvoiceDraft,
    uow: UnitOfWork,
    ctx: Context,
    *,
    company: Company,
    customer: Customer,
    on: date,
) -> Invoice:
    """The draft as it would be issued that day, for whoever looks at it before."""
    buyer = buyer_of(customer, uow.customers.addresses_of(customer.id))
    wording = legal_wording(uow, ctx)
    return final_document(draft, customer, company, wording, buyer=buyer, on=on, number=_ANY_NUMBER)


def final_document(
    draft: InvoiceDraft,
    customer: Customer,
    company: Company,
    wording: LegalWording,
    *,
    buyer: Party,
    on: date,
    number: str,
) -> Invoice:
    """The draft as the document it becomes on that day, under that number."""
    terms = customer.payment_terms or PaymentTerms.parse(company.payment_terms)
    # What we owe is due at once: terms are for what the customer owes.
    due_on = on if draft.kind.is_credit else terms.due_on(on)
    return draft.issue(
        number=number,
        issued_on=on,
        due_on=due_on,
        seller=seller_of(company),
        buyer=buyer,
        language=customer.language,
        payment_terms=str(terms),
        mentions=tuple(mentions_of(draft, customer, company, wording, on)),
    )


def buyer_of(customer: Customer, addresses: Sequence[CustomerAddress]) -> Party:
    """The customer as it stands now, billed where it wants to be."""
    billing = default_address(addresses, AddressKind.BILLING)
    elsewhere = billing is not None and billing.address != customer.address
    service = customer.service_code if billing is None else billing.service_code
    return Party(
        name=customer.name,
        code=customer.code,
        address=customer.address,
        siren=customer.siren,
        siret=customer.siret if billing is None else billing.siret or customer.siret,
        vat_number=customer.vat_number,
        email=customer.email,
        contact_name=customer.contact_name,
        phone=customer.phone,
        service_code=service or customer.service_code,
        engagement=customer.engagement,
        billing_name=billing.label if billing is not None and elsewhere else "",
        billing_address=billing.address if billing is not None and elsewhere else None,
        einvoicing_scheme=customer.einvoicing_scheme,
        einvoicing_address=customer.einvoicing_address,
    )


def mentions_of(
    draft: InvoiceDraft, customer: Customer, company: Company, wording: LegalWording, on: date
) -> Iterable[Mention]:
    """The legal sentences due on a document."""
    treatments = [
        *(line.vat for line in draft.lines),
        *(adjustment.vat for adjustment in draft.adjustments),
    ]
    values = {"late_interest": company.late_interest, "discount_terms": company.discount_terms}
    said = []
    for subject, key in mention_keys(company, treatments):
        text = wording.text(key, language=customer.language, on=on, values=values)
        said.append(text)
        yield Mention(subject, text)
    for reason in not_yet_said(own_reasons(treatments), said):
        yield Mention("VAT", reason)
