from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Command

from .story_dossiers import AFTER_APPROVAL

#: How a dossier ends that this council took up.
TAKEN_UP = ('on_agenda', 'approved', 'not_approved', *AFTER_APPROVAL)
#: Votes in favour in the room, by nominee of phase 1; the absent member's opinion comes on top.
IN_FAVOUR = {
    'demo_employee_be_van_trong': 7,
    'demo_employee_nong_thi_khuyen': 6,
    'demo_employee_hoang_van_tan': 3,
    'demo_employee_lang_van_hieu': 7,
    'demo_employee_ha_thi_phuong_mai': 8,
    'demo_employee_phung_van_loi': 6,
    'demo_employee_vu_khac_diep': 8,
    'demo_employee_ly_minh_khoat': 7,
    'demo_unit_qlck': 7,
    'demo_unit_qhxd': 7,
}
REFUSED = 'demo_employee_hoang_van_tan'
#: Seats the council keeps for phase 2, of the seven for both.
RESERVED = 2
ABSENT = 'demo_council_member_duong_van_nhan'
TELLERS = ('demo_council_member_hoang_thi_minh_nguyet', 'demo_council_member_dam_quang_hoi')


class EmulationDemo(models.AbstractModel):
    """The council of the demo: phase 1 is voted on and minuted, phase 2 waits to be opened."""

    _inherit = 'emulation.demo'

    @api.model
    def _play_council(self, campaign, phase, dossiers):
        dossiers = [told for told in dossiers if told.get('end') in TAKEN_UP]
        if phase == 1:
            self._hold_first_session(campaign, dossiers)
        else:
            self._convene_second_session(campaign, dossiers)

    # Phase 1

    @api.model
    def _hold_first_session(self, campaign, dossiers):
        held = '2025-09-08 14:00'
        with self._dated('2025-09-05 09:00') as convened:
            session = self._convened_session(campaign, 1, dossiers, self._moment(held))
        self._set_back(session, convened_at=convened)
        with self._dated(held) as opened:
            self._attend(session, self._ref(ABSENT), dossiers)
            chair = self._as('demo_user_truongban', session)
            chair.action_open()
            rounds = self._vote_on_all(chair, dossiers, opened)
            chair.action_close()
            self._write_minutes(session)
        self._set_back(
            session,
            opened_at=opened,
            closed_at=rounds[-1].announced_at + timedelta(minutes=10),
            minuted_at=rounds[-1].announced_at + timedelta(minutes=40),
        )
        self._play_decisions([told for told in dossiers if told['end'] == 'awarded'])
        self._play_submissions(session)

    @api.model
    def _attend(self, session, absent, dossiers):
        """Everybody comes but one, who writes an opinion on each item."""
        session.attendance_ids.filtered(lambda line: line.member_id != absent).presence = 'present'
        session.attendance_ids.filtered(lambda line: line.member_id == absent).write(
            {'presence': 'written', 'absence_reason': 'Dự hội nghị giao ban xúc tiến tại Hà Nội'}
        )
        session.env['emulation.written.opinion'].create(
            [
                {
                    'session_id': session.id,
                    'member_id': absent.id,
                    'nomination_id': told['nomination'].id,
                    'choice': 'no' if told['nominee'] == REFUSED else 'yes',
                    'document': 'Phiếu xin ý kiến ngày 05/9/2025',
                }
                for told in dossiers
            ]
        )

    @api.model
    def _vote_on_all(self, session, dossiers, moment):
        """One round per award and kind of nominee; a quarter of an hour each."""
        kinds = dict.fromkeys(
            (told['nomination'].campaign_award_id, told['nomination'].nominee_kind)
            for told in dossiers
        )
        rounds = []
        for award, kind in kinds:
            moment += timedelta(minutes=20)
            voted = self._prepare_round(session, award, kind)
            voted.action_open()
            self._cast_all(voted, dossiers)
            voted.action_close()
            voted.action_announce()
            self._set_back(
                voted,
                opened_at=moment,
                closed_at=moment + timedelta(minutes=8),
                announced_at=moment + timedelta(minutes=12),
            )
            # sudo: the story tells when each was announced.
            rounds.append(voted.sudo())
        return rounds

    @api.model
    def _prepare_round(self, session, award, kind):
        is_shared = award == self._ref('demo_award_gk_truong_ban') and kind == 'individual'
        first = session.phase_id == self._ref('demo_phase_1')
        return session.env['emulation.round'].create(
            {
                'session_id': session.id,
                'campaign_award_id': award.id,
                'subject': kind,
                'seats_reserved': RESERVED if is_shared and first else 0,
            }
        )

    @api.model
    def _cast_all(self, voted, dossiers):
        """The members cast, one by one, so that each nominee gets the votes of the story."""
        in_favour = {told['nomination'].id: IN_FAVOUR[told['nominee']] for told in dossiers}
        others = dict.fromkeys(in_favour, 0)
        # sudo: who votes, whoever of them the chair may see.
        voters = voted.sudo().entitlement_ids.filtered(lambda one: not one.is_written)
        for user in voters.user_id:
            own = self._as(user, voted)
            choices = {}
            for line in own.ballot_sheet()['candidates']:
                nomination = line['nomination_id']
                if in_favour[nomination]:
                    in_favour[nomination] -= 1
                    choice = 'yes'
                else:
                    choice = ('no', 'abstain')[others[nomination] % 2]
                    others[nomination] += 1
                choices[str(line['id'])] = choice
            own.cast_ballot(choices)

    @api.model
    def _write_minutes(self, session):
        session.write(
            {
                'discussion': 'Các thành viên nhất trí với thẩm định của Văn phòng; đề nghị ưu '
                'tiên người trực tiếp làm việc tại cửa khẩu.\n'
                'Đề nghị để dành 02 chỉ tiêu cá nhân cho đợt 2.',
                'conclusion': 'Giao Văn phòng hoàn thiện hồ sơ, trình Trưởng ban quyết định và '
                'trình cấp trên các trường hợp đề nghị hình thức cao hơn.',
            }
        )
        session.action_minute()

    # Phase 2

    @api.model
    def _convene_second_session(self, campaign, dossiers):
        """Ready to be opened by the chair: everybody has said that they come."""
        day = fields.Date.add(fields.Date.context_today(self), days=1)
        session = self._convened_session(campaign, 2, dossiers, self._moment(f'{day} 08:30'))
        session.attendance_ids.presence = 'present'
        for award, kind in dict.fromkeys(
            (told['nomination'].campaign_award_id, told['nomination'].nominee_kind)
            for told in dossiers
        ):
            self._prepare_round(session, award, kind)

    # Both

    @api.model
    def _convened_session(self, campaign, phase, dossiers, planned):
        """A session in the hands of its secretary, convened with exactly these dossiers."""
        session = self._as('demo_user_vanphong', self.env['emulation.session']).create(
            {
                'name': f'Phiên họp xét khen thưởng đợt {phase}',
                'council_id': self._ref('demo_council').id,
                'campaign_id': campaign.id,
                'phase_id': self._ref(f'demo_phase_{phase}').id,
                'date_planned': planned,
                'place': 'Phòng họp tầng 2, trụ sở Ban Quản lý',
                'agenda': 'Xem tóm tắt thành tích và báo cáo của từng trường hợp trước phiên họp.',
                'chair_id': self._ref('demo_council_member_nguyen_quoc_toan').id,
                'secretary_id': self._ref('demo_council_member_nong_thi_hong_van').id,
                'teller_ids': [Command.set([self._ref(name).id for name in TELLERS])],
            }
        )
        session.action_prepare()
        taken = {told['nomination'].id for told in dossiers}
        session.item_ids.filtered(lambda item: item.nomination_id.id not in taken).unlink()
        session.action_convene()
        return session
