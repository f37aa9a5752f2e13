from odoo import api, fields, models


class EmulationAuthority(models.Model):
    """The register of an authority's decisions: numbered without gaps (sổ đăng ký văn bản)."""

    _inherit = 'emulation.authority'

    has_series_gaps = fields.Boolean(
        compute='_compute_has_series_gaps',
        compute_sudo=True,  # one property of the series, of an authority the user reads
        help='A number of the series is lost whenever issuing fails after it was taken.',
    )

    @api.depends('sequence_id.implementation')
    def _compute_has_series_gaps(self):
        for authority in self:
            series = authority.sequence_id
            authority.has_series_gaps = bool(series) and series.implementation != 'no_gap'
