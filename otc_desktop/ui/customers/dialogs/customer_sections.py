"""The sections of a customer's form."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPlainTextEdit, QPushButton, QWidget

from otc_desktop.application.customers.queries import CustomerRow
from otc_desktop.application.kernel.paging import PageSource
from otc_desktop.domain.customers.customer import Customer, CustomerKind, PaymentMeans
from otc_desktop.domain.shared.sending import MailXml, SendAtIssue
from otc_desktop.ui.customers.dialogs.field_rows import NO, YES, FieldRows
from otc_desktop.ui.customers.terms import terms_text
from otc_desktop.ui.kernel.formats import Formats
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.picker import Picker

Words = Callable[[str, str], str]


class IdentitySection(FieldRows):
    """Who the customer is in law."""

    def __init__(
        self,
        services: WindowServices,
        word: Words,
        customers: PageSource[CustomerRow] | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.title = self.tr("Identity")
        self.add_choice(
            "kind",
            self.tr("Kind"),
            [(kind.value, word("customer_kind", kind.value)) for kind in CustomerKind],
        )
        self.add_text("code", self.tr("&Code"))
        self.add_text("name", self.tr("&Name"))
        self.add_text("legal_form", self.tr("Legal form"), hint="SAS, SARL, SA, EI…")
        self.add_text("siren", "&SIREN", hint="732 829 320")
        self.add_text("siret", "SIRET", hint="732 829 320 00074")
        self.add_text("vat_number", self.tr("&VAT number"), hint="FR44732829320")
        self.take_vat_number = QPushButton(self)
        self.take_vat_number.setAutoDefault(False)
        self.take_vat_number.hide()
        self.form.addRow("", self.take_vat_number)
        self.add_text("naf", self.tr("NAF code"), hint="2740Z")
        self.add_text("rcs_city", self.tr("RCS registry"), hint="Lyon")
        self.add_text("customer_group", self.tr("Family"))
        self.head: Picker[CustomerRow] | None = None
        if customers is not None:
            self.head = Picker(services, customers, describe=_described, parent=self)
            self.head.setToolTip(
                self.tr("The head of the group: its credit limit, where set, holds for all members")
            )
            self.add_widget("parent", self.tr("Parent company"), self.head)

    def parent_code(self, known: str) -> str:
        """The code of the head; what stands there untouched means the one that was known."""
        if self.head is None:
            return known
        row = self.head.row()
        if row is not None:
            return row.code
        return self.head.text().split("·")[0].strip()

    def show_head(self, head: Customer | None) -> None:
        """Show the head of the group."""
        if self.head is not None and head is not None:
            self.head.setText(f"{head.code} · {head.name}")


class PlaceSection(FieldRows):
    """Where the customer is registered, and how it is reached."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = self.tr("Address")
        self.add_text("address", self.tr("&Address"))
        self.add_text("address2", self.tr("Address, second line"))
        self.add_text("postal_code", self.tr("Postal code"))
        self.add_text("city", self.tr("Cit&y"))
        self.add_text("country", self.tr("Country"), hint="FR")
        self.add_text("contact_name", self.tr("Contact"))
        self.add_text("email", self.tr("&E-mail for invoices"), hint="compta@client.example")
        self.add_text("phone", self.tr("Phone"))
        self.add_choice(
            "language",
            self.tr("Language of documents"),
            [("fr", self.tr("French")), ("en", self.tr("English"))],
        )


class MeansBoxes(QWidget):
    """How the customer pays: any of several."""

    def __init__(self, word: Words, parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self.boxes: dict[PaymentMeans, QCheckBox] = {}
        for place, means in enumerate(PaymentMeans):
            box = QCheckBox(word("payment_means", means.value), self)
            self.boxes[means] = box
            grid.addWidget(box, place // 3, place % 3)

    def text(self) -> str:
        """The chosen ones, separated by commas."""
        return ",".join(means.value for means, box in self.boxes.items() if box.isChecked())

    def show_means(self, means: tuple[PaymentMeans, ...]) -> None:
        """Tick these."""
        for each, box in self.boxes.items():
            box.setChecked(each in means)


class BillingSection(FieldRows):
    """On which terms the customer buys and pays."""

    def __init__(self, word: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = self.tr("Billing and payment")
        self.add_text(
            "payment_terms",
            self.tr("Payment &terms"),
            hint=self.tr("30 days, 45 days end of month, 30 days on the 15, on receipt, on order"),
        )
        self.means = MeansBoxes(word, self)
        self.add_widget("payment_means", self.tr("Means of payment"), self.means)
        self.add_text("iban", "&IBAN", hint="FR76 …")
        self.add_text("credit_limit", self.tr("Credit &limit"), hint=self.tr("No limit"))
        self.add_text("insured_limit", self.tr("Insured amount"), hint=self.tr("Not insured"))
        self.add_text("price_list", self.tr("Price list"))
        self.add_text("salesperson", self.tr("Salesperson"))
        self.add_choice(
            "invoice_grouping",
            self.tr("Deliveries on one invoice"),
            [
                ("order", self.tr("Those of one order")),
                ("delivery", self.tr("One delivery only")),
                ("site", self.tr("Those of one delivery site")),
                ("customer", self.tr("All of the customer")),
            ],
        )
        self.add_choice(
            "send_at_issue",
            self.tr("Documents sent by e-mail"),
            [(each.value, word("send_at_issue", each.value)) for each in SendAtIssue],
        )
        self.add_check(
            "purchase_order_required", self.tr("Wants its purchase order number on invoices")
        )
        self.add_check(
            "works_subcontracting",
            self.tr("We are its subcontractor for building works (reverse charge)"),
        )


class ElectronicSection(FieldRows):
    """Where e-invoices go, and what a public body wants on them."""

    def __init__(self, word: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = self.tr("E-invoicing")
        self.add_text(
            "einvoicing_address",
            self.tr("E-invoicing address"),
            hint=self.tr("The SIREN, or SIREN_suffix, as in the directory"),
        )
        self.add_text("einvoicing_scheme", self.tr("Scheme (EAS)"), hint="0225")
        self.add_choice(
            "mail_xml",
            self.tr("XML attached to e-mails"),
            [(each.value, word("mail_xml", each.value)) for each in MailXml],
        )
        self.add_text(
            "service_code", self.tr("Service code"), hint=self.tr("Chorus Pro, public bodies")
        )
        self.add_text("engagement", self.tr("Commitment number"))


class OtherSection(FieldRows):
    """Everything else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = self.tr("Other")
        self.notes = QPlainTextEdit(self)
        self.notes.setTabChangesFocus(True)
        self.notes.setMinimumHeight(220)
        self.add_widget("notes", self.tr("Notes"), self.notes)
        self.add_text("dunning_plan", self.tr("Reminder plan"), hint="standard")


def texts_of(customer: Customer, formats: Formats) -> Mapping[str, str]:
    """The file as the fields show it."""
    limit, insured = customer.credit_limit, customer.insured_limit
    address = customer.address
    same = (
        "code name siren siret vat_number legal_form naf rcs_city customer_group contact_name"
        " email phone iban language price_list salesperson einvoicing_scheme"
        " einvoicing_address service_code engagement dunning_plan"
    )
    return {
        **{name: str(getattr(customer, name)) for name in same.split()},
        "kind": customer.kind.value,
        "invoice_grouping": customer.invoice_grouping.value,
        "send_at_issue": customer.send_at_issue.value,
        "mail_xml": customer.mail_xml.value,
        "address": address.line1,
        "address2": address.line2,
        "postal_code": address.postal_code,
        "city": address.city,
        "country": address.country,
        "payment_terms": terms_text(customer.payment_terms),
        "credit_limit": "" if limit is None else formats.amount(limit),
        "insured_limit": "" if insured is None else formats.amount(insured),
        "purchase_order_required": YES if customer.purchase_order_required else NO,
        "works_subcontracting": YES if customer.works_subcontracting else NO,
    }


def _described(row: CustomerRow) -> str:
    return QCoreApplication.translate("CustomerForm", "{code} · {name}").format(
        code=row.code, name=row.name
    )
