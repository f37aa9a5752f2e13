from odoo import fields, models


class EmulationCampaignAward(models.Model):
    """What this campaign gives: an award form with the rules of this plan."""

    _name = 'emulation.campaign.award'
    _description = 'Campaign award'
    _inherit = ['emulation.frozen.mixin']
    _order = 'campaign_id, sequence, id'
    _check_company_auto = True

    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    sequence = fields.Integer(default=10)
    award_form_id = fields.Many2one(
        'emulation.award.form', required=True, index=True, ondelete='restrict', check_company=True
    )
    name = fields.Char(required=True, help='As printed; kept when the catalogue changes.')
    authority_id = fields.Many2one(
        'emulation.authority', required=True, index=True, ondelete='restrict', check_company=True
    )
    is_forwarded = fields.Boolean(
        'Forwarded to a superior authority', help='Decided there, not by this body.'
    )
    subject = fields.Selection(
        [('individual', 'Individuals'), ('collective', 'Collectives'), ('both', 'Both')],
        required=True,
        default='both',
    )
    proposer = fields.Selection(
        [
            ('own_unit', "The nominee's own unit"),
            ('any_unit', 'Any participating unit'),
        ],
        required=True,
        default='own_unit',
        help='"Any": for instance a party cell for a member who works in a division.',
    )
    outsiders_allowed = fields.Boolean(
        'Outsiders', help='People and organisations outside the staff may be nominated.'
    )
    category_ids = fields.Many2many(
        'emulation.employee.category',
        string='Staff categories',
        help="Empty: the campaign's own.",
    )
    report_form_id = fields.Many2one('emulation.report.form', index=True, ondelete='restrict')
    criterion_ids = fields.Many2many(
        'emulation.criterion', 'emulation_criterion_award_rel', 'award_id', 'criterion_id'
    )
    requirement_ids = fields.Many2many(
        'emulation.dossier.requirement', 'emulation_requirement_award_rel', 'award_id', 'requirement_id'
    )
    quota_ids = fields.Many2many('emulation.quota', 'emulation_quota_award_rel', 'award_id', 'quota_id')
    criteria_basis_id = fields.Many2one(
        'emulation.legal.basis',
        'Criteria by reference to',
        index='btree_not_null',
        help='When the criteria stand in another document instead of here.',
    )
    criteria_clause = fields.Char(help='Part of that document, such as "mục IV".')
    citation = fields.Char(help='Clause of the plan, quoted in refusals.')
