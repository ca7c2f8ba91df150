"""How payers and their banks write: names, words around a reference, slips of the pen."""

import random
from datetime import date

from otc_desktop.domain.shared.text import fold

FIRMS = (
    "Lefèvre Lœuillet Çelik Bœuf Noël Gaëlle Kerouédan Guégan Hervé Maître Saint-Amand Péan"
    " Château Fauré Dubœuf Ménard Brûlé Théo Jégou Rivière Carré Pinçon Dupuis Baudin Sanchez"
    " Ferreira Nguyen Benali Traoré Schmitt Haas Muller Weber Rossi Costa Vidal Blanchard"
).split()
TRADES = (
    "Boulangerie Électricité Plâtrerie Bâtiment Maçonnerie Garage Café-Hôtel Imprimerie Négoce"
    " Transports Viticulteurs Cordonnerie Ébénisterie Menuiserie Pépinières Clinique Pharmacie"
    " Taxis Ambulances Isolation Façades Informatique Conseil Nettoyage Sécurité Événementiel"
).split()
TOWNS = (
    "Saint-Étienne Besançon Orléans Évreux Béziers Angoulême Châteauroux Le-Mans La-Rochelle"
    " Saint-Brieuc Mâcon Nîmes Périgueux Épinal Montluçon Aix Sète Cholet Vannes Laval Niort"
).split()
FORMS = ("SARL", "SAS", "S.A.S.", "EURL", "S.A.R.L.", "SA", "SCOP", "SELARL")
FIRST_NAMES = "Jean-Pierre Zoé Chloé Marc Hélène Inès Noémie Yves Loïc Anaïs Cédric Benoît".split()
PLATFORMS = ("STRIPE", "GOCARDLESS", "PAYPAL", "MOLLIE", "SUMUP PAYMENTS")
MONTHS = (
    "JANVIER", "FEV", "MARS", "AVRIL", "MAI", "JUIN", "JUILLET", "AOUT", "SEPT", "OCTOBRE", "NOV",
    "DECEMBRE",
)  # fmt: skip
# Payer and label; {0} is the end of one of our numbers, {1} a number of theirs.
NOT_OURS = (
    ("DGFIP", "REMB CREDIT TVA 3519 {1}"), ("AXA ASSURANCES", "INDEMNITE SINISTRE {0}"),
    ("URSSAF RHONE ALPES", "REMBOURSEMENT TROP PERCU {1}"), ("EDF", "AVOIR FACTURE {0}"),
    ("CPAM 69", "IJSS SUBROGATION {1}"), ("", "VIR INTERNE COMPTE LIVRET {0}"),
    ("ATELIER LUMEN SAS", "VIREMENT DE COMPTE A COMPTE"), ("BPIFRANCE", "DEBLOCAGE PRET {1}"),
    ("LOXAM", "REMB CAUTION {0}"), ("M DURAND GERANT", "APPORT COMPTE COURANT ASSOCIE"),
    ("", "INTERETS CREDITEURS T3 {1}"), ("ORANGE SA", "REMB FACT {1} CLIENT {0}"),
    ("", "ANNULATION PRLV {1}"), ("OPCO EP", "FORMATION DOSSIER {0}"),
    ("", "VERSEMENT ESPECES GAB {1}"),
)  # fmt: skip
_OCR = {"0": "O", "1": "l", "5": "S", "8": "B", "2": "Z", "6": "G"}
_FRAMES = (
    "{said}", "{said}", "{said}", "VIR SEPA RECU /DE {payer} /MOTIF {said} /REF NOTPROVIDED",
    "VIREMENT DE {payer} {said}", "VIR INST {payer} {said}",
    "VIR RECU {noise} DE: {payer} MOTIF: {said} REF: {noise}",
    "VIREMENT EN VOTRE FAVEUR {payer} {said}", "/INV/{said}", "{said} {payer}",
)  # fmt: skip


def banked(name: str) -> str:
    """A name as most banks keep it: capitals, no accents, no punctuation."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(name).upper()).split())


def framed(lucky: random.Random, payer: str, said: str) -> tuple[str, str]:
    """The label, with the bank's words around and cut to its width; and the payer if it tells."""
    told = payer
    if lucky.random() < 0.3:
        said = banked(said) if lucky.random() < 0.5 else fold(said).upper()
    frame = lucky.choice(_FRAMES)
    if "{payer}" in frame and lucky.random() < 0.6:
        told = ""
    label = frame.format(payer=banked(payer), said=said, noise=lucky.randrange(10**8, 10**10))
    width = lucky.choice((0, 0, 35, 70, 140))
    # What is cut takes the bank's words away, not what was said, nor the only word on the payer.
    keep = label.rfind(said) + len(said)
    if not told and payer:
        keep = max(keep, label.find(banked(payer)) + len(banked(payer)[:24]))
    return (label[:width] if width >= keep else label), told


def tail_of(number: str) -> str:
    """The last digits of a number without the zeros before them: «412»."""
    digits = ""
    for char in reversed(number):
        if not char.isdigit():
            break
        digits = char + digits
    if len(digits) > 6 and digits.startswith("2026"):
        digits = digits[4:]
    return digits.lstrip("0") or "0"


def one_cited(lucky: random.Random, number: str, issued: date) -> str:
    """One document named in full, as people and their software write it."""
    plain = "".join(char for char in number if char.isalnum())
    return lucky.choice(
        (
            number, f"FACT {number}", f"Facture n° {number}", f"fac {number.lower()}",
            f"REGLT FACT {' '.join(banked(number).split())}", f"FACTURE {plain}",
            f"{number} DU {issued:%d/%m/%Y}", f"VOTRE FACTURE N.{number} DU {issued:%d.%m.%y}",
            f"RF/{plain}", f"Paiement fact. {number} - merci", f"INVOICE {number}",
            f"F.{number} {issued:%d%m%y}", f"SOLDE {number}", f"Votre facture {number}",
        )
    )  # fmt: skip


def misread(lucky: random.Random, number: str) -> str:
    """A number with one slip: digits exchanged, read as letters, one wrong, one missing."""
    places = [place for place, char in enumerate(number) if char.isdigit()][-4:]
    place = lucky.choice(places)
    letters = list(number)
    kind = lucky.randrange(4)
    if kind == 0 and place + 1 < len(letters):
        letters[place], letters[place + 1] = letters[place + 1], letters[place]
    elif kind == 1:
        letters = [_OCR.get(c, c) if at in places else c for at, c in enumerate(letters)]
    elif kind == 2:
        letters[place] = lucky.choice("0123456789")
    else:
        del letters[place]
    return "".join(letters)
