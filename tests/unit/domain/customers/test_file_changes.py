"""What a changed file tells, and what it keeps to itself."""

from dataclasses import replace
from uuid import UUID

from otc_desktop.domain.customers.customer import Customer, CustomerStatus, PaymentMeans
from otc_desktop.domain.customers.file_changes import file_changes, masked_iban
from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money

BEFORE = Customer(
    id=CustomerId(UUID(int=1)), code="C1", name="Durand", iban="FR7630006000011234567890189"
)


def test_same_file_has_no_changes_whatever_its_version() -> None:
    assert file_changes(BEFORE, replace(BEFORE, version=7)) == ()


def test_each_field_is_told_before_and_after() -> None:
    after = replace(
        BEFORE,
        name="Durand SA",
        status=CustomerStatus.BLOCKED,
        address=Address(line1="1 rue A", city="Lyon"),
        credit_limit=Money.of("5000.00", EUR),
        payment_terms=PaymentTerms.parse("30 days"),
        payment_means=(PaymentMeans.TRANSFER, PaymentMeans.CHEQUE),
        purchase_order_required=True,
    )
    changes = {name: (old, new) for name, old, new in file_changes(BEFORE, after)}
    assert changes == {
        "name": ("Durand", "Durand SA"),
        "status": ("active", "blocked"),
        "address_line1": ("", "1 rue A"),
        "address_city": ("", "Lyon"),
        "credit_limit": ("", "5000.00 EUR"),
        "payment_terms": ("", str(PaymentTerms.parse("30 days"))),
        "payment_means": ("", "transfer, cheque"),
        "purchase_order_required": ("False", "True"),
    }


def test_account_is_masked_but_for_its_last_digits() -> None:
    after = replace(BEFORE, iban="FR7630004000031234567890143")
    assert file_changes(BEFORE, after) == (("iban", "•••• 0189", "•••• 0143"),)
    assert file_changes(BEFORE, replace(BEFORE, iban="")) == (("iban", "•••• 0189", ""),)


def test_spaces_do_not_show_more_of_an_account() -> None:
    assert masked_iban("FR76 3000 6000 0112 3456 7890 189") == "•••• 0189"
