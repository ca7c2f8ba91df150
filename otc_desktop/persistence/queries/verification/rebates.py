"""Whether what is accrued for rebates stands in the ledger, and nothing for those settled."""

from sqlalchemy import Connection, func, select

from otc_desktop.domain.invoicing.rebate import RebateStatus
from otc_desktop.domain.ledger.account_scheme import DEFAULT_SCHEME
from otc_desktop.persistence.queries.verification.streaming import Offenders
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.ledger import journal_line
from otc_desktop.persistence.tables.rebates import rebate_accrual, rebate_agreement

_OVER = (RebateStatus.SETTLED.value, RebateStatus.ENDED.value)


def wrong_accruals(connection: Connection) -> Offenders:
    """Settled agreements with something accrued, and an account that differs from the sum."""
    accrued = sum_minor(rebate_accrual.c.excl_tax_minor + rebate_accrual.c.vat_minor)
    left = (
        select(rebate_agreement.c.reference, accrued)
        .join(rebate_accrual, rebate_accrual.c.agreement_id == rebate_agreement.c.id)
        .where(rebate_agreement.c.status.in_(_OVER))
        .group_by(rebate_agreement.c.id, rebate_agreement.c.reference)
        .having(accrued != 0)
        .order_by(rebate_agreement.c.reference)
    )
    for reference, amount in connection.execute(left):
        yield f"{reference}: {amount}"
    owed = connection.execute(
        select(
            func.coalesce(sum_minor(journal_line.c.credit_minor - journal_line.c.debit_minor), 0)
        ).where(journal_line.c.account == DEFAULT_SCHEME.rebates_owed)
    ).scalar_one()
    total = connection.execute(select(func.coalesce(accrued, 0))).scalar_one()
    if int(owed) != int(total):
        yield f"{DEFAULT_SCHEME.rebates_owed}: {owed} ≠ {total}"
