"""Attached files through the use cases, on both databases."""

import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import func, select

from otc_desktop.application.attachments.annotate_attachment import (
    AnnotateAttachment,
    annotate_attachment,
)
from otc_desktop.application.attachments.attach_file import AttachFile, attach_file
from otc_desktop.application.attachments.open_attachment import OpenAttachment, open_attachment
from otc_desktop.application.attachments.queries import AttachmentRow
from otc_desktop.application.attachments.remove_attachment import (
    RemoveAttachment,
    remove_attachment,
)
from otc_desktop.application.attachments.save_attachment import SaveAttachment, save_attachment
from otc_desktop.application.disputes.open_dispute import OpenDispute, open_dispute
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.bootstrap import House
from otc_desktop.domain.attachments.attachment import LARGEST_BYTES, Attachment, SubjectKind
from otc_desktop.domain.shared.errors import InputFileError, NotFoundError, RuleError
from otc_desktop.persistence.tables.attachments import attachment
from otc_desktop.persistence.tables.invoicing import blob
from tests.support.line import draft, issue, set_up
from tests.support.sales_window import DAY


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    """The small company with one invoice, F2026-00001 of C0001."""
    made = set_up(database_url, tmp_path, DAY)
    issue(made, customer="C0001")
    yield made
    made.close()


def a_file(tmp_path: Path, name: str = "scan.pdf", content: bytes = b"%PDF-1.4 one") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def attach(
    house: House, path: Path, kind: str = "invoice", number: str = "F2026-00001", note: str = ""
) -> Attachment:
    command = AttachFile(path=path, kind=SubjectKind(kind), number=number, note=note)
    return house.use_cases.run(attach_file, command)


def listed(house: House, *, search: str = "", **filters: object) -> Sequence[AttachmentRow]:
    request = PageRequest(search=search, filters=filters)
    rows = house.queries.attachments.page(request)
    assert house.queries.attachments.count(request) == len(rows)
    return rows


def test_file_is_kept_with_its_thing_and_the_thing_s_customer(house: House, tmp_path: Path) -> None:
    made = attach(house, a_file(tmp_path), note="Bon de livraison signé")
    [row] = listed(house, subject_id=made.subject.id)
    assert (row.file_name, row.media_type, row.size) == ("scan.pdf", "application/pdf", 12)
    assert (row.subject_kind, row.subject_number) == (SubjectKind.INVOICE, "F2026-00001")
    assert row.added_by == "test"
    customer = house.queries.customers.page(PageRequest(search="C0001"))[0]
    assert [each.id for each in listed(house, customer_id=customer.id)] == [row.id]


def test_same_bytes_are_stored_once_whatever_they_hang_on(house: House, tmp_path: Path) -> None:
    first = attach(house, a_file(tmp_path))
    second = attach(house, a_file(tmp_path, "copie.pdf"), kind="customer", number="C0002")
    assert first.sha256 == second.sha256
    with house.engine.connect() as connection:
        of_file = select(func.count()).where(blob.c.sha256 == first.sha256)
        assert connection.execute(of_file).scalar_one() == 1


def test_same_bytes_on_the_same_thing_are_refused_kindly(house: House, tmp_path: Path) -> None:
    attach(house, a_file(tmp_path))
    with pytest.raises(RuleError) as refusal:
        attach(house, a_file(tmp_path, "copie.pdf"))
    assert refusal.value.code == "attachments.already_there"
    assert refusal.value.params["other"] == "scan.pdf"


def test_removed_file_may_be_attached_again_and_its_bytes_stayed(
    house: House, tmp_path: Path
) -> None:
    made = attach(house, a_file(tmp_path))
    house.use_cases.run(remove_attachment, RemoveAttachment(attachment_id=made.id))
    assert listed(house, subject_id=made.subject.id) == []
    with house.engine.connect() as connection:
        assert connection.execute(
            select(blob.c.content).where(blob.c.sha256 == made.sha256)
        ).scalar_one()
        assert connection.execute(select(attachment.c.removed_on)).scalar_one() == DAY
    with pytest.raises(RuleError, match="already_removed"):
        house.use_cases.run(remove_attachment, RemoveAttachment(attachment_id=made.id))
    attach(house, a_file(tmp_path))
    assert len(listed(house, subject_id=made.subject.id)) == 1


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("invoice", "F2026-99999"),
        ("customer", "nobody"),
        ("dispute", "not-an-id"),
        ("order", "019a0000-0000-7000-8000-000000000000"),
        ("bank_line", "x"),
    ],
)
def test_file_for_nothing_is_refused(house: House, tmp_path: Path, kind: str, number: str) -> None:
    with pytest.raises(NotFoundError) as refusal:
        attach(house, a_file(tmp_path), kind=kind, number=number)
    assert refusal.value.code == "attachments.subject_not_found"


def test_file_on_a_dispute_and_on_a_draft_belongs_to_the_customer(
    house: House, tmp_path: Path
) -> None:
    dispute = house.use_cases.run(open_dispute, OpenDispute(number="F2026-00001", reason="price"))
    attach(house, a_file(tmp_path), kind="dispute", number=str(dispute.id))
    draft_id = draft(house, customer="C0001")
    attach(house, a_file(tmp_path, "draft.txt", b"d"), number=str(draft_id))
    customer = house.queries.customers.page(PageRequest(search="C0001"))[0]
    assert {row.subject_kind.value for row in listed(house, customer_id=customer.id)} == {
        "dispute",
        "invoice",
    }


def test_limit_of_size_is_told_and_nothing_is_kept(house: House, tmp_path: Path) -> None:
    large = tmp_path / "large.bin"
    with large.open("wb") as sparse:
        sparse.truncate(LARGEST_BYTES + 1)
    with pytest.raises(InputFileError) as refusal:
        attach(house, large)
    assert refusal.value.code == "attachments.too_large"
    assert refusal.value.params["largest_megabytes"] == 25
    assert listed(house) == []


def test_empty_file_and_folder_are_refused(house: House, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"attachments\.empty"):
        attach(house, a_file(tmp_path, content=b""))
    with pytest.raises(InputFileError, match="not_readable"):
        attach(house, tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="such names can't exist there")
def test_hostile_name_is_cleaned_on_the_way_in(house: House, tmp_path: Path) -> None:
    made = attach(house, a_file(tmp_path, "facture\u202efdp\n.exe"))
    assert made.file_name == "facturefdp.exe"


def test_files_are_found_by_name_and_note_without_accents(house: House, tmp_path: Path) -> None:
    made = attach(house, a_file(tmp_path, "Photo Palette.jpg"), note="Réserve à la livraison")
    attach(house, a_file(tmp_path, "autre.txt", b"x"))
    subject = made.subject.id
    for typed in ("palette", "RESERVE", "livraison photo", "reserve palette"):
        assert [row.id for row in listed(house, search=typed, subject_id=subject)] == [made.id]
    assert listed(house, search="introuvable", subject_id=subject) == []
    assert [row.id for row in listed(house, search="photo pal")] == [made.id]


def test_note_can_be_replaced_and_is_searched(house: House, tmp_path: Path) -> None:
    made = attach(house, a_file(tmp_path))
    run = house.use_cases.run
    run(annotate_attachment, AnnotateAttachment(attachment_id=made.id, note="Devis accepté"))
    [row] = listed(house, search="accepte", subject_id=made.subject.id)
    assert row.note == "Devis accepté"
    with pytest.raises(RuleError, match="note_too_long"):
        run(annotate_attachment, AnnotateAttachment(attachment_id=made.id, note="x" * 501))


def test_opened_copy_is_private_read_only_and_bears_the_name(house: House, tmp_path: Path) -> None:
    made = attach(house, a_file(tmp_path))
    path = house.use_cases.run(open_attachment, OpenAttachment(attachment_id=made.id))
    assert path.name == "scan.pdf"
    assert path.read_bytes() == b"%PDF-1.4 one"
    assert not path.stat().st_mode & (stat.S_IWUSR | stat.S_IXUSR | stat.S_IRWXG | stat.S_IRWXO)
    if sys.platform != "win32":
        assert stat.S_IMODE(path.parent.stat().st_mode) == stat.S_IRWXU
    again = house.use_cases.run(open_attachment, OpenAttachment(attachment_id=made.id))
    assert again == path


@pytest.mark.parametrize("name", ["virus.exe", "facture.pdf.js", "raccourci.LNK", "x.bat"])
def test_program_is_kept_but_never_opened(house: House, tmp_path: Path, name: str) -> None:
    made = attach(house, a_file(tmp_path, name))
    with pytest.raises(RuleError) as refusal:
        house.use_cases.run(open_attachment, OpenAttachment(attachment_id=made.id))
    assert refusal.value.code == "attachments.executable"
    saved = house.use_cases.run(
        save_attachment, SaveAttachment(attachment_id=made.id, path=tmp_path / "quarantine.bin")
    )
    assert saved.read_bytes() == b"%PDF-1.4 one"


def test_verify_finds_a_file_whose_bytes_are_not_what_was_attached(
    house: House, tmp_path: Path
) -> None:
    made = attach(house, a_file(tmp_path))

    def failed() -> list[str]:
        checks = house.queries.verification.run_checks(SilentTask())
        return [check.name for check in checks if not check.ok]

    assert failed() == []
    sqlite = house.engine.dialect.name == "sqlite"
    with house.engine.connect() as connection:
        if sqlite:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            connection.exec_driver_sql("DROP TRIGGER blob_update")
            change = "UPDATE blob SET content = x'00' WHERE sha256 = ?"
            connection.exec_driver_sql(change, (made.sha256,))
        else:
            connection.exec_driver_sql("SET session_replication_role = replica")
            change = "UPDATE blob SET content = '\\x00' WHERE sha256 = %s"
            connection.exec_driver_sql(change, (made.sha256,))
        connection.commit()
    assert failed() == ["archived_bytes", "attachments_kept"]
