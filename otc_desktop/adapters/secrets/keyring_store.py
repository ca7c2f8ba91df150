"""Passwords in the operating system's keyring, and nowhere else."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from otc_desktop.domain.shared.errors import ExternalError

SMTP_PURPOSE = "smtp"
# For machines without a keyring, such as a server that sends reminders at night.
_VARIABLES = {
    SMTP_PURPOSE: "OTC_SMTP_PASSWORD",
    "platform": "OTC_PLATFORM_SECRET",
    "backup": "OTC_BACKUP_PASSPHRASE",
}
# Windows keeps 2,560 bytes an entry, in UTF-16; a provider's token may well be longer.
_LONGEST_PIECE = 1_000
_PIECES = "otc-desktop-pieces:"
_MOST_PIECES = 64


class KeyringSecrets:
    """The `Secrets` over the keyring, under the service `otc-desktop/<purpose>`.

    A variable of the environment, where one is set for the purpose, comes before the keyring.

    Args:
        environment: the process's variables.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment

    def get(self, purpose: str, name: str) -> str | None:
        """The secret, or None where none was stored.

        Raises:
            ExternalError: `secrets.no_keyring`; `secrets.locked` when the user did not open it.
        """
        given = self._environment.get(_VARIABLES.get(purpose, ""))
        if given:
            return given
        with _told_in_our_words():
            import keyring  # a fifth of a second that most commands never need

            return _joined(keyring.get_password, _service(purpose), name)

    def put(self, purpose: str, name: str, secret: str) -> None:
        """Store a secret.

        Raises:
            ExternalError: `secrets.no_keyring`, `secrets.locked`, or `secrets.not_stored` when
                the keyring took it and does not give it back.
        """
        with _told_in_our_words():
            import keyring

            pieces = [
                secret[start : start + _LONGEST_PIECE]
                for start in range(0, len(secret), _LONGEST_PIECE)
            ]
            if len(pieces) > 1:
                for number, piece in enumerate(pieces):
                    keyring.set_password(_service(purpose), f"{name}#{number}", piece)
            entry = f"{_PIECES}{len(pieces)}" if len(pieces) > 1 else secret
            keyring.set_password(_service(purpose), name, entry)
            kept = _joined(keyring.get_password, _service(purpose), name)
        if kept != secret:
            raise ExternalError("secrets.not_stored", retryable=False)


def _joined(read: Callable[[str, str], str | None], service: str, name: str) -> str | None:
    """A secret as it was stored, put together where it was kept in pieces."""
    entry = read(service, name)
    count = (entry or "").removeprefix(_PIECES)
    if entry is None or not entry.startswith(_PIECES) or not count.isdecimal():
        return entry
    pieces = [read(service, f"{name}#{number}") for number in range(min(int(count), _MOST_PIECES))]
    return None if None in pieces else "".join(piece or "" for piece in pieces)


def _service(purpose: str) -> str:
    return f"otc-desktop/{purpose}"


@contextmanager
def _told_in_our_words() -> Iterator[None]:
    from keyring import errors

    try:
        yield
    except errors.KeyringLocked as problem:
        raise ExternalError("secrets.locked", retryable=True) from problem
    except errors.PasswordSetError as problem:
        raise ExternalError("secrets.not_stored", retryable=False) from problem
    except (errors.KeyringError, errors.InitError) as problem:
        raise ExternalError("secrets.no_keyring", retryable=False) from problem
