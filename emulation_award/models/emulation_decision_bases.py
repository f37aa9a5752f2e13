from odoo import api, fields, models

#: The law every State award rests on; what amends it is cited where the Office adds it.
LAW = 'emulation_award.emulation_legal_basis_law_06_2022'


class EmulationDecision(models.Model):
    """What a decision rests on (căn cứ pháp lý): as in force on its day, not as when planned."""

    _inherit = 'emulation.decision'

    bases_notice = fields.Text(
        'Not in force on that day',
        compute='_compute_bases_notice',
        help='Documents cited that are not in force on the day of the decision, or today while it '
        'has none. A transitional rule may want them all the same.',
    )

    @api.depends('legal_basis_ids', 'decision_date', 'state')
    @api.depends_context('lang')
    def _compute_bases_notice(self):
        for decision in self:
            notices = ''
            if decision.state == 'draft':
                day, cited = decision._prize_day(), decision.legal_basis_ids
                notices = '\n'.join((cited - cited._in_force_on(day)).mapped('display_name'))
            decision.bases_notice = notices

    def action_renew_bases(self):
        """Cite what is in force on the day of each draft in place of what is not.

        :raises AccessError: the user is of no Office
        :raises UserError: one is issued
        """
        self._check_office()
        for draft in self:
            draft.legal_basis_ids = draft.legal_basis_ids._as_of(draft._prize_day())
        return True

    @api.model
    def _usual_bases(self, award, day):
        """What a decision on an award of a campaign rests on, as in force on a day."""
        bases = award.campaign_id.legal_basis_ids
        is_state = award.authority_id.document_style != 'party'
        if is_state and 'law' not in bases.mapped('kind'):
            law = self.env.ref(LAW, raise_if_not_found=False) or bases.browse()
            bases |= law.filtered('active')
        return bases._as_of(day)
