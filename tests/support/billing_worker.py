"""A workstation that bills what is delivered: `python -m tests.support.billing_worker URL DAY`."""

import sys
from datetime import date

from otc_desktop.application.invoicing.invoice_deliveries import (
    InvoiceDeliveries,
    invoice_deliveries,
)
from otc_desktop.application.invoicing.plan_billing import PlanBilling, plan_billing
from otc_desktop.domain.customers.customer import InvoiceGrouping
from otc_desktop.domain.shared.errors import OtcError
from tests.support.line import house_on


def main(url: str, day: str) -> None:
    """Prepare every invoice that is proposed; say what became of each as soon as it is done."""
    house = house_on(url, date.fromisoformat(day))
    plan = PlanBilling(grouping=InvoiceGrouping.DELIVERY)
    for each in house.use_cases.run(plan_billing, plan):
        try:
            house.use_cases.run(invoice_deliveries, InvoiceDeliveries(numbers=each.deliveries))
        except OtcError as refusal:
            sys.stdout.write(f"{refusal.code}\n")
        else:
            sys.stdout.write(f"{each.deliveries[0]}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
