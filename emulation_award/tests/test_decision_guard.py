from psycopg2.errors import UniqueViolation

from odoo import fields
from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .decision_common import DecisionCommon

DRAFT_NAMES = ('state', 'kind', 'issued_at', 'issued_by_id', 'effective_at', 'prize_total')


@tagged('post_install', '-at_install', 'security')
class TestDecisionGuard(DecisionCommon):
    """Invariant 7: no award without an approving verdict, on hold, or twice for one achievement.

    Each test tries to break it another way: by a line, a copy, an import, a forged field.
    """

    COLLECTIVE = True

    def _line(self, decision, nomination, user=None, **vals):
        lines = self.env['emulation.decision.line'].with_user(user or self.office)
        return lines.create({'decision_id': decision.id, 'nomination_id': nomination.id, **vals})

    def _empty(self, award=None):
        decisions = self.env['emulation.decision'].with_user(self.office)
        return decisions.create({'campaign_award_id': (award or self.award_individual).id})

    # Without an approving verdict

    def test_a_nomination_that_is_not_approved(self):
        nomination = self._draft(self.people_a[5])
        with self._refused('only what the council approved is awarded'):
            self._line(self._empty(), nomination)

    def test_approved_by_hand_is_no_verdict(self):
        nomination = self._draft(self.people_a[5])
        nomination.sudo().state = 'approved'
        with self._refused('No announced round of the council selected'):
            self._line(self._empty(), nomination)

    def test_a_verdict_taken_back_after_drafting(self):
        draft = self._drafted()
        candidate = draft.line_ids[1].sudo().candidate_id
        candidate.outcome = 'passed_not_selected'
        with self._refused('Phiên họp đợt 1 did not select Ứng viên 001'):
            draft.with_user(self.manager).action_issue()

    def test_a_round_voided_after_drafting(self):
        draft = self._drafted()
        draft.line_ids.sudo().candidate_id.round_id.state = 'voided'
        with self._refused('No announced round of the council selected'):
            draft.with_user(self.manager).action_issue()

    def test_swapping_the_nomination_of_a_line(self):
        draft = self._drafted(self.nominations[0])
        other = self._draft(self.people_a[5])
        with self._refused('only what the council approved is awarded'):
            draft.line_ids.nomination_id = other
        draft.line_ids.nomination_id = self.nominations[1]
        self.assertRecordValues(
            draft.line_ids, [{'holder_name': 'Ứng viên 001', 'is_active': True}]
        )
        verdict = draft.line_ids.sudo().candidate_id
        self.assertEqual(verdict.nomination_id, self.nominations[1])

    def test_another_award_than_the_nomination_is_for(self):
        with self._refused('Make a decision for each award'):
            self._line(self._empty(), self.collective)
        draft = self._drafted()
        with self._refused('Take them out first'):
            draft.campaign_award_id = self.award_collective

    # On hold

    def test_on_hold(self):
        draft = self._drafted()
        self._as_office(self.nominations[0])._hold('complaint', 'Có đơn')
        with self._refused('is on hold'):
            draft.with_user(self.manager).action_issue()
        draft.action_cancel()
        with self._refused('is on hold'):
            self._line(self._empty(), self.nominations[0])

    # Twice

    def test_two_drafts_do_not_take_one_nomination(self):
        self._drafted()
        with self._refused('is named for "Giấy khen cá nhân" by'):
            self._line(self._empty(), self.nominations[0])

    @mute_logger('odoo.sql_db')
    def test_not_even_as_superuser(self):
        self._drafted()
        with self.assertRaises(UniqueViolation), self.env.cr.savepoint():
            self._line(self._empty(), self.nominations[0], user=self.env.user).sudo()
            self.env['emulation.decision.line'].sudo().create(
                {'decision_id': self._empty().id, 'nomination_id': self.nominations[0].id}
            )

    def test_a_registry_entry_for_this_award_stands_in_the_way(self):
        draft = self._drafted(self.nominations[0])
        earlier = self._draft(self.people_a[6])
        self.env['emulation.commendation']._enter(
            [
                {
                    'company_id': self.company.id,
                    'employee_id': self.nominations[0].employee_id.id,
                    'award_form_id': self.award_form.id,
                    'nomination_id': earlier.id,
                    'decision_number': '12/QĐ',
                }
            ]
        )
        with self._refused('has "Giấy khen cá nhân" of this campaign already: .*12/QĐ'):
            draft.with_user(self.manager).action_issue()

    def test_an_imported_award_for_the_same_words(self):
        draft = self._drafted(self.nominations[0])
        self.env['emulation.commendation'].with_user(self.office).create(
            {
                'employee_id': self.nominations[0].employee_id.id,
                'award_form_id': self.award_form.id,
                'citation': f'  {draft.citation.upper()} ',
                'decision_number': '12/QĐ',
                'decision_date': fields.Date.today(),
            }
        )
        with self._refused('already awarded for the same achievement: .*12/QĐ'):
            draft.with_user(self.manager).action_issue()

    def test_an_award_of_earlier_years_does_not(self):
        draft = self._drafted(self.nominations[0])
        self.env['emulation.commendation'].with_user(self.office).create(
            {
                'employee_id': self.nominations[0].employee_id.id,
                'award_form_id': self.award_form.id,
                'citation': draft.citation,
                'decision_date': '2010-01-01',
            }
        )
        draft.with_user(self.manager).action_issue()
        self.assertEqual(draft.state, 'issued')

    def test_two_awards_of_a_campaign_need_two_achievements(self):
        self._effective(self.nominations[0])
        second = self.award_individual.sudo().with_user(self.env.user).copy({'name': 'Giấy khen 2'})
        nomination = self.nominations[1]
        nomination.sudo().write(
            {
                'campaign_award_id': second.id,
                'employee_id': self.nominations[0].employee_id.id,
                'snapshot_name': 'Ứng viên 000',
            }
        )
        with self._refused('already awarded for the same achievement'):
            self._drafted(nomination)
        nomination.sudo().justification = 'Sáng kiến khác'
        self.assertEqual(self._issued(nomination, number='9/QĐ').state, 'issued')

    # By copy, import and forged fields

    def test_a_copy_is_an_empty_draft(self):
        copy = self._effective().with_user(self.office).copy()
        self.assertRecordValues(
            copy,
            [
                {
                    'state': 'draft',
                    'number': False,
                    'decision_date': False,
                    'line_ids': [],
                    'signed_scan': False,
                    'issued_at': False,
                }
            ],
        )

    def test_a_copied_line_is_refused(self):
        line = self._drafted().line_ids[0]
        with self.assertRaises(UserError):
            line.with_user(self.office).copy()

    def test_operation_fields_are_not_written(self):
        draft = self._drafted()
        for name in DRAFT_NAMES:
            with self.subTest(name), self._refused('cannot be written'):
                draft.write({name: False})
            with self.subTest(name), self._refused('cannot be written'):
                self.env['emulation.decision'].with_user(self.manager).create(
                    {'campaign_award_id': self.award_individual.id, name: draft[name]}
                )

    def test_operation_fields_of_lines_are_not_written(self):
        line = self._drafted().line_ids[0]
        for name in ('state', 'gold_book_number', 'commendation_id', 'is_active', 'candidate_id'):
            with self.subTest(name), self._refused('cannot be written'):
                line.write({name: False})
        for name, value in (('prize_amount', 9_000_000), ('holder_name', 'Người khác')):
            with self.subTest(name), self._refused('cannot be written: they follow'):
                line.write({name: value})
            with self.subTest(name), self._refused('cannot be written: they follow'):
                self._line(self._empty(), self.nominations[1], **{name: value})

    def test_forged_defaults_are_dropped(self):
        decisions = self.env['emulation.decision'].with_user(self.office)
        forged = decisions.with_context(default_state='effective', default_kind='revocation')
        decision = forged.create({'campaign_award_id': self.award_individual.id})
        self.assertEqual((decision.state, decision.kind), ('draft', 'award'))
        lines = self.env['emulation.decision.line'].with_user(self.office)
        line = lines.with_context(default_state='valid', default_prize_amount=5).create(
            {'decision_id': decision.id, 'nomination_id': self.nominations[0].id}
        )
        self.assertEqual((line.state, line.prize_amount), ('draft', 710_000))

    def test_an_import_goes_by_the_same_rules(self):
        names = ['campaign_award_id/.id', 'line_ids/nomination_id/.id']
        nomination = self._draft(self.people_a[5])
        rows = [[str(self.award_individual.id), str(nomination.id)]]
        loaded = self.env['emulation.decision'].with_user(self.office).load(names, rows)
        self.assertFalse(loaded['ids'])
        self.assertIn('only what the council approved', loaded['messages'][0]['message'])
        loaded = (
            self.env['emulation.decision']
            .with_user(self.office)
            .load(
                ['campaign_award_id/.id', 'state'], [[str(self.award_individual.id), 'effective']]
            )
        )
        self.assertFalse(loaded['ids'])

    # Frozen once issued

    def test_an_issued_decision_is_frozen(self):
        decision = self._issued()
        for user in (self.office, self.manager):
            for vals in (
                {'number': '1/QĐ'},
                {'citation': 'Khác'},
                {'has_prize': False},
                {'line_ids': [Command.update(decision.line_ids[0].id, {'holder_unit': 'Khác'})]},
                {'line_ids': [Command.delete(decision.line_ids[0].id)]},
            ):
                with (
                    self.subTest(vals=vals, user=user.login),
                    self._refused('while the decision is'),
                ):
                    decision.with_user(user).write(vals)
        with self._refused('while the decision is'):
            self._line(decision, self.nominations[0], user=self.manager)

    def test_a_scan_smuggles_nothing_in(self):
        decision = self._issued()
        with self._refused('while the decision is "Signed and issued"'):
            decision.write({'signed_scan': b'', 'citation': 'Khác'})

    def test_the_nomination_is_no_back_door(self):
        decision = self._issued()
        nomination = self.nominations[0].with_user(self.office)
        with self.assertRaises(UserError):
            nomination.write({'decision_line_ids': [Command.delete(decision.line_ids[0].id)]})
        with self.assertRaises(UserError):
            decision.with_user(self.office).write(
                {'change_ids': [Command.create({'campaign_award_id': self.award_individual.id})]}
            )

    def test_an_issued_nomination_is_not_sent_upward(self):
        decision = self._issued()
        self.award_individual.sudo().is_forwarded = True
        submission = decision  # stands for the submission: only its name is kept
        with self._refused('is named by 97/QĐ-TEST'):
            self.nominations[0]._forward(submission)

    # The form

    def test_the_form_drafts_by_hand(self):
        form = Form(self.env['emulation.decision'].with_user(self.office))
        form.campaign_award_id = self.award_individual.with_user(self.office)
        form.number = '15/QĐ-TEST'
        form.decision_date = fields.Date.today()
        form.citation = 'đã có thành tích'
        with form.line_ids.new() as line:
            line.nomination_id = self.nominations[0].with_user(self.office)
        decision = form.save()
        self.assertEqual((decision.prize_total, decision.count_individual), (710_000, 1))
        decision.with_user(self.manager).action_issue()
        self.assertEqual(decision.state, 'issued')
