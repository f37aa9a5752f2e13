import base64

from odoo import api, models

from .story_dossiers import sample_pdf

DAY = '2025-09-30'
#: By authority: what the Office words besides what the draft has.
WORDED = {
    'demo_authority_chu_tich_ubnd': {
        'number': '105/TTr-BQLKKTCK',
        'legal_clause': 'khoản 1 Điều 74 Luật Thi đua, khen thưởng',
        'sent_channel': 'Hệ thống quản lý văn bản và điều hành của tỉnh; 01 bộ bản chính',
        'recipients': 'Như trên\nSở Nội vụ\nLãnh đạo Ban\nLưu: VT, VP(HTĐ)',
    },
    'demo_authority_ban_thuong_vu': {
        'number': '18-TTr/ĐU',
        'signatory_name': 'Nguyễn Quốc Toàn',
        'sent_channel': 'Văn thư Đảng ủy, 01 bộ bản chính',
        'recipients': 'Như trên\nLưu: Văn phòng Đảng ủy',
    },
}


class EmulationDemo(models.AbstractModel):
    """The dossiers of phase 1 that went up: to the provincial Chairman, and to the Party above."""

    _inherit = 'emulation.demo'

    @api.model
    def _play_submissions(self, session):
        """Send what a session approved for superior authorities; their replies are still to come.

        :param session: the emulation.session, minuted
        """
        submissions = self._as('demo_user_vanphong', self.env['emulation.submission'])
        with self._dated(f'{DAY} 15:00') as moment:
            drafts = submissions._draft_for(session.campaign_id, sessions=session)
            for draft in drafts:
                self._send_submission(draft, moment)

    @api.model
    def _send_submission(self, draft, moment):
        by_authority = {self._ref(name).id: vals for name, vals in WORDED.items()}
        draft.write({'date': DAY, **by_authority[draft.authority_id.id]})
        scan = sample_pdf(
            f'TỜ TRÌNH số {draft.number}',
            f'Kính gửi: {draft.addressee}',
            'Bản đã ký, đóng dấu',
        )
        draft.write(
            {
                'signed_scan': base64.b64encode(scan),
                'signed_scan_name': f'Tờ trình {draft.number}.pdf'.replace('/', '-'),
            }
        )
        draft.action_send()
        self._set_back(draft, sent_at=moment)
