"""A workstation that delivers: `python -m tests.support.delivery_worker URL DAY ORDER…`."""

import sys
from datetime import date

from otc_desktop.application.sales.create_delivery import CreateDelivery, create_delivery
from otc_desktop.domain.shared.errors import OtcError
from tests.support.line import house_on


def main(url: str, day: str, orders: list[str]) -> None:
    """Deliver each order; say what became of it."""
    house = house_on(url, date.fromisoformat(day))
    for order in orders:
        try:
            house.use_cases.run(create_delivery, CreateDelivery(order=order))
        except OtcError as refusal:
            sys.stdout.write(f"{refusal.code}\n")
        else:
            sys.stdout.write("delivered\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
