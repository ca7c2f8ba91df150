"""A chain of hashes: a row changed, removed or slipped in behind our back is found."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

GENESIS = "0" * 64


def canonical_json(value: Mapping[str, Any]) -> str:
    """One spelling for one content: sorted keys, no spaces, exact decimals."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_plain
    )


def next_hash(previous: str, payload: str) -> str:
    """SHA-256 over the previous link and this payload, in hexadecimal."""
    return hashlib.sha256(f"{previous}\n{payload}".encode()).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no canonical form")
