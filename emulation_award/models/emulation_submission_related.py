from odoo import api, fields, models

from .emulation_nomination import CASE_READERS


class EmulationSubmission(models.Model):
    """How submissions are shown from what leads to them."""

    _inherit = 'emulation.submission'

    def _action_show(self):
        """Show these submissions: the form of one, the list of several."""
        self.check_access('read')
        action = self.env['ir.actions.act_window']._for_xml_id(
            'emulation_award.emulation_submission_action'
        )
        if len(self) == 1:
            return {**action, 'res_id': self.id, 'views': [(False, 'form')]}
        return {**action, 'domain': [('id', 'in', self.ids)], 'context': {}}

    @api.model
    def _action_draft(self, context):
        """Ask what is drafted.

        :raises AccessError: the user is of no Office
        """
        self._check_office()
        action = self.env['ir.actions.act_window']._for_xml_id(
            'emulation_award.emulation_submission_draft_action'
        )
        return {**action, 'context': context}


class EmulationCampaign(models.Model):
    """Submissions upward of a campaign."""

    _inherit = 'emulation.campaign'

    submission_count = fields.Integer(
        'Submissions', compute='_compute_submission_count', groups=CASE_READERS
    )

    def _compute_submission_count(self):
        counted = dict(
            self.env['emulation.submission']._read_group(
                [('campaign_id', 'in', self.ids)], ['campaign_id'], ['__count']
            )
        )
        for campaign in self:
            campaign.submission_count = counted.get(campaign._origin, 0)

    def action_open_submissions(self):
        """Show the submissions upward of these campaigns.

        :raises AccessError: the user reads no submissions
        """
        found = self.env['emulation.submission'].search([('campaign_id', 'in', self.ids)])
        return found._action_show()

    def action_open_draft_submissions(self):
        """Ask what of this campaign goes up.

        :raises AccessError: the user is of no Office
        """
        self.ensure_one()
        context = {'default_campaign_id': self.id}
        return self.env['emulation.submission']._action_draft(context)


class EmulationSession(models.Model):
    """Submissions upward that rest on a session."""

    _inherit = 'emulation.session'

    submission_count = fields.Integer(
        'Submissions', compute='_compute_submission_count', groups=CASE_READERS
    )

    def _compute_submission_count(self):
        for session in self:
            session.submission_count = len(session._submissions())

    def action_open_submissions(self):
        """Show the submissions that rest on these sessions.

        :raises AccessError: the user reads no submissions
        """
        return self._submissions()._action_show()

    def action_open_draft_submissions(self):
        """Ask what this session approved that goes up.

        :raises AccessError: the user is of no Office
        """
        self.ensure_one()
        return self.env['emulation.submission']._action_draft(
            {
                'default_campaign_id': self.campaign_id.id,
                'default_session_ids': [(6, 0, self.ids)],
            }
        )

    def _submissions(self):
        # sudo: which lines rest on the session; the submissions are read as the user.
        lines = self.env['emulation.submission.line'].sudo()
        found = lines.search([('candidate_id.round_id.session_id', 'in', self.ids)])
        submissions = self.env['emulation.submission']
        return submissions.search([('id', 'in', found.submission_id.ids)])


class EmulationNomination(models.Model):
    """The submissions upward a nomination is or was part of."""

    _inherit = 'emulation.nomination'

    submission_count = fields.Integer(
        'Submissions', compute='_compute_submission_count', groups=CASE_READERS
    )

    @api.depends('submission_line_ids')
    def _compute_submission_count(self):
        for nomination in self:
            nomination.submission_count = len(nomination.submission_line_ids.submission_id)

    def action_open_submissions(self):
        """Show the submissions these nominations are or were part of.

        :raises AccessError: the user reads no submissions
        """
        lines = self.env['emulation.submission.line'].search([('nomination_id', 'in', self.ids)])
        return lines.submission_id._action_show()
