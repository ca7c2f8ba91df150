"""The look of the company's documents: read, shown on a sample, changed."""

from dataclasses import dataclass, replace
from pathlib import Path

from otc_desktop.application.company.sample_invoice import sample_invoice
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.legal_wording import legal_wording
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.paper_look import Logo, PaperLook, PaperTemplate

LARGEST_LOGO = 5_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPaperLook:
    """Ask how the company's documents look."""


@use_case(permission=Permission.READ)
def read_paper_look(command: ReadPaperLook, ctx: Context, task: Task) -> PaperLook:
    """The company's look, or the house's while it chose none."""
    with ctx.snapshot() as uow:
        return uow.paper_look.get()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLogo:
    """Ask whether a picture file can be a logo."""

    path: Path


@use_case(permission=Permission.READ)
def read_logo(command: ReadLogo, ctx: Context, task: Task) -> Logo:
    """The picture, checked and made fit for printing; nothing is kept.

    Raises:
        InputFileError: a `files.*` code, `company.logo_too_large`, `company.bad_logo`,
            `company.logo_too_small`.
    """
    content = ctx.ports.files.read(command.path, largest=LARGEST_LOGO)
    return ctx.ports.renderer.logo(content, name=command.path.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavePaperLook:
    """Ask that documents look so from now on; the look's version is the one changed."""

    look: PaperLook


@use_case(permission=Permission.SET_UP_COMPANY)
def save_paper_look(command: SavePaperLook, ctx: Context, task: Task) -> PaperLook:
    """Keep a look. Issued documents stay as they were archived.

    Raises:
        ConflictError: `database.changed_meanwhile`.
    """
    with ctx.unit_of_work() as uow:
        uow.paper_look.save(command.look)
        return uow.commit(replace(command.look, version=command.look.version + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePaperLook:
    """Ask for some traits to be changed; None leaves one as it is.

    `logo` is a PNG or JPEG file, `without_logo` takes the present one away. `columns` are
    those shown of `code`, `discount` and `unit`.
    """

    template: PaperTemplate | None = None
    colour: str | None = None
    footer: str | None = None
    logo: Path | None = None
    without_logo: bool = False
    columns: frozenset[str] | None = None


@use_case(permission=Permission.SET_UP_COMPANY)
def change_paper_look(command: ChangePaperLook, ctx: Context, task: Task) -> PaperLook:
    """Change traits of the look and keep the others.

    Raises:
        RuleError: `company.bad_colour`, `company.footer_too_long`.
        InputFileError: a `files.*` code, `company.logo_too_large`, `company.bad_logo`,
            `company.logo_too_small`.
    """
    logo = None
    if command.logo is not None:
        content = ctx.ports.files.read(command.logo, largest=LARGEST_LOGO)
        logo = ctx.ports.renderer.logo(content, name=command.logo.name)
    with ctx.unit_of_work() as uow:
        before = uow.paper_look.get()
        columns = command.columns
        look = PaperLook(
            template=command.template or before.template,
            colour=before.colour if command.colour is None else command.colour,
            footer=before.footer if command.footer is None else command.footer,
            logo=None if command.without_logo else logo or before.logo,
            show_code=before.show_code if columns is None else "code" in columns,
            show_discount=before.show_discount if columns is None else "discount" in columns,
            show_unit=before.show_unit if columns is None else "unit" in columns,
            version=before.version,
        )
        if look == before:
            return before
        uow.paper_look.save(look)
        return uow.commit(replace(look, version=look.version + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSample:
    """Ask for a sample invoice in a look that need not be kept; `path` to write it to."""

    look: PaperLook
    language: str = "fr"
    path: Path | None = None


@use_case(permission=Permission.READ)
def show_sample(command: ShowSample, ctx: Context, task: Task) -> bytes:
    """The PDF of an invented invoice of this company; nothing is kept or numbered.

    Raises:
        NotFoundError: `company.not_initialised`.
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    with ctx.snapshot() as uow:
        company = uow.company.get()
        wording = legal_wording(uow, ctx)
    invoice = sample_invoice(company, ctx, wording, command.language)
    content = ctx.ports.renderer.invoice_pdf(invoice, command.look)
    if command.path is not None:
        ctx.ports.files.write_atomically(command.path, [content])
    return content
