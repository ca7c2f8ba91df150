"""Mails as they come in, written by hand after what servers really send."""

SENDER = "compta@atelier-lumen.example"


def reply(
    message_id: str,
    *,
    to: str = "",
    sender: str = "durand@client.example",
    subject: str = "Re: Facture",
) -> bytes:
    """A customer answers, maybe to a mail of ours."""
    answered = f"In-Reply-To: {to}\nReferences: <older@x.example> {to}\n" if to else ""
    return (
        f"From: =?utf-8?q?Zo=C3=A9?= Durand <{sender}>\nTo: {SENDER}\nSubject: {subject}\n"
        f"Message-ID: {message_id}\nDate: Fri, 20 Nov 2026 10:00:00 +0100\n{answered}"
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        "Bonjour,\nle règlement part demain.\n"
        "--b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n"
        'Content-Disposition: attachment; filename="../../avis de virement.pdf"\n\nJVBERi0x\n'
        "--b--\n"
    ).encode()


def bounce(
    original: str, *, recipient: str, action: str = "failed", status: str = "5.1.1"
) -> bytes:
    """A report after RFC 3464."""
    return (
        "From: MAILER-DAEMON@mx.example\n"
        f"To: {SENDER}\nSubject: Undelivered Mail Returned to Sender\n"
        f"Message-ID: <bounce-{action}-{status}-{original.strip('<>')}>\n"
        "Auto-Submitted: auto-replied\n"
        "MIME-Version: 1.0\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\nI'm sorry to have to inform you.\n"
        "--b\nContent-Type: message/delivery-status\n\n"
        "Reporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; {recipient}\nAction: {action}\nStatus: {status}\n"
        f"Diagnostic-Code: smtp; 550 {status} <{recipient}>: Recipient address rejected\n\n"
        f"--b\nContent-Type: message/rfc822\n\nFrom: {SENDER}\nTo: {recipient}\n"
        f"Message-ID: {original}\nSubject: Facture\n\nBonjour\n"
        "--b--\n"
    ).encode()


def out_of_office(message_id: str, *, to: str, sender: str = "durand@client.example") -> bytes:
    """A machine answers for somebody away."""
    return (
        f"From: {sender}\nTo: {SENDER}\n"
        "Subject: =?utf-8?q?R=C3=A9ponse_automatique_=3A_Facture?=\n"
        f"Message-ID: {message_id}\nIn-Reply-To: {to}\nAuto-Submitted: auto-replied\n"
        "Content-Type: text/html; charset=utf-8\n\n"
        "<html><head><title>x</title></head><body><p>Je suis absente<br>jusqu'à lundi.</p>\n"
    ).encode()
