import email
import email.policy
from dataclasses import replace

import pytest

from otc_desktop.adapters.mail.message import compose, safe_file_name
from otc_desktop.application.kernel.mailing import (
    OutgoingMail,
)
from otc_desktop.domain.shared.errors import ExternalError

MAIL = OutgoingMail(
    message_id="<01a2@lumen.example>",
    sender="compta@lumen.example",
    recipient="durand@client.example",
    subject="Facture",
    text="Bonjour",
)


@pytest.mark.parametrize(
    ("field", "header"),
    [("subject", "subject"), ("recipient", "to"), ("sender", "from"), ("message_id", "message_id")],
)
@pytest.mark.parametrize(
    "smuggled", ["\r\nBcc: spy@evil.example", "\nX: y", "\r", "\x00", "\u2028"]
)
def test_line_break_in_a_header_is_refused(field: str, header: str, smuggled: str) -> None:
    mail = replace(MAIL, **{field: getattr(MAIL, field) + smuggled})
    with pytest.raises(ExternalError) as caught:
        compose(mail)
    assert caught.value.code == "mail.bad_header"
    assert caught.value.params["header"] == header


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nobody",
        "a@b",
        "a@b.example, c@d.example",
        "a@b.example; c@d.example",
        "Dupont, SA <a@b.example>",
        "é@b.example",
        "a b@c.example",
        "a@b.example> SIZE=1",
        "@b.example",
    ],
)
def test_anything_but_one_address_is_refused(address: str) -> None:
    with pytest.raises(ExternalError) as caught:
        compose(replace(MAIL, recipient=address))
    assert caught.value.code == "mail.bad_address"
    assert not caught.value.retryable


@pytest.mark.parametrize(
    ("recipient", "bare"),
    [
        ("a.b+c@d.example", "a.b+c@d.example"),
        ("Zoé D. <z@d.example>", "z@d.example"),
        ('"Dupont, SA" <a@b.example>', "a@b.example"),
        ("x@société.example", "x@xn--socit-esab.example"),
        ("root@localhost", "root@localhost"),
    ],
)
def test_one_address_is_taken_bare(recipient: str, bare: str) -> None:
    assert compose(replace(MAIL, recipient=recipient)).recipient == bare


@pytest.mark.parametrize("message_id", ["", "01a2@x.example", "<a b@c>", "<a@b><c@d>"])
def test_malformed_message_id_is_refused(message_id: str) -> None:
    with pytest.raises(ExternalError):
        compose(replace(MAIL, message_id=message_id))


def test_every_line_ends_with_crlf_and_is_short_enough() -> None:
    text = "é" * 3000 + "\nligne\rautre\r\nfin"
    content = compose(replace(MAIL, text=text, subject="é" * 500)).content
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"\r" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) < 998
    content.decode("ascii")


def test_attached_text_stays_the_bytes_it_was() -> None:
    content = compose(replace(MAIL, attachments=(("a.csv", "text/csv", b"\xe9;1\n"),))).content
    (part,) = email.message_from_bytes(content, policy=email.policy.default).iter_attachments()
    assert part.get_content() == b"\xe9;1\n"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("F2026-00412.pdf", "F2026-00412.pdf"),
        ("Relevé de compte.pdf", "Relevé de compte.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\x.pdf", "x.pdf"),
        ("a\r\nb\u202efdp.exe", "abfdp.exe"),
        ('a"b<c>|.pdf', "a_b_c__.pdf"),
        ("..", "document"),
        ("", "document"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_file_names_are_harmless(name: str, safe: str) -> None:
    assert safe_file_name(name) == safe
