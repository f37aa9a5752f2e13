from odoo import fields, models

from .emulation_council import QUORUM_BASES


class EmulationSession(models.Model):
    """A meeting of the council (phiên họp): who is there, what is on the agenda, what was voted."""

    _name = 'emulation.session'
    _description = 'Council session'
    _inherit = ['emulation.operation.mixin', 'mail.thread', 'mail.activity.mixin']
    _order = 'date_planned desc, id desc'
    _check_company_auto = True
    _operation_fields = frozenset(
        {'state', 'convened_at', 'opened_at', 'closed_at', 'minuted_at', 'calendar_event_id'}
        | {'quorum_kind', 'quorum_numerator', 'quorum_denominator', 'quorum_count', 'quorum_base'}
        | {'quorum_chair_required', 'written_opinions_count', 'substitutes_vote'}
    )

    name = fields.Char(required=True)
    council_id = fields.Many2one(
        'emulation.council', required=True, index=True, ondelete='restrict', check_company=True
    )
    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, index=True, ondelete='restrict', check_company=True
    )
    phase_id = fields.Many2one('emulation.phase', required=True, index=True, ondelete='restrict')
    company_id = fields.Many2one(related='council_id.company_id', store=True, index=True)
    state = fields.Selection(
        [
            ('draft', 'Draft'),
            ('convened', 'Convened'),
            ('open', 'Open'),
            ('closed', 'Closed'),
            ('minuted', 'Minuted'),
        ],
        required=True,
        default='draft',
        copy=False,
        index=True,
        tracking=True,
    )
    date_planned = fields.Datetime('Date', required=True)
    duration = fields.Float('Hours', default=2.0)
    place = fields.Char()
    agenda = fields.Text('Notice', help='Printed in the notice, before the list of items.')
    document_ids = fields.Many2many('ir.attachment', string='Documents', bypass_search_access=True)
    calendar_event_id = fields.Many2one(
        'calendar.event', readonly=True, copy=False, index='btree_not_null'
    )
    item_ids = fields.One2many('emulation.agenda.item', 'session_id', 'Agenda')
    attendance_ids = fields.One2many('emulation.attendance', 'session_id')
    conflict_ids = fields.One2many('emulation.conflict', 'session_id')
    opinion_ids = fields.One2many('emulation.written.opinion', 'session_id')
    round_ids = fields.One2many('emulation.round', 'session_id')
    # Functions of the day
    chair_id = fields.Many2one('emulation.council.member', index='btree_not_null')
    secretary_id = fields.Many2one('emulation.council.member', index='btree_not_null')
    teller_ids = fields.Many2many(
        'emulation.council.member', 'emulation_session_teller_rel', 'session_id', 'member_id'
    )
    # Quorum rule, copied from the council when convened
    quorum_kind = fields.Selection([('ratio', 'Share'), ('count', 'Number')], readonly=True)
    quorum_numerator = fields.Integer(readonly=True)
    quorum_denominator = fields.Integer(readonly=True)
    quorum_count = fields.Integer(readonly=True)
    quorum_base = fields.Selection(QUORUM_BASES, readonly=True)
    quorum_chair_required = fields.Boolean(readonly=True)
    written_opinions_count = fields.Boolean(readonly=True)
    substitutes_vote = fields.Boolean(readonly=True)
    discussion = fields.Text()
    conclusion = fields.Text()
    convened_at = fields.Datetime(readonly=True, copy=False)
    opened_at = fields.Datetime(readonly=True, copy=False)
    closed_at = fields.Datetime(readonly=True, copy=False)
    minuted_at = fields.Datetime(readonly=True, copy=False)
