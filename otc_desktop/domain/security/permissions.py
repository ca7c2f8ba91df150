"""What a user may do. Every use case names one permission."""

from dataclasses import dataclass
from enum import StrEnum

from otc_desktop.domain.shared.errors import PermissionDenied


class Permission(StrEnum):
    """One right, named after the intent it allows."""

    SET_UP_COMPANY = "set_up_company"
    EDIT_CUSTOMERS = "edit_customers"
    VALIDATE_CUSTOMERS = "validate_customers"
    MERGE_CUSTOMERS = "merge_customers"
    EDIT_CREDIT = "edit_credit"
    APPROVE_CREDIT = "approve_credit"
    EDIT_CATALOGUE = "edit_catalogue"
    EDIT_PRICES = "edit_prices"
    ADJUST_STOCK = "adjust_stock"
    TAKE_ORDERS = "take_orders"
    RELEASE_ORDERS = "release_orders"
    DELIVER = "deliver"
    DRAFT_INVOICE = "draft_invoice"
    ISSUE_INVOICE = "issue_invoice"
    SEND_MAIL = "send_mail"
    IMPORT_BANK = "import_bank"
    ALLOCATE = "allocate"
    RUN_REMINDERS = "run_reminders"
    HANDLE_DISPUTES = "handle_disputes"
    LOG_CONTACTS = "log_contacts"
    ATTACH_FILES = "attach_files"
    EXPORT_LEDGER = "export_ledger"
    RUN_JOBS = "run_jobs"
    SCHEDULE_JOBS = "schedule_jobs"
    READ = "read"


@dataclass(frozen=True, slots=True)
class User:
    """Who acts. Roles with fewer rights arrive with the team mode.

    `role` names the row of the approval limits that says how much the user may agree to.
    """

    name: str
    permissions: frozenset[Permission] = frozenset(Permission)
    role: str = "administrator"

    def require(self, permission: Permission) -> None:
        """Stop the intent unless it is allowed.

        Raises:
            PermissionDenied: `security.permission_denied`.
        """
        if permission not in self.permissions:
            raise PermissionDenied(
                "security.permission_denied", user=self.name, permission=permission.value
            )
