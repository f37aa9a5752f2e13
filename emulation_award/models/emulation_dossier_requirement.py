from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..domain import errors, filetypes, plan_rules


class EmulationDossierRequirement(models.Model):
    """A part a dossier must have (thành phần hồ sơ): generated here, or uploaded."""

    _name = 'emulation.dossier.requirement'
    _description = 'Dossier requirement'
    _inherit = ['emulation.frozen.mixin']
    _same_campaign_fields = ('award_ids',)
    _order = 'campaign_id, sequence, id'

    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, index=True, ondelete='cascade'
    )
    award_ids = fields.Many2many(
        'emulation.campaign.award',
        'emulation_requirement_award_rel',
        'requirement_id',
        'award_id',
        default=lambda self: self._default_award_ids(),
        string='Awards',
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

    @api.model
    def _default_award_ids(self):
        """A plan usually asks for the same dossier whatever the award."""
        campaign_id = self.env.context.get('default_campaign_id')
        return self.env['emulation.campaign.award'].search([('campaign_id', '=', campaign_id)])

    def _plan_requirement(self):
        """The part as the plan (domain/plan_rules.py) says it."""
        self.ensure_one()
        is_upload, is_report = self.kind == 'upload', self.kind == 'report'
        forms = self._report_forms() if is_report else ()
        return plan_rules.Requirement(
            self.name,
            self.subject,
            is_mandatory=self.mandatory,
            awards=tuple(self.award_ids.ids),
            forms=tuple(plan_rules.ReportForm(*form._cited()) for form in forms),
            upload=plan_rules.Upload(self.allowed_types or '', self.minimum_files, self.maximum_mb)
            if is_upload
            else None,
        )

    def _report_forms(self):
        """Forms that the awards asking for this part prescribe."""
        awards = self.award_ids or self.campaign_id.award_ids
        return awards.report_form_id

    def _asked_of(self, nomination):
        """Whether this part is asked of a nomination, by its nominee."""
        self.ensure_one()
        return self.subject in ('both', nomination.nominee_kind)

    @api.constrains('allowed_types')
    def _check_allowed_types(self):
        for requirement in self:
            requirement._check_types_known()

    def _check_types_known(self):
        try:
            self._media_types()
        except errors.FileTypeError as error:
            raise ValidationError(
                self.env._(
                    '"%(requirement)s": file types %(unknown)s are not known. '
                    'Choose among: %(known)s.',
                    requirement=self.name,
                    unknown=error,
                    known=', '.join(filetypes.MEDIA_TYPES),
                )
            ) from error

    def _media_types(self):
        """The true types of files that are taken here; empty for any.

        :return: frozenset of media types
        :raises FileTypeError: `allowed_types` names one that is not known
        """
        return filetypes.media_types(filetypes.parse_extensions(self.allowed_types or ''))

    def _max_bytes(self):
        """The largest file that is taken here; None for any."""
        return self.maximum_mb * 1024 * 1024 or None
