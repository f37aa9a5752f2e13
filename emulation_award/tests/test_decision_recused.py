from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .decision_common import DecisionCommon


@tagged('post_install', '-at_install', 'security')
class TestDecisionRecused(DecisionCommon):
    """Who is recused from a candidate reads no rank and no figure through a decision either."""

    # Guard: candidate_id of a line is for rules alone (fields.NO_ACCESS); there is no rank.

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.reader = cls.users[2]
        cls.reader.group_ids += cls.env.ref('emulation_award.group_emulation_manager')
        cls.reader.group_ids += cls.env.ref('base.group_allow_export')
        cls.decision = cls._effective()
        cls.line = cls.decision.line_ids.filtered(
            lambda line: line.nomination_id == cls.nominations[0]
        )
        cls.candidate = cls.line.sudo().candidate_id
        cls.candidate.recused_ids |= cls.members[2]

    def setUp(self):
        super().setUp()
        self.env.flush_all()
        self.env.invalidate_all()
        self.lines = self.env['emulation.decision.line'].with_user(self.reader)
        self.seen = self.lines.browse(self.line.id)

    @mute_logger('odoo.addons.base.models.ir_rule')
    def test_there_is_something_to_hide(self):
        self.assertTrue(self.candidate.rank)
        self.assertTrue(self.seen.has_access('read'))
        with self.assertRaises(AccessError):
            self.candidate.with_user(self.reader).read(['rank'])

    def test_read_and_export(self):
        self.assertNotIn('rank', self.lines._fields)
        self.assertNotIn('candidate_id', self.lines.fields_get())
        with self.assertRaises(AccessError):
            self.seen.read(['candidate_id'])
        with self.assertRaises(AccessError):
            self.seen.export_data(['candidate_id/rank'])
        self.assertNotIn('candidate_id', self.seen.read()[0])

    def test_group_by_search_and_order(self):
        with self.assertRaises(AccessError):
            self.lines.formatted_read_group([], ['candidate_id'], ['__count'])
        for domain in (
            [('candidate_id', '=', self.candidate.id)],
            [('candidate_id.rank', '=', 1)],
        ):
            with self.subTest(domain), self.assertRaises(AccessError):
                self.lines.search(domain)
        with self.assertRaises(AccessError):
            self.lines.search([], order='candidate_id')

    def test_rules_still_rest_on_the_verdict(self):
        draft = self.decision._draft_change('revocation', self.line, 'mistake', 'x')
        self.assertTrue(draft.with_user(self.reader).read(['problems'])[0]['problems'])
        self.assertEqual(self.candidate.nomination_id, self.nominations[0])
