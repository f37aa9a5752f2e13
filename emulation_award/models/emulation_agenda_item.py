from odoo import api, fields, models


class EmulationAgendaItem(models.Model):
    """A nomination the session considers.

    Who may read it, and the dossier behind it, is stored: the members called, less those in
    conflict. The record rules of items, nominations and their dossiers go by that.
    """

    _name = 'emulation.agenda.item'
    _description = 'Agenda item'
    _inherit = ['emulation.session.part']
    _order = 'session_id, campaign_award_id, nominee_sort_key, id'
    _rec_name = 'nomination_id'
    _writable_in = {'*': ('draft',), 'note': ('draft', 'convened', 'open', 'closed')}

    session_id = fields.Many2one('emulation.session', required=True, index=True, ondelete='cascade')
    company_id = fields.Many2one(related='session_id.company_id', store=True, index=True)
    nomination_id = fields.Many2one(
        'emulation.nomination',
        required=True,
        index=True,
        ondelete='restrict',
        domain="[('state', '=', 'accepted')]",
    )
    campaign_award_id = fields.Many2one(
        related='nomination_id.campaign_award_id', store=True, index=True
    )
    nominee_kind = fields.Selection(related='nomination_id.nominee_kind', store=True)
    nominee_sort_key = fields.Char(related='nomination_id.nominee_sort_key', store=True)
    nomination_state = fields.Selection(related='nomination_id.state', string='Status')
    note = fields.Text('Discussion', help='What was said on this item, for the minutes.')
    reader_ids = fields.Many2many(
        'res.users',
        'emulation_agenda_item_reader_rel',
        'item_id',
        'user_id',
        compute='_compute_reader_ids',
        store=True,
        compute_sudo=True,
    )

    _nomination_uniq = models.Constraint(
        'UNIQUE (session_id, nomination_id)', 'A nomination is on the agenda once.'
    )

    @api.depends(
        'session_id.state',
        'session_id.attendance_ids.member_id.user_id',
        'session_id.attendance_ids.substitute_id.user_id',
        'session_id.conflict_ids.is_excluded',
    )
    def _compute_reader_ids(self):
        for item in self:
            session = item.session_id
            if session.state == 'draft':
                item.reader_ids = False
                continue
            excluded = session.conflict_ids.filtered(
                lambda one, item=item: one.is_excluded and one.nomination_id == item.nomination_id
            ).member_id
            seats = session.attendance_ids.filtered(
                lambda one, excluded=excluded: one.member_id not in excluded
            )
            readers = seats.member_id.user_id | seats.substitute_id.user_id
            item.reader_ids = readers - excluded.user_id - item.nomination_id.employee_id.user_id

    @api.ondelete(at_uninstall=False)
    def _unlink_conflicts(self):
        """A conflict on what is no longer on the agenda is none."""
        for item in self:
            # sudo: who may take the item off was checked; nobody deletes conflicts by hand.
            item.session_id.sudo().conflict_ids.filtered(
                lambda one, item=item: one.nomination_id == item.nomination_id
            ).unlink()
