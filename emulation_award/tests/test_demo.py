from datetime import date, datetime

from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged

from odoo.addons.emulation_award.models.emulation_nomination import NOMINATION_STATES

CLAUSE_C = 'Kế hoạch, mục IV.2.1.c'
ROLE_OF = {
    'truongban': 'manager',
    'vanphong': 'office',
    'lanhdao.dt': 'unit',
    'bithu.qlck': 'unit',
    'hoidong1': 'council',
    'hoidong2': 'council',
    'hoidong3': 'council',
    'thanhtra': 'auditor',
}


class DemoCase(TransactionCase):
    """Tests of the demo data; without it they say that they were skipped, and why."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls.env.ref('emulation_award.demo_campaign', raise_if_not_found=False)

    def setUp(self):
        super().setUp()
        if not self.campaign:
            self.skipTest('the demo data is not installed: use a database made --with-demo')

    def _ref(self, name):
        return self.env.ref(f'emulation_award.demo_{name}')


@tagged('post_install', '-at_install')
class TestDemoClauses(DemoCase):
    """The demo campaign says what the seed says, clause by clause (docs: acceptance story)."""

    def test_legal_bases_and_a_decree_that_lapses_inside_phase_1(self):
        decree = self.env.ref('emulation_award.emulation_legal_basis_decree_98_2023')
        bases = {(basis.number, basis.date_issued) for basis in self.campaign.legal_basis_ids}
        self.assertEqual(
            bases,
            {
                ('134/KH-UBND', date(2025, 5, 15)),
                ('26-KH/ĐU', date(2025, 6, 3)),
                ('475-KH/ĐUKTCK', date(2025, 5, 14)),
                ('98/2023/NĐ-CP', date(2023, 12, 31)),
            },
        )
        self.assertTrue(
            self._ref('phase_1').date_start < decree.effective_to < self._ref('phase_1').date_end
        )
        for form in self.campaign.award_ids.report_form_id:
            self.assertEqual((form.campaign_id, form.legal_basis_id), (self.campaign, decree))

    def test_i_purposes_and_requirements(self):
        self.assertEqual(len(self.campaign.purpose.splitlines()), 2)
        for fact in ('2020 - 2025', '2025 - 2030', 'lần thứ XVII', 'đảng viên'):
            self.assertIn(fact, self.campaign.purpose)
        for fact in ('Hồ Chí Minh', 'lần thứ XIII', 'lần thứ XVII'):
            self.assertIn(fact, self.campaign.requirement)

    def test_ii_four_contents_with_two_milestones_in_september(self):
        self.assertEqual(self.campaign.content_ids.mapped('sequence'), [1, 2, 3, 4])
        self.assertIn('475-KH/ĐUKTCK ngày 14/5/2025', self.campaign.content_ids[0].body)
        milestones = self.campaign.content_ids[1].milestone_ids
        self.assertEqual(milestones, self.campaign.content_ids.milestone_ids)
        due = {(one.date_due, one.date_precision) for one in milestones}
        self.assertEqual(due, {(date(2025, 9, 30), 'month')})
        names = ' '.join(milestones.mapped('name'))
        for place in ('1119 - 1120', '1088/2-1089', 'Hữu Nghị Quan', 'Nà Nưa, huyện Tràng Định'):
            self.assertIn(place, names)
        self.assertTrue(all(one.campaign_unit_id and one.progress for one in milestones))

    def test_iii_two_phases_that_touch_given_as_months(self):
        first, second = self.campaign.phase_ids
        self.assertEqual(first.period_text, 'từ tháng 5/2025 đến hết ngày 15/8/2025')
        self.assertEqual(second.period_text, 'từ ngày 15/8/2025 đến hết tháng 10/2025')

    def test_iv_1_collectives_of_three_kinds_and_individuals_of_three_categories(self):
        kinds = set(self.campaign.unit_ids.mapped('unit_kind'))
        self.assertEqual(kinds, {'division', 'subordinate_unit', 'party_cell'})
        counted = self.campaign.unit_ids.member_ids.category_id
        self.assertEqual(counted, self.campaign.category_ids)
        self.assertEqual(len(counted), 3)

    def test_iv_2_1_two_awards_in_two_document_styles(self):
        own = self.campaign.award_ids.filtered(lambda award: not award.is_forwarded)
        self.assertEqual(
            {(award.name, award.authority_id.document_style) for award in own},
            {('Giấy khen của Trưởng ban', 'state'), ('Giấy khen của Đảng ủy', 'party')},
        )
        collective, individual = (
            own.criterion_ids.filtered(lambda criterion: criterion.subject == subject)  # noqa: B023
            for subject in ('collective', 'individual')
        )
        self.assertEqual(set(collective.mapped('citation')), {'Kế hoạch, mục IV.2.1.a'})
        self.assertEqual(set(individual.mapped('citation')), {'Kế hoạch, mục IV.2.1.b'})
        for criteria in (collective, individual):
            tasks = criteria.filtered(lambda criterion: '10 tháng' in criterion.body)
            self.assertIn('100%', tasks.body)
            self.assertEqual(tasks.evidence, 'file')

    def test_iv_2_1_c_twenty_percent_of_a_unit_rounded_down(self):
        quota = self._ref('quota_nomination')
        self.assertRecordValues(
            quota,
            [
                {
                    'stage': 'nomination',
                    'level': 'unit',
                    'period': 'campaign',
                    'base': 'head_count',
                    'numerator': 20,
                    'denominator': 100,
                    'rounding': 'floor',
                    'subject': 'individual',
                    'citation': CLAUSE_C,
                }
            ],
        )
        ceilings = {
            row.scope.head_count: row.ceiling
            for row in quota._usage(self.campaign.unit_ids)
            if row.quota == quota
        }
        self.assertEqual(ceilings, {4: 0, 5: 1, 9: 1, 10: 2, 14: 2, 15: 3, 24: 4})

    def test_iv_2_1_c_five_to_seven_individuals_and_one_collective(self):
        people, collective = (
            self._ref('quota_selection_individual'),
            self._ref('quota_selection_collective'),
        )
        self.assertEqual((people.minimum, people.maximum), (5, 7))
        self.assertEqual(people.award_ids, self._ref('award_gk_truong_ban'))
        self.assertEqual(collective.fixed, 1)
        for quota in people + collective:
            self.assertEqual(
                (quota.stage, quota.level, quota.period, quota.citation),
                ('selection', 'campaign', 'campaign', CLAUSE_C),
            )

    def test_iv_2_2_two_forwarded_awards_by_reference_to_plan_134(self):
        forwarded = self.campaign.award_ids.filtered('is_forwarded')
        self.assertEqual(
            {(award.name, award.authority_id.document_style) for award in forwarded},
            {
                ('Bằng khen của Chủ tịch UBND tỉnh', 'state'),
                ('Giấy khen của Ban Thường vụ Đảng ủy Ủy ban nhân dân tỉnh', 'party'),
            },
        )
        self.assertTrue(all(forwarded.authority_id.mapped('is_superior')))
        for award in forwarded:
            reference = (award.criteria_basis_id.number, award.criteria_clause)
            self.assertEqual(reference, ('134/KH-UBND', 'mục IV'))

    def test_iv_3_three_parts_of_a_dossier(self):
        kinds = self.campaign.requirement_ids.mapped('kind')
        self.assertEqual(kinds, ['unit_minutes', 'summary', 'report'])
        self.assertEqual(self.campaign.requirement_ids.award_ids, self.campaign.award_ids)
        report = self.campaign.requirement_ids[2]
        self.assertIn('Mẫu số 08 Phụ lục I', report.name)
        self.assertEqual(report.award_ids.report_form_id.legal_basis_id.number, '98/2023/NĐ-CP')

    def test_iv_3_deadlines_are_exclusive(self):
        first, second = self.campaign.phase_ids
        self.assertEqual(first.deadline_text, 'trước ngày 30/8/2025')
        self.assertEqual(first.deadline_at, datetime(2025, 8, 29, 17))
        self.assertEqual(second.deadline_text, 'trước ngày 30/10/2025')
        self.assertEqual(second.deadline_at, datetime(2025, 10, 29, 17))
        self.assertLess(second.deadline_at.date(), second.date_end)

    def test_v_leaders_organise_and_the_office_tracks(self):
        leaders, office = self.campaign.duty_ids
        self.assertIn('Lãnh đạo các phòng, đơn vị trực thuộc', leaders.bearer)
        self.assertIn('Văn phòng', office.bearer)
        self.assertEqual(self.campaign.user_id, self._ref('user_vanphong'))

    def test_recipients_with_the_addressee_of_the_export_and_the_archive(self):
        recipients = self.campaign.recipient_ids
        self.assertEqual(len(recipients), 6)
        addressee = recipients.filtered('is_export_addressee')
        self.assertEqual((addressee, addressee.name), (recipients[0], 'Sở Nội vụ'))
        archive = recipients.filtered('is_archive')
        self.assertEqual((archive, archive.name), (recipients[-1], 'Lưu: VT, VP(HTĐ)'))
        self.assertEqual(
            (self.campaign.signatory_title, self.campaign.signatory_name),
            ('TRƯỞNG BAN', 'Nguyễn Quốc Toàn'),
        )


@tagged('post_install', '-at_install')
class TestDemoAgency(DemoCase):
    """The demo agency is large and varied enough to try everything out."""

    def test_sixty_employees_of_all_categories(self):
        staff = self.env['hr.employee'].search([('company_id', '=', self._ref('company').id)])
        self.assertGreaterEqual(len(staff), 60)
        self.assertEqual(
            set(staff.mapped('emulation_category_id.name')),
            set(self.campaign.category_ids.mapped('name')),
        )

    def test_eight_to_ten_units_some_under_five_people(self):
        counts = self.campaign.unit_ids.mapped('head_count')
        self.assertIn(len(counts), range(8, 11))
        self.assertGreaterEqual(len([count for count in counts if count < 5]), 2)

    def test_a_login_for_each_role_that_opens_the_agency(self):
        users = self.env['res.users'].search([('login', 'in', [*ROLE_OF, 'congchuc'])])
        self.assertEqual(set(users.mapped('login')), {*ROLE_OF, 'congchuc'})
        self.assertEqual(users.company_ids, self._ref('company'))
        for login, role in ROLE_OF.items():
            user = users.filtered(lambda user: user.login == login)  # noqa: B023
            self.assertTrue(user.has_group(f'emulation_award.group_emulation_{role}'), login)
        employee = users.filtered(lambda user: user.login == 'congchuc')
        self.assertFalse(employee.has_group('emulation_award.group_emulation_unit'))
        nominations = self.env['emulation.nomination'].with_user(employee).search([])
        self.assertEqual(nominations.employee_id.user_id, employee)

    def test_each_login_has_its_name_as_password(self):
        for login in [*ROLE_OF, 'congchuc']:
            credential = {'type': 'password', 'login': login, 'password': login}
            user = self.env['res.users'].search([('login', '=', login)])
            checked = user.with_user(user)._check_credentials(credential, {'interactive': True})
            self.assertEqual(checked['uid'], user.id)

    def test_nominations_in_every_state_with_texts_of_their_own(self):
        nominations = self.campaign.nomination_ids
        states = {state for state, _label in NOMINATION_STATES}
        self.assertEqual(set(nominations.mapped('state')), states)
        summaries = nominations.mapped('achievement_summary')
        self.assertEqual(len(set(summaries)), len(nominations))

    def test_minutes_in_both_states_and_a_registry(self):
        reviews = self.env['emulation.unit.review'].search([('campaign_id', '=', self.campaign.id)])
        self.assertEqual(set(reviews.mapped('state')), {'draft', 'closed'})
        awards = self.env['emulation.commendation'].search_count(
            [('company_id', '=', self.campaign.company_id.id)]
        )
        self.assertGreaterEqual(awards, 20)

    def test_phase_2_is_open_so_that_a_newcomer_can_submit(self):
        extension = self._ref('phase_2').extension_ids
        self.assertFalse(extension.campaign_unit_id)
        self.assertEqual(extension.granted_by_id, self._ref('user_vanphong'))
        self.assertTrue(extension.reason)
        granted_for = extension.deadline_at - extension.granted_at
        self.assertGreaterEqual(granted_for.days, 21)

    def test_no_quota_is_exceeded_and_the_journal_verifies(self):
        rows = self.env['emulation.quota']._usage(self.campaign.unit_ids)
        self.assertFalse([row for row in rows if row.usage.overrun])
        chain = self.env['emulation.journal.chain'].search([('campaign_id', '=', self.campaign.id)])
        self.assertIsNone(chain._first_break())

    def test_the_story_is_played_once(self):
        with self.assertRaises(UserError) as caught:
            self.env['emulation.demo']._play()
        self.assertIn('once', str(caught.exception))
