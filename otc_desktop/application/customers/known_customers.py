"""Which known customer a row of a table means: by its code, else by what tells it apart."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from otc_desktop.application.kernel.import_table import ImportedTable
from otc_desktop.application.kernel.ports import SheetRow
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import Finding, warning
from otc_desktop.domain.shared.text import fold

_SIREN_DIGITS = 9
_CODES_A_LOOK = 1_000


@dataclass(frozen=True, slots=True)
class FoundCustomer:
    """The customer of a row, None for a new one, and the code it has or is given."""

    code: str
    customer: Customer | None
    remarks: tuple[Finding, ...] = ()


class KnownCustomers:
    """The customers that a table can mean, loaded in a few questions for all its rows.

    Args:
        uow: where they are.
        table: the table; the codes of its rows decide unless it has no column for them.
    """

    def __init__(self, uow: UnitOfWork, table: ImportedTable) -> None:
        self._has_codes = "code" in table.columns
        self._by_code = uow.customers.by_codes({_value(row, "code") for row in table.rows} - {""})
        nameless = [row for row in table.rows if not _value(row, "code")]
        sirens = {_digits(row, name)[:_SIREN_DIGITS] for row in nameless for name in _NUMBERS}
        self._by_siret: dict[str, list[Customer]] = defaultdict(list)
        self._by_siren: dict[str, list[Customer]] = defaultdict(list)
        for customer in uow.customers.by_sirens(sirens - {""}):
            self._by_siren[customer.siren].append(customer)
            if customer.siret:
                self._by_siret[customer.siret].append(customer)
        self._by_name: dict[str, list[Customer]] = defaultdict(list)
        if nameless and not self._has_codes:
            names = {fold(_value(row, "name")) for row in nameless} - {""}
            for customer in uow.customers.by_names(names):
                self._by_name[fold(customer.name)].append(customer)
        self._free_codes = _free_codes(uow)

    def customer_of(self, row: SheetRow) -> FoundCustomer:
        """The customer a row means.

        Raises:
            RuleError: `import.several_match` when it could be two; `customers.missing_code`
                for a new one without a code in a file that has a column for codes.
        """
        code = _value(row, "code")
        if code:
            return FoundCustomer(code, self._by_code.get(code))
        for field, digits, known in (
            ("siret", _digits(row, "siret"), self._by_siret),
            ("siren", _digits(row, "siren") or _digits(row, "siret")[:9], self._by_siren),
            ("name", fold(_value(row, "name")), self._by_name),
        ):
            candidates = self._same_place(row, known[digits]) if digits in known else []
            if len(candidates) > 1:
                codes = ", ".join(each.code for each in candidates)
                raise RuleError("import.several_match", where=field, codes=codes)
            if candidates:
                found = candidates[0]
                remark = warning("import.matched_without_code", field, code=found.code)
                return FoundCustomer(found.code, found, (remark,))
        if self._has_codes:
            return FoundCustomer("", None)
        given = next(self._free_codes)
        return FoundCustomer(given, None, (warning("import.code_given", "code", code=given),))

    def _same_place(self, row: SheetRow, candidates: Sequence[Customer]) -> Sequence[Customer]:
        """Of several with one SIREN or name, those at the row's postal code."""
        postal_code = _value(row, "postal_code")
        if len(candidates) < 2 or not postal_code:
            return candidates
        near = [each for each in candidates if each.address.postal_code == postal_code]
        return near or candidates


_NUMBERS = ("siren", "siret")


def _value(row: SheetRow, column: str) -> str:
    return row.values.get(column, "").strip()


def _digits(row: SheetRow, column: str) -> str:
    return "".join(sign for sign in _value(row, column) if sign.isdigit())


def _free_codes(uow: UnitOfWork) -> Iterator[str]:
    number = 1
    while True:
        candidates = [f"C{each:05d}" for each in range(number, number + _CODES_A_LOOK)]
        taken: Mapping[str, Customer] = uow.customers.by_codes(candidates)
        yield from (code for code in candidates if code not in taken)
        number += _CODES_A_LOOK
