"""An IMAP server on the loopback with one folder: as much of RFC 3501 as a reader needs."""

import base64
import re
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

USER, PASSWORD = "compta@atelier-lumen.example", "clé-secrète"


@dataclass
class Folder:
    """What the server holds: mails by UID, and how it is to behave.

    `dies_at` is the UID whose bytes are cut in the middle; `read` are the UIDs that were given
    out; `changed` tells that a client wrote or marked something.
    """

    name: str = "INBOX"
    user: str = USER
    validity: int = 7
    mails: dict[int, bytes] = field(default_factory=dict)
    tokens: Callable[[], set[str]] | None = None
    dies_at: int | None = None
    read: list[int] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)

    def put(self, content: bytes) -> int:
        """A mail comes in; its UID."""
        uid = max(self.mails, default=0) + 1
        self.mails[uid] = content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        return uid


class _Session(socketserver.StreamRequestHandler):
    server: Any

    def handle(self) -> None:
        self.folder: Folder = self.server.folder
        self.say("* OK ready")
        while line := self.rfile.readline():
            tag, _, rest = line.decode("utf-8", "replace").strip().partition(" ")
            self.folder.commands.append(rest)
            word, _, arguments = rest.partition(" ")
            if word.upper() == "UID":
                word, _, arguments = arguments.partition(" ")
            handler = getattr(self, f"do_{word.lower()}", None)
            if handler is None:
                self.say(f"{tag} BAD unknown")
            elif not handler(tag, arguments):
                return

    def say(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")

    def do_capability(self, tag: str, _: str) -> bool:
        self.say("* CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2")
        self.say(f"{tag} OK done")
        return True

    def do_authenticate(self, tag: str, kind: str) -> bool:
        self.say("+ ")
        words = base64.b64decode(self.rfile.readline())
        if kind == "PLAIN":
            good = words == f"\0{self.folder.user}\0{PASSWORD}".encode()
        else:
            token = words.decode().partition("auth=Bearer ")[2].strip("\x01")
            good = self.folder.tokens is not None and token in self.folder.tokens()
            if not good:
                self.say("+ " + base64.b64encode(b'{"status":"400"}').decode())
                assert self.rfile.readline() == b"\r\n"
        self.say(
            f"{tag} OK done" if good else f"{tag} NO [AUTHENTICATIONFAILED] Invalid credentials"
        )
        return True

    def do_examine(self, tag: str, name: str) -> bool:
        if name.strip('"') != self.folder.name:
            self.say(f"{tag} NO no such folder")
            return True
        self.say(f"* {len(self.folder.mails)} EXISTS")
        self.say(f"* OK [UIDVALIDITY {self.folder.validity}] valid")
        self.say(f"{tag} OK [READ-ONLY] done")
        return True

    def do_search(self, tag: str, arguments: str) -> bool:
        first = re.match(r"UID (\d+):\*", arguments)
        assert first
        uids = [uid for uid in sorted(self.folder.mails) if uid >= int(first[1])]
        # As every server must: n:* names the last mail, even below n.
        uids = uids or sorted(self.folder.mails)[-1:]
        self.say("* SEARCH " + " ".join(str(uid) for uid in uids))
        self.say(f"{tag} OK done")
        return True

    def do_fetch(self, tag: str, arguments: str) -> bool:
        uid = int(arguments.split(maxsplit=1)[0])
        content = self.folder.mails.get(uid)
        if content is not None:
            self.folder.read.append(uid)
            header = f"* 1 FETCH (UID {uid} BODY[]<0> {{{len(content)}}}\r\n".encode()
            if uid == self.folder.dies_at:
                self.wfile.write(header + content[: len(content) // 2])
                return False
            self.wfile.write(header + content + b")\r\n")
        self.say(f"{tag} OK done")
        return True

    def do_logout(self, tag: str, _: str) -> bool:
        self.say("* BYE")
        self.say(f"{tag} OK done")
        return False


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    folder: Folder


@contextmanager
def imap_server(tls: ssl.SSLContext | None = None) -> Iterator[tuple[Folder, int]]:
    """A running server, maybe encrypted from the first byte: its folder, and its port."""
    server = _Server(("127.0.0.1", 0), _Session)
    server.folder = Folder()
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server.folder, int(server.server_address[1])
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
