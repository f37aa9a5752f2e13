from unittest.mock import patch

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .test_commendation import CommendationCase


@tagged('post_install', '-at_install')
class TestDocumentLists(CommendationCase):
    """Lists of many records, which memory must not hold all at once."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        case = cls()
        awards = [case.award(person) for person in cls.people_a[:8]]
        cls.awards = cls.env['emulation.commendation'].union(*awards)
        cls.env.flush_all()

    def _cached_when_the_list_begins(self, make):
        """Records of which something is in memory when rows are about to be read."""
        documents, seen = type(self.env['emulation.document']), []

        def begins(_documents, _code, records):
            data = records.env.transaction.field_data
            fields = records._fields.values()
            seen.append({one for field in fields for one in data.get(field, {})})

        self.env.invalidate_all()
        with patch.object(documents, '_sheet', begins):
            make(self.awards.with_user(self.office))
        [cached] = seen
        return cached & set(self.awards.ids)

    def test_nothing_is_loaded_to_check_who_may_read_it(self):
        def make(awards):
            awards.env['emulation.document']._files('registry', awards, 'xlsx')

        self.assertEqual(self._cached_when_the_list_begins(make), set())

    def test_nor_by_a_job(self):
        def make(awards):
            jobs = awards.env['emulation.job']
            job = jobs._enqueue(
                'document', 'x', awards, together=True, code='registry', fmt='xlsx'
            ).sudo()
            job.line_ids.with_env(awards.env)._problems()
            awards.env['emulation.document']._files('registry', awards, 'xlsx')

        self.assertEqual(self._cached_when_the_list_begins(make), set())

    def test_who_may_not_read_one_gets_none(self):
        with self.assertRaises(AccessError):
            awards = self.awards.with_user(self.leader_b)
            awards.env['emulation.document']._files('registry', awards, 'xlsx')
