from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .test_session import SessionCommon


@tagged('post_install', '-at_install', 'security')
class TestConflict(SessionCommon):
    """Who may not decide on whom, who says so, and what it hides."""

    def _found(self):
        return {
            (one.member_id, one.nomination_id): one.kind
            for one in self.plan.conflict_ids.filtered('is_excluded')
        }

    def test_a_nominee_on_the_council_is_found(self):
        self.accepted[0].sudo().employee_id = self.members[2].employee_id
        self._convened()
        self.assertEqual(self._found(), {(self.members[2], self.accepted[0]): 'self'})

    def test_a_leader_of_the_proposing_unit_is_found(self):
        self.unit_a.leader_ids += self.members[3].employee_id
        self._convened()
        self.assertEqual(
            self._found(),
            {(self.members[3], nomination): 'unit_leader' for nomination in self.accepted},
        )

    def test_the_same_unit_excludes_only_where_the_council_says_so(self):
        self.members[4].employee_id.department_id = self.people_a.department_id
        self.council.conflict_same_unit = True
        self._convened()
        self.assertEqual(set(self._found().values()), {'same_unit'})

    def test_a_member_declares_the_own_conflict(self):
        plan = self._convened().with_user(self.users[4])
        plan.declare_conflict(self.accepted[0].id, 'Anh ruột')
        self.assertEqual(self._found(), {(self.members[4], self.accepted[0]): 'declared'})

    def test_declaring_hides_the_item_and_the_dossier(self):
        plan = self._convened()
        reader = self.users[4]
        item = plan.item_ids.filtered(lambda one: one.nomination_id == self.accepted[0])
        before = (
            item.with_user(reader).has_access('read'),
            self.accepted[0].with_user(reader).has_access('read'),
            self.accepted[0].section_ids.with_user(reader).has_access('read'),
        )
        plan.with_user(reader).declare_conflict(self.accepted[0].id, 'Anh ruột')
        after = (
            item.with_user(reader).has_access('read'),
            self.accepted[0].with_user(reader).has_access('read'),
            self.accepted[0].section_ids.with_user(reader).has_access('read'),
        )
        self.assertEqual((before, after), ((True,) * 3, (False,) * 3))

    def test_other_items_stay_readable(self):
        self._convened().with_user(self.users[4]).declare_conflict(self.accepted[0].id, 'Anh ruột')
        self.env.flush_all()  # as between two requests
        seen = self.env['emulation.agenda.item'].with_user(self.users[4])
        mine = seen.search([('session_id', '=', self.plan.id)])
        self.assertEqual(mine.nomination_id, self.accepted[1])

    def test_before_the_notice_no_member_reads_a_dossier(self):
        self.plan_office.action_prepare()
        self.assertFalse(self.accepted[0].with_user(self.users[4]).has_access('read'))

    def test_the_chair_sets_a_conflict_of_another(self):
        plan = self._convened().with_user(self.chair)
        plan.set_conflict(self.members[5].id, self.accepted[0].id, 'Chung hộ gia đình')
        self.assertEqual(self._found(), {(self.members[5], self.accepted[0]): 'declared'})

    def test_nobody_else_sets_a_conflict_of_another(self):
        self._convened()
        for user in (self.office, self.manager, self.secretary, self.users[4]):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.plan.with_user(user).set_conflict(
                    self.members[5].id, self.accepted[0].id, 'Lý do'
                )

    def test_the_chair_pins_that_there_is_none(self):
        self.unit_a.leader_ids += self.members[3].employee_id
        plan = self._convened().with_user(self.chair)
        plan.set_conflict(self.members[3].id, self.accepted[0].id, 'Đã chuyển công tác', False)
        self.plan._find_conflicts()
        self.assertEqual(self._found(), {(self.members[3], self.accepted[1]): 'unit_leader'})

    def test_the_chair_lifts_no_own_conflict(self):
        self.unit_a.leader_ids += self.members[0].employee_id
        plan = self._convened().with_user(self.chair)
        with self.assertRaisesRegex(UserError, 'own conflict'):
            plan.set_conflict(self.members[0].id, self.accepted[0].id, 'Không sao', False)

    def test_a_nominee_is_never_pinned_as_free(self):
        self.accepted[0].sudo().employee_id = self.members[2].employee_id
        plan = self._convened().with_user(self.chair)
        with self.assertRaises(UserError):
            plan.set_conflict(self.members[2].id, self.accepted[0].id, 'Không sao', False)

    def test_a_conflict_needs_its_reason(self):
        with self.assertRaises(UserError):
            self._convened().with_user(self.users[4]).declare_conflict(self.accepted[0].id, '  ')

    def test_an_outsider_declares_nothing(self):
        self._convened()
        with self.assertRaises(AccessError):
            self.plan.with_user(self.member).declare_conflict(self.accepted[0].id, 'Lý do')

    def test_no_conflict_is_written_or_deleted_directly(self):
        self._convened().with_user(self.users[4]).declare_conflict(self.accepted[0].id, 'Anh ruột')
        entry = self.plan.conflict_ids
        for user in (self.users[4], self.chair, self.office, self.manager):
            with self.subTest(user=user.login):
                with self.assertRaises(UserError):
                    entry.with_user(user).write({'is_excluded': False})
                with self.assertRaises(AccessError):
                    entry.with_user(user).unlink()

    def test_who_is_excluded_is_fixed_once_the_vote_is_open(self):
        self._opened()
        with self.assertRaisesRegex(UserError, 'fixed'):
            self.session.with_user(self.users[4]).declare_conflict(
                self.nominations[0].id, 'Anh ruột'
            )

    def test_an_item_that_would_lose_its_quorum_is_foretold(self):
        plan = self._convened()
        for user in self.users[3:7]:
            plan.with_user(user).declare_conflict(self.accepted[0].id, 'Người thân')
        self.assertEqual(plan.forecast, self.accepted[0].display_name)

    def test_three_in_conflict_leave_a_quorum(self):
        plan = self._convened()
        for user in self.users[3:6]:
            plan.with_user(user).declare_conflict(self.accepted[0].id, 'Người thân')
        self.assertFalse(plan.forecast)

    def test_written_opinions_are_the_secretarys_until_the_session_is_closed(self):
        self._convened()
        self._attend('written', self.members[5:6])
        opinion = (
            self.env['emulation.written.opinion']
            .with_user(self.secretary)
            .create(
                {
                    'session_id': self.plan.id,
                    'member_id': self.members[5].id,
                    'nomination_id': self.accepted[0].id,
                    'choice': 'yes',
                    'document': 'Phiếu 10/9',
                }
            )
        )
        readers = {
            user.login
            for user in (self.chair, self.office, self.manager, self.auditor, self.users[5])
            if opinion.with_user(user).has_access('read')
        }
        self.assertEqual(readers, set())
