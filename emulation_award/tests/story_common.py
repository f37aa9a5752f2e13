"""The plan of the seed, compact, with its real figures: what the story tests run on."""

from datetime import datetime, timezone
from zoneinfo import ZoneInfo

from freezegun import freeze_time

from odoo.fields import Command

from .common import UNIT, EmulationCommon

ZONE = ZoneInfo('Asia/Ho_Chi_Minh')
CLAUSE_C = 'Kế hoạch, mục IV.2.1.c'


def at(local):
    """Stop the clock at a local time of Vietnam, such as '2025-08-29 23:59:59'."""
    moment = datetime.fromisoformat(local).replace(tzinfo=ZONE)
    return freeze_time(moment.astimezone(timezone.utc).replace(tzinfo=None))


class StoryCommon(EmulationCommon):
    """Four units of three kinds and 20 % of each: 10 people give 2, 4 none, 5 give 1, 9 give 1."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.leader_c = cls._user('leader_c', UNIT)
        cls.unit_c, cls.people_c = cls._unit('Trung tâm Gamma', 5, cls.leader_c)
        cls.unit_c.kind = 'subordinate_unit'
        cls.cell = cls.env['emulation.unit'].create(
            {
                'name': 'Chi bộ Alpha',
                'kind': 'party_cell',
                'company_id': cls.company.id,
                'leader_ids': [Command.set(cls.people_a[0].ids)],
                'member_ids': [Command.set(cls.people_a[:9].ids)],
            }
        )
        cls._set_up_sources()

    @classmethod
    def _set_up_sources(cls):
        """Authorities and award forms: the catalogue, which the Manager keeps."""
        catalogue = cls.env(user=cls.manager)
        cls.head, cls.party = catalogue['emulation.authority'].create(
            [
                {
                    'name': 'Trưởng ban',
                    'document_style': 'state',
                    'issuing_body': 'BAN QUẢN LÝ KHU KINH TẾ CỬA KHẨU ĐỒNG ĐĂNG - LẠNG SƠN',
                    'superior_body': 'UBND TỈNH LẠNG SƠN',
                    'place': 'Lạng Sơn',
                    'company_id': cls.company.id,
                },
                {'name': 'Đảng ủy', 'document_style': 'party', 'company_id': cls.company.id},
            ]
        )
        cls.form_08 = cls.env.ref('emulation_award.emulation_report_form_08_decree_98')
        cls.decree_98 = cls.env.ref('emulation_award.emulation_legal_basis_decree_98_2023')
        cls.form_head, cls.form_party = catalogue['emulation.award.form'].create(
            [
                {
                    'name': f'Giấy khen của {authority.name}',
                    'authority_id': authority.id,
                    'report_form_id': cls.form_08.id,
                    'company_id': cls.company.id,
                }
                for authority in (cls.head, cls.party)
            ]
        )

    # The plan, as the Office writes it

    def _write_plan(self):
        self.campaign = self._by(self.office, 'emulation.campaign').create(
            {
                'name': 'Phong trào thi đua đặc biệt chào mừng Đại hội Đảng bộ tỉnh lần thứ XVIII',
                'company_id': self.company.id,
                'authority_id': self.head.id,
                'plan_date': '2025-06-10',
                'purpose': 'Tôn vinh tập thể, cá nhân tiêu biểu',
                'legal_basis_ids': [Command.set(self.decree_98.ids)],
                'content_ids': [Command.create({'title': 'Vượt mức nhiệm vụ năm 2025'})],
                'dossier_receiver': 'Văn phòng Ban Quản lý',
                'unit_ids': [
                    Command.create({'unit_id': unit.id})
                    for unit in (self.unit_a, self.unit_b, self.unit_c, self.cell)
                ],
            }
        )
        self.phase_1, self.phase_2 = self._write_phases()
        self.award_head, self.award_party = self._write_awards()
        self.criterion = self._write_rules()
        self.nomination_quota, self.seats, self.collective_seat = self._write_quotas()
        self.part = {unit.unit_id: unit for unit in self.campaign.sudo().unit_ids}

    def _write_phases(self):
        """III and IV.3: two phases that share 15/8/2025, both deadlines worded "trước"."""
        shared = {'campaign_id': self.campaign.id, 'deadline_wording': 'before'}
        return self._by(self.office, 'emulation.phase').create(
            [
                {
                    **shared,
                    'name': 'Đợt 1',
                    'date_start': '2025-05-01',
                    'start_precision': 'month',
                    'date_end': '2025-08-15',
                    'date_deadline': '2025-08-30',
                },
                {
                    **shared,
                    'name': 'Đợt 2',
                    'date_start': '2025-08-15',
                    'date_end': '2025-10-31',
                    'end_precision': 'month',
                    'date_deadline': '2025-10-30',
                },
            ]
        )

    def _write_awards(self):
        return self._by(self.office, 'emulation.campaign.award').create(
            [
                {
                    'campaign_id': self.campaign.id,
                    'award_form_id': form.id,
                    'citation': 'Kế hoạch, mục IV.2.1',
                }
                for form in (self.form_head, self.form_party)
            ]
        )

    def _write_rules(self):
        """IV.2.1.b and IV.3: a criterion to be shown, and the three parts of a dossier."""
        awards = [Command.set((self.award_head + self.award_party).ids)]
        shared = {'campaign_id': self.campaign.id, 'award_ids': awards}
        self._by(self.office, 'emulation.dossier.requirement').create(
            [
                {**shared, 'name': name, 'kind': kind, 'citation': 'Kế hoạch, mục IV.3'}
                for name, kind in (
                    ('Biên bản họp xét', 'unit_minutes'),
                    ('Tóm tắt thành tích', 'summary'),
                    ('Báo cáo thành tích theo Mẫu số 08', 'report'),
                )
            ]
        )
        return self._by(self.office, 'emulation.criterion').create(
            {
                **shared,
                'name': 'Hoàn thành tốt 100 % nhiệm vụ 10 tháng',
                'body': 'Được đánh giá hoàn thành tốt 100 % nhiệm vụ 10 tháng đầu năm 2025.',
                'evidence': 'text',
                'citation': 'Kế hoạch, mục IV.2.1.b',
            }
        )

    def _write_quotas(self):
        """IV.2.1.c: 20 % of each unit; 5-7 individuals over both phases; 1 collective."""
        both = self.award_head + self.award_party
        selection = {
            'campaign_id': self.campaign.id,
            'stage': 'selection',
            'level': 'campaign',
            'number_kind': 'fixed',
            'citation': CLAUSE_C,
        }
        return self._by(self.office, 'emulation.quota').create(
            [
                {
                    'campaign_id': self.campaign.id,
                    'name': 'Không quá 20 % cá nhân',
                    'award_ids': [Command.set(both.ids)],
                    'citation': CLAUSE_C,
                },
                {
                    **selection,
                    'name': '05-07 cá nhân',
                    'award_ids': [Command.set(self.award_head.ids)],
                    'fixed': 7,
                    'minimum': 5,
                    'maximum': 7,
                },
                {
                    **selection,
                    'name': '01 tập thể',
                    'subject': 'collective',
                    'award_ids': [Command.set(both.ids)],
                    'fixed': 1,
                },
            ]
        )

    # What units do

    def _by(self, user, model):
        return self.env(user=user)[model]

    def _nominate(self, unit, nominee, phase=None, award=None):
        """A complete dossier, as the leader of the unit writes it."""
        self.env.flush_all()  # what was done before was a request of its own
        leader = unit.leader_ids.user_id
        is_person = nominee._name == 'hr.employee'
        nomination = self._by(leader, 'emulation.nomination').create(
            {
                'campaign_id': self.campaign.id,
                'phase_id': (phase or self.phase_1).id,
                'campaign_award_id': (award or self.award_head).id,
                'campaign_unit_id': self.part[unit].id,
                'nominee_kind': 'individual' if is_person else 'collective',
                'employee_id' if is_person else 'unit_id': nominee.id,
                'achievement_summary': 'Rút thời gian chờ của xe hàng từ 3 giờ còn 1 giờ 25 phút.',
            }
        )
        texts = nomination.section_ids.filtered(lambda section: section.kind == 'text')
        texts.write({'content': 'Điều phối 41.260 lượt phương tiện, đạt 112 % kế hoạch.'})
        nomination.assessment_ids.write(
            {'verdict': 'met', 'evidence_text': 'Phiếu đánh giá 10 tháng đầu năm 2025'}
        )
        return nomination

    def _meet(self, unit, votes, start):
        """The unit's meeting with everybody present.

        :param dict votes: nomination -> votes in favour; the others vote against
        :param datetime start: naive UTC
        """
        leader, part = unit.leader_ids.user_id, self.part[unit]
        review = self._by(leader, 'emulation.unit.review').create(
            {
                'phase_id': next(iter(votes)).phase_id.id,
                'campaign_unit_id': part.id,
                'date_start': start,
                'date_end': start,
                'chair_id': unit.leader_ids.id,
                'secretary_id': (part.member_ids.employee_id - unit.leader_ids)[0].id,
            }
        )
        review.action_fill()
        for line in review.line_ids:
            line.in_favour = votes[line.nomination_id]
            line.against = part.head_count - line.in_favour
        review.action_close()
        return review
