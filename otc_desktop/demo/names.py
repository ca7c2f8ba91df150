"""Invented names of customers, and where they stand."""

from random import Random

TOWN_HALL_OF = "Commune de "
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
_SHOPS = ("Maison", "Luminaires", "Boutique", "Intérieurs")
_HOTELS = ("Hôtel", "Grand Hôtel", "Auberge")
_TABLES = ("Brasserie", "Table", "Café")
_STAGES = ("Théâtre", "Musée", "Galerie")


def name_of(rng: Random, kind: str, country: str) -> tuple[str, str]:
    """A name that fits the kind of customer, and its legal form (empty where it has none)."""
    surname, given = rng.choice(_SURNAMES), rng.choice(_GIVEN_NAMES)
    place, form = rng.choice(_PLACES), rng.choice(_FORMS)
    if kind == "foreign":
        return rng.choice(_FOREIGN[country]), ""
    names = {
        "industry": (f"{rng.choice(_INDUSTRIES)} Industries", "SA"),
        "retail": (rng.choice(_RETAILERS), "SAS"),
        "architect": (f"{surname} Architectes", form),
        "town_hall": (f"{TOWN_HALL_OF}{rng.choice(_COMMUNES)}", ""),
        "shop": (f"{rng.choice(_SHOPS)} {given}", form),
        "hotel": (f"{rng.choice(_HOTELS)} {place}", ""),
        "restaurant": (f"{rng.choice(_TABLES)} {place}", ""),
        "culture": (f"{rng.choice(_STAGES)} {place}", ""),
        "builder": (f"{surname} Électricité", form),
    }
    return names[kind]


def unused_name(rng: Random, kind: str, country: str, used: set[str], city: str) -> str:
    """A name nobody has yet: with the town, or a number, once the fitting ones are taken.

    Two firms never differ in their legal form alone. `used` is added to.
    """
    stem, form = name_of(rng, kind, country)
    for _ in range(12):
        if stem not in used:
            break
        stem, form = name_of(rng, kind, country)
    else:
        base = f"{stem} {city}"
        stem, place = base, 2
        while stem in used:
            stem = f"{base} {place}"
            place += 1
    used.add(stem)
    return f"{stem} {form}".strip()


def town_of(rng: Random, country: str) -> tuple[str, str]:
    """A postal code and its town."""
    return rng.choice(_FOREIGN_TOWNS.get(country, _TOWNS))


def street(rng: Random) -> str:
    """A number and a street."""
    return f"{rng.randint(1, 98)} {rng.choice(_STREETS)}"


def contact(rng: Random) -> str:
    """A person of the accounts department."""
    return f"{rng.choice(_GIVEN_NAMES)} {rng.choice(_SURNAMES)}"
