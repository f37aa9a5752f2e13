from odoo import api, fields, models

from ..domain import form08


class EmulationReportForm(models.Model):
    """Layout of an achievement report (mẫu báo cáo thành tích), as editable data.

    The text of a statutory form is not shipped as certain: see its verification mark. At launch
    a campaign takes a copy of its own, so that later corrections never reach a running campaign.
    """

    _name = 'emulation.report.form'
    _description = 'Report form'
    _inherit = ['emulation.source.mixin', 'emulation.frozen.mixin']
    _order = 'name, id'
    _checked_fields = frozenset(
        {
            'name',
            'title',
            'request_line',
            'subtitle',
            'section_ids',
            'reporter_caption',
            'unit_head_caption',
            'unit_confirmation_caption',
            'submitter_confirmation_caption',
        }
    )

    name = fields.Char(required=True, help='Such as "Mẫu số 08".')
    legal_basis_id = fields.Many2one('emulation.legal.basis', index=True)
    title = fields.Char(required=True, default='BÁO CÁO THÀNH TÍCH')
    request_line = fields.Char(
        default='ĐỀ NGHỊ TẶNG',
        help='First words of the line under the title; the award follows.',
    )
    subtitle = fields.Char(help='Printed in brackets; {campaign} stands for the campaign title.')
    # Over the signatures
    reporter_caption = fields.Char(
        'Individual', default=form08.REPORTER, help='Who reports on own achievements.'
    )
    unit_head_caption = fields.Char(
        'Head of a collective', default=form08.UNIT_HEAD, help="Who reports on a collective's."
    )
    unit_confirmation_caption = fields.Char(
        'Confirmation by the unit',
        default=form08.UNIT_CONFIRMATION,
        help="Beside an individual's signature.",
    )
    submitter_confirmation_caption = fields.Char(
        'Confirmation by the submitting body',
        default=form08.SUBMITTER_CONFIRMATION,
        help="Beside a collective's signature; under an individual's if the award is forwarded.",
    )
    section_ids = fields.One2many('emulation.report.section', 'form_id', copy=True)
    campaign_id = fields.Many2one(
        'emulation.campaign', readonly=True, copy=False, index='btree_not_null', ondelete='cascade'
    )
    origin_id = fields.Many2one(
        'emulation.report.form',
        'Copy of',
        readonly=True,
        copy=False,
        index='btree_not_null',
        ondelete='set null',
        help='The form of the catalogue a campaign took this copy from at its launch.',
    )
    company_id = fields.Many2one('res.company', index=True)
    active = fields.Boolean(default=True)

    @api.depends('name', 'legal_basis_id.kind', 'legal_basis_id.number')
    def _compute_display_name(self):
        for form in self:
            basis = form.legal_basis_id._short_name() if form.legal_basis_id else ''
            form.display_name = f'{form.name} – {basis}' if basis else form.name

    def _cited(self):
        """The form as a plan names it.

        :return: (its name, the document that sets it, number of that document)
        """
        self.ensure_one()
        basis = self.legal_basis_id
        return self.name, basis.citation or '', basis.number or ''
