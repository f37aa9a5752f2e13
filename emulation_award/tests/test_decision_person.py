from odoo.tests import tagged

from .decision_common import DecisionCommon


@tagged('post_install', '-at_install', 'security')
class TestDecisionPerson(DecisionCommon):
    """What is about the person, not about the nomination in question, counts as well."""

    def _hold_another(self, nominee):
        """A nomination of the same person, for another award, that is put on hold."""
        other = self._draft(nominee.employee_id, campaign_award_id=self._another_award().id)
        other.sudo().state = 'accepted'
        self._as_office(other)._hold('discipline', 'Đang xem xét kỷ luật')
        self.assertEqual(other.state, 'on_hold')
        return other

    def _another_award(self):
        # sudo: of the superuser of the tests; a launched campaign is frozen for others
        return self.award_individual.sudo().with_user(self.env.user).copy({'name': 'Giấy khen 2'})

    # A pending case (Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4)

    def test_a_case_noted_in_another_nomination(self):
        draft = self._drafted()
        held = self._hold_another(self.nominations[0])
        said = f'is on hold .{held.reference}.: nobody is proposed or awarded.*Điều 4 khoản 4'
        with self._refused(said):
            draft.with_user(self.manager).action_issue()
        draft.action_cancel()
        with self._refused(said):
            self._drafted()
        self.assertEqual(self._issued(self.nominations[1:]).state, 'issued')

    def test_a_case_that_comes_up_after_the_issue(self):
        decision = self._scan(self._issued())
        self._hold_another(self.nominations[0])
        with self._refused('is on hold'):
            decision.action_take_effect()

    def test_decisions_and_submissions_are_told_the_same(self):
        self._hold_another(self.nominations[0])
        [*found] = self.nominations[0]._award_findings().values()
        self.assertEqual([one.code for one in found[0]], ['on_hold_pending'])

    # Revoked before (Luật 06/2022/QH15, Điều 93 khoản 2)

    def _revoked(self, ground):
        """The first nomination's award is revoked before it takes effect: it stays approved."""
        decision = self._issued()
        self._change(decision, 'revocation', decision.line_ids[0], ground=ground)
        self.assertEqual(self.nominations[0].state, 'approved')

    def test_revoked_for_a_ground_of_the_law(self):
        self._revoked('false_declaration')
        with self._refused(
            'took "Giấy khen cá nhân" of Ứng viên 000 back: False declaration.*'
            'điểm a khoản 2 Điều 93'
        ):
            self._drafted(self.nominations[0])

    def test_nor_is_a_draft_that_came_in_another_way_issued(self):
        self._revoked('forged_papers')
        self.env.flush_all()
        line = self.env['emulation.decision.line'].sudo()
        draft = (
            self.env['emulation.decision']
            .sudo()
            .create({'campaign_award_id': self.award_individual.id, 'number': '99/QĐ'})
        )
        line.create({'decision_id': draft.id, 'nomination_id': self.nominations[0].id})
        draft.decision_date = self.today
        with self._refused('took .* back: False or forged documents.*điểm b khoản 2'):
            draft.with_user(self.manager).action_issue()

    def test_a_mistake_is_put_right_by_deciding_anew(self):
        self._revoked('mistake')
        again = self._issued(self.nominations[0], number='98/QĐ-TEST')
        self.assertEqual(again.state, 'issued')

    # What the nomination says once its award is revoked

    def test_the_nomination_says_that_its_award_is_revoked(self):
        decision = self._effective()
        self._change(decision, 'revocation', decision.line_ids[0], ground='false_declaration')
        self.env.invalidate_all()
        awarded = self.nominations.with_user(self.office)
        self.assertEqual(awarded.mapped('state'), ['awarded'] * 3)
        revoked = {one.id: one.is_award_revoked for one in awarded}
        gone = decision.line_ids[0].nomination_id
        self.assertEqual(revoked, {one.id: one == gone for one in self.nominations})
