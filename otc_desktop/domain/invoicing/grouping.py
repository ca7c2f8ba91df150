"""Which deliveries share an invoice: what a customer wants, and what law and terms allow."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from otc_desktop.domain.customers.customer import InvoiceGrouping
from otc_desktop.domain.shared.ids import CustomerId, DeliveryId, SalesOrderId


@dataclass(frozen=True, slots=True, kw_only=True)
class BillableDelivery:
    """A delivery that waits for its invoice, with what decides its company.

    `site` is where it went; `wants_purchase_order` says that the customer sends back an
    invoice without its own order number, so that each number has an invoice of its own.
    """

    delivery_id: DeliveryId
    number: str
    order_id: SalesOrderId
    order_number: str
    customer_id: CustomerId
    customer_code: str
    customer_name: str
    delivered_on: date
    site: str
    currency: str
    purchase_order: str
    wants_purchase_order: bool
    grouping: InvoiceGrouping


@dataclass(frozen=True, slots=True)
class DeliveryGroup:
    """Deliveries for one invoice, oldest first."""

    deliveries: tuple[BillableDelivery, ...]

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the deliveries."""
        return tuple(each.number for each in self.deliveries)


def group_deliveries(
    waiting: Sequence[BillableDelivery], chosen: InvoiceGrouping | None = None
) -> list[DeliveryGroup]:
    """One group an invoice, in order of customers, then of first deliveries.

    Args:
        waiting: of any customers.
        chosen: a way for all of them; None is each customer's own.
    """
    groups: dict[tuple[str, ...], list[BillableDelivery]] = {}
    for each in sorted(waiting, key=lambda one: (one.delivered_on, one.number)):
        groups.setdefault(_key(each, chosen or each.grouping), []).append(each)
    made = [DeliveryGroup(tuple(found)) for found in groups.values()]
    return sorted(
        made,
        key=lambda group: (
            group.deliveries[0].customer_code,
            group.deliveries[0].delivered_on,
            group.deliveries[0].number,
        ),
    )


def _key(each: BillableDelivery, grouping: InvoiceGrouping) -> tuple[str, ...]:
    """Customer and currency always part; terms are the customer's."""
    purchase_order = each.purchase_order if each.wants_purchase_order else ""
    common = (str(each.customer_id), each.currency, grouping.value, purchase_order)
    if grouping is InvoiceGrouping.DELIVERY:
        return (*common, str(each.delivery_id))
    if grouping is InvoiceGrouping.ORDER:
        return (*common, str(each.order_id))
    return (*common, each.site) if grouping is InvoiceGrouping.SITE else common
