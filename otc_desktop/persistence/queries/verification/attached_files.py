"""Every attached file can still be opened as it was attached."""

import hashlib

from sqlalchemy import Connection, select

from otc_desktop.persistence.queries.verification.streaming import Offenders, stream
from otc_desktop.persistence.tables.attachments import attachment
from otc_desktop.persistence.tables.invoicing import blob

# A file may weigh 25 MB: one at a time.
_FILES_A_FETCH = 1


def without_bytes(connection: Connection) -> Offenders:
    """Files whose bytes are missing, or are not those that were attached."""
    query = (
        select(attachment.c.file_name, attachment.c.sha256, attachment.c.size, blob.c.content)
        .outerjoin(blob, blob.c.sha256 == attachment.c.sha256)
        .order_by(attachment.c.sha256)
    )
    for name, sha256, size, content in stream(connection, query, rows_a_fetch=_FILES_A_FETCH):
        if content is None or len(content) != size or hashlib.sha256(content).hexdigest() != sha256:
            yield name
