from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .round_common import RoundCommon


@tagged('post_install', '-at_install', 'security')
class TestRecusedReader(RoundCommon):
    """Whoever is recused learns nothing of the item, whatever other role the person has."""

    # Guard: the record rule emulation_candidate_rule_recused, which is nobody's role.

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.hidden = cls.nominations[0]
        cls._recuse(cls.members[2], cls.hidden)
        cls._recuse(cls.members[3], cls.hidden)
        cls.users[3].group_ids += cls.env.ref('emulation_award.group_emulation_manager')
        for user in cls.users[2:4]:
            user.group_ids += cls.env.ref('base.group_allow_export')

    def setUp(self):
        super().setUp()
        self.one = self._announced(dict.fromkeys(self.nominations, 7))
        self.candidate = self.one.sudo().candidate_ids.filtered(
            lambda c: c.nomination_id == self.hidden
        )
        self.env.flush_all()
        self.env.invalidate_all()

    def _recused(self):
        return [self.env['emulation.candidate'].with_user(user) for user in self.users[2:4]]

    def test_others_do_see_it(self):
        for user in (self.users[4], self.office, self.auditor):
            self.assertTrue(self.candidate.with_user(user).has_access('read'), user.login)

    @mute_logger('odoo.addons.base.models.ir_rule')
    def test_attack_read(self):
        for model in self._recused():
            with self.assertRaises(AccessError):
                model.browse(self.candidate.id).read(['yes'])

    def test_attack_search_count_and_names(self):
        for model in self._recused():
            self.assertNotIn(self.candidate, model.search([]))
            self.assertFalse(model.search_count([('nomination_id', '=', self.hidden.id)]))
            found = model.name_search('')
            self.assertNotIn(self.candidate.id, [one for one, _name in found])

    def test_attack_group_by(self):
        for model in self._recused():
            domain = [('round_id', '=', self.one.id)]
            groups = model.formatted_read_group(domain, [], ['yes:sum', '__count'])
            self.assertEqual([(g['yes:sum'], g['__count']) for g in groups], [(14, 2)])

    def test_attack_through_the_round(self):
        for model in self._recused():
            one = model.env['emulation.round'].browse(self.one.id)
            self.env.invalidate_all()
            ids = one.read(['candidate_ids'])[0]['candidate_ids']
            self.assertNotIn(self.candidate.id, ids)
            rows = one.export_data(['candidate_ids/yes'])['datas']
            self.assertEqual(len(rows), 2)

    # Guard: _as_told reads the candidates anew.

    def test_attack_ranks_in_documents_after_reading_the_round(self):
        for model in self._recused():
            one = model.env['emulation.round'].browse(self.one.id)
            self.env.invalidate_all()
            self.assertEqual(len(one.candidate_ids), 2)
            told = one._vote_count()[one.id]
            self.assertEqual([row.rank for row in told.rows], ['', ''])

    def test_attack_domain_as_an_oracle(self):
        for model in self._recused():
            asked = [
                ('candidate_ids.nomination_id', '=', self.hidden.id),
                ('round_ids.candidate_ids.nomination_id', '=', self.hidden.id),
            ]
            rounds = model.env['emulation.round'].search_count(asked[:1])
            sessions = model.env['emulation.session'].search_count(asked[1:])
            self.assertEqual((rounds, sessions), (0, 0))

    def test_attack_casting_all_the_same(self):
        again = self.one._correct('Sai sót').with_user(self.chair)
        again.action_open()
        ids = again.sudo().candidate_ids.ids
        with self._refused('exactly the candidates'):
            again.with_user(self.users[2]).cast_ballot({str(id_): 'yes' for id_ in ids})
