from odoo import api, models
from odoo.exceptions import UserError

from .emulation_nomination_guard import THREAD_MODELS
from .emulation_submission import PREPARED


class EmulationSubmission(models.Model):
    """Who may change what of a submission, whichever way the change comes in."""

    _inherit = 'emulation.submission'

    def write(self, vals):
        if not self.env.su and not self._only_thread(vals):
            self._check_being_prepared(vals)
            self._check_addressed_so(vals)
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_never_sent(self):
        if any(one.state != 'draft' or one.sent_count for one in self):
            raise UserError(
                self.env._('What was sent is kept. Cancel the submission instead, with the reason.')
            )

    @api.model
    def _only_thread(self, vals):
        return all(any(name in self.env[one]._fields for one in THREAD_MODELS) for name in vals)

    def _check_being_prepared(self, vals=()):
        """Refuse changes to what was sent; the option of a package stays open until it is built.

        :raises UserError: one of the submissions is neither a draft nor returned
        """
        labels = dict(self._fields['state']._description_selection(self.env))
        for one in self:
            # One without a package may still be built one, for whoever asks for it later.
            is_option = bool(vals) and set(vals) <= {'with_edxml'} and not one.package_seal
            if one.state not in PREPARED and not is_option:
                raise UserError(
                    self.env._(
                        '%(submission)s is "%(state)s": it cannot be changed any more.',
                        submission=one.display_name,
                        state=labels[one.state],
                    )
                )

    def _contend(self):
        """Make whoever changes lines and whoever sends at the same moment conflict.

        Sending writes the same rows: one of the two is retried, and sees what the other did.
        """
        if self:
            self.env.cr.execute(
                'UPDATE emulation_submission SET write_uid = write_uid WHERE id IN %s',
                [tuple(sorted(self.ids))],
            )

    def _check_addressed_so(self, vals):
        """Refuse to turn a submission into another one; its lines are of its campaign."""
        identity = {'campaign_id', 'authority_id', 'award_kind'}
        for one in self if not identity.isdisjoint(vals) else ():
            same = all(self._value_of(one, name) == vals[name] for name in identity & set(vals))
            if not same and (one.sent_count or one.line_ids):
                raise UserError(
                    self.env._(
                        '%(submission)s has nominations or was sent: make another submission for '
                        'another campaign, authority or type.',
                        submission=one.display_name,
                    )
                )

    @api.model
    def _value_of(self, one, name):
        value = one[name]
        return value.id if isinstance(value, models.BaseModel) else value
