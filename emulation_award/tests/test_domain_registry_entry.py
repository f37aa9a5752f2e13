from datetime import date

from odoo.tests import BaseCase

from ..domain.registry_entry import Decision, Entry, Kept, entry_findings

DAY = date(2025, 9, 5)
KEPT = Kept(
    (
        Decision(1, '97/QĐ-BQL', DAY, '97/QĐ-BQL (05/9/2025)'),
        Decision(1, '03/QĐ-BQL', date(2026, 2, 1), '03'),
        Decision(2, '8-QĐ/ĐU', date(2025, 12, 1), '8'),
    ),
    {'truong ban': 1, 'dang uy': 2},
)


class TestEntry(BaseCase):
    def _codes(self, kept=KEPT, is_manager=False, **vals):
        return [one.code for one in entry_findings(Entry(**vals), kept, is_manager)]

    def test_a_number_is_taken_in_its_year_and_of_its_authority(self):
        taken = ['registry_decided_here']
        for vals, found in (
            ({'number': '97/QĐ-BQL', 'day': DAY, 'authority': 1}, taken),
            ({'number': '097/qđ-bql', 'day': date(2025, 1, 1), 'authority': 1}, taken),
            ({'number': '97/QĐ–BQL', 'year': 2025, 'authority': 1}, taken),
            ({'number': '97/QĐ-BQL', 'authority': 1}, taken),
            ({'number': '97/QĐ-BQL', 'authority_name': 'Trưởng ban'}, taken),
            ({'number': '97/QĐ-BQL', 'year': 2025}, taken),
            ({'number': '97/QĐ-BQL', 'year': 2024, 'authority': 1}, []),
            ({'number': '97/QĐ-BQL', 'year': 2025, 'authority': 2}, []),
            ({'number': '97/QĐ-BQL', 'year': 2025, 'authority': 3}, []),
            ({'number': '97/QĐ-BQL', 'year': 2025, 'authority_name': 'UBND tỉnh'}, []),
            ({'number': '', 'year': 2024, 'authority': 1}, []),
        ):
            with self.subTest(vals):
                self.assertEqual(self._codes(is_manager=True, **vals), found)

    def test_from_the_first_decision_on_a_manager_is_needed(self):
        since = ['registry_since_here']
        for vals, found in (
            ({'day': DAY, 'authority': 1}, since),
            ({'day': date(2025, 9, 4), 'authority': 1}, []),
            ({'year': 2025, 'authority': 1}, since),
            ({'year': 2024, 'authority': 1}, []),
            ({'authority': 1}, since),
            ({'day': DAY, 'authority': 2}, []),
            ({'day': DAY, 'authority_name': 'TRƯỞNG BAN'}, since),
            ({'day': DAY}, []),
        ):
            with self.subTest(vals):
                self.assertEqual(self._codes(**vals), found)
                self.assertEqual(self._codes(is_manager=True, **vals), [])

    def test_nothing_is_kept_here(self):
        self.assertEqual(self._codes(Kept(), number='97/QĐ-BQL', day=DAY, authority=1), [])
