"""What a rebate is worth today, and the entries that follow it; steps several intents share."""

from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.posting import post
from otc_desktop.application.kernel.repositories.rebates import RebateAccrual
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.invoicing.rebate import EarnedRebate, RebateAgreement, earned_rebate
from otc_desktop.domain.ledger.rebate_posting import post_rebate_accrual
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.ids import JournalEntryId
from otc_desktop.domain.shared.money import Money


def earned_by(
    uow: UnitOfWork, agreement: RebateAgreement, company: Company, on: date
) -> EarnedRebate:
    """What the agreement has earned up to a day."""
    turnover = uow.rebates.turnover(agreement, on)
    return earned_rebate(agreement, turnover, company.currency)


def accrue_to(
    uow: UnitOfWork,
    ctx: Context,
    agreement: RebateAgreement,
    company: Company,
    *,
    excl_tax: Money,
    vat: Money,
    on: date,
) -> Money:
    """Bring what is accrued to these amounts by one entry; what it changed, including tax."""
    accrued_net, accrued_vat = uow.rebates.accrued([agreement.id], company.currency)[agreement.id]
    more_net, more_vat = excl_tax - accrued_net, vat - accrued_vat
    if not more_net and not more_vat:
        return more_net
    entry = post_rebate_accrual(
        JournalEntryId(ctx.new_id()),
        on=on,
        reference=agreement.reference,
        excl_tax=more_net,
        vat=more_vat,
        scheme=ctx.account_scheme,
    )
    post(uow, entry, company, today=ctx.today)
    uow.rebates.add_accrual(
        RebateAccrual(
            id=ctx.new_id(),
            agreement_id=agreement.id,
            on=on,
            excl_tax=more_net,
            vat=more_vat,
            entry_id=entry.id,
        )
    )
    return more_net + more_vat


def settle_rebate_of(uow: UnitOfWork, ctx: Context, invoice: Invoice, company: Company) -> None:
    """The credit note of a rebate is issued: nothing stays accrued, the agreement is over."""
    agreement = uow.rebates.find_by_note(invoice.id)
    if agreement is None:
        return
    zero = Money.zero(company.currency)
    accrue_to(uow, ctx, agreement, company, excl_tax=zero, vat=zero, on=invoice.issued_on)
    uow.rebates.save(agreement.settled())
