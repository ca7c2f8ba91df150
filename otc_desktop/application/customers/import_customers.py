"""Import customer files from CSV or XLSX: new ones are made, known ones updated by code."""

from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.customers.customer_fields import customer_of
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.imports import (
    LARGEST_FILE,
    Aliases,
    ImportResult,
    RejectedRow,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.findings import BlockingFindings, error
from otc_desktop.domain.shared.ids import CustomerId

ALIASES: Aliases = {
    "code": ("code", "code client", "code tiers", "n client", "reference client"),
    "name": ("name", "raison sociale", "nom", "nom client", "client", "denomination"),
    "siren": ("siren", "n siren"),
    "siret": ("siret", "n siret"),
    "vat_number": (
        "vat_number",
        "vat number",
        "tva intracom",
        "tva intracommunautaire",
        "n tva",
        "numero tva",
        "n tva intracom",
        "n tva intracommunautaire",
    ),
    "address": ("address", "adresse", "adresse 1", "rue"),
    "address2": ("address2", "complement", "adresse 2", "complement adresse"),
    "postal_code": ("postal_code", "code postal", "cp"),
    "city": ("city", "ville", "commune"),
    "country": ("country", "pays", "code pays"),
    "email": ("email", "courriel", "e-mail", "mail", "adresse e-mail"),
    "phone": ("phone", "telephone", "tel"),
    "contact_name": ("contact_name", "contact", "nom du contact", "interlocuteur"),
    "iban": ("iban",),
    "payment_terms": (
        "payment_terms",
        "conditions de reglement",
        "conditions de paiement",
        "mode de reglement",
        "echeance",
    ),
    "credit_limit": (
        "credit_limit",
        "encours autorise",
        "plafond de credit",
        "plafond",
        "encours maximum",
    ),
    "language": ("language", "langue"),
    "dunning_plan": ("dunning_plan", "plan de relance"),
    "customer_group": ("customer_group", "groupe", "famille"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCustomers:
    """Ask for a file of customers to be taken in."""

    path: Path
    dry_run: bool = False
    accept_partial: bool = False


@use_case(permission=Permission.EDIT_CUSTOMERS)
def import_customers(command: ImportCustomers, ctx: Context, task: Task) -> ImportResult:
    """Take in customers; a row at fault stops the whole file unless partial is accepted.

    A column that the file lacks leaves what a known customer has.

    Raises:
        InputFileError: a `files.*` or `sheet.*` code.
    """
    content = ctx.ports.files.read(command.path, largest=LARGEST_FILE)
    sheet = ctx.ports.sheets.read(content, name=command.path.name, aliases=ALIASES)
    with ctx.unit_of_work() as uow:
        known = uow.customers.by_codes(
            {row.values.get("code", "").strip() for row in sheet.rows} - {""}
        )
        new: dict[str, Customer] = {}
        changed: dict[str, Customer] = {}
        unchanged = 0
        rejected: list[RejectedRow] = []
        for done, row in enumerate(sheet.rows):
            if done % 200 == 0:
                task.check_cancelled()
                task.progress(done, len(sheet.rows))
            code = row.values.get("code", "").strip()
            if code in new or code in changed:
                rejected.append(
                    RejectedRow(row.number, "code", error("import.code_twice", "code", code=code))
                )
                continue
            before = known.get(code)
            base = before or Customer(id=CustomerId(ctx.new_id()), code="?", name="?")
            try:
                customer = customer_of({**row.values, "code": code}, base, is_new=before is None)
            except BlockingFindings as problem:
                rejected.extend(
                    RejectedRow(row.number, fault.where or "", fault) for fault in problem.findings
                )
                continue
            if before is None:
                new[code] = customer
            elif customer != before:
                changed[code] = customer
            else:
                unchanged += 1
        applied = not command.dry_run and (command.accept_partial or not rejected)
        result = ImportResult(len(new), len(changed), unchanged, tuple(rejected), applied)
        if not applied:
            return result
        uow.customers.add_many(list(new.values()))
        for customer in changed.values():
            uow.customers.save(customer)
        return uow.commit(result)
