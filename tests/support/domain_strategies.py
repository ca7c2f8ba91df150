"""Hypothesis strategies of documents and amounts."""

from decimal import Decimal

from hypothesis import strategies as st

from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.lines import Adjustment, AdjustmentKind, DocumentLine
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment, standard


def decimals(low: int, high: int, places: int) -> st.SearchStrategy[Decimal]:
    """Exact decimals between two whole numbers."""
    return st.integers(low * 10**places, high * 10**places).map(
        lambda units: Decimal(units).scaleb(-places)
    )


def cents(low: int, high: int) -> st.SearchStrategy[Money]:
    """Euros between two numbers of cents."""
    return st.integers(low, high).map(lambda minor: Money.from_minor(minor, EUR))


TREATMENTS = st.sampled_from(
    [
        standard("20"),
        standard("10"),
        standard("5.5"),
        standard("2.1"),
        VatTreatment(VatCategory.EXPORT, Decimal(0)),
        VatTreatment(VatCategory.EXEMPT, Decimal(0), reason="Art. 261 du CGI"),
    ]
)
ACCOUNTS = st.sampled_from(["", "706000", "707100"])
LINES: st.SearchStrategy[DocumentLine] = st.builds(
    DocumentLine,
    description=st.just("Lampe"),
    quantity=decimals(-20, 200, 4) | decimals(1, 20, 0),
    unit_price=decimals(0, 500, 6) | decimals(0, 500, 2),
    vat=TREATMENTS,
    discount_percent=st.just(Decimal(0)) | decimals(0, 100, 4),
    income_account=ACCOUNTS,
)
ADJUSTMENTS: st.SearchStrategy[Adjustment] = st.builds(
    Adjustment,
    kind=st.sampled_from(AdjustmentKind),
    description=st.just("Port"),
    amount=cents(0, 50_000),
    vat=TREATMENTS,
    income_account=ACCOUNTS,
)
