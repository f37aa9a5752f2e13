from odoo import api, fields, models
from odoo.exceptions import UserError

STAMPS = frozenset({'checked_by_id', 'checked_on'})


class EmulationSourceMixin(models.AbstractModel):
    """Reference data that was read somewhere and may be wrong: say where, and whether checked.

    Law changes, copies of it are imperfect, and agencies have rules of their own. Whatever the
    addon ships without having read the gazette says so to the user and can be corrected.
    """

    _name = 'emulation.source.mixin'
    _description = 'Reference data with its source'

    # Fields of the model whose change makes an earlier check worthless.
    _checked_fields = frozenset()

    verification = fields.Selection(
        [('needs_checking', 'Needs checking'), ('verified', 'Verified')],
        required=True,
        default='needs_checking',
        help='"Needs checking": nobody has yet compared this with the official text.',
    )
    source = fields.Char(help='Document, article and clause this was read in.')
    checked_by_id = fields.Many2one(
        'res.users', 'Checked by', readonly=True, index='btree_not_null', ondelete='restrict'
    )
    checked_on = fields.Datetime(readonly=True)

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._stamped(vals) for vals in vals_list])

    def write(self, vals):
        return super().write(self._stamped(vals))

    def action_mark_checked(self):
        """Record that the user compared these records with the text their source names.

        :raises UserError: a record names no source, so there is nothing it was compared with
        """
        if unsourced := self.filtered(lambda record: not record.source):
            raise UserError(
                self.env._(
                    'Nothing says where %(records)s was read. Enter its source (document, article '
                    'and clause) first, then mark it as checked.',
                    records=', '.join(unsourced.mapped('display_name')),
                )
            )
        return self.write({'verification': 'verified'})

    def action_mark_unchecked(self):
        """Withdraw the mark: the text has changed, or the check was a mistake."""
        return self.write({'verification': 'needs_checking'})

    @api.model
    def _stamped(self, vals):
        """Add who checked and when; a changed figure loses the mark of the one before it."""
        # Shipped data and operations (superuser) keep the marks they come with.
        if self.env.su:
            return vals
        kept = {name: value for name, value in vals.items() if name not in STAMPS}
        if 'verification' not in kept and self._checked_fields.isdisjoint(kept):
            return kept
        mark = kept.get('verification', 'needs_checking')
        return {**kept, 'verification': mark, **self._stamps(mark == 'verified')}

    @api.model
    def _stamps(self, checked):
        if not checked:
            return {'checked_by_id': False, 'checked_on': False}
        return {'checked_by_id': self.env.uid, 'checked_on': fields.Datetime.now()}
