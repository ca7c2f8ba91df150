"""Customer files."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, RowMapping, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.customers.customer import (
    Customer,
    CustomerKind,
    CustomerStatus,
    InvoiceGrouping,
    PaymentMeans,
)
from otc_desktop.domain.customers.duplicates import mail_domain, phone_key
from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.sending import MailXml, SendAtIssue
from otc_desktop.domain.shared.text import fold
from otc_desktop.persistence.repositories.customer_book import SqlCustomerBook
from otc_desktop.persistence.session import in_chunks
from otc_desktop.persistence.tables.customers import customer as table

_SAME_NAME = (
    "code name siren siret vat_number email phone contact_name iban language dunning_plan"
    " customer_group status_reason archived_on legal_form naf rcs_city einvoicing_scheme"
    " einvoicing_address service_code engagement notes price_list salesperson"
    " purchase_order_required works_subcontracting merged_into_id"
).split()


class SqlCustomerRepository(SqlCustomerBook):
    """Customers of a database, with their people and places."""

    def get(self, customer_id: CustomerId) -> Customer:
        """By id."""
        row = self._session.by_id(table, customer_id)
        if row is None:
            raise NotFoundError("customers.not_found", customer=str(customer_id))
        return customer_of(row)

    def find_by_code(self, code: str) -> Customer | None:
        """By code; that of a merged file means the one it went into."""
        return self.by_codes([code]).get(code)

    def find_file(self, code: str) -> Customer | None:
        """The file of that very code, merged or not."""
        row = self._session.one(select(table).where(table.c.code == code))
        return None if row is None else customer_of(row)

    def by_codes(self, codes: Collection[str]) -> Mapping[str, Customer]:
        """Those that exist, by code; the code of a merged file means the one it went into."""
        found = {
            row["code"]: customer_of(row)
            for some in in_chunks(codes)
            for row in self._session.rows(select(table).where(table.c.code.in_(some)))
        }
        merged = {code: each for code, each in found.items() if each.merged_into_id is not None}
        while merged:
            into = self._by_ids({each.merged_into_id for each in merged.values()})
            for code, each in merged.items():
                found[code] = into[each.merged_into_id]
            merged = {code: found[code] for code in merged if found[code].merged_into_id}
        return found

    def by_sirens(self, sirens: Collection[str]) -> Sequence[Customer]:
        """Those whose SIREN is one of these."""
        return self._all(table.c.siren, sirens)

    def by_names(self, names: Collection[str]) -> Sequence[Customer]:
        """Those with one of these names, compared folded."""
        return self._all(table.c.name_folded, names)

    def _all(self, column: Column[Any], values: Collection[str]) -> Sequence[Customer]:
        return [
            customer_of(row)
            for some in in_chunks(values)
            for row in self._session.rows(
                select(table)
                .where(column.in_(some), table.c.merged_into_id.is_(None))
                .order_by(table.c.code)
            )
        ]

    def _by_ids(self, ids: Collection[CustomerId | None]) -> Mapping[CustomerId | None, Customer]:
        query = select(table).where(table.c.id.in_(ids))
        return {row["id"]: customer_of(row) for row in self._session.rows(query)}

    def add_many(self, customers: Sequence[Customer]) -> None:
        """New files."""
        self._session.insert_many(
            table, [{"id": each.id, "version": 1, **customer_values(each)} for each in customers]
        )
        self._session.topics.add(Topic.CUSTOMERS)

    def save(self, customer: Customer) -> None:
        """A changed file."""
        self._session.update_versioned(
            table, customer.id, customer.version, customer_values(customer)
        )
        self._session.topics.add(Topic.CUSTOMERS)

    def payers(self) -> Iterable[tuple[CustomerId, str, str]]:
        """Id, name and IBAN of every customer; of a merged file, the id of its successor."""
        columns = (table.c.id, table.c.name, table.c.iban, table.c.merged_into_id)
        rows = self._session.rows(select(*columns).order_by(table.c.code))
        into = {row["id"]: row["merged_into_id"] for row in rows if row["merged_into_id"]}

        def final(customer_id: CustomerId) -> CustomerId:
            while customer_id in into:
                customer_id = into[customer_id]
            return customer_id

        return [(final(row["id"]), row["name"], row["iban"]) for row in rows]


def customer_values(customer: Customer) -> dict[str, Any]:
    """The columns of a customer file."""
    limit, insured = customer.credit_limit, customer.insured_limit
    return {
        **{name: getattr(customer, name) for name in _SAME_NAME},
        "name_folded": fold(customer.name),
        "address": customer.address.line1,
        "address2": customer.address.line2,
        "postal_code": customer.address.postal_code,
        "city": customer.address.city,
        "country": customer.address.country,
        "payment_terms": "" if customer.payment_terms is None else str(customer.payment_terms),
        "credit_limit_minor": None if limit is None else limit.minor,
        "kind": customer.kind.value,
        "invoice_grouping": customer.invoice_grouping.value,
        "send_at_issue": customer.send_at_issue.value,
        "mail_xml": customer.mail_xml.value,
        "status": customer.status.value,
        "payment_means": ",".join(means.value for means in customer.payment_means),
        "parent_id": customer.parent_id,
        "insured_limit_minor": None if insured is None else insured.minor,
        "former_codes": "\n".join(customer.former_codes),
        "mail_domain": mail_domain(customer.email),
        "phone_key": phone_key(customer.phone),
    }


def customer_of(row: RowMapping) -> Customer:
    """A customer file from its row."""
    limit, insured = row["credit_limit_minor"], row["insured_limit_minor"]
    means = row["payment_means"]
    return Customer(
        id=CustomerId(row["id"]),
        **{name: row[name] for name in _SAME_NAME},
        address=Address(
            line1=row["address"],
            line2=row["address2"],
            postal_code=row["postal_code"],
            city=row["city"],
            country=row["country"],
        ),
        payment_terms=PaymentTerms.parse(row["payment_terms"]) if row["payment_terms"] else None,
        credit_limit=None if limit is None else Money.from_minor(limit, EUR),
        kind=CustomerKind(row["kind"]),
        invoice_grouping=InvoiceGrouping(row["invoice_grouping"]),
        send_at_issue=SendAtIssue(row["send_at_issue"]),
        mail_xml=MailXml(row["mail_xml"]),
        status=CustomerStatus(row["status"]),
        payment_means=tuple(PaymentMeans(each) for each in means.split(",")) if means else (),
        parent_id=None if row["parent_id"] is None else CustomerId(row["parent_id"]),
        insured_limit=None if insured is None else Money.from_minor(insured, EUR),
        former_codes=tuple(row["former_codes"].splitlines()),
        version=row["version"],
    )
