import base64
import hashlib

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import file_open

from ..reports.template_error import TemplateError
from .kept_file import kept_bytes

SHIPPED = 'emulation_award/reports/templates/{}.odt'
#: Told about the own file when it is put in place.
ABOUT_FILE = frozenset({'checksum', 'shipped_checksum', 'replaced_by_id', 'replaced_at'})
#: Nobody types these.
GIVEN = ABOUT_FILE | {'code', 'is_own'}


class EmulationDocumentTemplate(models.Model):
    """Layout of an official document (mẫu trình bày văn bản): that of the addon, or one's own.

    A template is filled by an engine that runs what stands in it, so it is code: only system
    administrators see and replace it, and each file is checked before it takes the old one's
    place.
    """

    _name = 'emulation.document.template'
    _description = 'Document template'
    _order = 'id'

    code = fields.Selection(
        [
            ('plan', 'Plan'),
            ('reminder', 'Reminder letter'),
            ('unit_minutes', 'Minutes of the unit'),
            ('summary', 'Summary of achievements'),
            ('form08', 'Achievement report (Form 08)'),
            ('vote_count', 'Vote-count minutes'),
            ('council_minutes', 'Minutes of the council'),
            ('submission_letter', 'Letter of submission'),
            ('decision', 'Decision'),
        ],
        string='Document',
        required=True,
        readonly=True,
    )
    file = fields.Binary(
        'Own template',
        attachment=False,
        copy=False,
        help='An ODT file that takes the place of the template of the addon.',
    )
    file_name = fields.Char('Name of the file', copy=False)
    is_own = fields.Boolean('Replaced', compute='_compute_is_own', store=True)
    is_behind = fields.Boolean('Addon has a newer one', compute='_compute_is_behind')
    checksum = fields.Char('SHA-256', readonly=True, copy=False)
    shipped_checksum = fields.Char(
        'Made from',
        readonly=True,
        copy=False,
        help='SHA-256 of the template of the addon when it was replaced.',
    )
    replaced_by_id = fields.Many2one('res.users', 'Put in place by', readonly=True, copy=False)
    replaced_at = fields.Datetime('Put in place on', readonly=True, copy=False)
    content = fields.Binary('Template in use', compute='_compute_content')
    content_name = fields.Char('Name of the template in use', compute='_compute_content')
    fields_known = fields.Text('What it can show', compute='_compute_fields_known')

    _code_uniq = models.UniqueIndex('(code)', 'This document has its template already.')

    @api.depends('code')
    def _compute_display_name(self):
        labels = dict(self._fields['code']._description_selection(self.env))
        for template in self:
            template.display_name = labels.get(template.code, '')

    @api.depends('checksum')
    def _compute_is_own(self):
        for template in self:
            template.is_own = bool(template.checksum)

    @api.depends('is_own', 'shipped_checksum')
    def _compute_is_behind(self):
        for template in self:
            now = template.is_own and _checksum(template._shipped())
            template.is_behind = bool(now) and now != template.shipped_checksum

    @api.depends('code', 'checksum')
    def _compute_content(self):
        for template in self:
            template.content = base64.b64encode(template._in_use())
            template.content_name = f'{template.code}.odt'

    @api.depends('code')
    def _compute_fields_known(self):
        from ..reports.template_models import VIEW_MODELS, outline

        for template in self:
            template.fields_known = '\n'.join(outline('doc', VIEW_MODELS[template.code]))

    def write(self, vals):
        """Check a file before it takes the old one's place, and say in the journal who put it.

        :raises AccessError: something is given that follows from the file
        :raises UserError: the file cannot be used; the message names the place
        """
        if not GIVEN.isdisjoint(vals):
            raise AccessError(
                self.env._(
                    'Whose template this is, who replaced it, when and with what is not typed in.'
                )
            )
        if 'file' not in vals:
            return super().write(vals)
        self.check_access('write')
        content = self._decoded(vals['file'])
        before = {template: template.checksum for template in self}
        for template in self:
            if content:
                template._validate(content)
            super(EmulationDocumentTemplate, template).write(vals | template._told(content))
        self._log_replaced(before)
        return True

    def action_download(self):
        """Download the template in use, to be changed in LibreOffice."""
        self.ensure_one()
        self.check_access('write')
        return {
            'type': 'ir.actions.act_url',
            'url': f'/web/content/{self._name}/{self.id}/content/{self.code}.odt?download=true',
            'target': 'download',
        }

    def action_reset(self):
        """Go back to the template of the addon."""
        self.check_access('write')
        self.filtered('is_own').write({'file': False, 'file_name': False})

    @api.model
    def _content(self, code):
        """Return the template of a document, as it is in use.

        :param str code: of the document
        :return: bytes of an ODT file
        :raises UserError: somebody changed the own file behind the addon's back
        """
        # sudo: whoever makes a document needs its layout and may not see or change it.
        template = self.sudo().search([('code', '=', code)], limit=1)
        return (template or self.new({'code': code}))._in_use()

    def _validate(self, content):
        """Check that a file can be the template of this document.

        :param bytes content: of the file
        :raises UserError: it cannot; the message names the place
        """
        from ..reports import template_check

        self.ensure_one()
        try:
            template_check.check(self.code, content)
        except TemplateError as error:
            raise UserError(self._refusal(error)) from error

    def _decoded(self, file):
        try:
            return base64.b64decode(file or b'')
        except ValueError as error:
            raise UserError(self._reasons()['damaged']) from error

    def _told(self, content):
        if not content:
            return dict.fromkeys(ABOUT_FILE, False)
        return {
            'checksum': _checksum(content),
            'shipped_checksum': _checksum(self._shipped()),
            'replaced_by_id': self.env.uid,
            'replaced_at': fields.Datetime.now(),
        }

    def _log_replaced(self, before):
        """Say in the journal what takes the place of what.

        :param dict before: checksum of the own file that was there, by template
        """
        changed = self.filtered(lambda template: template.checksum or before[template])
        self.env['emulation.journal']._append(
            [template._entry(before[template] or '') for template in changed]
        )

    def _entry(self, was):
        payload = {
            'template': self.code,
            'file': self.file_name or '',
            'sha256': self.checksum or _checksum(self._shipped()),
            'sha256_before': was,
        }
        event = 'template.replaced' if self.is_own else 'template.reset'
        return {'event': event, 'record': self, 'payload': payload}

    def _in_use(self):
        self.ensure_one()
        content = kept_bytes(self, 'file')
        if not content:
            return self._shipped()
        if _checksum(content) != self.checksum:
            raise UserError(
                self.env._(
                    'The own template of "%s" is not the file that was checked when it was put '
                    'in place. A system administrator has to replace it again.',
                    self.display_name,
                )
            )
        return content

    def _shipped(self):
        """Return the template of the addon."""
        with file_open(SHIPPED.format(self.code), 'rb') as file:
            return file.read()


def _checksum(content):
    return hashlib.sha256(content).hexdigest()
