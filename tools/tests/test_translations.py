"""The translation check finds what is missing, empty, fuzzy or changed in its placeholders."""

import polib
import pytest

from ground.checks import translations


def catalogue(path, *entries):
    file = polib.POFile()
    file.metadata = {'Content-Type': 'text/plain; charset=utf-8'}
    file.extend(polib.POEntry(**entry) for entry in entries)
    file.save(str(path))
    return path


@pytest.fixture
def template(tmp_path):
    return catalogue(tmp_path / 'a.pot', {'msgid': 'Vote %(name)s'})


@pytest.mark.parametrize(
    ('entry', 'problem'),
    [
        ({'msgid': 'Vote %(name)s', 'msgstr': ''}, 'empty: Vote %(name)s'),
        (
            {'msgid': 'Vote %(name)s', 'msgstr': 'Bầu %(name)s', 'flags': ['fuzzy']},
            'fuzzy: Vote %(name)s',
        ),
        ({'msgid': 'Vote %(name)s', 'msgstr': 'Bầu %(ten)s'}, 'other placeholders: Vote %(name)s'),
    ],
)
def test_entry_with_a_problem_is_reported(tmp_path, template, entry, problem):
    vietnamese = catalogue(tmp_path / 'vi.po', entry)
    assert translations.incomplete(template, vietnamese) == [problem]


def test_missing_term_is_reported(tmp_path, template):
    vietnamese = catalogue(tmp_path / 'vi.po')
    assert translations.incomplete(template, vietnamese) == ['missing: Vote %(name)s']


def test_complete_translation_has_no_problem(tmp_path, template):
    vietnamese = catalogue(tmp_path / 'vi.po', {'msgid': 'Vote %(name)s', 'msgstr': 'Bầu %(name)s'})
    assert translations.incomplete(template, vietnamese) == []


def test_template_in_step_ignores_line_numbers(tmp_path):
    old = catalogue(tmp_path / 'old.pot', {'msgid': 'Vote', 'occurrences': [('a.py', '1')]})
    new = catalogue(tmp_path / 'new.pot', {'msgid': 'Vote', 'occurrences': [('a.py', '9')]})
    assert translations.stale(new, old) == []


def test_template_out_of_step_says_how(tmp_path):
    old = catalogue(tmp_path / 'old.pot', {'msgid': 'Vote'})
    new = catalogue(tmp_path / 'new.pot', {'msgid': 'Ballot'})
    assert translations.stale(new, old) == [
        'not in old.pot: Ballot',
        'no longer in the sources: Vote',
        'run `make pot`',
    ]
