#!/usr/bin/env python3
"""How often a date that says half of itself is read as what was meant.

  measure_direction.py INDEXER ARTICLES...     anything `indexer extract` reads

News often writes a date in full: "Tuesday, March 4", "March 4, 2008", "the third quarter of 2007". The full date is
the truth; the half that tells the direction is cut out ("Tuesday", "March 4", "the third quarter"), and the shortened
text goes through `indexer extract` again. Only dates so near that one could have written them short are taken: a
weekday within six days of publication, a month or day within 320 days, a quarter within three quarters. That their
writers wrote them in full makes them harder than the average: they point forward, or far back, more often.
"""
import collections, datetime, json, re, subprocess, sys, tempfile

MONTHS = 'January February March April May June July August September October November December'.split()
NUMBER = {name[:3]: i + 1 for i, name in enumerate(MONTHS)}
MONTH = r'(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?'
ORDINALS = {'first': 1, 'second': 2, 'third': 3, 'fourth': 4}


def near_day(weekday, month, day, published):
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            date = datetime.date(year, month, day)
        except ValueError:
            continue
        if date.strftime('%A') == weekday and abs((date - published).days) <= 6:
            return date


def weekday(match, published):
    month, day = NUMBER.get(match[2][:3]), int(match[3])
    date = near_day(match[1], month, day, published) if month else None
    if date:
        return match[1], date.isoformat(), (date - published).days


def month(match, published):
    try:
        date = datetime.date(int(match[3]), NUMBER[match[1][:3]], int(match[2] or 15))
    except ValueError:
        return None
    days = (date - published).days
    if abs(days) <= 320:
        return re.sub(r',? ?\d{4}$', '', match[0]), date.isoformat()[:10 if match[2] else 7], days


def quarter(match, published):
    year, number = int(match[2]), ORDINALS[match[1]]
    quarters = (year - published.year) * 4 + number - 1 - (published.month - 1) // 3
    if abs(quarters) <= 3:
        return match[1] + ' quarter', f'{year}-Q{number}', quarters


KINDS = {
    'weekday': (re.compile(rf'\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? ({MONTH}) (\d{{1,2}})\b(?:, \d{{4}})?'), weekday),
    'month or day': (re.compile(rf'\b({MONTH}) (?:(\d{{1,2}}), )?(\d{{4}})\b(?! ?(?:-|to|and|through)\b)'), month),
    'quarter': (re.compile(r'\b(first|second|third|fourth)[- ]quarter of (\d{4})\b'), quarter),
}


def shortened(body, published, pattern, read):
    """The text with its dates cut short, and for each [place without blanks, truth, distance]."""
    out, at, truths = '', 0, []
    for match in pattern.finditer(body):
        found = read(match, published)
        if not found:
            continue
        out += body[at:match.start()]
        truths.append((squeezed(out), found[1], found[2]))
        out += found[0]
        at = match.end()
    return out + body[at:], truths


def squeezed(text):
    return len(re.sub(r'\s', '', text))


def extract(indexer, paths, *options):
    run = subprocess.run([indexer, 'extract', *options, *paths], stdout=subprocess.PIPE, check=True)
    return (json.loads(line) for line in run.stdout.splitlines())


def measure(indexer, articles, pattern, read):
    right = collections.Counter()
    of = collections.Counter()
    truths = {}
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl') as file:
        for number, (body, published) in enumerate(articles):
            text, wanted = shortened(body, published, pattern, read)
            if wanted:
                truths[str(number)] = wanted
                file.write(json.dumps({'id': str(number), 'title': 'x', 'body': text, 'date': published.isoformat()}) + '\n')
        file.flush()
        for record in extract(indexer, [file.name]) if truths else ():
            body = record['body']
            spans = [(squeezed(body[:m['start']]), squeezed(body[:m['end']]), m['value']) for m in record['mentions']]
            for place, truth, distance in truths[record['id']]:
                values = [value for start, end, value in spans if start <= place < end]
                side = 'before' if distance < 0 else 'after' if distance > 0 else 'same'
                of[side] += 1
                right[side] += bool(values) and values[0].startswith(truth)
    return right, of


def main(argv):
    if len(argv) < 2:
        sys.exit(__doc__)
    articles = [(r['body'], datetime.date.fromisoformat(r['published']['value'][:10]))
                for r in extract(argv[0], argv[1:], '--no-mentions')
                if r['language'] == 'en' and r['published'] and len(r['published']['value']) >= 10]
    print(f'{len(articles)} articles')
    for name, (pattern, read) in KINDS.items():
        right, of = measure(argv[0], articles, pattern, read)
        parts = ', '.join(f'{side} {right[side]} of {of[side]}' for side in ('before', 'same', 'after'))
        print(f'{name:13} {sum(right.values()):5} of {sum(of.values()):5} = {sum(right.values()) / max(1, sum(of.values())):.3f}   {parts}')


if __name__ == '__main__':
    main(sys.argv[1:])
