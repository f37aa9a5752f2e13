from odoo import fields, models


class EmulationAmendment(models.Model):
    """A change to the rules of a launched campaign (điều chỉnh kế hoạch), with its reason."""

    _name = 'emulation.amendment'
    _description = 'Campaign amendment'
    _inherit = ['emulation.operation.mixin']
    _order = 'id desc'
    _rec_name = 'reason'
    _operation_fields = frozenset(
        {'campaign_id', 'state', 'user_id', 'started_at', 'finished_at', 'line_ids', 'recheck'}
    )

    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, readonly=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    reason = fields.Text(required=True)
    document = fields.Char('Amending document', help='Number and date of the document, if any.')
    state = fields.Selection(
        [('open', 'In progress'), ('done', 'Done')], required=True, default='open', readonly=True
    )
    user_id = fields.Many2one('res.users', 'By', readonly=True, index=True, ondelete='restrict')
    started_at = fields.Datetime(readonly=True)
    finished_at = fields.Datetime(readonly=True)
    line_ids = fields.One2many('emulation.amendment.line', 'amendment_id', readonly=True)
    recheck = fields.Text('Re-check', readonly=True, help='What is already in and no longer fits.')

    def _log_changes(self, record, changes):
        """Keep the changes of one record.

        :param record: the rule that changed, one record
        :param list changes: (field name or '', old text, new text)
        """
        self.ensure_one()
        # sudo: lines have no create right for anybody; the caller may write the rule itself.
        self.env['emulation.amendment.line'].sudo().create(
            [
                {
                    'amendment_id': self.id,
                    'res_model': record._name,
                    'res_id': record.id,
                    'rule': f'{record._description}: {record.display_name}',
                    'field_name': name,
                    'old_value': old,
                    'new_value': new,
                }
                for name, old, new in changes
            ]
        )
