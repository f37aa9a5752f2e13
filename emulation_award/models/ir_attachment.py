from odoo import api, models
from odoo.exceptions import AccessError


class IrAttachment(models.Model):
    """Files behind the fields of this addon are changed through their record only.

    A file field (evidence, signed minutes, ...) is stored as an attachment that whoever may write
    the record could otherwise replace or delete directly, past the rules the record keeps.
    """

    _inherit = 'ir.attachment'

    @api.model_create_multi
    def create(self, vals_list):
        attachments = super().create(vals_list)
        attachments._check_emulation_file()
        return attachments

    def write(self, vals):
        self._check_emulation_file()
        result = super().write(vals)
        if {'res_model', 'res_field'}.intersection(vals):
            self._check_emulation_file()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_emulation_file(self):
        self._check_emulation_file()

    def _check_emulation_file(self):
        # A file field writes its attachment as superuser, which no remote caller can be.
        if self.env.su:
            return
        # sudo: only to tell where the attachments belong.
        if any(
            attachment.res_field and (attachment.res_model or '').startswith('emulation.')
            for attachment in self.sudo()
        ):
            raise AccessError(
                self.env._(
                    'This file belongs to a record: change it there, where its rules are kept.'
                )
            )
