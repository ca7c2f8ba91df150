from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked, PasswordSetError

from otc_desktop.adapters.secrets.keyring_store import KeyringSecrets
from otc_desktop.domain.shared.errors import ExternalError


class MemoryKeyring(KeyringBackend):
    priority = 1.0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class LockedKeyring(MemoryKeyring):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked


class FullKeyring(MemoryKeyring):
    def set_password(self, service: str, username: str, password: str) -> None:
        raise PasswordSetError


@pytest.fixture(autouse=True)
def _restore_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def use(backend: KeyringBackend) -> None:
    keyring.set_keyring(backend)


def test_secret_is_kept_under_its_purpose() -> None:
    backend = MemoryKeyring()
    use(backend)
    store = KeyringSecrets({})

    assert store.get("smtp", "compta") is None
    store.put("smtp", "compta", "clé")

    assert store.get("smtp", "compta") == "clé"
    assert store.get("imap", "compta") is None
    assert backend.kept == {("otc-desktop/smtp", "compta"): "clé"}


def test_variable_comes_before_the_keyring_for_mail_alone() -> None:
    use(MemoryKeyring())
    store = KeyringSecrets({"OTC_SMTP_PASSWORD": "env"})
    store.put("smtp", "compta", "stored")
    assert store.get("smtp", "compta") == "env"
    assert store.get("database", "compta") is None


def test_variable_serves_where_there_is_no_keyring() -> None:
    use(fail.Keyring())
    assert KeyringSecrets({"OTC_SMTP_PASSWORD": "env"}).get("smtp", "x") == "env"


def test_no_keyring_is_told() -> None:
    use(fail.Keyring())
    for attempt in (
        lambda: KeyringSecrets({}).get("smtp", "x"),
        lambda: KeyringSecrets({}).put("smtp", "x", "hush"),
    ):
        with pytest.raises(ExternalError) as caught:
            attempt()
        assert caught.value.code == "secrets.no_keyring"
        assert "hush" not in str(caught.value)


def test_keyring_that_swallows_secrets_is_told() -> None:
    use(null.Keyring())
    with pytest.raises(ExternalError) as caught:
        KeyringSecrets({}).put("smtp", "x", "hush")
    assert caught.value.code == "secrets.not_stored"


def test_locked_and_refusing_keyrings_are_told() -> None:
    use(LockedKeyring())
    with pytest.raises(ExternalError) as caught:
        KeyringSecrets({}).get("smtp", "x")
    assert (caught.value.code, caught.value.retryable) == ("secrets.locked", True)
    use(FullKeyring())
    with pytest.raises(ExternalError) as caught:
        KeyringSecrets({}).put("smtp", "x", "hush")
    assert caught.value.code == "secrets.not_stored"


def test_a_long_token_is_kept_in_pieces_that_any_keyring_takes() -> None:
    backend = MemoryKeyring()
    use(backend)
    store = KeyringSecrets({})
    token = "x" * 1_000 + "y" * 1_000 + "z"

    store.put("oauth", "compta", token)
    assert store.get("oauth", "compta") == token
    assert max(len(each) for each in backend.kept.values()) <= 1_000
    store.put("oauth", "compta", "short")
    assert store.get("oauth", "compta") == "short"
    store.put("oauth", "compta", token)
    del backend.kept["otc-desktop/oauth", "compta#1"]
    assert store.get("oauth", "compta") is None
