"""The files of a case: numbered exhibits, the list of them, tables, and the facts for the court."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from otc_desktop.application.dunning.debt_words import words_of_debts
from otc_desktop.application.kernel.case_files import CaseFile, safe_name
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.debts import Debts
from otc_desktop.application.kernel.letters import Letter
from otc_desktop.application.kernel.sheets import CellKind, CellValue, SheetColumn
from otc_desktop.application.kernel.statements import drawn_statement
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer

_INDEX, _FACTS = "00-bordereau-de-pieces.pdf", "00-elements-injonction-de-payer.pdf"
_LIST = "00-liste-des-factures"
_COLUMNS = (
    SheetColumn("Facture"),
    SheetColumn("Date", CellKind.DATE),
    SheetColumn("Échéance", CellKind.DATE),
    SheetColumn("Devise"),
    SheetColumn("Total TTC", CellKind.AMOUNT),
    SheetColumn("Reste dû TTC", CellKind.AMOUNT),
    SheetColumn("Jours de retard", CellKind.INTEGER),
    SheetColumn("Pénalités", CellKind.AMOUNT),
    SheetColumn("Indemnité", CellKind.AMOUNT),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Whose claims, under which number, handed over to whom; `to` is empty for a mere look."""

    number: str
    to: str
    customer: Customer
    debts: Debts
    signatory: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """An exhibit: its title, its file's ending, and the hash of kept bytes or the bytes."""

    title: str
    suffix: str
    sha256: str = ""
    content: bytes = b""


def files_of_case(uow: UnitOfWork, ctx: Context, task: Task, case: Case) -> Iterator[CaseFile]:
    """The list of exhibits, tables and facts first, then each exhibit: one in memory at a time."""
    pieces = _pieces(uow, ctx, case)
    named = [
        (safe_name(f"piece-{place:02d}-{each.title}{each.suffix}"), each)
        for place, each in enumerate(pieces, start=1)
    ]
    yield CaseFile(_INDEX, _index(uow, ctx, case, named))
    yield CaseFile(_FACTS, _facts(uow, ctx, case))
    for form in ("csv", "xlsx"):
        rows = _rows(case.debts)
        content = b"".join(ctx.ports.sheet_writer.chunks(form, _COLUMNS, rows, title="Factures"))
        yield CaseFile(f"{_LIST}.{form}", content)
    for done, (name, piece) in enumerate(named):
        task.check_cancelled()
        task.progress(done, len(named))
        yield CaseFile(name, piece.content or uow.archive.content(piece.sha256))


def _pieces(uow: UnitOfWork, ctx: Context, case: Case) -> Sequence[_Piece]:
    """In the order in which a lawyer tells the story: contract, invoices, proofs, reminders."""
    ids = [each.item.id for each in case.debts.debts]
    french = case.customer.language == "fr"
    found = [
        _Piece(("Facture " if french else "Invoice ") + number, ".pdf", sha256)
        for number, sha256 in uow.dunning.invoice_files(ids)
    ]
    for proof in uow.handovers.proofs_of(ids):
        _, dot, suffix = proof.file_name.rpartition(".")
        title = f"{proof.title} {proof.file_name.removesuffix(dot + suffix)}"
        found.append(_Piece(title, f".{suffix}" if dot else "", proof.sha256))
    sent = uow.handovers.reminders_of(ids)
    values = {
        "sent": [
            {
                "sent_on": each.sent_on,
                "channel": each.channel,
                "recipient": each.recipient,
                "subject": each.subject,
                "body": each.body,
            }
            for each in sent
        ],
        "contacts": uow.handovers.contacts_of(case.customer.id),
        "letters": uow.formal_notices.letters_of(case.customer.id),
    }
    title = "Relances et contacts" if french else "Reminders and contacts"
    found.append(_Piece(title, ".pdf", content=_drawn(uow, ctx, case, "case_history", values)))
    found += [
        _Piece(f"{'Lettre' if french else 'Letter'} {each.sent_on.isoformat()}", ".pdf", sha256)
        for each in sent
        if (sha256 := each.letter_sha256)
    ]
    found += [
        _Piece(("Mise en demeure " if french else "Formal notice ") + each.title, ".pdf", kept)
        for each in uow.formal_notices.letters_of(case.customer.id)
        if each.kind.value == "formal_notice" and (kept := each.sha256)
    ]
    _, statement = drawn_statement(uow, ctx, case.customer)
    interest = _drawn(uow, ctx, case, "case_interest", {})
    return [
        *found,
        _Piece("Relevé de compte" if french else "Statement", ".pdf", content=statement),
        _Piece("Calcul des pénalités" if french else "Late interest", ".pdf", content=interest),
    ]


def _index(uow: UnitOfWork, ctx: Context, case: Case, named: Sequence[tuple[str, _Piece]]) -> bytes:
    pieces = [{"title": piece.title, "name": name} for name, piece in named]
    return _drawn(uow, ctx, case, "case_index", {"pieces": pieces})


def _facts(uow: UnitOfWork, ctx: Context, case: Case) -> bytes:
    """What form cerfa 12948 asks of a claimant."""
    letters = [
        each
        for each in uow.formal_notices.letters_of(case.customer.id)
        if each.kind.value == "formal_notice" and each.state.value != "cancelled"
    ]
    sent = uow.handovers.reminders_of([each.item.id for each in case.debts.debts])
    days = ", ".join(each.sent_on.strftime("%d/%m/%Y") for each in sent)
    return _drawn(uow, ctx, case, "case_facts", {"notices": letters, "reminders": days or "–"})


def _drawn(
    uow: UnitOfWork, ctx: Context, case: Case, template: str, values: Mapping[str, Any]
) -> bytes:
    company, customer = uow.company.get(), case.customer
    words = ctx.ports.mail_templates.render(
        template,
        language=customer.language,
        values={
            "company": company,
            "customer": customer,
            "today": ctx.today,
            "number": case.number,
            "to": case.to,
            "signatory": case.signatory,
            **words_of_debts(case.debts, customer.language),
            **values,
        },
    )
    return ctx.ports.letters.pdf(
        Letter(
            company=company,
            customer=customer,
            language=customer.language,
            on=ctx.today,
            subject=words.subject,
            text=words.text,
            is_registered=False,
            label="letter_case_file",
        )
    )


def _rows(debts: Debts) -> Iterator[Sequence[CellValue]]:
    for each in debts.debts:
        yield (
            each.item.number,
            each.item.issued_on,
            each.item.due_on,
            each.principal.currency.code,
            each.item.total.amount,
            each.principal.amount,
            each.days,
            each.interest.amount,
            each.indemnity.amount,
        )
