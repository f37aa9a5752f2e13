from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..domain.editing import Part

OPERATIONS = [('submit', 'Submit'), ('accept', 'Accept'), ('return', 'Return')]


class EmulationNominationBulk(models.TransientModel):
    """Submit, accept or return many dossiers: what will happen is shown before it does.

    The preview asks the operation's own rules. Whoever is refused is left out; the others are
    done together, all or none, by the very operation that the form's button runs.
    """

    _name = 'emulation.nomination.bulk'
    _description = 'Operation on many nominations'

    operation = fields.Selection(OPERATIONS, required=True, readonly=True)
    line_ids = fields.One2many('emulation.nomination.bulk.line', 'wizard_id')
    ready_count = fields.Integer(compute='_compute_counts')
    refused_count = fields.Integer(compute='_compute_counts')
    # What is returned: one part of all of them, for one reason.
    target = fields.Selection(
        selection=lambda self: (
            self.env['emulation.return.item']._fields['target']._description_selection(self.env)
        ),
        string='Part to put right',
        default='summary',
    )
    template_id = fields.Many2one('emulation.report.section', 'Report section')
    criterion_id = fields.Many2one('emulation.criterion')
    requirement_id = fields.Many2one('emulation.dossier.requirement', 'Dossier part')
    template_ids = fields.Many2many(
        'emulation.report.section', string='Sections there are', compute='_compute_choices'
    )
    criterion_ids = fields.Many2many(
        'emulation.criterion', string='Criteria there are', compute='_compute_choices'
    )
    requirement_ids = fields.Many2many(
        'emulation.dossier.requirement', string='Parts there are', compute='_compute_choices'
    )
    reason = fields.Text()

    @api.depends('line_ids.is_selected', 'line_ids.refusal')
    def _compute_counts(self):
        for wizard in self:
            selected = wizard.line_ids.filtered('is_selected')
            wizard.refused_count = len(selected.filtered('refusal'))
            wizard.ready_count = len(selected) - wizard.refused_count

    @api.depends('line_ids')
    def _compute_choices(self):
        for wizard in self:
            nominations = wizard.line_ids.nomination_id
            texts = nominations.section_ids.template_id.filtered(lambda one: one.kind == 'text')
            wizard.template_ids = texts
            wizard.criterion_ids = nominations.assessment_ids.criterion_id
            wizard.requirement_ids = nominations.dossier_line_ids.requirement_id

    @api.onchange('line_ids', 'target', 'template_id', 'criterion_id', 'requirement_id')
    def _preview(self):
        """Ask the operation's rules about the selected nominations, together."""
        selected = self.line_ids.filtered('is_selected')
        refusals = self._refusals(selected.nomination_id)
        for line in self.line_ids:
            line.refusal = refusals.get(line.nomination_id._origin, '') if line in selected else ''

    def action_confirm(self):
        """Carry the operation out on the selected nominations that nothing hinders.

        :raises UserError: nothing is left to do, or something has changed meanwhile
        """
        self.ensure_one()
        self._preview()
        ready = self.line_ids.filtered(lambda line: line.is_selected and not line.refusal)
        if not ready:
            raise UserError(self.env._('None of the selected nominations is ready.'))
        self._carry_out(ready.nomination_id)
        return {'type': 'ir.actions.act_window_close'}

    def _refusals(self, nominations):
        """Why each nomination is refused, in words; those that nothing hinders are left out."""
        nominations = nominations._origin
        refusals = self._permission_refusals(nominations)
        allowed = nominations.filtered(lambda nomination: nomination not in refusals)
        findings = {
            'submit': allowed._submit_findings,
            'accept': allowed._accept_findings,
            'return': allowed._return_findings,
        }
        for nomination, found in findings[self.operation]().items():
            said = self.env['emulation.refusal']._sentences(found)
            if not said and self.operation == 'return' and not self._item(nomination):
                said = [self.env._('Has no such part, or none is chosen.')]
            if said:
                refusals[nomination] = '\n'.join(said)
        return refusals

    def _permission_refusals(self, nominations):
        said = {nomination: self._permission_refusal(nomination) for nomination in nominations}
        return {nomination: refusal for nomination, refusal in said.items() if refusal}

    def _permission_refusal(self, nomination):
        try:
            if self.operation == 'submit':
                nomination._check_proposing_side()
            else:
                nomination._check_office()
        except AccessError as error:
            return str(error)
        return ''

    def _carry_out(self, nominations):
        if self.operation == 'submit':
            nominations.action_submit()
        elif self.operation == 'accept':
            nominations.action_accept()
        else:
            reason = (self.reason or '').strip()
            if not reason:
                raise UserError(self.env._('Say what has to be put right.'))
            nominations._return(
                {one: [{**self._item(one), 'reason': reason}] for one in nominations}
            )

    def _item(self, nomination):
        """The part of a nomination that is returned, as values of an item; empty if it has none."""
        lines = {
            Part.SECTION: ('section_id', nomination.section_ids, 'template_id'),
            Part.ASSESSMENT: ('assessment_id', nomination.assessment_ids, 'criterion_id'),
            Part.DOSSIER: ('dossier_line_id', nomination.dossier_line_ids, 'requirement_id'),
        }
        if self.target not in lines:
            return {'target': self.target} if self.target else {}
        item_field, candidates, origin_field = lines[self.target]
        line = candidates.filtered(lambda one: one[origin_field] == self[origin_field])
        return {'target': self.target, item_field: line.id} if line else {}
