from odoo import api, fields, models

from .emulation_nomination import CASE_READERS
from .naming import model_name


class EmulationDecision(models.Model):
    """What a decision leads to, for its smart buttons."""

    _inherit = 'emulation.decision'

    problems = fields.Text(
        'Before it can be issued', compute='_compute_problems', help='What the rules still want.'
    )
    commendation_count = fields.Integer('In the registry', compute='_compute_counts')
    nomination_count = fields.Integer('Nominations', compute='_compute_counts')
    change_count = fields.Integer('Changes', compute='_compute_counts')

    @api.depends(
        'state',
        'number',
        'decision_date',
        'signatory_name',
        'has_prize',
        'ground',
        'reason',
        'line_ids.nomination_id',
        'line_ids.prize_amount',
        'line_ids.prize_reason',
        'line_ids.holder_name',
        'line_ids.is_name_confirmed',
    )
    def _compute_problems(self):
        refusal = self.env['emulation.refusal']
        for decision in self:
            # Only of a stored draft: while it is being filled in there is nothing to judge.
            found = decision._issue_findings() if decision._is_draft() else {}
            told = [
                f'{record.display_name}: {said}' if record != decision else said
                for record, findings in found.items()
                for said in refusal._sentences(findings)
            ]
            decision.problems = '\n'.join(told)

    def _is_draft(self):
        return bool(self._origin) and self == self._origin and self.state == 'draft'

    @api.depends('line_ids.commendation_id', 'line_ids.nomination_id', 'change_ids')
    def _compute_counts(self):
        for decision in self:
            decision.commendation_count = len(decision.line_ids.commendation_id)
            decision.nomination_count = len(decision.line_ids.nomination_id)
            decision.change_count = len(decision.change_ids)

    def action_open_commendations(self):
        """Show the awards of these decisions in the registry."""
        return self._action_list(self.line_ids.commendation_id)

    def action_open_nominations(self):
        """Show the nominations these decisions name."""
        return self._action_list(self.line_ids.nomination_id)

    def action_open_sessions(self):
        """Show the council sessions these decisions rest on."""
        return self._action_list(self.session_ids)

    def action_open_changes(self):
        """Show the decisions that correct or revoke these."""
        return self.change_ids._action_show()

    def _action_show(self):
        """Show these decisions: the form of one, the list of several."""
        return self._action_list(self)

    @api.model
    def _action_draft(self, context):
        return {
            'type': 'ir.actions.act_window',
            'res_model': 'emulation.decision.draft',
            'name': self.env._('Draft decisions'),
            'views': [(False, 'form')],
            'target': 'new',
            'context': context,
        }

    @api.model
    def _action_list(self, records):
        self.check_access('read')
        action = {
            'type': 'ir.actions.act_window',
            'res_model': records._name,
            'name': model_name(records),
        }
        if len(records) == 1:
            return {**action, 'res_id': records.id, 'views': [(False, 'form')]}
        domain = [('id', 'in', records.ids)]
        return {**action, 'domain': domain, 'views': [(False, 'list'), (False, 'form')]}


class EmulationSession(models.Model):
    """Decisions that rest on a session."""

    _inherit = 'emulation.session'

    decision_count = fields.Integer(
        'Decisions', compute='_compute_decision_count', groups=CASE_READERS
    )

    def _compute_decision_count(self):
        for session in self:
            session.decision_count = len(session._decisions())

    def action_open_decisions(self):
        """Show the decisions that rest on these sessions.

        :raises AccessError: the user reads no decisions
        """
        return self._decisions()._action_show()

    def action_open_draft_decisions(self):
        """Ask who of those the session approved is named in decisions to be drafted.

        :raises AccessError: the user is of no Office
        """
        self.ensure_one()
        self.env['emulation.decision']._check_office()
        return self.env['emulation.decision']._action_draft({'default_session_id': self.id})

    def _decisions(self):
        return self.env['emulation.decision'].search([('session_ids', 'in', self.ids)])


class EmulationCampaign(models.Model):
    """Decisions of a campaign."""

    _inherit = 'emulation.campaign'

    decision_count = fields.Integer(
        'Decisions', compute='_compute_decision_count', groups=CASE_READERS
    )

    def _compute_decision_count(self):
        decisions = self.env['emulation.decision']
        counted = dict(
            decisions._read_group([('campaign_id', 'in', self.ids)], ['campaign_id'], ['__count'])
        )
        for campaign in self:
            campaign.decision_count = counted.get(campaign._origin, 0)

    def action_open_decisions(self):
        """Show the decisions on awards of these campaigns.

        :raises AccessError: the user reads no decisions
        """
        decisions = self.env['emulation.decision'].search([('campaign_id', 'in', self.ids)])
        return decisions._action_show()

    def action_open_draft_decisions(self):
        """Ask who of those approved is named in decisions to be drafted.

        :raises AccessError: the user is of no Office
        """
        self.ensure_one()
        self.env['emulation.decision']._check_office()
        return self.env['emulation.decision']._action_draft({'default_campaign_id': self.id})


class EmulationNomination(models.Model):
    """The decision that names a nomination."""

    _inherit = 'emulation.nomination'

    decision_id = fields.Many2one(
        'emulation.decision',
        compute='_compute_decision_id',
        groups=CASE_READERS,
    )

    # The nomination was awarded in its time and stays so; the registry says what holds now.
    is_award_revoked = fields.Boolean('Award was revoked', compute='_compute_is_award_revoked')

    @api.depends('state')
    def _compute_is_award_revoked(self):
        # sudo: one word on the own award, which whoever reads the nomination is told.
        awards = self.env['emulation.commendation'].sudo()
        groups = awards._read_group([('nomination_id', 'in', self.ids)], ['nomination_id', 'state'])
        states = {}
        for nomination, state in groups:
            states.setdefault(nomination.id, set()).add(state)
        for nomination in self:
            is_awarded = nomination.state == 'awarded'
            found = states.get(nomination._origin.id)
            nomination.is_award_revoked = is_awarded and found == {'revoked'}

    @api.depends('decision_line_ids.is_active', 'decision_line_ids.decision_id')
    def _compute_decision_id(self):
        for nomination in self:
            lines = nomination.decision_line_ids.filtered(
                lambda line: line.decision_kind == 'award'
            )
            live = lines.filtered('is_active') or lines
            nomination.decision_id = live[-1:].decision_id

    def action_open_decision(self):
        """Show the decision that names the nomination.

        :raises AccessError: the user reads no decisions
        """
        self.ensure_one()
        self.env['emulation.decision'].check_access('read')
        return self.decision_id._action_show()
