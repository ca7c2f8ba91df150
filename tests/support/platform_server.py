"""An approved platform on the loopback: flow service (XP Z12-013, 1.3.0) and token endpoint.

It keeps what was deposited, acknowledges it when told to, holds messages for us, and can be
told to refuse, to be busy, or to hang up at the worst moment.
"""

import base64
import email.parser
import email.policy
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from otc_desktop.domain.invoicing.platform_account import PlatformAccount, PlatformKind

CLIENT, SECRET = "atelier-lumen", "s3cr&t"
_BEGIN = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


@dataclass
class Flow:
    """A flow as the platform keeps it."""

    flow_id: str
    info: dict[str, Any]
    content: bytes
    direction: str
    flow_type: str
    updated_at: datetime
    acknowledgement: dict[str, Any] = field(default_factory=lambda: {"status": "Pending"})

    def document(self) -> dict[str, Any]:
        """As the search and the metadata show it."""
        return {
            **self.info,
            "flowId": self.flow_id,
            "submittedAt": self.updated_at.isoformat(),
            "updatedAt": self.updated_at.isoformat(),
            "flowType": self.flow_type,
            "flowDirection": self.direction,
            "processingRuleSource": "Input",
            "acknowledgement": self.acknowledgement,
        }


class PlatformServer:
    """What it holds, and how it is to behave.

    `answers` are statuses that the next requests of a path get instead of service;
    `hangs_up` counts deposits that are taken and never answered; `tokens` are those in force.
    """

    def __init__(self) -> None:
        self.root = ""
        self.flows: list[Flow] = []
        self.tokens: set[str] = set()
        self.answers: dict[str, list[int]] = {}
        self.hangs_up = 0
        self.page = 25
        self.asked: list[tuple[str, str, dict[str, str]]] = []
        self._given = 0

    def account(self, **changes: Any) -> PlatformAccount:
        """The company's account here."""
        usual: dict[str, Any] = {
            "kind": PlatformKind.API,
            "api_url": f"{self.root}/flow-service",
            "token_url": f"{self.root}/token",
            "client_id": CLIENT,
            "organization_id": "732829320",
        }
        return PlatformAccount(**(usual | changes))

    @property
    def deposited(self) -> list[Flow]:
        """What the company brought."""
        return [flow for flow in self.flows if flow.direction == "Out"]

    def posts(self) -> int:
        """How often a deposit was tried."""
        return sum(path == "/v1/flows" for _, path, _ in self.asked)

    def acknowledge(self, flow: Flow, status: str, **detail: str) -> None:
        """Say what became of a deposit."""
        flow.acknowledgement = {"status": status}
        if detail:
            told = {"level": "Error", "item": "", "reasonCode": "", "reasonMessage": ""} | detail
            flow.acknowledgement["details"] = [told]

    def hold(self, content: bytes, *, name: str = "cdar.xml", syntax: str = "CDAR") -> Flow:
        """Keep a message for the company."""
        info = {"name": name, "flowSyntax": syntax, "flowProfile": "Undefined"}
        info["processingRule"] = "B2B"
        return self._keep(info, content, "In", "CustomerInvoiceLC")

    def token(self, headers: dict[str, str], fields: dict[str, list[str]]) -> tuple[int, Any]:
        """The token endpoint's answer."""
        pair = base64.b64decode(headers.get("authorization", "").removeprefix("Basic ")).decode()
        client, _, secret = pair.partition(":")
        if (unquote(client), unquote(secret)) != (CLIENT, SECRET):
            return 401, {"error": "invalid_client", "error_description": "Unknown client"}
        if fields.get("grant_type") != ["client_credentials"]:
            return 400, {"error": "unsupported_grant_type"}
        self._given += 1
        token = f"token-{self._given}"
        self.tokens.add(token)
        return 200, {"access_token": token, "token_type": "Bearer", "expires_in": 300}

    def serve(  # noqa: PLR0911 - one answer a path
        self, method: str, url: str, headers: dict[str, str], body: bytes
    ) -> tuple[int, Any]:
        """The flow service's answer: status, and JSON or bytes; None hangs up."""
        parts = urlsplit(url)
        path = parts.path.removeprefix("/flow-service")
        self.asked.append((method, path, headers))
        if headers.get("authorization", "").removeprefix("Bearer ") not in self.tokens:
            return 401, {"errorCode": "MISSING_TOKEN"}
        waiting = self.answers.get(path, [])
        if waiting:
            status = waiting.pop(0)
            return status, {"errorCode": f"E{status}", "errorMessage": "As the test wished"}
        if path == "/v1/healthcheck":
            return 200, {}
        if (method, path) == ("POST", "/v1/flows"):
            return self._deposit(headers, body)
        if (method, path) == ("POST", "/v1/flows/search"):
            return 200, self._search(json.loads(body))
        found = [flow for flow in self.flows if path == f"/v1/flows/{flow.flow_id}"]
        if method == "GET" and found:
            wanted = parse_qs(parts.query).get("docType", ["Metadata"])[0]
            return 200, found[0].document() if wanted == "Metadata" else found[0].content
        return 404, {"errorCode": "MISSING_RESOURCE"}

    def _deposit(self, headers: dict[str, str], body: bytes) -> tuple[int, Any]:
        kind = f"Content-Type: {headers['content-type']}\r\n\r\n".encode()
        message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(kind + body)
        parts = {
            part.get_param("name", header="content-disposition"): part.get_payload(decode=True)
            for part in message.iter_parts()
        }
        info = json.loads(parts["flowInfo"])
        content = parts["file"]
        if hashlib.sha256(content).hexdigest() != info["sha256"]:
            return 422, {"errorCode": "CHECKSUM"}
        flow = self._keep(info, content, "Out", "CustomerInvoice")
        if self.hangs_up:
            self.hangs_up -= 1
            return 0, None
        told = {**info, "flowId": flow.flow_id, "submittedAt": flow.updated_at.isoformat()}
        return 202, told

    def _search(self, question: dict[str, Any]) -> dict[str, Any]:
        where = question["where"]
        assert where, "at least one criterion"
        found = [flow for flow in self.flows if _answers(flow, where)]
        start = int(question.get("cursor", "0"))
        limit = min(question.get("limit", 25), self.page)
        page: dict[str, Any] = {
            "limit": limit,
            "filters": where,
            "results": [flow.document() for flow in found[start : start + limit]],
        }
        if len(found) > start + limit:
            page["nextCursor"] = str(start + limit)
        return page

    def _keep(self, info: dict[str, Any], content: bytes, direction: str, kind: str) -> Flow:
        at = _BEGIN + timedelta(minutes=len(self.flows))
        flow = Flow(f"flow-{len(self.flows) + 1}", info, content, direction, kind, at)
        self.flows.append(flow)
        return flow


def _answers(flow: Flow, where: dict[str, Any]) -> bool:
    after = where.get("updatedAfter")
    return (
        (after is None or flow.updated_at > datetime.fromisoformat(after))
        and flow.direction in where.get("flowDirection", [flow.direction])
        and flow.flow_type in where.get("flowType", [flow.flow_type])
        and flow.info.get("trackingId") == where.get("trackingId", flow.info.get("trackingId"))
    )


@contextmanager
def running_platform() -> Iterator[PlatformServer]:
    """A platform that runs while a test does."""
    platform = PlatformServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])))

        def _answer(self, body: bytes) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            if self.path == "/token":
                status, found = platform.token(headers, parse_qs(body.decode()))
            else:
                status, found = platform.serve(self.command, self.path, headers, body)
            if found is None:
                self.close_connection = True
                return
            content = found if isinstance(found, bytes) else json.dumps(found).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    platform.root = f"http://127.0.0.1:{server.server_address[1]}"
    # Asked often whether it is over: half a second each would be most of the tests' time.
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield platform
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
