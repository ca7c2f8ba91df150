"""An approved platform by its flow service (AFNOR XP Z12-013, annex A, version 1.3.0)."""

import hashlib
import json
import re
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlsplit
from uuid import uuid4

from otc_desktop.adapters.approved_platform.access import ClientAccess, as_object
from otc_desktop.adapters.approved_platform.transport import Answer, NotAnsweredError, ask
from otc_desktop.application.kernel.einvoicing_platform import (
    FetchedFlows,
    FlowReceipt,
    FlowState,
    FlowSyntax,
    IncomingFlow,
    OutgoingFlow,
)
from otc_desktop.domain.invoicing.platform_account import PlatformAccount
from otc_desktop.domain.shared.errors import ExternalError

_LARGEST_JSON, _LARGEST_FILE = 5_000_000, 100_000_000
_PAGE = 50
_LONGEST_ANSWER = 500
# Refused before it was looked at: surely not accepted.
_LATER = (429, 503)
_TRIES = 3
_FIRST_WAIT_SECONDS, _LONGEST_WAIT_SECONDS = 1.0, 20.0
# Comparison with `updatedAfter` is strict: what shares the last instant is asked for again.
_OVERLAP = timedelta(minutes=2)
# What a seller's program hears: the life of its invoices, and of what the State was told.
_HEARD = (
    "CustomerInvoiceLC",
    "StateCustomerInvoiceLC",
    "StateTransactionReportLC",
    "StatePaymentReportLC",
)
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]+")
_MEDIA = {FlowSyntax.FACTUR_X: "application/pdf"}


class ApiPlatform:
    """The `InvoicePlatform` of any platform that follows the norm.

    Args:
        account: address, client and organisation.
        secret: of the client, asked of the keyring.
        wait: between two tries of one request.
    """

    def __init__(
        self,
        account: PlatformAccount,
        secret: Callable[[], str | None],
        *,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._root = account.api_url.rstrip("/")
        self._organization = account.organization_id
        self._access = ClientAccess(account.token_url, account.client_id, secret)
        self._wait = wait

    def deposit(self, document: OutgoingFlow) -> FlowReceipt:
        """Hand a file over; one whose first deposit has an unknown fate is looked for first.

        Raises:
            ExternalError: `platform.unknown_fate` where nobody knows whether it arrived,
                `platform.refused` for good, `platform.busy`, `platform.not_reached`,
                `platform.login_refused`, `platform.no_secret`, `platform.odd_answer`.
        """
        if document.maybe_deposited:
            known = self._find(document.tracking_id)
            if known is not None:
                return known
        boundary = uuid4().hex
        try:
            answer = self._ask(
                "POST",
                "/v1/flows",
                content=_multipart(document, boundary),
                kind=f"multipart/form-data; boundary={boundary}",
                again=_LATER,
            )
        except NotAnsweredError as problem:
            raise self._unanswered(problem) from problem
        if answer.status != 202:
            raise self._refusal(answer, deposit=True)
        found = as_object(answer.content)
        if found is None or not _text(found, "flowId"):
            # It was accepted: the next try asks for it by its tracking id.
            raise ExternalError("platform.unknown_fate", retryable=True, host=self._host)
        return self._receipt(found)

    def acknowledgement(self, flow_id: str) -> FlowReceipt | None:
        """What the platform thinks of a flow now; None for one it does not know any more."""
        answer = self._get(f"/v1/flows/{quote(flow_id, safe='')}?docType=Metadata", _LARGEST_JSON)
        if answer.status == 404:
            return None
        found = self._object(answer)
        return self._receipt({"flowId": flow_id, **found})

    def fetch(self, since: str) -> FetchedFlows:
        """One page of what came: status messages, each with its bytes."""
        place = as_object(since.encode()) or {}
        where: dict[str, Any] = {"flowDirection": ["In"], "flowType": list(_HEARD)}
        if _text(place, "after"):
            where["updatedAfter"] = _text(place, "after")
        question: dict[str, Any] = {"limit": _PAGE, "where": where}
        if _text(place, "cursor"):
            question["cursor"] = _text(place, "cursor")
        page = self._search(question)
        flows: list[IncomingFlow] = []
        newest = _instant(_text(place, "newest"))
        for each in _results(page):
            updated_at = _instant(_text(each, "updatedAt"))
            newest = updated_at if newest is None else max(newest, updated_at or newest)
            flow = self._incoming(each, updated_at)
            if flow is not None:
                flows.append(flow)
        return FetchedFlows(
            flows=tuple(flows),
            cursor=_next_place(place, page, newest),
            has_more=bool(_text(page, "nextCursor")),
        )

    def check(self) -> None:
        """A token, and the service's own word that it runs."""
        answer = self._get("/v1/healthcheck", _LARGEST_JSON)
        if answer.status != 200:
            raise self._refusal(answer)

    @property
    def _host(self) -> str:
        return urlsplit(self._root).hostname or self._root

    def _find(self, tracking_id: str) -> FlowReceipt | None:
        page = self._search(
            {
                "limit": _PAGE,
                "where": {"trackingId": tracking_id, "flowDirection": ["Out"]},
            }
        )
        for each in _results(page):
            if _text(each, "trackingId") == tracking_id and _text(each, "flowId"):
                return self._receipt(each)
        return None

    def _search(self, question: Mapping[str, Any]) -> Mapping[str, Any]:
        content = json.dumps(question).encode()
        answer = self._asked("POST", "/v1/flows/search", content=content, kind="application/json")
        return self._object(answer)

    def _incoming(
        self, found: Mapping[str, Any], updated_at: datetime | None
    ) -> IncomingFlow | None:
        """None for a file that is no status message, or that has gone meanwhile."""
        flow_id = _text(found, "flowId")
        if not flow_id or _text(found, "flowSyntax") != FlowSyntax.CDAR.value:
            return None
        path = f"/v1/flows/{quote(flow_id, safe='')}?docType=Original"
        answer = self._get(path, _LARGEST_FILE)
        if answer.status == 404:
            return None
        if answer.status != 200:
            raise self._refusal(answer)
        return IncomingFlow(
            flow_id=flow_id,
            name=_NOT_IN_A_NAME.sub("-", _text(found, "name"))[-200:],
            syntax=FlowSyntax.CDAR,
            content=answer.content,
            updated_at=updated_at or datetime.min.replace(tzinfo=UTC),
        )

    def _receipt(self, found: Mapping[str, Any]) -> FlowReceipt:
        told = found.get("acknowledgement")
        told = told if isinstance(told, dict) else {}
        state = FlowState.PENDING
        with suppress(ValueError):
            state = FlowState(_text(told, "status"))
        details = told.get("details")
        reasons = tuple(
            _reason(each)
            for each in (details if isinstance(details, list) else [])
            if isinstance(each, dict) and _text(each, "level") != "Warning"
        )
        return FlowReceipt(
            flow_id=_text(found, "flowId"),
            state=state,
            deposited_at=_instant(_text(found, "submittedAt")) or datetime.min.replace(tzinfo=UTC),
            reasons=reasons,
        )

    def _get(self, path: str, largest: int) -> Answer:
        return self._asked("GET", path, largest=largest)

    def _asked(self, method: str, path: str, **request: Any) -> Answer:
        """What may be asked as often as one likes; refusals of a moment were tried again."""
        try:
            return self._ask(method, path, again=(*_LATER, 500, 502, 504), **request)
        except NotAnsweredError as problem:
            raise ExternalError(
                "platform.not_reached", retryable=True, host=self._host, reason=problem.reason
            ) from problem

    def _ask(
        self,
        method: str,
        path: str,
        *,
        again: tuple[int, ...],
        content: bytes | None = None,
        kind: str = "",
        largest: int = _LARGEST_JSON,
    ) -> Answer:
        """A request with a token, a new one once where it is refused, and growing waits."""
        renewed, tries = False, 1
        while True:
            headers = {
                "Accept": "application/json, application/octet-stream;q=0.9, */*;q=0.1",
                "Authorization": f"Bearer {self._access.token(renewed=renewed)}",
                "Request-Id": str(uuid4()),
            }
            if self._organization:
                headers["Organization-Id"] = self._organization
            if kind:
                headers["Content-Type"] = kind
            answer = ask(
                method, self._root + path, headers=headers, content=content, largest=largest
            )
            if answer.status == 401 and not renewed:
                renewed = True
                continue
            if answer.status not in again or tries == _TRIES:
                return answer
            self._wait(_delay(answer, tries))
            tries += 1

    def _object(self, answer: Answer) -> Mapping[str, Any]:
        if answer.status != 200:
            raise self._refusal(answer)
        found = as_object(answer.content)
        if found is None:
            raise ExternalError("platform.odd_answer", retryable=True, host=self._host)
        return found

    def _unanswered(self, problem: NotAnsweredError) -> ExternalError:
        code = "platform.unknown_fate" if problem.sent else "platform.not_reached"
        return ExternalError(code, retryable=True, host=self._host, reason=problem.reason)

    def _refusal(self, answer: Answer, *, deposit: bool = False) -> ExternalError:
        words = _words(answer)
        if answer.status in (401, 403):
            return ExternalError(
                "platform.access_refused", retryable=False, host=self._host, answer=words
            )
        if answer.status in _LATER:
            return ExternalError("platform.busy", retryable=True, host=self._host, answer=words)
        if answer.status >= 500:
            code = "platform.unknown_fate" if deposit else "platform.failing"
            return ExternalError(code, retryable=True, host=self._host, answer=words)
        return ExternalError("platform.refused", retryable=False, host=self._host, answer=words)


def _multipart(document: OutgoingFlow, boundary: str) -> bytes:
    name = _NOT_IN_A_NAME.sub("-", document.name)[-255:]
    info = {
        "flowSyntax": document.syntax.value,
        "name": name,
        "trackingId": document.tracking_id,
        "processingRule": document.processing_rule,
        "flowProfile": document.profile,
        "sha256": hashlib.sha256(document.content).hexdigest(),
    }
    media = _MEDIA.get(document.syntax, "application/xml")
    told = json.dumps({field: value for field, value in info.items() if value})
    return b"".join(
        (
            f"--{boundary}\r\n".encode(),
            b'Content-Disposition: form-data; name="flowInfo"\r\n',
            b"Content-Type: application/json\r\n\r\n",
            told.encode(),
            f"\r\n--{boundary}\r\n".encode(),
            f'Content-Disposition: form-data; name="file"; filename="{name}"\r\n'.encode(),
            f"Content-Type: {media}\r\n\r\n".encode(),
            document.content,
            f"\r\n--{boundary}--\r\n".encode(),
        )
    )


def _next_place(place: Mapping[str, Any], page: Mapping[str, Any], newest: datetime | None) -> str:
    """Where the next question begins: the next page, or after the newest flow that was met."""
    told = "" if newest is None else newest.isoformat()
    cursor = _text(page, "nextCursor")
    if cursor:
        found = {"after": _text(place, "after"), "cursor": cursor, "newest": told}
    elif newest is not None:
        found = {"after": (newest - _OVERLAP).isoformat(), "newest": told}
    else:
        return ""
    return json.dumps({name: value for name, value in found.items() if value}, sort_keys=True)


def _results(page: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    found = page.get("results")
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _text(found: Mapping[str, Any], name: str) -> str:
    value = found.get(name)
    return value if isinstance(value, str) else ""


def _instant(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def _delay(answer: Answer, tries: int) -> float:
    """As long as the server asks for, otherwise twice as long each time."""
    asked = answer.headers.get("retry-after", "")
    wait = float(asked) if asked.isdecimal() else _FIRST_WAIT_SECONDS * 2 ** (tries - 1)
    return min(wait, _LONGEST_WAIT_SECONDS)


def _reason(detail: Mapping[str, Any]) -> str:
    words = ": ".join(
        part for part in (_text(detail, "reasonCode"), _text(detail, "reasonMessage")) if part
    )
    item = _text(detail, "item")
    return (f"{words} ({item})" if item else words)[:_LONGEST_ANSWER]


def _words(answer: Answer) -> str:
    found = as_object(answer.content) or {}
    said = " ".join(
        _text(found, name) for name in ("errorCode", "errorMessage", "details") if found.get(name)
    )
    return f"HTTP {answer.status} {' '.join(said.split())}".strip()[:_LONGEST_ANSWER]
