"""Who the customer is, on which terms, and where the file stands."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from otc_desktop.application.customers.queries import CustomerDetail
from otc_desktop.application.customers.read_customer_file import CustomerFile
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.sending import MailXml, SendAtIssue
from otc_desktop.ui.customers.file_presenter import FilePresenter
from otc_desktop.ui.customers.pages.file_state_box import FileStateBox
from otc_desktop.ui.customers.pages.page import CustomerPage
from otc_desktop.ui.customers.presenter import CustomersPresenter
from otc_desktop.ui.customers.terms import terms_text
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.widgets.fact_list import FactList


class IdentityPage(CustomerPage):
    """The state of the file with what it lacks, and its facts."""

    def __init__(self, presenter: CustomersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = FilePresenter(presenter.services, presenter.program, self)
        self._shown: object = None
        self.title = self.tr("File")
        self.state = FileStateBox(self._presenter, self)
        self.facts = FactList(self)
        content = QWidget(self)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, SPACING, 4, 0)
        inner.setSpacing(SPACING)
        inner.addWidget(self.state)
        inner.addWidget(self.facts)
        inner.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def show_customer(self, detail: CustomerDetail) -> None:
        """Show the facts at once, and what is missing as soon as it is worked out."""
        customer = detail.customer
        if self._shown != customer.id:
            self.state.show_file(customer, (), detail.merged_into)
        self._shown = customer.id
        self.facts.show_facts(self._facts(customer, None))

        def show(file: CustomerFile) -> None:
            if self._shown == file.customer.id:
                self.state.show_file(file.customer, file.findings, detail.merged_into)
                self.facts.show_facts(self._facts(file.customer, file.head))

        def forget(refusal: OtcError) -> None:
            if self._shown == customer.id:
                self.clear()

        self._presenter.load(customer.id, show, forget)

    def clear(self) -> None:
        """Forget the customer."""
        self._shown = None

    def _facts(self, customer: Customer, head: Customer | None) -> list[tuple[str, str]]:
        word, formats = self._presenter.word, self._presenter.services.formats
        contact = [customer.contact_name, customer.email, customer.phone]
        insured = customer.insured_limit
        means = ", ".join(word("payment_means", each.value) for each in customer.payment_means)
        wanted = self.tr("its number is required on invoices")
        return [
            (self.tr("Kind"), word("customer_kind", customer.kind.value)),
            (self.tr("Legal form"), customer.legal_form),
            ("SIREN", _spaced(customer.siren)),
            ("SIRET", _spaced(customer.siret)),
            (self.tr("VAT number"), customer.vat_number),
            (self.tr("NAF code"), customer.naf),
            (self.tr("RCS registry"), customer.rcs_city),
            (self.tr("Address"), one_line(customer.address)),
            (self.tr("Contact"), " · ".join(part for part in contact if part)),
            (
                self.tr("Terms"),
                terms_text(customer.payment_terms) or self.tr("those of the company"),
            ),
            (self.tr("Pays by"), means),
            ("IBAN", _in_fours(customer.iban)),
            (self.tr("Insured amount"), "" if insured is None else formats.money(insured)),
            (
                self.tr("VAT"),
                self.tr("reverse charge for building works")
                if customer.works_subcontracting
                else "",
            ),
            (self.tr("Purchase order"), wanted if customer.purchase_order_required else ""),
            (self.tr("E-invoicing"), self._electronic(customer)),
            (
                self.tr("Documents sent by e-mail"),
                ""
                if customer.send_at_issue is SendAtIssue.COMPANY
                else word("send_at_issue", customer.send_at_issue.value),
            ),
            (
                self.tr("XML attached to e-mails"),
                "" if customer.mail_xml is MailXml.NONE else word("mail_xml", customer.mail_xml),
            ),
            (self.tr("Service code"), customer.service_code),
            (self.tr("Commitment number"), customer.engagement),
            (self.tr("Parent company"), "" if head is None else f"{head.code} · {head.name}"),
            (self.tr("Group"), customer.customer_group),
            (self.tr("Price list"), customer.price_list),
            (self.tr("Salesperson"), customer.salesperson),
            (self.tr("Notes"), customer.notes),
        ]

    def _electronic(self, customer: Customer) -> str:
        if not customer.einvoicing_address:
            return ""
        return f"{customer.einvoicing_scheme} : {customer.einvoicing_address}"


def one_line(address: Address) -> str:
    """An address in one line; the country where it is not France."""
    town = f"{address.postal_code} {address.city}".strip()
    place = [address.line1, address.line2, town]
    if address.country != "FR":
        place.append(address.country)
    return ", ".join(part for part in place if part)


def _spaced(digits: str) -> str:
    """`732 829 320 00074`: as such numbers are printed."""
    if not digits:
        return ""
    parts = (digits[:3], digits[3:6], digits[6:9], digits[9:])
    return "\u00a0".join(part for part in parts if part)


def _in_fours(iban: str) -> str:
    """`FR76 3000 …`: as an IBAN is printed."""
    return "\u00a0".join(iban[place : place + 4] for place in range(0, len(iban), 4))
