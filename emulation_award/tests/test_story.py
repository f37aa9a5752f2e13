import io
from contextlib import contextmanager
from datetime import datetime

from pypdf import PdfReader

from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import tagged

from .story_common import CLAUSE_C, StoryCommon, at


@tagged('post_install', '-at_install')
class TestStory(StoryCommon):
    """The seed campaign from its plan to accepted dossiers, by the people who do it, in their time.

    One test, because it is one story: each chapter goes on where the last one ended.
    """

    def test_the_story_of_the_seed_campaign(self):
        with at('2025-06-10 08:00:00'):
            self._chapter_the_plan_is_the_offices_until_it_is_launched()
            self._chapter_launching_freezes_figures_and_rules()
        with at('2025-08-20 16:00:00'):
            self._chapter_units_meet_and_vote()
        with at('2025-08-25 09:00:00'):
            self._chapter_units_nominate_up_to_their_share()
        with at('2025-08-27 10:00:00'):
            self._chapter_the_office_returns_one_part_and_only_that_is_mended()
        with at('2025-08-29 23:59:59'):
            self._chapter_phase_1_is_open_to_the_last_second()
        with at('2025-08-30 00:00:00'):
            self._chapter_phase_1_is_closed_a_second_later()
        with at('2025-09-08 09:00:00'):
            self._chapter_a_complaint_stops_a_dossier_until_it_is_cleared()
        with at('2025-10-20 16:00:00'):
            self._chapter_the_share_is_one_for_both_phases()
        with at('2025-10-30 00:00:00'):
            self._chapter_phase_2_closes_before_it_ends()
        with at('2025-11-05 23:59:59'):
            self._chapter_one_unit_is_given_more_time()
        self._chapter_form_08_prints()
        self._chapter_the_journal_tells_the_story_and_verifies()

    # Chapters

    def _chapter_the_plan_is_the_offices_until_it_is_launched(self):
        self._write_plan()
        seen = self._by(self.leader_a, 'emulation.campaign').search([])
        self.assertFalse(seen)
        self.assertEqual(self.campaign._blockers(), [])

    def _chapter_launching_freezes_figures_and_rules(self):
        self.campaign.action_launch()
        self.assertEqual(self._by(self.staff, 'emulation.campaign').search([]), self.campaign)
        counted = {unit: part.head_count for unit, part in self.part.items()}
        self.assertEqual(counted, {self.unit_a: 10, self.unit_b: 4, self.unit_c: 5, self.cell: 9})
        self.assertEqual(
            self._ceilings(), {self.unit_a: 2, self.unit_b: 0, self.unit_c: 1, self.cell: 1}
        )
        self.assertEqual((self.seats.minimum, self.seats.maximum), (5, 7))
        self.assertEqual(self.collective_seat.fixed, 1)
        self.assertEqual(self.phase_1.period_text, 'từ tháng 5/2025 đến hết ngày 15/8/2025')
        self.assertEqual(self.phase_1.deadline_text, 'trước ngày 30/8/2025')
        self.assertEqual(self.phase_2.deadline_at, datetime(2025, 10, 29, 17))
        # Decree 98/2023 lapses inside phase 1; the campaign keeps a copy of its form.
        own_form = self.award_head.report_form_id
        self.assertEqual((own_form.campaign_id, own_form.origin_id), (self.campaign, self.form_08))
        with self._refused('amendment'):
            self.nomination_quota.numerator = 30

    def _chapter_units_meet_and_vote(self):
        """IV.3: minutes of the unit; more than half of those present."""
        self.first, self.second, self.third, self.fourth = (
            self._nominate(self.unit_a, person) for person in self.people_a[2:6]
        )
        self.small = self._nominate(self.unit_b, self.people_b[1])
        self.late = self._nominate(self.unit_b, self.unit_b)
        self.gamma = self._nominate(self.unit_c, self.people_c[1])
        now = datetime(2025, 8, 20, 9)
        votes = {self.first: 10, self.second: 9, self.third: 6, self.fourth: 5}
        self._meet(self.unit_a, votes, now)
        self._meet(self.unit_b, {self.small: 4, self.late: 4}, now)
        self._meet(self.unit_c, {self.gamma: 5}, now)
        supported = self.first + self.second + self.third + self.small + self.late + self.gamma
        self.assertEqual(set(supported.mapped('state')), {'reviewed'})
        self.assertEqual(self.fourth.state, 'draft')

    def _chapter_units_nominate_up_to_their_share(self):
        """IV.2.1.c: of 10 people two, of 4 none; what is refused is told with its figures."""
        with self._refused('5', 'Phòng Alpha'):  # half of ten is not more than half
            self.fourth.action_submit()
        self.first.action_submit()
        self.second.action_submit()
        holders = (self.first.nominee_name, self.second.nominee_name)
        with self._refused('Phòng Alpha', 'quota of 2 (20 % of 10)', *holders, CLAUSE_C):
            self.third.action_submit()
        with self._refused('Phòng Beta', 'quota of 0 (20 % of 4)', CLAUSE_C):
            self.small.action_submit()
        sent = self.first + self.second
        self.assertEqual(sent.mapped('state'), ['submitted', 'submitted'])
        self.assertEqual(self._used(self.unit_a), 2)

    def _chapter_the_office_returns_one_part_and_only_that_is_mended(self):
        returning = self._wizard(self.office, self.first, 'return')
        section = self.first.section_ids.filtered(lambda section: section.kind == 'text')[0]
        line = returning.line_ids.filtered(lambda line: line.section_id == section)
        line.reason = 'Nêu số liệu của từng tháng.'
        returning.action_confirm()
        self.assertEqual(self.first.state, 'returned')
        with self._refused('not returned'):
            self.first.achievement_summary = 'Viết lại cho hay hơn.'
        section.content = 'Tháng 5: 12.900 lượt; tháng 6: 13.870 lượt; tháng 7: 14.490 lượt.'
        self.first.action_submit()
        self.first.with_user(self.office).action_accept()
        self.assertEqual(self.first.state, 'accepted')
        self.assertEqual(self._used(self.unit_a), 2)

    def _chapter_phase_1_is_open_to_the_last_second(self):
        self.gamma.action_submit()
        self.assertEqual(self.gamma.state, 'submitted')

    def _chapter_phase_1_is_closed_a_second_later(self):
        """IV.3: "trước 30/8/2025" ends with 29/8 in Vietnam, wherever the server's clock is."""
        with self._refused('00:00 30/08/2025', 'extension'):
            self.late.action_submit()
        self.assertEqual(self.late.state, 'reviewed')

    def _chapter_a_complaint_stops_a_dossier_until_it_is_cleared(self):
        case = {'kind': 'complaint', 'reason': 'Đang xác minh đơn phản ánh.'}
        self._wizard(self.office, self.second, 'hold', case).action_confirm()
        with self._refused('On hold'):
            self.second.with_user(self.office).action_accept()
        end = {'reason': 'Không có cơ sở.', 'document': 'Thông báo 12/TB-UBKT'}
        self._wizard(self.office, self.second, 'release', end).action_confirm()
        self.assertEqual(self.second.state, 'submitted')
        self.second.with_user(self.office).action_accept()
        self.gamma.with_user(self.office).action_accept()

    def _chapter_the_share_is_one_for_both_phases(self):
        """IV.2.1.c: a place used in phase 1 is used in phase 2, until it is given back."""
        again = self._nominate(self.unit_a, self.people_a[6], self.phase_2)
        self._meet(self.unit_a, {again: 10}, datetime(2025, 10, 20, 9))
        with self._refused('quota of 2 (20 % of 10)', CLAUSE_C):
            again.action_submit()
        reason = {'reason': 'Người được đề nghị xin rút.'}
        self._wizard(self.leader_a, self.second, 'withdraw', reason).action_confirm()
        again.action_submit()
        self.assertEqual(self._used(self.unit_a), 2)
        # A party cell proposes whom it counts, for the Party's award, wherever they work.
        party = self._nominate(self.cell, self.people_a[7], self.phase_2, self.award_party)
        self._meet(self.cell, {party: 9}, datetime(2025, 10, 20, 9))
        party.action_submit()
        self.assertEqual(self._used(self.cell), 1)

    def _chapter_phase_2_closes_before_it_ends(self):
        self.late._withdraw('Chuyển sang đợt 2.')
        self.late = self._nominate(self.unit_b, self.unit_b, self.phase_2)
        self._meet(self.unit_b, {self.late: 4}, datetime(2025, 10, 29, 9))
        self.assertGreater(self.phase_2.date_end, self.phase_2.date_last)
        with self._refused('00:00 30/10/2025', 'extension'):
            self.late.action_submit()

    def _chapter_one_unit_is_given_more_time(self):
        granting = self._by(self.office, 'emulation.extension.grant').create(
            {
                'campaign_id': self.campaign.id,
                'phase_id': self.phase_2.id,
                'campaign_unit_ids': [Command.set(self.part[self.unit_b].ids)],
                'date_deadline': '2025-11-05',
                'deadline_wording': 'no_later_than',
                'reason': 'Phòng tập trung phục vụ đoàn công tác.',
            }
        )
        granting.action_confirm()
        extension = self.phase_2.extension_ids
        self.assertEqual(extension.granted_by_id, self.office)
        other = self._nominate(self.unit_c, self.unit_c, self.phase_2)
        self._meet(self.unit_c, {other: 5}, datetime(2025, 11, 5, 9))
        with self._refused('extension'):
            other.action_submit()
        self.late.action_submit()
        self.assertEqual(self.late.state, 'submitted')

    def _chapter_form_08_prints(self):
        report = self.env(user=self.leader_a)['ir.actions.report']
        content, kind = report.with_context(force_report_rendering=True)._render_qweb_pdf(
            'emulation_award.report_form08', self.first.ids
        )
        self.assertEqual(kind, 'pdf')
        pages = PdfReader(io.BytesIO(content)).pages
        text = ' '.join(' '.join(page.extract_text() for page in pages).split())
        for expected in (
            'BÁO CÁO THÀNH TÍCH',
            'GIẤY KHEN CỦA TRƯỞNG BAN',
            'Lạng Sơn, ngày 27 tháng 8 năm 2025',
            self.first.nominee_name,
            'Tháng 5: 12.900 lượt',
        ):
            self.assertIn(expected, text)

    def _chapter_the_journal_tells_the_story_and_verifies(self):
        chain = self._by(self.auditor, 'emulation.journal.chain').search(
            [('campaign_id', '=', self.campaign.id)]
        )
        self.assertIsNone(chain._first_break())
        told = [entry.event for entry in chain.entry_ids.sorted('seq')]
        self.assertEqual(told[0], 'campaign.launched')
        of_first = [
            entry.event
            for entry in chain.entry_ids.sorted('seq')
            if (entry.res_model, entry.res_id) == ('emulation.nomination', self.first.id)
        ]
        self.assertEqual(
            of_first,
            [
                'nomination.reviewed',
                'nomination.submitted',
                'nomination.returned',
                'nomination.submitted',
                'nomination.accepted',
            ],
        )
        self.assertEqual(told.count('phase.extended'), 1)
        self._falsify(chain.entry_ids.sorted('seq')[3])
        self.assertEqual(chain._first_break().seq, 4)

    # Tools

    @contextmanager
    def _refused(self, *words):
        """What is done inside is refused, and the refusal says these words."""
        with self.assertRaises(UserError) as caught:
            yield
        for word in words:
            self.assertIn(word, str(caught.exception))

    def _wizard(self, user, nominations, operation, vals=()):
        """The wizard that the button opens, in the hands of the user, filled in with `vals`."""
        action = getattr(nominations.with_user(user), f'action_open_{operation}')()
        model = self._by(user, action['res_model']).with_context(**action.get('context', {}))
        return model.browse(action['res_id']) if action.get('res_id') else model.create(dict(vals))

    def _rows(self, unit):
        rows = self.nomination_quota.sudo()._usage(self.part[unit])
        return [row for row in rows if row.quota == self.nomination_quota]

    def _ceilings(self):
        return {unit: row.ceiling for unit in self.part for row in self._rows(unit)}

    def _used(self, unit):
        (row,) = self._rows(unit)
        return row.used

    def _falsify(self, entry):
        entry.flush_recordset()
        self.env.cr.execute(
            'UPDATE emulation_journal SET payload = payload || %s WHERE id = %s', (' ', entry.id)
        )
        self.env.invalidate_all()
