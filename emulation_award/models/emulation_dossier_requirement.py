from odoo import fields, models


class EmulationDossierRequirement(models.Model):
    """A part a dossier must have (thành phần hồ sơ): generated here, or uploaded."""

    _name = 'emulation.dossier.requirement'
    _description = 'Dossier requirement'
    _inherit = ['emulation.frozen.mixin']
    _order = 'campaign_id, sequence, id'

    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, index=True, ondelete='cascade'
    )
    award_ids = fields.Many2many(
        'emulation.campaign.award', 'emulation_requirement_award_rel', 'requirement_id', 'award_id'
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(required=True)
    subject = fields.Selection(
        [('individual', 'Individuals'), ('collective', 'Collectives'), ('both', 'Both')],
        required=True,
        default='both',
    )
    kind = fields.Selection(
        [
            ('unit_minutes', 'Minutes of the unit (generated)'),
            ('summary', 'Summary of achievements (generated)'),
            ('report', 'Achievement report (generated)'),
            ('upload', 'File to upload'),
        ],
        required=True,
        default='upload',
    )
    mandatory = fields.Boolean(default=True)
    minimum_files = fields.Integer(default=1)
    maximum_mb = fields.Integer('Largest file (MB)', default=20)
    allowed_types = fields.Char(
        default='pdf, docx, odt, xlsx, jpg, png', help='File types by extension; empty: any.'
    )
    citation = fields.Char(help='Clause of the plan, quoted in refusals.')
