"""Where a place lies for VAT: mainland France, each overseas market, the Union, or beyond."""

from enum import StrEnum

from stdnum.eu.vat import MEMBER_STATES

from otc_desktop.domain.shared.company import Address


class Territory(StrEnum):
    """A market for VAT (CGI art. 256-0, 294, 296, 297; directive 2006/112 art. 5 and 6)."""

    MAINLAND = "mainland"
    CORSICA = "corsica"
    ANTILLES = "antilles"
    REUNION = "reunion"
    UNTAXED = "untaxed"
    UNION = "union"
    BEYOND = "beyond"

    @property
    def is_french(self) -> bool:
        """Whether French VAT rates, or none, hold there."""
        return self not in (Territory.UNION, Territory.BEYOND)

    @property
    def market(self) -> "Territory":
        """The market inside which goods move without export: Corsica's is the mainland's."""
        return Territory.MAINLAND if self is Territory.CORSICA else self


# Guadeloupe and Martinique are one market (CGI art. 295); no VAT is levied in French Guiana
# and Mayotte (CGI art. 294-1).
_OVERSEAS = {
    "GP": Territory.ANTILLES,
    "MQ": Territory.ANTILLES,
    "RE": Territory.REUNION,
    "GF": Territory.UNTAXED,
    "YT": Territory.UNTAXED,
    "971": Territory.ANTILLES,
    "972": Territory.ANTILLES,
    "973": Territory.UNTAXED,
    "974": Territory.REUNION,
    "976": Territory.UNTAXED,
}
_CORSICAN_CODES = "20"
# Saint-Pierre, Saint-Barthélemy, Saint-Martin, Wallis, Polynesia, New Caledonia, the TAAF.
_COLLECTIVITY_CODES = ("975", "977", "978", "984", "986", "987", "988")
# Monaco is France for VAT (convention of 18 May 1963).
_LIKE_MAINLAND = ("FR", "MC")


def territory_of(address: Address) -> Territory:
    """The territory of an address, by its country and, inside France, its postal code.

    French overseas places are known by their own ISO code (`GP`) and by `FR` with their
    postal code alike.
    """
    country = address.country.upper()
    if country in _OVERSEAS:
        return _OVERSEAS[country]
    if country not in _LIKE_MAINLAND:
        return Territory.UNION if country.lower() in MEMBER_STATES else Territory.BEYOND
    code = address.postal_code.replace(" ", "")
    if country == "MC":
        return Territory.MAINLAND
    if code.startswith(_COLLECTIVITY_CODES):
        return Territory.BEYOND
    if code.startswith(_CORSICAN_CODES):
        return Territory.CORSICA
    return _OVERSEAS.get(code[:3], Territory.MAINLAND)
