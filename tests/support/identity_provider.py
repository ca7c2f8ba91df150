"""An identity provider on the loopback: authorisation, tokens, codes for devices."""

import base64
import hashlib
import json
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import urlopen

from otc_desktop.adapters.mail.providers import Provider


class Kept:
    """Secrets of one test."""

    def __init__(self) -> None:
        self.secrets: dict[tuple[str, str], str] = {}

    def get(self, purpose: str, name: str) -> str | None:
        return self.secrets.get((purpose, name))

    def put(self, purpose: str, name: str, secret: str) -> None:
        self.secrets[purpose, name] = secret


class IdentityProvider:
    """What it gave out, and how it is to behave.

    `access` are the tokens that open a mailbox, `refresh` those that renew; `rotates` gives a
    new one at each renewal, `pending` is how often a device has to ask again.
    """

    def __init__(self) -> None:
        self.access: set[str] = set()
        self.refresh: set[str] = set()
        self.asked: list[dict[str, str]] = []
        self.rotates = False
        self.pending = 0
        self.life = 3600
        self.gives_refresh = True
        self._codes: dict[str, dict[str, str]] = {}
        self.root = ""

    def provider(self) -> Provider:
        """As the program is told of it."""
        return Provider(
            name="microsoft365",
            authorize_url=f"{self.root}/authorize",
            token_url=f"{self.root}/token",
            device_url=f"{self.root}/device",
            scopes=("offline_access", "mail"),
        )

    def browser(self, url: str) -> None:
        """A user with a browser who agrees; comes back on a thread of its own."""
        question = {name: each[0] for name, each in parse_qs(urlsplit(url).query).items()}
        code = secrets.token_urlsafe(8)
        self._codes[code] = question
        back = (
            question["redirect_uri"] + "/?" + urlencode({"code": code, "state": question["state"]})
        )
        threading.Thread(target=lambda: urlopen(back).read(), daemon=True).start()  # noqa: S310

    def answer(self, path: str, fields: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """The token endpoint's, or the device endpoint's, answer."""
        self.asked.append(fields)
        if path == "/device":
            return 200, {
                "device_code": "device-1",
                "user_code": "ABCD-EFGH",
                "verification_uri": f"{self.root}/type",
                "expires_in": 900,
                "interval": 0,
            }
        kind = fields.get("grant_type", "")
        if kind == "authorization_code":
            return self._by_code(fields)
        if kind == "refresh_token":
            if fields.get("refresh_token") not in self.refresh:
                return 400, {"error": "invalid_grant", "error_description": "AADSTS70008: expired"}
            return 200, self._tokens(again=True)
        if self.pending > 0:
            self.pending -= 1
            return 400, {"error": "authorization_pending"}
        return 200, self._tokens()

    def _by_code(self, fields: dict[str, str]) -> tuple[int, dict[str, Any]]:
        question = self._codes.pop(fields.get("code", ""), None)
        digest = hashlib.sha256(fields.get("code_verifier", "").encode()).digest()
        proof = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        good = (
            question is not None
            and question["code_challenge"] == proof
            and question["code_challenge_method"] == "S256"
            and question["redirect_uri"] == fields["redirect_uri"]
            and question["client_id"] == fields["client_id"]
        )
        return (200, self._tokens()) if good else (400, {"error": "invalid_grant"})

    def _tokens(self, *, again: bool = False) -> dict[str, Any]:
        token = f"access-{secrets.token_hex(4)}"
        self.access.add(token)
        given: dict[str, Any] = {"access_token": token, "expires_in": self.life}
        if self.gives_refresh and (not again or self.rotates):
            if again:
                self.refresh.clear()
            # As long as Microsoft's: longer than an entry of Windows' keyring.
            renewing = f"refresh-{secrets.token_hex(4)}-" + "x" * 1800
            self.refresh.add(renewing)
            given["refresh_token"] = renewing
        return given


@contextmanager
def identity_provider() -> Iterator[IdentityProvider]:
    """A running provider."""
    identity = IdentityProvider()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            query = parse_qs(self.rfile.read(length).decode())
            status, answer = identity.answer(self.path, {k: v[0] for k, v in query.items()})
            content = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    identity.root = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield identity
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
