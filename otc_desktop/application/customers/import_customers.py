"""Import customer files from CSV or XLSX: new ones are made, known ones updated by code."""

from dataclasses import dataclass, replace
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.import_values import parse_amount
from otc_desktop.application.kernel.imports import (
    LARGEST_FILE,
    Aliases,
    ImportResult,
    RejectedRow,
)
from otc_desktop.application.kernel.ports import SheetRow
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.identifiers import (
    check_iban,
    check_siren,
    check_siret,
    check_vat_number,
)
from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import error
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.text import fold

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
_COUNTRIES = {"france": "FR", "belgique": "BE", "allemagne": "DE", "luxembourg": "LU"}
_COUNTRIES |= {"suisse": "CH", "espagne": "ES", "italie": "IT", "pays-bas": "NL"}
_COUNTRIES |= {"royaume-uni": "GB", "portugal": "PT", "etats-unis": "US", "monaco": "MC"}
_LANGUAGES = {"francais": "fr", "french": "fr", "anglais": "en", "english": "en"}


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
            base = before or Customer(id=CustomerId(ctx.new_id()), code=code or "?", name="?")
            try:
                customer = _customer(row, base, is_new=before is None)
            except RuleError as problem:
                rejected.append(
                    RejectedRow(
                        row.number,
                        problem.where or "",
                        error(problem.code, problem.where, **problem.params),
                    )
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


def _customer(row: SheetRow, base: Customer, *, is_new: bool) -> Customer:
    values = {name: text.strip() for name, text in row.values.items()}

    def given(name: str, current: str) -> str:
        return values.get(name, current)

    name = given("name", "" if is_new else base.name)
    if not values.get("code"):
        raise RuleError("customers.missing_code", where="code")
    if not name:
        raise RuleError("customers.missing_name", where="name")
    siren = values.get("siren", base.siren)
    siren = check_siren(siren) if siren else ""
    siret = values.get("siret", base.siret)
    siret = check_siret(siret, siren) if siret else ""
    vat_number = values.get("vat_number", base.vat_number)
    iban = values.get("iban", base.iban)
    limit = base.credit_limit
    if "credit_limit" in values:
        limit = _limit(values["credit_limit"])
    terms = base.payment_terms
    if "payment_terms" in values:
        text = values["payment_terms"]
        terms = PaymentTerms.parse(text) if text else None
    language = given("language", base.language)
    return replace(
        base,
        name=name,
        siren=siren or siret[:9],
        siret=siret,
        vat_number=check_vat_number(vat_number) if vat_number else "",
        address=Address(
            line1=given("address", base.address.line1),
            line2=given("address2", base.address.line2),
            postal_code=given("postal_code", base.address.postal_code),
            city=given("city", base.address.city),
            country=_country(given("country", base.address.country)),
        ),
        email=given("email", base.email),
        phone=given("phone", base.phone),
        contact_name=given("contact_name", base.contact_name),
        iban=check_iban(iban) if iban else "",
        payment_terms=terms,
        credit_limit=limit,
        language=_LANGUAGES.get(fold(language), language.lower()) or "fr",
        dunning_plan=given("dunning_plan", base.dunning_plan) or "standard",
        customer_group=given("customer_group", base.customer_group),
    )


def _limit(text: str) -> Money | None:
    if not text:
        return None
    try:
        limit = Money(parse_amount(text), EUR)
    except RuleError as problem:
        raise RuleError(problem.code, where="credit_limit", **problem.params) from problem
    if limit.amount < 0:
        raise RuleError("customers.negative_limit", where="credit_limit", value=text)
    return limit


def _country(text: str) -> str:
    if not text:
        return "FR"
    code = _COUNTRIES.get(fold(text), text.upper())
    if len(code) != 2 or not code.isalpha():
        raise RuleError("customers.unknown_country", where="country", value=text)
    return code
