from odoo import api, fields, models
from odoo.exceptions import UserError

from .naming import model_name


class EmulationAmendment(models.Model):
    """A change to the rules of a launched campaign (điều chỉnh kế hoạch), with its reason."""

    _name = 'emulation.amendment'
    _description = 'Campaign amendment'
    _inherit = ['emulation.operation.mixin']
    _order = 'id desc'
    _rec_name = 'reason'
    _operation_fields = frozenset(
        {
            'campaign_id',
            'reason',
            'document',
            'state',
            'user_id',
            'started_at',
            'finished_at',
            'line_ids',
            'recheck',
        }
    )

    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, readonly=True, index=True, ondelete='restrict'
    )
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    reason = fields.Text(required=True, readonly=True)
    document = fields.Char(
        'Amending document', readonly=True, help='Number and date of the document, if any.'
    )
    state = fields.Selection(
        [('open', 'In progress'), ('done', 'Done'), ('discarded', 'Discarded')],
        required=True,
        default='open',
        readonly=True,
    )
    user_id = fields.Many2one('res.users', 'By', readonly=True, index=True, ondelete='restrict')
    started_at = fields.Datetime(readonly=True)
    finished_at = fields.Datetime(readonly=True)
    line_ids = fields.One2many('emulation.amendment.line', 'amendment_id', readonly=True)
    line_count = fields.Integer('Changes', compute='_compute_line_count')
    recheck = fields.Text(
        'Re-check',
        readonly=True,
        groups='emulation_award.group_emulation_office,emulation_award.group_emulation_auditor',
        help='What is already in and no longer fits. It names nominees of all units.',
    )

    _one_open = models.UniqueIndex(
        "(campaign_id) WHERE state = 'open'", 'An amendment of this campaign is already open.'
    )

    @api.depends('line_ids')
    def _compute_line_count(self):
        counted = dict(
            self.env['emulation.amendment.line']._read_group(
                [('amendment_id', 'in', self.ids)], ['amendment_id'], ['__count']
            )
        )
        for amendment in self:
            amendment.line_count = counted.get(amendment, 0)

    def _log_changes(self, changes):
        """Keep changed values, old beside new.

        :param list changes: (rule that changed, field name or '', old text, new text)
        """
        self.ensure_one()
        # sudo: lines have no create right for anybody; the caller may write the rule itself.
        self.env['emulation.amendment.line'].sudo().create(
            [
                {
                    'amendment_id': self.id,
                    'res_model': rule._name,
                    'res_id': rule.id,
                    'rule': f'{model_name(rule)}: {rule.display_name}',
                    'field_name': name,
                    'old_value': old,
                    'new_value': new,
                }
                for rule, name, old, new in changes
            ]
        )

    def _as_payload(self, misfits, counted_units):
        """The amendment as the journal keeps it.

        :param list misfits: sentences of the re-check
        :param counted_units: units that joined and were counted
        """
        self.ensure_one()
        return {
            'amendment': self.id,
            'reason': self.reason,
            'document': self.document or '',
            'changes': [line._as_payload() for line in self.line_ids],
            'head_counts': [
                {'unit': unit.unit_name, 'count': unit.head_count} for unit in counted_units
            ],
            'recheck': misfits,
        }

    @api.ondelete(at_uninstall=False)
    def _unlink_except_ever(self):
        raise UserError(self.env._('An amendment is part of the record and is never deleted.'))
