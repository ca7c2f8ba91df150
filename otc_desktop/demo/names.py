"""Invented names of customers, and where they stand."""

from collections.abc import Set as AbstractSet
from random import Random

_SURNAMES = (
    "Aubertin Baudoin Carlier Delcourt Estienne Fauvel Garnault Hautecœur Imbert Jaricot "
    "Kerlois Lambrecht Maubert Nivelle Orsini Pelletan Quesnel Rivoire Sauvage Tessier "
    "Valmont Verdier Wattrin Ysambert Zeller Brissac Chauvigny Dambreville Fontanel Grimaud"
).split()
_GIVEN_NAMES = (
    "Adèle Bertille Camille Daphné Élise Firmin Gaspard Honorine Isaure Joséphine Léonie "
    "Marcel Noémie Octave Perrine Rosalie Suzanne Théodore Ursule Victoire"
).split()
_PLACES = (
    "de la Confluence|des Remparts|du Vieux Pont|de la Halle|des Tanneurs|du Grand Cèdre|"
    "de l'Écluse|du Beffroi|des Arcades|de la Source|du Belvédère|des Tilleuls|du Moulin|"
    "de la Verrerie|des Cordeliers|du Levant"
).split("|")
_COMMUNES = (
    "Saint-Aubin-les-Fontaines|Montclair-sur-Vesle|Villeneuve-la-Forge|Belleroche-en-Forez|"
    "Sainte-Marthe-des-Vignes|Castelnaud-le-Haut|Rochebrune-sous-Bois|Pontarcy-l'Abbaye"
).split("|")
_INDUSTRIES = (
    "Valmécane Norsidéra Hexatub Alpiforge Roncelles Métavion Turboise Séraphite Polyval Orféa"
).split()
_RETAILERS = "Décorama|Habitéa|Maison Claire|Lueurs et Cie|Casa Nova Déco|Intérieur Jour".split("|")
_FOREIGN = {
    "BE": "Verlichting De Kroon BV|Atelier Lumière Meuse SRL|Licht en Glas BV".split("|"),
    "DE": "Lichthaus Morgenrot GmbH|Lampenwerk Isartal GmbH|Nordlicht Leuchten GmbH".split("|"),
    "LU": "Luxlumina S.à r.l.|Clair Intérieur S.à r.l.".split("|"),
}
_TOWNS = (
    ("69002", "Lyon"), ("69100", "Villeurbanne"), ("38000", "Grenoble"), ("42000", "Saint-Étienne"),
    ("01000", "Bourg-en-Bresse"), ("73000", "Chambéry"), ("74000", "Annecy"), ("71000", "Mâcon"),
    ("21000", "Dijon"), ("63000", "Clermont-Ferrand"), ("26000", "Valence"), ("84000", "Avignon"),
    ("13002", "Marseille"), ("34000", "Montpellier"), ("31000", "Toulouse"), ("33000", "Bordeaux"),
    ("44000", "Nantes"), ("35000", "Rennes"), ("75011", "Paris"), ("59800", "Lille"),
)  # fmt: skip
_FOREIGN_TOWNS = {
    "BE": (("4000", "Liège"), ("9000", "Gent"), ("5000", "Namur")),
    "DE": (("80331", "München"), ("20095", "Hamburg"), ("79098", "Freiburg")),
    "LU": (("1660", "Luxembourg"), ("4030", "Esch-sur-Alzette")),
}
_STREETS = (
    "rue des Lilas|avenue de la Gare|quai du Rhône|rue de la République|place du Marché|"
    "rue des Artisans|boulevard des Alpes|chemin du Verger|impasse des Forges|rue Haute"
).split("|")
_FORMS = ("SARL", "SAS", "EURL")
_HOTELS = ("Hôtel", "Grand Hôtel", "Auberge")
_TABLES = ("Brasserie", "Table", "Café")
_STAGES = ("Théâtre", "Musée", "Galerie")


def name_of(rng: Random, kind: str, country: str) -> str:
    """A name that fits the kind of customer."""
    surname, given = rng.choice(_SURNAMES), rng.choice(_GIVEN_NAMES)
    place, form = rng.choice(_PLACES), rng.choice(_FORMS)
    if kind == "foreign":
        return rng.choice(_FOREIGN[country])
    names = {
        "industry": f"{rng.choice(_INDUSTRIES)} Industries SA",
        "retail": f"{rng.choice(_RETAILERS)} SAS",
        "architect": f"{surname} Architectes {form}",
        "town_hall": f"Commune de {rng.choice(_COMMUNES)}",
        "shop": f"Maison {given} {form}",
        "hotel": f"{rng.choice(_HOTELS)} {place}",
        "restaurant": f"{rng.choice(_TABLES)} {place}",
        "culture": f"{rng.choice(_STAGES)} {place}",
        "builder": f"{surname} Électricité {form}",
    }
    return names[kind]


def unused_name(rng: Random, kind: str, country: str, used: AbstractSet[str], city: str) -> str:
    """A name nobody has yet: with the town, or a number, once the fitting ones are taken."""
    name = ""
    for _ in range(8):
        name = name_of(rng, kind, country)
        if name not in used:
            return name
    name = f"{name} {city}"
    place = 2
    unique = name
    while unique in used:
        unique = f"{name} {place}"
        place += 1
    return unique


def town_of(rng: Random, country: str) -> tuple[str, str]:
    """A postal code and its town."""
    return rng.choice(_FOREIGN_TOWNS.get(country, _TOWNS))


def street(rng: Random) -> str:
    """A number and a street."""
    return f"{rng.randint(1, 98)} {rng.choice(_STREETS)}"


def contact(rng: Random) -> str:
    """A person of the accounts department."""
    return f"{rng.choice(_GIVEN_NAMES)} {rng.choice(_SURNAMES)}"
