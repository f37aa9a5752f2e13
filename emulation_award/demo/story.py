from contextlib import contextmanager
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

from odoo import api, fields, models
from odoo.exceptions import UserError

ZONE = ZoneInfo('Asia/Ho_Chi_Minh')
# Long enough for a newcomer to submit, return and accept on the day after installing.
DAYS_TO_TRY = 21


class EmulationDemo(models.AbstractModel):
    """Plays the story of the demo campaign by the real operations, as the people who do them.

    The story is of 2025 and the clock is not: the operations check and record the day of the
    installation, and dates people see are set back afterwards. The journal is never touched, so
    it tells truly when these events were entered.
    """

    _name = 'emulation.demo'
    _description = 'Story of the demo campaign'

    @api.model
    def _play(self):
        """Play the whole story, once, while demo data is installed.

        :raises UserError: anybody but the installation asks, or it was played before
        """
        campaign = self._ref('demo_campaign')
        if not self.env.su or campaign.state != 'draft':
            raise UserError(self.env._('The demo story is played once, by the installation.'))
        self._speak_vietnamese()
        self._launch(campaign)
        self._amend(campaign)
        self._extend_for_one_unit()
        with self._windows_open(campaign):
            self._play_dossiers(campaign)
        self._report_progress()
        self._extend_for_all()

    # Chapters

    @api.model
    def _speak_vietnamese(self):
        """Let the demo's people read Vietnamese, if the database has it."""
        if self.env['res.lang']._get_data(code='vi_VN').active:
            company = self._ref('demo_company')
            self.env['res.users'].search([('company_id', '=', company.id)]).lang = 'vi_VN'

    @api.model
    def _launch(self, campaign):
        with self._dated('2025-06-12 08:00') as moment:
            self._as('demo_user_vanphong', campaign).action_launch()
        campaign.launched_at = moment

    @api.model
    def _amend(self, campaign):
        """The plan leaves open who answers for the works at Nà Nưa; the agency changes its mind."""
        campaign = self._as('demo_user_vanphong', campaign)
        with self._dated('2025-07-07 16:30') as moment:
            amendment = campaign._start_amendment(
                'Giao Phòng Quy hoạch - Xây dựng chủ trì công trình Nà Nưa thay Trung tâm Dịch vụ '
                'hạ tầng để gắn với việc giám sát thi công.',
                'Thông báo kết luận giao ban ngày 07/7/2025',
            )
            milestone = self._as('demo_user_vanphong', self._ref('demo_milestone_na_nua'))
            milestone.campaign_unit_id = self._ref('demo_campaign_unit_qhxd')
            campaign.action_finish_amendment()
        self._set_back(amendment, started_at=moment, finished_at=moment)

    @api.model
    def _report_progress(self):
        self._as('demo_user_vanphong', self._ref('demo_milestone_smart_gate')).write(
            {
                'state': 'done',
                'progress': 100,
                'progress_note': 'Chọn xong nhà đầu tư trong tháng 9/2025, đúng kế hoạch.',
            }
        )
        self._as('demo_user_vanphong', self._ref('demo_milestone_na_nua')).write(
            {
                'state': 'in_progress',
                'progress': 95,
                'progress_note': 'Đã bàn giao đưa vào sử dụng; còn hoàn thiện hồ sơ quyết toán.',
            }
        )

    @api.model
    def _extend_for_one_unit(self):
        phase = self._as('demo_user_vanphong', self._ref('demo_phase_1'))
        with self._dated('2025-08-28 10:00') as moment:
            extension = phase._grant_extension(
                fields.Date.to_date('2025-09-05'),
                'no_later_than',
                'Trung tâm tập trung trực ca vì lượng xe tăng đột biến trước kỳ nghỉ lễ 02/9.',
                self._ref('demo_campaign_unit_qlck'),
            )
        self._set_back(extension, granted_at=moment)

    @api.model
    def _extend_for_all(self):
        """Open the second phase once more from the day of the installation, for newcomers."""
        self._as('demo_user_vanphong', self._ref('demo_phase_2'))._grant_extension(
            fields.Date.add(fields.Date.context_today(self), days=DAYS_TO_TRY),
            'no_later_than',
            'Dữ liệu minh họa: mở lại để người dùng thử gửi, trả lại và tiếp nhận hồ sơ.',
        )

    # Tools

    @api.model
    def _ref(self, name):
        """A record of the demo data, as the installation sees it."""
        return self.env.ref(f'emulation_award.{name}')

    @api.model
    def _as(self, user, records):
        """Records in the hands of a user (record, or its name in the demo data)."""
        user = self._ref(user) if isinstance(user, str) else user
        return records.with_user(user).with_context(
            lang=user.lang, tz=user.tz, allowed_company_ids=user.company_id.ids
        )

    @api.model
    def _moment(self, local):
        """A local time such as '2025-08-27 09:12' as the ORM has it: naive, UTC."""
        at = datetime.strptime(local, '%Y-%m-%d %H:%M').replace(tzinfo=ZONE)
        return at.astimezone(timezone.utc).replace(tzinfo=None)

    @api.model
    def _set_back(self, records, **moments):
        """Give what an operation recorded the dates of the story."""
        # sudo: operations record the present and nobody writes their dates; the story is of 2025.
        records.sudo().write(moments)

    @contextmanager
    def _dated(self, moment):
        """Set back the messages written in the block to a time of the story.

        :param moment: local time as text, or naive UTC
        """
        moment = self._moment(moment) if isinstance(moment, str) else moment
        newest = self.env['mail.message'].search([], order='id desc', limit=1).id
        yield moment
        self.env['mail.message'].search([('id', '>', newest)]).date = moment

    @contextmanager
    def _windows_open(self, campaign):
        """Take dossiers as if the deadlines were still to come."""
        deadlines = {phase: phase.date_deadline for phase in campaign.phase_ids}
        campaign.phase_ids.date_deadline = fields.Date.add(fields.Date.today(), days=DAYS_TO_TRY)
        yield
        for phase, deadline in deadlines.items():
            phase.date_deadline = deadline
