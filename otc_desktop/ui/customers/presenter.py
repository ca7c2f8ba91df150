"""What the customers tab asks of the program."""

from collections.abc import Callable, Mapping
from uuid import UUID

from otc_desktop.application.catalogue.agree_price import AgreePrice, agree_price
from otc_desktop.application.catalogue.end_agreed_price import EndAgreedPrice, end_agreed_price
from otc_desktop.application.customers.queries import CustomerDetail
from otc_desktop.application.customers.save_customer import SaveCustomer, save_customer
from otc_desktop.domain.catalogue.price_list import AgreedPrice
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter


class CustomersPresenter(Presenter):
    """Files of customers: read, saved, imported."""

    def load(
        self,
        customer_id: UUID,
        on_done: Callable[[CustomerDetail], None],
        on_error: Callable[[OtcError], None] | None = None,
    ) -> None:
        """A customer's file and figures."""
        customers = self.program.queries.customers
        self.ask(lambda: customers.detail(customer_id), on_done=on_done, on_error=on_error)

    def save(
        self,
        customer: Customer | None,
        fields: Mapping[str, str],
        on_done: Callable[[Customer], None],
        on_error: Callable[[OtcError], None],
        *,
        as_draft: bool = False,
        is_another: bool = False,
    ) -> None:
        """Keep a file; without a customer a new one is made, `is_another` than those here."""
        command = SaveCustomer(
            fields=fields,
            customer_id=None if customer is None else customer.id,
            version=1 if customer is None else customer.version,
            as_draft=as_draft,
            is_another=is_another,
        )
        self.write(save_customer, command, on_done=on_done, on_error=on_error)

    def agree_price(
        self,
        command: AgreePrice,
        on_done: Callable[[AgreedPrice], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Keep a price negotiated with a customer."""
        self.write(agree_price, command, on_done=on_done, on_error=on_error)

    def end_agreed_price(self, price_id: UUID, on_done: Callable[[AgreedPrice], None]) -> None:
        """Let an agreement hold no longer than today."""
        self.write(end_agreed_price, EndAgreedPrice(price_id=price_id), on_done=on_done)
