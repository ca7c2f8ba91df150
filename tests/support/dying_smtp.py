"""A mail server on the loopback that dies at a chosen point of the dialogue.

aiosmtpd plays the server to the very answer; the connection is then cut from under it.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP


class Death(StrEnum):
    """After which command the server dies; the last two bracket its final answer."""

    GREETING = "the greeting"
    EHLO = "EHLO"
    MAIL = "MAIL"
    RCPT = "RCPT"
    DATA = "DATA"
    BEFORE_ANSWER = "before the answer"
    AFTER_ANSWER = "after the answer"


class DyingServer(SMTP):
    """An SMTP server with an end: `mortal.dies` says where, None that it lives."""

    def __init__(self, mortal: "Mortal") -> None:
        super().__init__(mortal, hostname="dying.example")
        self._mortal = mortal

    async def push(self, status: Any) -> None:
        """Answer, or die in place of answering."""
        text = status if isinstance(status, str) else status.decode()
        death = self._mortal.dies
        if death is Death.GREETING and text.startswith("220"):
            self.die()
        if death is Death.DATA and text.startswith("354"):
            self.die()
        await super().push(status)

    async def smtp_EHLO(self, hostname: str) -> None:  # noqa: N802 - aiosmtpd's name
        """The list of what is offered, or the end."""
        if self._mortal.dies is Death.EHLO:
            self.die()
        await super().smtp_EHLO(hostname)

    def die(self) -> None:
        """Cut the line, as a power cut would."""
        assert self.transport is not None
        self.transport.abort()
        raise ConnectionResetError


class Mortal:
    """What the server took, and where it is to die next.

    `answers` holds a refusal for a recipient; `taken` are the mails it took responsibility for.
    """

    def __init__(self) -> None:
        self.dies: Death | None = None
        self.answers: dict[str, str] = {}
        self.taken: list[str] = []

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, server: DyingServer, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        """The sender, or the end."""
        if self.dies is Death.MAIL:
            server.die()
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: DyingServer, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        """The recipient, a refusal, or the end."""
        if self.dies is Death.RCPT:
            server.die()
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, server: DyingServer, session: Any, envelope: Any
    ) -> str:
        """Take responsibility for the mail; only then comes the answer, or the end."""
        lines = envelope.content.decode("utf-8", "replace").splitlines()
        self.taken.append(next(line for line in lines if line.lower().startswith("message-id:")))
        if self.dies is Death.BEFORE_ANSWER:
            server.die()
        if self.dies is Death.AFTER_ANSWER:
            await server.push("250 OK id=1abc")
            server.die()
        return "250 OK id=1abc"


class _Controller(Controller):
    def __init__(self, mortal: Mortal, port: int) -> None:
        super().__init__(mortal, hostname="127.0.0.1", port=port)
        self._mortal = mortal

    def factory(self) -> SMTP:
        """One server for each connection."""
        return DyingServer(self._mortal)


@contextmanager
def dying_server() -> Iterator[tuple[Mortal, int]]:
    """A running server: its fate, and its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    mortal = Mortal()
    controller = _Controller(mortal, port)
    controller.start()
    try:
        yield mortal, port
    finally:
        controller.stop()
