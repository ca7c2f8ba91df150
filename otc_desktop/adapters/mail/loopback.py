"""The address on this computer to which a provider sends the browser back (RFC 8252 §7.3)."""

import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from otc_desktop.application.kernel.task import Task
from otc_desktop.domain.shared.errors import ExternalError

WAIT_SECONDS = 300.0
_STEP_SECONDS = 0.2
_REQUEST_SECONDS = 5.0
_LONGEST_VALUE = 8_000
_PAGE = (
    "<!doctype html><html lang='fr'><meta charset='utf-8'><title>OTC Desktop</title>"
    "<p>C’est fait : vous pouvez fermer cette page et revenir à OTC Desktop."
    "<p lang='en'>Done: you can close this page and go back to OTC Desktop."
)
_OK, _BAD_REQUEST = 200, 400


class _Server(HTTPServer):
    """One request at a time on the loopback; what does not carry our state is turned away."""

    answer: dict[str, str] | None = None
    state: str = ""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no fault to print."""


class _Handler(BaseHTTPRequestHandler):
    timeout = _REQUEST_SECONDS
    server: _Server

    def do_GET(self) -> None:
        """Take the provider's answer, once."""
        query = parse_qs(urlsplit(self.path).query, max_num_fields=50)
        fields = {name: values[0][:_LONGEST_VALUE] for name, values in query.items()}
        state = fields.get("state", "")
        ours = secrets.compare_digest(state.encode(), self.server.state.encode())
        if ours and ("code" in fields or "error" in fields):
            self.server.answer = fields
            self._say(_OK, _PAGE)
        else:
            self._say(_BAD_REQUEST, "")

    def _say(self, status: int, page: str) -> None:
        content = page.encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        # The address holds the code: it must not travel on.
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """The address holds the code: nothing of it is written down."""


class Loopback:
    """Listens on a free port of this computer until the browser came back."""

    def __init__(self, host: str, *, wait_seconds: float = WAIT_SECONDS) -> None:
        self._host = host
        self._wait_seconds = wait_seconds

    def __enter__(self) -> Self:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self.state = self._server.state = secrets.token_urlsafe(32)
        self.address = f"http://{self._host}:{self._server.server_port}"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.server_close()

    def wait(self, task: Task) -> dict[str, str]:
        """The provider's answer.

        Raises:
            Cancelled: the user gave up.
            ExternalError: `mail.sign_in_timed_out`.
        """
        self._server.timeout = _STEP_SECONDS
        until = time.monotonic() + self._wait_seconds
        while self._server.answer is None:
            task.check_cancelled()
            if time.monotonic() > until:
                raise ExternalError("mail.sign_in_timed_out", retryable=True)
            self._server.handle_request()
        return self._server.answer


def pause(seconds: float, task: Task) -> None:
    """Wait, unless the user gives up.

    Raises:
        Cancelled: the user gave up.
    """
    until = time.monotonic() + seconds
    waiting = threading.Event()
    while (left := until - time.monotonic()) > 0:
        task.check_cancelled()
        waiting.wait(min(_STEP_SECONDS, left))
