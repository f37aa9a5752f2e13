from odoo import fields, models


class EmulationConflict(models.Model):
    """A conflict of interest of one member on one nomination, or its pinned absence."""

    _name = 'emulation.conflict'
    _description = 'Conflict of interest'
    _inherit = ['emulation.operation.mixin']
    _order = 'session_id, nomination_id, member_id, id'
    _rec_name = 'reason'
    _operation_fields = frozenset(
        {'session_id', 'nomination_id', 'member_id', 'origin', 'kind', 'is_excluded', 'set_by_id'}
    )

    session_id = fields.Many2one('emulation.session', required=True, index=True, ondelete='cascade')
    company_id = fields.Many2one(related='session_id.company_id', store=True, index=True)
    nomination_id = fields.Many2one(
        'emulation.nomination', required=True, index=True, ondelete='restrict'
    )
    member_id = fields.Many2one(
        'emulation.council.member', required=True, index=True, ondelete='restrict'
    )
    origin = fields.Selection(
        [
            ('found', 'Found in HR'),
            ('declared', 'Declared by the member'),
            ('chair', 'Set by the chair'),
        ],
        required=True,
        readonly=True,
    )
    kind = fields.Selection(
        [
            ('self', 'Is the nominee'),
            ('own_collective', 'Belongs to the collective'),
            ('unit_leader', 'Leads the proposing unit'),
            ('same_unit', 'Same unit'),
            ('manager_line', 'Manages or is managed by the nominee'),
            ('author', 'Wrote the dossier'),
            ('signatory', 'Signed the dossier'),
            ('declared', 'Other'),
        ],
        required=True,
        readonly=True,
    )
    is_excluded = fields.Boolean(
        'Excluded', default=True, readonly=True, help='Off: pinned as no conflict, with its reason.'
    )
    reason = fields.Text(required=True)
    set_by_id = fields.Many2one('res.users', readonly=True, index=True, ondelete='restrict')

    _uniq = models.Constraint(
        'UNIQUE (session_id, nomination_id, member_id)',
        'A member has one conflict entry per nomination.',
    )
