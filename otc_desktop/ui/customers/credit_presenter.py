"""What the credit page of a customer asks of the program."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from uuid import UUID

from otc_desktop.application.credit.mark_ceased import MarkCeased, mark_ceased
from otc_desktop.application.credit.queries import CreditSituation
from otc_desktop.application.credit.set_credit import SetCredit, set_credit
from otc_desktop.application.credit.set_credit_grade import SetCreditGrade, set_credit_grade
from otc_desktop.domain.credit.credit_file import CreditFile
from otc_desktop.domain.credit.grade import CreditGrade
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter

Done = Callable[[CreditFile], None]
Refused = Callable[[OtcError], None]


class CreditPresenter(Presenter):
    """A customer's credit: read, limited, graded."""

    def load(self, customer_id: UUID, on_done: Callable[[CreditSituation], None]) -> None:
        """How the customer stands."""
        credit = self.program.queries.credit
        self.ask(lambda: credit.situation(customer_id), on_done=on_done)

    def set_limit(
        self,
        code: str,
        *,
        limit: Decimal | None,
        insured: Decimal | None,
        reason: str,
        on_done: Done,
        on_error: Refused,
    ) -> None:
        """Set or confirm limit and insured amount."""
        command = SetCredit(customer=code, limit=limit, insured=insured, reason=reason)
        self.write(set_credit, command, on_done=on_done, on_error=on_error)

    def set_grade(
        self, code: str, grade: CreditGrade, reason: str, on_done: Done, on_error: Refused
    ) -> None:
        """Give a grade by hand."""
        command = SetCreditGrade(customer=code, grade=grade, reason=reason)
        self.write(set_credit_grade, command, on_done=on_done, on_error=on_error)

    def mark_ceased(
        self, code: str, day: date | None, source: str, on_done: Done, on_error: Refused
    ) -> None:
        """Note the end of a business; None takes it back."""
        command = MarkCeased(customer=code, ceased_on=day, source=source)
        self.write(mark_ceased, command, on_done=on_done, on_error=on_error)
