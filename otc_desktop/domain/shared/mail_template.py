"""The words of mails in the company's own wording, and what each may speak of."""

from collections.abc import Mapping
from dataclasses import dataclass

from otc_desktop.domain.shared.errors import RuleError

_LONGEST_SUBJECT = 300
_LONGEST_BODY = 20_000
_ALWAYS = ("company", "customer", "today")
_REMINDER = (*_ALWAYS, "invoices", "total", "interest", "recovery_costs")
_PAYMENT_PLAN = (
    *_ALWAYS,
    "number",
    "agreed_on",
    "invoices",
    "instalments",
    "total",
    "tolerance_days",
    "text",
)
_DEBIT_NOTICE = (*_ALWAYS, "number", "collect_on", "total", "rum", "ics", "iban", "invoices")
# What a template may name at the top; docs/templates.md tells what hangs on each.
TEMPLATE_VALUES: Mapping[str, tuple[str, ...]] = {
    "invoice_sent": (*_ALWAYS, "invoice", "total"),
    "deposit_sent": (*_ALWAYS, "invoice", "total"),
    "credit_note_sent": (*_ALWAYS, "invoice", "total"),
    "pro_forma_sent": (*_ALWAYS, "number", "made_on", "total"),
    "delivery_note_sent": (*_ALWAYS, "delivery", "order"),
    "statement_sent": (*_ALWAYS, "lines", "total", "overdue"),
    "quote_sent": (*_ALWAYS, "quote", "total"),
    "order_confirmation_sent": (*_ALWAYS, "order", "total"),
    "dispute_rejected": (*_ALWAYS, "dispute", "number", "issued_on", "explanation"),
    "formal_notice": (
        *_ALWAYS,
        "number",
        "invoices",
        "total",
        "interest",
        "recovery_costs",
        "claimed",
        "rates",
        "deadline_days",
        "place",
        "signatory",
    ),
    "payment_plan_letter": _PAYMENT_PLAN,
    "payment_plan_sent": _PAYMENT_PLAN,
    "debit_notice_letter": _DEBIT_NOTICE,
    "debit_notice_sent": _DEBIT_NOTICE,
    "mandate_form": (*_ALWAYS, "ics", "rum", "b2b", "recurrent", "iban"),
    "payment_thanks": (*_ALWAYS, "amount", "paid_on", "numbers"),
    "call_script": (
        *_ALWAYS,
        "caller",
        "contact",
        "invoices",
        "total",
        "broken_promise",
        "broken_plan",
    ),
    "reminder_0_friendly": _REMINDER,
    "reminder_1_sauf_erreur": _REMINDER,
    "reminder_2_firm": _REMINDER,
    "reminder_4_last": _REMINDER,
    "reminder_5_formal_notice": _REMINDER,
}
TEMPLATE_LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class MailTemplate:
    """Subject and body of a kind of mail in one language, as Jinja2 source.

    Raises:
        RuleError: `templates.not_found` for a kind or language we have no mail for;
            `templates.empty`, `templates.too_long`, `templates.subject_lines`.
    """

    name: str
    language: str
    subject: str
    body: str
    version: int = 0

    def __post_init__(self) -> None:
        if self.name not in TEMPLATE_VALUES or self.language not in TEMPLATE_LANGUAGES:
            raise RuleError("templates.not_found", template=self.name, language=self.language)
        for field, text, longest in (
            ("subject", self.subject, _LONGEST_SUBJECT),
            ("body", self.body, _LONGEST_BODY),
        ):
            if not text.strip():
                raise RuleError("templates.empty", where=field)
            if len(text) > longest:
                raise RuleError("templates.too_long", where=field, longest=longest)
        if "\n" in self.subject or "\r" in self.subject:
            raise RuleError("templates.subject_lines", where="subject")

    @property
    def values(self) -> tuple[str, ...]:
        """The names it may use."""
        return TEMPLATE_VALUES[self.name]
