import base64
import binascii
import hashlib

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools.mimetypes import guess_mimetype

from ..domain import filetypes
from ..domain.completeness import File, upload_findings
from ..domain.editing import Part
from ..domain.vietnamese import clean_name

# Read from the content of a file, so never taken from a caller.
MEASURES = frozenset({'mimetype', 'size', 'checksum'})
# Follows from the dossier: a file of another company would be hidden from those who judge it.
FOLLOWING = frozenset({'company_id'})


class EmulationEvidence(models.Model):
    """A file of a dossier: evidence for a criterion or an uploaded part (minh chứng).

    What a file is, is read from its content; its name is believed in nothing. A file that is
    empty or that pretends to be of another type is refused when it is handed in, and every file
    is measured again when the dossier is submitted.
    """

    _name = 'emulation.evidence'
    _description = 'Evidence file'
    _inherit = ['emulation.dossier.part']
    _order = 'nomination_id, id'
    _content_fields = frozenset({'name', 'file', 'note'})

    nomination_id = fields.Many2one(
        'emulation.nomination', required=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(
        related='nomination_id.company_id', store=True, precompute=True, index=True
    )
    dossier_line_id = fields.Many2one(
        'emulation.dossier.line', index='btree_not_null', ondelete='cascade'
    )
    assessment_id = fields.Many2one(
        'emulation.criterion.assessment', index='btree_not_null', ondelete='cascade'
    )
    name = fields.Char('File name', required=True)
    file = fields.Binary(attachment=True, required=True)
    mimetype = fields.Char('Real type', readonly=True, help='Read from the content, not the name.')
    size = fields.Integer('Size (bytes)', readonly=True)
    checksum = fields.Char('SHA-256', readonly=True)
    note = fields.Char()

    _one_place = models.Constraint(
        'CHECK (num_nonnulls(dossier_line_id, assessment_id) = 1)',
        'A file belongs to one criterion or to one part of the dossier.',
    )

    @api.model_create_multi
    def create(self, vals_list):
        measured = [self._measured(self._placed(vals)) for vals in vals_list]
        files = super(EmulationEvidence, self._without_forged_defaults()).create(measured)
        files._check_may_change(added=files)
        files._check_acceptable()
        return files

    def write(self, vals):
        result = super().write(self._measured(vals))
        if {'file', 'name'}.intersection(vals):
            self._check_acceptable()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sent(self):
        self._check_may_change()

    def _check_content(self, vals):
        # What is measured here is not written by the caller.
        super()._check_content({name: vals[name] for name in vals if name not in MEASURES})

    @api.constrains('nomination_id', 'dossier_line_id', 'assessment_id')
    def _check_same_dossier(self):
        for file in self:
            if (file.dossier_line_id or file.assessment_id).nomination_id != file.nomination_id:
                raise ValidationError(
                    self.env._('File "%(file)s" is of another dossier.', file=file.name)
                )

    # What a file is

    @api.model
    def _placed(self, vals):
        """Values with the dossier the file's criterion or part is of, whoever named another."""
        for name in ('dossier_line_id', 'assessment_id'):
            if vals.get(name):
                # sudo: whose dossier it is; rights on that are checked on the new file.
                line = self.env[self._fields[name].comodel_name].sudo().browse(vals[name])
                return {'nomination_id': line.nomination_id.id, **vals}
        return vals

    @api.model
    def _measured(self, vals):
        """Values with name, type, size and digest of the content, never the caller's own."""
        told = {name: value for name, value in vals.items() if name not in MEASURES | FOLLOWING}
        if 'name' in told:
            told['name'] = clean_name(told['name'] or '')
        if 'file' not in told:
            return told
        content = self._decoded(told['file'])
        return {
            **told,
            'mimetype': guess_mimetype(content) if content else '',
            'size': len(content),
            'checksum': hashlib.sha256(content).hexdigest(),
        }

    @api.model
    def _decoded(self, file):
        try:
            return base64.b64decode(file or b'', validate=False)
        except (binascii.Error, ValueError) as error:
            raise UserError(self.env._('The file arrived damaged. Upload it again.')) from error

    @api.model
    def _without_forged_defaults(self):
        """Drop defaults a caller's context carries for what is measured or follows."""
        forged = {f'default_{name}' for name in MEASURES | FOLLOWING | {'file', 'name'}}
        kept = {key: value for key, value in self.env.context.items() if key not in forged}
        # Replaced, not extended: what is forged has to go.
        return self.with_env(self.env(context=kept))

    def _check_acceptable(self):
        findings = [finding for file in self for finding in file._acceptance_findings()]
        self.env['emulation.refusal']._raise_if(findings)

    def _acceptance_findings(self):
        """Why the file is not taken: empty, a lie, or not what its part of the dossier takes."""
        self.ensure_one()
        # sudo: the rules for files, which bind whoever hands one in.
        line = self.sudo().dossier_line_id
        requirement = line.requirement_id
        label = requirement.name or self.sudo().assessment_id.criterion_id.name
        found = upload_findings(
            label, [self._file()], requirement._media_types(), requirement._max_bytes(), 0
        )
        lie = filetypes.name_finding(label, self.name, self.mimetype) if not found else None
        return [*found, lie] if lie else found

    def _file(self):
        """The file as the rules of completeness take it."""
        self.ensure_one()
        return File(name=self.name, size=self.size, mimetype=self.mimetype or '')

    # Whose part it is

    def _edited_part(self):
        return Part.DOSSIER if self.dossier_line_id else Part.ASSESSMENT

    def _edited_line(self):
        return self.dossier_line_id or self.assessment_id
