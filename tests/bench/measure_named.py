#!/usr/bin/env python3
"""How many of the places, people and organizations that editors gave to articles are among the names found in them.

  measure_named.py INDEXER build/data/reuters21578

Articles of Reuters-21578 carry tags that editors chose from closed lists: <PLACES> (countries: `usa`, `uk`), <PEOPLE>
(`volcker`, `james-baker`) and <ORGS> (`opec`, `worldbank`). Each tag is turned into the names it means. Of an article's
tags, a tag is found where `indexer extract` has such a name for the article; recall is the share of tags found. A name
is wrong where it is in the closed list and the article has not been given it; precision is counted over articles with
at least one tag of the kind. Titles go through a second run, as texts of their own.

Places are counted twice: as the text names them, and as `countries`, which has the country of a city, a state or a
nationality too. Editors gave `usa` to what happens in New York, so only the second can be near them.
"""
import collections, html, json, pathlib, re, subprocess, sys, tempfile, unicodedata

PLACES = {
    'usa': ['United States'], 'uk': ['United Kingdom'], 'uae': ['United Arab Emirates'],
    'burma': ['Myanmar'], 'kampuchea': ['Cambodia'], 'zaire': ['Democratic Republic of Congo'],
    'congo': ['Republic of Congo', 'Congo'], 'trinidad-tobago': ['Trinidad and Tobago'], 'macao': ['Macau'],
    'vatican': ['Vatican City'], 'swaziland': ['Eswatini'], 'western-samoa': ['Samoa'],
    'us-virgin-islands': ['U.S. Virgin Islands'], 'antigua': ['Antigua and Barbuda', 'Antigua'],
    # Former states: found as such or as what their cities are in today.
    'ussr': ['Soviet Union', 'Russia'], 'west-germany': ['West Germany', 'Germany'],
    'east-germany': ['East Germany', 'Germany'], 'yugoslavia': ['Yugoslavia', 'Serbia'],
    'czechoslovakia': ['Czechoslovakia', 'Czech Republic'], 'yemen-arab-republic': ['Yemen', 'North Yemen'],
    'yemen-demo-republic': ['Yemen', 'South Yemen'],
}
ORGS = {
    'adb-africa': ['African Development Bank'], 'adb-asia': ['Asian Development Bank'],
    'asean': ['Association of Southeast Asian Nations'], 'bis': ['Bank for International Settlements'],
    'comecon': ['Comecon'], 'ec': ['European Community', 'European Commission', 'Commission'],
    'ecsc': ['European Coal and Steel Community'], 'efta': ['European Free Trade Association'],
    'eib': ['European Investment Bank'], 'euratom': ['Euratom'], 'fao': ['Food and Agriculture Organization'],
    'gatt': ['General Agreement on Tariffs and Trade'], 'gcc': ['Gulf Cooperation Council'],
    'iaea': ['International Atomic Energy Agency'], 'iata': ['International Air Transport Association'],
    'icco': ['International Cocoa Organization', 'ICCO'], 'iea': ['International Energy Agency'],
    'ico-coffee': ['International Coffee Organization', 'ICO'], 'ico-islam': ['Islamic Conference Organization'],
    'ida': ['International Development Association'], 'ilo': ['International Labour Organization'],
    'ilzsg': ['International Lead and Zinc Study Group'], 'imf': ['International Monetary Fund'],
    'inro': ['International Natural Rubber Organization', 'INRO'], 'isa': ['International Sugar Organization'],
    'itc': ['International Tin Council', 'ITC'], 'iwc-wheat': ['International Wheat Council', 'IWC'],
    'iwc-whale': ['International Whaling Commission'],
    'oapec': ['Organization of Arab Petroleum Exporting Countries'],
    'oecd': ['Organisation for Economic Co-operation and Development'],
    'opec': ['Organization of the Petroleum Exporting Countries'], 'un': ['United Nations'],
    'unctad': ['United Nations Conference on Trade and Development'], 'who': ['World Health Organization'],
    'worldbank': ['World Bank'], 'lafta': ['Latin American Free Trade Association'],
}


def folded(name):
    plain = ''.join(c for c in unicodedata.normalize('NFD', name) if not unicodedata.combining(c))
    return plain.lower().replace('.', '')


def words(name):
    return set(re.split(r'[^a-z0-9]+', folded(name)))


def place_is(code, name):
    return folded(name) in [folded(n) for n in PLACES.get(code, [code.replace('-', ' ')])]


def org_is(code, name):
    return folded(name) in [folded(n) for n in ORGS.get(code, [code])]


def person_is(code, name):
    return words(code) <= words(name)


def gold(folder):
    """Of each article its tags, and its title."""
    articles = {}
    for file in sorted(pathlib.Path(folder).glob('*.sgm')):
        text = file.read_text(encoding='latin1')
        for number, article in re.findall(r'<REUTERS[^>]*NEWID="(\d+)">(.*?)</REUTERS>', text, re.S):
            tags = {kind: re.findall('<D>(.*?)</D>', re.search(f'<{kind}>(.*?)</{kind}>', article, re.S)[1])
                    for kind in ('PLACES', 'PEOPLE', 'ORGS')}
            title = re.search('<TITLE>(.*?)</TITLE>', article, re.S)
            articles['reuters21578-' + number] = tags, html.unescape(title[1]) if title else ''
    return articles


def extract(indexer, path):
    run = subprocess.run([indexer, 'extract', '--no-mentions', path], stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL, check=True)
    return {record['id']: record for record in map(json.loads, run.stdout.decode().splitlines())}


def extract_titles(indexer, articles):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / 'titles.jsonl'
        file.write_text(''.join(json.dumps({'id': id, 'body': title, 'language': 'en'}) + '\n'
                                for id, (_, title) in articles.items() if title))
        return extract(indexer, str(file))


def measure(label, articles, kind, names_of, same):
    codes = sorted({code for tags, _ in articles.values() for code in tags[kind]})
    known = {}  # a name: the tags it means
    found = all_tags = wrong = 0
    missed, extra = collections.Counter(), collections.Counter()
    for id, (tags, _) in articles.items():
        if not tags[kind]:
            continue
        meant = set()
        for name in names_of(id):
            if name not in known:
                known[name] = [code for code in codes if same(code, name)]
            meant.update(known[name])
            # One name of several tags (Germany) is wrong only where none of them was given.
            if known[name] and not set(known[name]) & set(tags[kind]):
                wrong += 1
                extra[name] += 1
        all_tags += len(tags[kind])
        found += sum(code in meant for code in tags[kind])
        missed.update(code for code in tags[kind] if code not in meant)
    print(f'{label:42} {all_tags:6} {found / all_tags:9.3f} {found / (found + wrong):9.3f}')
    print('    missed most:', ', '.join(f'{code} {n}' for code, n in missed.most_common(8)))
    print('    not given:  ', ', '.join(f'{name} {n}' for name, n in extra.most_common(8)))


def main():
    indexer, folder = sys.argv[1:]
    articles = gold(folder)
    bodies, titles = extract(indexer, folder), extract_titles(indexer, articles)

    def both(pick):
        return lambda id: {name for records in (bodies, titles) if id in records for name in pick(records[id])}

    def typed(type):
        return both(lambda record: [entity['name'] for entity in record['entities'] if entity['type'] == type])

    print(f'{"":42} {"tags":>6} {"recall":>9} {"precision":>9}')
    measure('places, as the text names them', articles, 'PLACES', typed('LOC'), place_is)
    measure('places, with the countries names tell', articles, 'PLACES',
            both(lambda record: record['countries'] +
                 [entity['name'] for entity in record['entities'] if entity['type'] == 'LOC']), place_is)
    measure('people', articles, 'PEOPLE', typed('PER'), person_is)
    measure('organizations', articles, 'ORGS', typed('ORG'), org_is)


main()
