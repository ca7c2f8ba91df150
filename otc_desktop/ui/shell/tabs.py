"""The tabs of the main window: what they are called and who makes them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tab_page import TabPage

TAB_ORDER: Final = (
    "home",
    "customers",
    "orders",
    "invoicing",
    "bank",
    "collections",
    "accounting",
    "insights",
)


@dataclass(frozen=True, slots=True)
class TabDescriptor:
    """A tab: `key` names it in places, settings and titles; made when first shown."""

    key: str
    title: Callable[[], str]
    factory: Callable[[WindowServices], TabPage]


def standard_tab(key: str, factory: Callable[[WindowServices], TabPage]) -> TabDescriptor:
    """One of the eight tabs in working order, with its title in the window's language."""
    return TabDescriptor(key, lambda: tab_title(key), factory)


def tab_title(key: str) -> str:
    """What the tab is called in the window's language."""
    return {
        "home": QCoreApplication.translate("Tabs", "Home"),
        "customers": QCoreApplication.translate("Tabs", "Customers"),
        "orders": QCoreApplication.translate("Tabs", "Orders"),
        "invoicing": QCoreApplication.translate("Tabs", "Invoicing"),
        "bank": QCoreApplication.translate("Tabs", "Bank"),
        "collections": QCoreApplication.translate("Tabs", "Reminders and disputes"),
        "accounting": QCoreApplication.translate("Tabs", "Accounting"),
        "insights": QCoreApplication.translate("Tabs", "Insights"),
    }[key]
