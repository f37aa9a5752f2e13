import hashlib

from odoo import api, fields, models
from odoo.exceptions import UserError

from .kept_file import kept_bytes

#: Files of a submission that belong to one sending of it, and what is told about each.
FILES = {
    'signed_scan': ('signed_scan_name',),
    'package': ('package_name', 'package_sha256', 'package_seal', 'package_built_at'),
}
LETTER = ('number', 'date', 'sent_at', 'sent_channel', 'kept_document', 'kept_sha256')


class EmulationSubmissionSending(models.Model):
    """A submission as it went up and came back (bản trình đã bị trả lại): never changed again.

    The next letter is another one; this one stays with its scan and its package, as evidence of
    what the superior had in hand.
    """

    _name = 'emulation.submission.sending'
    _description = 'Letter that came back'
    _order = 'submission_id, returned_at desc, id desc'
    _rec_name = 'number'

    submission_id = fields.Many2one(
        'emulation.submission', required=True, readonly=True, index=True, ondelete='restrict'
    )
    company_id = fields.Many2one(related='submission_id.company_id', store=True, index=True)
    number = fields.Char('Letter no.', readonly=True)
    date = fields.Date(readonly=True)
    sent_at = fields.Datetime('Sent on', readonly=True)
    sent_by_id = fields.Many2one('res.users', 'Sent by', readonly=True, index='btree_not_null')
    sent_channel = fields.Char('Sent by way of', readonly=True)
    returned_at = fields.Datetime('Returned on', readonly=True)
    return_reason = fields.Text('Why it was returned', readonly=True)
    signed_scan = fields.Binary('Signed letter', attachment=True, readonly=True)
    signed_scan_name = fields.Char(readonly=True)
    scan_sha256 = fields.Char('SHA-256 of the letter', readonly=True)
    package = fields.Binary(attachment=True, readonly=True)
    package_name = fields.Char(readonly=True)
    package_sha256 = fields.Char('SHA-256', readonly=True)
    package_seal = fields.Char('Seal', readonly=True)
    package_built_at = fields.Datetime('Built on', readonly=True)
    kept_document = fields.Text(readonly=True, groups=fields.NO_ACCESS)
    kept_sha256 = fields.Char('Digest of the document', readonly=True)

    def write(self, vals):
        """Never: only the operation that keeps it says anything of it.

        :raises UserError: there is something to write
        """
        if vals:
            raise UserError(self.env._('A letter that came back stays as it was sent.'))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_kept(self):
        raise UserError(self.env._('A letter that came back stays as it was sent.'))


class EmulationSubmission(models.Model):
    """What went up before and came back."""

    _inherit = 'emulation.submission'

    sending_ids = fields.One2many(
        'emulation.submission.sending', 'submission_id', 'Came back', readonly=True, copy=False
    )

    def _keep_sending(self, reason):
        """Keep letter and package as they were sent; the next are others.

        :param str reason: of the superior, for the whole
        """
        self.ensure_one()
        # sudo: nobody makes such records otherwise; whoever takes a return was checked.
        one = self.sudo()
        scan = kept_bytes(one, 'signed_scan')
        names = (*LETTER, *(name for told in FILES.values() for name in told))
        sending = one.sending_ids.create(
            {
                **{name: one[name] for name in names},
                'submission_id': one.id,
                'sent_by_id': one.sent_by_id.id,
                'returned_at': fields.Datetime.now(),
                'return_reason': reason,
                'scan_sha256': hashlib.sha256(scan).hexdigest() if scan else False,
            }
        )
        self._move_files(sending)
        one.write(
            {
                **{name: False for field, told in FILES.items() for name in (field, *told)},
                'package_source': False,
            }
        )
        return sending

    def _move_files(self, sending):
        """Hand the files over as they are stored: a package is too large to be read for that."""
        # sudo: attachments behind operation fields; see _keep_sending.
        files = self.env['ir.attachment'].sudo().search(
            [
                ('res_model', '=', self._name),
                ('res_id', '=', self.id),
                ('res_field', 'in', list(FILES)),
            ]
        )  # fmt: skip
        files.write({'res_model': sending._name, 'res_id': sending.id})
        self.invalidate_recordset(list(FILES))
        sending.invalidate_recordset(list(FILES))
