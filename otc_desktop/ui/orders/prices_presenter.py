"""What the price lists ask of the program."""

from collections.abc import Callable, Sequence

from otc_desktop.application.catalogue.copy_price_list import CopyPriceList, copy_price_list
from otc_desktop.application.catalogue.read_list_prices import ReadListPrices, read_list_prices
from otc_desktop.application.catalogue.save_price_list import SavePriceList, save_price_list
from otc_desktop.application.catalogue.set_list_prices import SetListPrices, set_list_prices
from otc_desktop.domain.catalogue.price_list import ListPrice, PriceList
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter

Refused = Callable[[OtcError], None]


class PricesPresenter(Presenter):
    """Price lists and their prices."""

    def save_list(
        self, command: SavePriceList, on_done: Callable[[PriceList], None], on_error: Refused
    ) -> None:
        """Make a list, or rename one."""
        self.write(save_price_list, command, on_done=on_done, on_error=on_error)

    def copy_list(
        self, command: CopyPriceList, on_done: Callable[[PriceList], None], on_error: Refused
    ) -> None:
        """Make a list out of another or of the catalogue."""
        self.write(copy_price_list, command, on_done=on_done, on_error=on_error)

    def load_tiers(
        self, list_code: str, product: str, on_done: Callable[[Sequence[ListPrice]], None]
    ) -> None:
        """A product's prices in a list."""
        command = ReadListPrices(list_code=list_code, product=product)
        self.read(read_list_prices, command, on_done=on_done)

    def set_tiers(
        self,
        command: SetListPrices,
        on_done: Callable[[Sequence[ListPrice]], None],
        on_error: Refused | None = None,
    ) -> None:
        """Replace a product's prices in a list."""
        self.write(set_list_prices, command, on_done=on_done, on_error=on_error)
