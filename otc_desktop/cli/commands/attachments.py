"""`otc attach` and `otc attachments`."""

from typing import Any

from otc_desktop.application.attachments.attach_file import AttachFile, attach_file
from otc_desktop.application.attachments.find_subject import FindSubject, find_subject
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.attachments.attachment import SubjectKind


def attach(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Attach a file to a thing."""
    attached = house.use_cases.run(
        attach_file,
        AttachFile(
            path=options.file,
            kind=SubjectKind(options.kind),
            number=options.number,
            note=options.note,
        ),
        task,
    )
    return {
        "id": attached.id,
        "kind": attached.subject.kind,
        "number": attached.subject.number or options.number,
        "file": attached.file_name,
        "media_type": attached.media_type,
        "size": attached.size,
        "sha256": attached.sha256,
        "note": attached.note,
    }


def list_attachments(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List the files on a thing; a customer's own files and those of its documents."""
    kind = SubjectKind(options.kind)
    subject = house.use_cases.run(find_subject, FindSubject(kind=kind, number=options.number))
    owner = "customer_id" if kind is SubjectKind.CUSTOMER else "subject_id"
    return {
        "attachments": [
            {
                "id": row.id,
                "file": row.file_name,
                "kind": row.subject_kind,
                "number": row.subject_number,
                "media_type": row.media_type,
                "size": row.size,
                "sha256": row.sha256,
                "note": row.note,
                "added_on": row.added_on,
                "added_by": row.added_by,
            }
            for row in every_row(house.queries.attachments, {owner: subject.id})
        ]
    }
