"""Mails from outside: whatever their bytes, something readable comes out, and nothing runs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otc_desktop.adapters.mail.incoming import LARGEST_FILE_BYTES, take_apart
from otc_desktop.domain.mailbox.received import FailedDelivery, MailNature, words_like_numbers
from tests.support.incoming_mails import bounce, out_of_office, reply

OURS = "<0193a2b4-0000-7000-8000-00000000000a@atelier-lumen.example>"


def test_a_reply_is_told_with_what_it_answers_and_its_file() -> None:
    mail = take_apart(reply("<r1@client.example>", to=OURS))

    assert mail.nature is MailNature.REPLY
    assert (mail.identity, mail.sender) == ("<r1@client.example>", "durand@client.example")
    assert mail.sender_name == "Zoé Durand"
    assert mail.text == "Bonjour,\nle règlement part demain."
    assert [str(each) for each in mail.of_ours()] == ["0193a2b4-0000-7000-8000-00000000000a"]
    assert [(file.name, file.content) for file in mail.files] == [
        ("../../avis de virement.pdf", b"%PDF-1")
    ]
    assert mail.sent_at is not None and mail.sent_at.hour == 9


def test_an_absence_is_automatic_and_its_page_is_words() -> None:
    mail = take_apart(out_of_office("<a1@client.example>", to=OURS))
    assert mail.nature is MailNature.AUTOMATIC
    assert mail.text == "Je suis absente\njusqu'à lundi."


def test_a_standard_report_names_the_address_its_code_and_our_mail() -> None:
    mail = take_apart(bounce(OURS, recipient="faux@client.example"))
    assert mail.nature is MailNature.BOUNCE
    assert mail.failures == (
        FailedDelivery(
            recipient="faux@client.example",
            status="5.1.1",
            diagnostic="550 5.1.1 <faux@client.example>: Recipient address rejected",
        ),
    )
    assert len(mail.of_ours()) == 1
    later = take_apart(
        bounce(OURS, recipient="faux@client.example", action="delayed", status="4.4.1")
    )
    assert later.nature is MailNature.DELAYED
    arrived = bounce(OURS, recipient="x@client.example", action="delivered", status="2.0.0")
    assert take_apart(arrived).nature is MailNature.AUTOMATIC


@pytest.mark.parametrize(
    ("sender", "subject", "more", "body", "status"),
    [
        (
            "Mailer-Daemon@exim.example",
            "Mail delivery failed: returning message to sender",
            "X-Failed-Recipients: faux@client.example\n",
            "The following address(es) failed:\n\n  faux@client.example\n    Unknown user\n",
            "",
        ),
        (
            "mailer-daemon@googlemail.com",
            "Delivery Status Notification (Failure)",
            "",
            "Adresse introuvable. Votre message n'a pas été remis à faux@client.example "
            "car l'adresse est introuvable. 550 5.1.1 The email account does not exist.",
            "5.1.1",
        ),
        (
            "postmaster@client.example",
            "=?utf-8?q?Non_remis_=3A_Facture_F2026-00001?=",
            "",
            "Échec de la remise de votre message :\n\nfaux@client.example\n"
            "Le destinataire est introuvable.\n",
            "",
        ),
        (
            "MAILER-DAEMON@qmail.example",
            "failure notice",
            "",
            "Hi. This is the qmail-send program.\n\n<faux@client.example>:\n"
            "Sorry, no mailbox here by that name. (#5.1.1)\n\n"
            f"--- Below this line is a copy of the message.\n\nTo: other@client.example\n"
            f"Message-ID: {OURS}\n",
            "5.1.1",
        ),
    ],
    ids=["exim", "google", "french-exchange", "qmail"],
)
def test_letters_of_servers_without_standard_are_understood(
    sender: str, subject: str, more: str, body: str, status: str
) -> None:
    content = (
        f"From: {sender}\nSubject: {subject}\n{more}"
        f"Content-Type: text/plain; charset=utf-8\n\n{body}"
    )
    (failure,) = take_apart(content.encode()).failures
    assert (failure.recipient, failure.status) == ("faux@client.example", status)
    assert failure.for_good


def test_a_customer_who_writes_of_a_failure_is_no_bounce() -> None:
    content = (
        b"From: durand@client.example\nSubject: echec de la livraison\n\n"
        b"Votre livraison n'a pas pu etre remise a quai@client.example\n"
    )
    assert take_apart(content).nature is MailNature.REPLY


def test_too_much_is_left_out_by_name() -> None:
    big = b"Q" * (LARGEST_FILE_BYTES * 4 // 3 + 8)
    content = (
        b"From: a@client.example\nContent-Type: multipart/mixed; boundary=b\n\n"
        b"--b\nContent-Type: application/zip; name=big.zip\nContent-Transfer-Encoding: base64\n\n"
        + big
        + b"\n--b--\n"
    )
    mail = take_apart(content)
    assert (mail.files, mail.left_out) == ((), ("big.zip",))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff\xfe" * 50,
        b"From: =?utf-9?q?=ff?= <a@b.example>\nSubject: =?utf-8?b?!!!?=\nDate: 99 Foo\n\n\x00x",
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 3000,
        b"Content-Type: text/plain; charset=no-such\n\n\xe9t\xe9",
        b"Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n////",
        b"From: " + b"<" * 5000 + b"\nReferences: " + b"<a@b>" * 5000 + b"\n\nx",
    ],
    ids=["empty", "noise", "bad-words", "nested", "charset", "status", "long"],
)
def test_hostile_bytes_are_taken_apart_all_the_same(content: bytes) -> None:
    mail = take_apart(content)
    assert "\x00" not in mail.subject + mail.text + mail.sender + mail.identity
    assert len(mail.text) <= 50_000
    assert mail.identity


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                b"From: a@b.example\n",
                b"Content-Type: multipart/report; boundary=b\n",
                b"Content-Type: message/delivery-status\n",
                b"Content-Type: message/rfc822\n",
                b"Content-Transfer-Encoding: base64\n",
                b"Content-Disposition: attachment; filename*=utf-8''%ff\n",
                b"\n",
                b"--b\n",
                b"--b--\n",
                b"Final-Recipient: rfc822;\n",
                b"Action: failed\n",
                b"=?utf-8?q?\n",
                b"\xe9\x00\n",
            ]
        ),
        max_size=25,
    )
)
def test_no_mixture_of_parts_brings_the_reader_down(lines: list[bytes]) -> None:
    assert take_apart(b"".join(lines)).identity


def test_numbers_are_found_in_subjects_as_people_type_them() -> None:
    found = words_like_numbers("RE: Fwd: facture «F2026-00012», (av2026-00003) du 3/11 !")
    assert found == ("F2026-00012", "AV2026-00003", "3/11")
