from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .decision_common import DecisionCommon


@tagged('post_install', '-at_install')
class TestDecision(DecisionCommon):
    """From the council's outcomes to an issued decision."""

    COLLECTIVE = True

    # Drafting

    def test_one_draft_for_each_award(self):
        drafts = (
            self.env['emulation.decision']
            .with_user(self.office)
            ._draft(self._as_office(self.nominations + self.collective))
        )
        self.assertEqual(
            [(one.campaign_award_id, one.count_individual, one.count_collective) for one in drafts],
            [(self.award_individual, 3, 0), (self.award_collective, 0, 1)],
        )
        self.assertEqual(drafts.mapped('state'), ['draft', 'draft'])

    def test_a_draft_takes_over_what_the_documents_need(self):
        draft = self._drafted()
        self.assertRecordValues(
            draft,
            [
                {
                    'campaign_id': self.campaign.id,
                    'authority_id': self.authority.id,
                    'award_form_id': self.award_form.id,
                    'document_style': 'state',
                    'signatory_name': 'Nguyễn Văn Trưởng',
                    'signatory_title': 'TRƯỞNG BAN',
                    'signing_mode': 'direct',
                    'place': 'Lạng Sơn',
                    'session_ids': self.session.ids,
                    'kind': 'award',
                }
            ],
        )
        self.assertIn('phong trào thi đua thử nghiệm, Đợt 1', draft.citation)

    def test_lines_go_by_rank_then_name(self):
        line_names = self._drafted().line_ids.mapped('holder_name')
        self.assertEqual(line_names, ['Ứng viên 000', 'Ứng viên 001', 'Ứng viên 002'])

    def test_equal_ranks_go_by_vietnamese_name(self):
        first, second = self.nominations[:2]
        (first + second)._verdicts()  # both selected
        candidates = self.env['emulation.candidate'].search(
            [('nomination_id', 'in', (first + second).ids)]
        )
        candidates.rank = 1
        first.sudo().nominee_sort_key, second.sudo().nominee_sort_key = '2', '1'
        lines = self._drafted(first + second).line_ids
        self.assertEqual(lines.nomination_id.ids, [second.id, first.id])

    def test_a_party_authority_has_its_own_style_and_signing(self):
        self.authority.document_style = 'party'
        draft = self._drafted()
        self.assertEqual(
            (draft.document_style, draft.signing_mode, set(draft.line_ids.mapped('honorific'))),
            ('party', 'for_collective', {'Đồng chí'}),
        )

    def test_left_out_with_the_reason(self):
        held, forwarded = self.nominations[0], self.collective
        self._as_office(held)._hold('complaint', 'Có đơn')
        self.award_collective.sudo().is_forwarded = True
        named = self._drafted(self.nominations[1])
        everybody = self._as_office(self.nominations + forwarded)
        wizard = self.env['emulation.decision.draft'].with_user(self.office)
        wizard = wizard.with_context(active_model=everybody._name, active_ids=everybody.ids).create(
            {}
        )
        told = {line.nomination_id: line.refusal for line in wizard.line_ids}
        self.assertRegex(told[held], 'is on hold')
        self.assertRegex(told[forwarded], 'is decided on by')
        self.assertRegex(told[self.nominations[1]], 'is named for')
        self.assertIn(named.display_name, told[self.nominations[1]])
        self.assertFalse(told[self.nominations[2]])
        self.assertEqual((wizard.ready_count, wizard.left_out_count), (1, 3))
        action = wizard.action_confirm()
        draft = self.env['emulation.decision'].browse(action['res_id'])
        self.assertEqual(draft.line_ids.nomination_id, self.nominations[2])

    def test_the_wizard_offers_what_a_session_had_on_its_agenda(self):
        action = self.session.with_user(self.office).action_open_draft_decisions()
        wizard = self.env[action['res_model']].with_user(self.office)
        wizard = wizard.with_context(**action['context']).create({})
        self.assertEqual(wizard.line_ids.nomination_id, self.nominations + self.collective)
        wizard.action_confirm()
        self.assertEqual(self.session.with_user(self.office).decision_count, 2)

    def test_an_open_session_says_nothing_yet(self):
        session = self._session(name='Phiên đang họp')
        nominations = self._nominate(2, session=session)
        kept, type(self).session = self.session, session
        self.addCleanup(setattr, type(self), 'session', kept)
        self._elect(dict.fromkeys(nominations, 9))
        self.assertFalse(nominations._verdicts())
        found = (
            self.env['emulation.decision']
            .with_user(self.office)
            ._draft_findings(self._as_office(nominations))
        )
        codes = [finding.code for findings in found.values() for finding in findings]
        self.assertEqual(codes, ['decision_not_approved'] * 2)

    # Issuing

    def test_issue(self):
        decision = self._issued()
        self.assertRecordValues(
            decision,
            [
                {
                    'state': 'issued',
                    'issued_by_id': self.manager.id,
                    'number': '97/QĐ-TEST',
                    'prize_total': 3 * 710_000,
                    'prize_rounding': 10_000,
                }
            ],
        )
        self.assertEqual(decision.line_ids.mapped('gold_book_number'), [1, 2, 3])
        self.assertEqual(set(decision.line_ids.mapped('state')), {'valid'})
        self.assertEqual(set(self.nominations.mapped('state')), {'approved'})

    def test_the_gold_book_counts_in_the_order_of_the_decision(self):
        draft = self._drafted()
        for line, sequence in zip(draft.line_ids, (3, 1, 2), strict=True):
            line.sequence = sequence
        draft.with_user(self.manager).action_issue()
        numbers = {line.holder_name: line.gold_book_number for line in draft.line_ids}
        self.assertEqual(numbers, {'Ứng viên 000': 3, 'Ứng viên 001': 1, 'Ứng viên 002': 2})

    def test_everything_that_is_missing_is_said_at_once(self):
        draft = self._drafted(number=False, decision_date=False, signatory_name=False)
        with self.assertRaises(UserError) as caught:
            draft.with_user(self.manager).action_issue()
        for said in ('has no number', 'has no date', 'Nobody is named who signs'):
            self.assertIn(said, str(caught.exception))
        self.assertEqual(draft.problems.count('\n'), 2)

    def test_nobody_named(self):
        draft = self._drafted()
        draft.line_ids.unlink()
        with self._refused('names nobody'):
            draft.with_user(self.manager).action_issue()

    def test_the_number_comes_from_the_series_of_the_authority(self):
        self.authority.sequence_id = self.env['ir.sequence'].create(
            {'name': 'Quyết định', 'number_next': 5, 'implementation': 'no_gap'}
        )
        decision = self._issued(self.nominations[0], number=False)
        self.assertEqual(decision.number, '05/QĐ-TEST')
        self.authority.document_style = 'party'
        party = self._issued(self.nominations[1], number=False, head_title='ĐẢNG ỦY')
        self.assertEqual(party.number, '06-QĐ/TEST')

    def test_a_series_may_hold_the_whole_number(self):
        self.authority.sequence_id = self.env['ir.sequence'].create(
            {
                'name': 'Quyết định',
                'suffix': '/QĐ-KHAC',
                'number_next': 8,
                'padding': 2,
                'implementation': 'no_gap',
            }
        )
        self.assertEqual(self._issued(number=False).number, '08/QĐ-KHAC')

    def test_a_number_is_used_once_in_a_year(self):
        self._issued(self.nominations[0])
        with self._refused('Number 97/qđ-test .* is used in this year already'):
            self._issued(self.nominations[1], number='97/qđ-test')

    def test_a_number_may_come_again_next_year(self):
        self._issued(self.nominations[0])
        earlier = fields.Date.today().replace(year=fields.Date.today().year - 1)
        self.session.sudo().minuted_at = earlier
        decision = self._issued(self.nominations[1], decision_date=earlier, has_prize=False)
        self.assertEqual(decision.state, 'issued')

    def test_not_before_the_minutes(self):
        with self._refused('but the minutes of Phiên họp đợt 1 it rests on are of'):
            self._issued(decision_date=fields.Date.subtract(fields.Date.today(), days=3))

    def test_not_in_the_future(self):
        with self._refused('Issue it on its day'):
            self._issued(decision_date=fields.Date.add(fields.Date.today(), days=2))

    def test_not_before_the_minutes_are_finished(self):
        self.session.sudo().write({'state': 'closed', 'minuted_at': False})
        with self._refused('The minutes of Phiên họp đợt 1 are not finished'):
            self._issued()

    def test_an_amended_authority_is_found(self):
        draft = self._drafted()
        other = self.authority.copy({'name': 'Cấp khác'})
        self.award_individual.sudo().authority_id = other
        self.assertEqual(draft.authority_id, self.authority)
        with self._refused('is now given by Cấp khác'):
            draft.with_user(self.manager).action_issue()

    def test_an_award_forwarded_meanwhile_is_found(self):
        draft = self._drafted()
        self.award_individual.sudo().is_forwarded = True
        with self._refused('Put the nominations into a submission'):
            draft.with_user(self.manager).action_issue()

    def test_a_campaign_that_is_over_is_still_decided_on(self):
        self.campaign.with_user(self.office).action_close()
        self.assertEqual(self._effective().state, 'effective')

    def test_a_cancelled_campaign_is_not(self):
        draft = self._drafted()
        self.campaign.with_user(self.office)._cancel('Bão lũ')
        with self._refused('is "Cancelled"'):
            draft.with_user(self.manager).action_issue()

    # Cancelling

    def test_a_cancelled_draft_frees_its_nominations(self):
        draft = self._drafted()
        draft.action_cancel()
        self.assertEqual(
            (draft.state, draft.line_ids.mapped('is_active')), ('cancelled', [False] * 3)
        )
        self.assertEqual(self._issued(number='98/QĐ-TEST').state, 'issued')

    def test_only_a_draft_is_cancelled_or_deleted(self):
        decision = self._issued()
        with self._refused('Cancel the draft'):
            decision.action_cancel()
        with self._refused('only a draft is deleted'):
            decision.unlink()
        with self._refused('What is issued is changed only by'):
            decision.line_ids.unlink()
        draft = self._drafted(self.collective)
        draft.unlink()
        self.assertEqual(self.collective.state, 'approved')

    # Who

    def test_only_a_manager_issues_and_puts_into_effect(self):
        draft = self._drafted()
        with self.assertRaises(AccessError):
            draft.with_user(self.office).action_issue()
        draft.with_user(self.manager).action_issue()
        self._scan(draft)
        with self.assertRaises(AccessError):
            draft.with_user(self.office).action_take_effect()

    @mute_logger('odoo.models')
    def test_nobody_else_reads_decisions(self):
        decision = self._effective()
        for user in (self.staff, self.leader_a, self.member, self.nominations.employee_id.user_id):
            for records in (decision, decision.line_ids):
                with self.subTest(user=user.login), self.assertRaises(AccessError):
                    records.with_user(user or self.staff).read(['display_name'])
        self.assertTrue(decision.with_user(self.auditor).read(['number', 'line_ids']))
        with self.assertRaises(AccessError):
            decision.with_user(self.auditor).write({'fund': 'x'})

    def test_leaders_do_not_read_which_draft_names_their_nominee(self):
        self._drafted()
        nomination = self.nominations[0].with_user(self.leader_a)
        for name in ('decision_line_ids', 'decision_id'):
            with self.subTest(name), self.assertRaises(AccessError):
                nomination.read([name])
        with self.assertRaises(AccessError):
            nomination.search([('decision_line_ids.is_active', '=', True)])
