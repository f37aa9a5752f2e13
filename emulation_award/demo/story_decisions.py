import base64

from odoo import api, models

from .story_dossiers import sample_pdf

DAY = '2025-09-26'
FUND = 'Quỹ Thi đua, khen thưởng của Ban Quản lý'
#: By award: what the Office words besides what the draft has.
WORDED = {
    'demo_award_gk_truong_ban': {
        'fund': FUND,
        'implementers': 'Chánh Văn phòng\nTrưởng các phòng, đơn vị thuộc Ban Quản lý',
        'recipients': 'Sở Nội vụ\nLãnh đạo Ban\nLưu: VT, VP(HTĐ)',
    },
    # What the Party pays its rules say, which the catalogue does not have.
    'demo_award_gk_dang_uy': {
        'has_prize': False,
        'signatory_name': 'Nguyễn Quốc Toàn',
        'implementers': 'Văn phòng Đảng ủy\nChi bộ Trung tâm Quản lý cửa khẩu',
        'recipients': 'Ban Thường vụ Đảng ủy Ủy ban nhân dân tỉnh\nLưu: Văn phòng Đảng ủy',
    },
}


class EmulationDemo(models.AbstractModel):
    """The decisions of phase 1: of the head in the State's style, of the Party in its own.

    Some of those approved are left for newcomers to decide on.
    """

    _inherit = 'emulation.demo'

    @api.model
    def _play_decisions(self, dossiers):
        nominations = self.env['emulation.nomination'].union(
            *(told['nomination'] for told in dossiers)
        )
        with self._dated(f'{DAY} 09:00') as moment:
            decisions = self._as('demo_user_vanphong', self.env['emulation.decision'])
            drafts = decisions._draft(self._as('demo_user_vanphong', nominations))
            for draft in drafts:
                self._issue_decision(draft, moment)

    @api.model
    def _issue_decision(self, draft, moment):
        by_award = {self._ref(name).id: vals for name, vals in WORDED.items()}
        draft.write({'decision_date': DAY, **by_award[draft.campaign_award_id.id]})
        draft.action_renew_bases()
        issued = self._as('demo_user_truongban', draft)
        issued.action_issue()
        scan = sample_pdf(f'QUYẾT ĐỊNH số {issued.number}', issued.citation, 'Bản đã ký, đóng dấu')
        issued.write(
            {
                'signed_scan': base64.b64encode(scan),
                'signed_scan_name': f'Quyết định {issued.number}.pdf'.replace('/', '-'),
            }
        )
        issued.action_take_effect()
        self._set_back(issued, issued_at=moment, effective_at=moment)
