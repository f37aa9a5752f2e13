"""The translation template is in step with the sources, and the Vietnamese is complete."""

import re
import shutil
from collections import Counter
from pathlib import Path

import polib

from ground.checks import runs
from ground.checks.results import Item, verdict
from ground.paths import ADDON, DEV, ROOT
from ground.steps import GroundError

FOLDER = ROOT / ADDON / 'i18n'
TEMPLATE = FOLDER / f'{ADDON}.pot'
VIETNAMESE = FOLDER / 'vi.po'
PLACEHOLDER = re.compile(
    r'%\(\w+\)[#0\- +]?\d*(?:\.\d+)?[sdfr]|%[sdfr]|\{\{.*?\}\}|\{\w*\}|\$\{[^}]*\}'
)
# What differs between two exports of the same sources.
VOLATILE = ('POT-Creation-Date', 'PO-Revision-Date', 'Project-Id-Version')


def check(database: str) -> list[Item]:
    exported = export(database)
    return [
        verdict('translations: template in step', stale(exported, TEMPLATE)),
        verdict('translations: Vietnamese complete', incomplete(exported, VIETNAMESE)),
    ]


def export(database: str) -> Path:
    """Export the template from an installed database."""
    target = DEV / 'export.pot'
    target.unlink(missing_ok=True)
    run = runs.run('export', 'i18n', 'export', '-d', database, '-o', str(target), ADDON)
    if not target.exists():
        raise GroundError('\n'.join(['no template exported:', *run.tail()]))
    return target


def refresh(database: str) -> str:
    """Write the template, bring the Vietnamese in step; return what is left to translate."""
    FOLDER.mkdir(exist_ok=True)
    exported = export(database)
    # An export differs from the last one at least in its date.
    if stale(exported, TEMPLATE):
        shutil.copyfile(exported, TEMPLATE)
    template = polib.pofile(str(TEMPLATE))
    catalogue = polib.pofile(str(VIETNAMESE)) if VIETNAMESE.exists() else _new_catalogue(template)
    merged = _merged(catalogue, template)
    merged.save(str(VIETNAMESE))
    return f'{len(template)} terms, {len(merged.untranslated_entries())} to translate'


def stale(exported: Path, committed: Path) -> list[str]:
    """Return how the committed template differs from a fresh export."""
    if not committed.exists():
        return [f'{committed.name} is missing: run `make pot`']
    fresh, kept = _terms(exported), _terms(committed)
    lines = [f'not in {committed.name}: {name}' for name in sorted(fresh.keys() - kept.keys())]
    lines += [f'no longer in the sources: {name}' for name in sorted(kept.keys() - fresh.keys())]
    moved = [name for name in fresh.keys() & kept.keys() if fresh[name] != kept[name]]
    lines += [f'used elsewhere now: {name}' for name in sorted(moved)]
    return [*lines, 'run `make pot`'] if lines else []


def incomplete(template: Path, catalogue: Path) -> list[str]:
    """Return what the translation lacks or has wrong."""
    if not catalogue.exists():
        return [f'{catalogue.name} is missing: run `make pot`']
    entries = polib.pofile(str(catalogue))
    by_id = {entry.msgid: entry for entry in entries if not entry.obsolete}
    lines = [f'missing: {name}' for name in _terms(template) if name not in by_id]
    for entry in entries:
        lines += [f'{problem}: {entry.msgid}' for problem in _problems(entry)]
    return lines


def _problems(entry: polib.POEntry) -> list[str]:
    if entry.obsolete:
        return ['obsolete']
    if entry.fuzzy:
        return ['fuzzy']
    if not entry.msgstr.strip():
        return ['empty']
    if placeholders(entry.msgid) != placeholders(entry.msgstr):
        return ['other placeholders']
    return []


def placeholders(text: str) -> Counter:
    """Count the placeholders of a term.

    >>> sorted(placeholders('%(name)s has %d of {total}, 20 % of them'))
    ['%(name)s', '%d', '{total}']
    """
    return Counter(PLACEHOLDER.findall(text))


def _terms(file: Path) -> dict[str, tuple]:
    """Return what each term is used by; line numbers are no part of it."""
    return {
        entry.msgid: (tuple(sorted(where for where, _line in entry.occurrences)), entry.comment)
        for entry in polib.pofile(str(file))
        if not entry.obsolete
    }


def _merged(catalogue: polib.POFile, template: polib.POFile) -> polib.POFile:
    """Return the template's terms with the catalogue's translations, in the template's order."""
    known = {
        entry.msgid: entry.msgstr for entry in catalogue if not entry.obsolete and not entry.fuzzy
    }
    merged = polib.POFile(wrapwidth=78)
    merged.header = template.header
    merged.metadata = catalogue.metadata
    for entry in template:
        entry.msgstr = known.get(entry.msgid, '')
        merged.append(entry)
    return merged


def _new_catalogue(template: polib.POFile) -> polib.POFile:
    catalogue = polib.POFile()
    kept = {key: value for key, value in template.metadata.items() if key not in VOLATILE}
    catalogue.metadata = kept | {'Language': 'vi', 'Plural-Forms': 'nplurals=1; plural=0;'}
    return catalogue
