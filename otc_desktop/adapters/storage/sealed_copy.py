"""A copy of the books that only its passphrase opens.

A zip of two members in the age format (age-encryption.org/v1), stored as they are: `books.age`,
the database encrypted to a key made for this copy alone, and `key.age`, that key encrypted by the
passphrase (scrypt). So the database streams through whatever its size, and the program `age` opens
the copy on a machine that has no OTC Desktop.
"""

import hashlib
import zipfile
from pathlib import Path
from typing import IO

import pyrage

from otc_desktop.domain.shared.errors import ExternalError, RuleError

SEALED_SUFFIX = ".otcbackup"
SHORTEST_PASSPHRASE = 12
_KEY = "key.age"
_BOOKS = "books.age"
# The key is a line of text; anything longer was not made here.
_LONGEST_KEY = 10_000
_CHUNK = 1 << 20


def require_passphrase(passphrase: str) -> None:
    """Refuse words that a machine would soon guess.

    Raises:
        RuleError: `backup.short_passphrase`.
    """
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        raise RuleError("backup.short_passphrase", where="passphrase", shortest=SHORTEST_PASSPHRASE)


def is_sealed(copy: Path) -> bool:
    """Whether a file looks like one of ours, by what it holds and not by its name."""
    try:
        with zipfile.ZipFile(copy) as archive:
            return {_KEY, _BOOKS} <= set(archive.namelist())
    except (OSError, zipfile.BadZipFile):
        return False


def seal(plain: Path, sealed: Path, passphrase: str) -> None:
    """Encrypt a copy, open it again, and only then give it its name.

    Raises:
        RuleError: `backup.short_passphrase`, `backup.file_exists`.
        ExternalError: `backup.not_written`, `backup.copy_damaged`.
    """
    require_passphrase(passphrase)
    if sealed.exists():
        raise RuleError("backup.file_exists", where="file", file=str(sealed))
    draft = sealed.with_name(f"{sealed.name}.part")
    try:
        _write(plain, draft, passphrase)
        draft.chmod(0o600)
        if _opened_digest(draft, passphrase) != _digest(plain):
            raise ExternalError("backup.copy_damaged", retryable=False, file=str(sealed))
        draft.replace(sealed)
    except (OSError, pyrage.EncryptError) as problem:
        raise ExternalError("backup.not_written", retryable=False, file=str(sealed)) from problem
    finally:
        draft.unlink(missing_ok=True)


def unseal(sealed: Path, plain: Path, passphrase: str) -> None:
    """Decrypt a copy into a new file; a changed or cut one leaves nothing behind.

    Raises:
        RuleError: `backup.wrong_passphrase`.
        ExternalError: `backup.not_a_backup`, `backup.not_written`.
    """
    try:
        with zipfile.ZipFile(sealed) as archive, plain.open("xb") as target:
            plain.chmod(0o600)
            _decrypt(archive, target, passphrase)
    except (RuleError, ExternalError):
        plain.unlink(missing_ok=True)
        raise
    except (zipfile.BadZipFile, KeyError) as problem:
        plain.unlink(missing_ok=True)
        raise ExternalError("backup.not_a_backup", retryable=False, file=str(sealed)) from problem
    except OSError as problem:
        plain.unlink(missing_ok=True)
        raise ExternalError("backup.not_written", retryable=False, file=str(plain)) from problem


def _write(plain: Path, draft: Path, passphrase: str) -> None:
    key = pyrage.x25519.Identity.generate()
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_KEY, pyrage.passphrase.encrypt(str(key).encode(), passphrase))
        with plain.open("rb") as source, archive.open(_BOOKS, "w", force_zip64=True) as target:
            pyrage.encrypt_io(source, target, [key.to_public()])


def _decrypt(archive: zipfile.ZipFile, target: IO[bytes], passphrase: str) -> None:
    if archive.getinfo(_KEY).file_size > _LONGEST_KEY:
        raise ExternalError(
            "backup.not_a_backup", retryable=False, file=str(archive.filename or "")
        )
    try:
        text = pyrage.passphrase.decrypt(archive.read(_KEY), passphrase)
        key = pyrage.x25519.Identity.from_str(text.decode())
    except (pyrage.DecryptError, pyrage.IdentityError, UnicodeDecodeError) as problem:
        raise RuleError("backup.wrong_passphrase", where="passphrase") from problem
    try:
        with archive.open(_BOOKS) as source:
            pyrage.decrypt_io(source, target, [key])
    except (OSError, pyrage.DecryptError) as problem:
        # The library says the same of a changed file; a full disk it passes on as it is.
        if isinstance(problem, OSError) and problem.errno is not None:
            raise
        raise ExternalError(
            "backup.not_a_backup", retryable=False, file=str(archive.filename or "")
        ) from problem


def _opened_digest(sealed: Path, passphrase: str) -> str:
    probe = sealed.with_name(f"{sealed.name}.probe")
    probe.unlink(missing_ok=True)
    try:
        unseal(sealed, probe, passphrase)
        return _digest(probe)
    finally:
        probe.unlink(missing_ok=True)


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
