"""A table's amounts and dates come out as they went in, or the file is refused; never otherwise."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from otc_desktop.adapters.bank_formats.registry import BankFormatRegistry
from otc_desktop.domain.shared.errors import InputFileError

STYLES = st.tuples(
    st.sampled_from(["", " ", "\u202f", ".", "'"]),  # between thousands
    st.sampled_from(["minus", "behind", "brackets"]),
    st.sampled_from(["", " €", " EUR"]),
    st.booleans(),  # whether idle decimals are written
)
DATES = st.sampled_from(["%d/%m/%Y", "%d/%m/%y", "%Y-%m-%d", "%d.%m.%Y", "%Y%m%d"])
MOVEMENTS = st.lists(
    st.tuples(
        st.integers(0, 700),
        st.integers(-(10**9), 10**9).filter(bool),
    ),
    min_size=1,
    max_size=6,
)


def written(minor: int, style: tuple[str, str, str, bool], mark: str) -> str:
    thousands, sign, currency, idle = style
    whole, cents = divmod(abs(minor), 100)
    text = f"{whole:,}".replace(",", thousands)
    if cents or idle:
        text += f"{mark}{cents:02d}"
    if minor < 0:
        text = {"minus": f"-{text}", "behind": f"{text}-", "brackets": f"({text})"}[sign]
    return text + currency


@settings(max_examples=300, deadline=None)
@given(MOVEMENTS, STYLES, DATES, st.sampled_from([",", "."]), st.sampled_from([";", "\t", "|"]))
def test_a_table_in_any_style_is_read_as_it_was_meant_or_refused(
    movements: list[tuple[int, int]],
    style: tuple[str, str, str, bool],
    dates: str,
    mark: str,
    delimiter: str,
) -> None:
    if style[0] == mark:
        return
    days = [date(2025, 1, 1) + timedelta(days=day) for day, _ in movements]
    lines = [
        delimiter.join((day.strftime(dates), f"VIR {place}", written(minor, style, mark)))
        for place, (day, (_, minor)) in enumerate(zip(days, movements, strict=True))
    ]
    text = "\n".join([delimiter.join(("Date", "Libellé", "Montant")), *lines, ""])
    try:
        (statement,) = BankFormatRegistry().read(text.encode(), name="x", format="csv")
    except InputFileError as refusal:
        # Only thousands are ambiguous: 1.234 among nothing that tells.
        assert refusal.code == "bank_file.undecidable_amounts"
        assert style[0] == "."
        return
    read = [(entry.booked_on, entry.amount.amount) for entry in statement.entries]
    assert read == [
        (day, Decimal(minor) / 100) for day, (_, minor) in zip(days, movements, strict=True)
    ]
