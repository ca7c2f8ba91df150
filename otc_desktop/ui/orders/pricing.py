"""How the forms of quotes and orders have their lines priced."""

from otc_desktop.application.sales.price_order import PriceOrder, price_order
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.widgets.line_pricing import Priced, Pricing, Refused


def pricing_of(presenter: Presenter) -> Pricing:
    """The program's own rules, asked through a presenter."""

    def price(asked: PriceOrder, on_done: Priced, on_error: Refused) -> None:
        presenter.read(price_order, asked, on_done=on_done, on_error=on_error)

    return Pricing(price, presenter.price_origin)
