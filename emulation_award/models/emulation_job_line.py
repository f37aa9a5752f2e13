import base64

from odoo import fields, models
from odoo.fields import Domain

from ..reports.document_file import File

LINE_STATES = [('waiting', 'Waiting'), ('made', 'Made'), ('failed', 'Not made')]


class EmulationJobLine(models.Model):
    """One document of a job: of what it is made, and what became of it."""

    _name = 'emulation.job.line'
    _description = 'Document made in the background'
    _order = 'job_id, sequence, id'

    job_id = fields.Many2one('emulation.job', required=True, index=True, ondelete='cascade')
    sequence = fields.Integer()
    name = fields.Char('Made of', required=True)
    res_model = fields.Char(required=True)
    res_ids = fields.Json(required=True)
    state = fields.Selection(LINE_STATES, required=True, default='waiting')
    attempts = fields.Integer(help='How often it was begun.')
    error = fields.Text('Why it was not made')
    # Until the job's own file is made of them.
    file = fields.Binary(attachment=True, groups=fields.NO_ACCESS)
    file_name = fields.Char('Name of the file')
    source = fields.Char('Digest of what it was made from')

    def _records(self):
        """The records that these lines are made of, in order; all of one model."""
        ids = [number for line in self for number in line.res_ids]
        return self.env[self[:1].res_model].browse(ids) if self else self.browse()

    def _problems(self):
        """Why lines cannot be made any more, as the user of this environment, by line."""
        documents = self.env['emulation.document']
        readable = {
            model: documents._readable_ids(lines._records())
            for model, lines in self.grouped('res_model').items()
        }
        sentence = self.env._('It was deleted, or you may not read it any more.')
        return {
            line: sentence for line in self if not readable[line.res_model].issuperset(line.res_ids)
        }

    def _fail(self, why):
        self.write({'state': 'failed', 'error': why, 'file': False})

    def _put_back(self):
        """Have these made once more, from the beginning."""
        self.write({'state': 'waiting', 'error': False, 'attempts': 0, 'file': False})

    def _without_file(self):
        """Those of which nothing is stored."""
        domain = Domain('res_model', '=', self._name) & Domain('res_field', '=', 'file')
        stored = self.env['ir.attachment'].search(domain & Domain('res_id', 'in', self.ids))
        return self - self.browse(stored.mapped('res_id'))

    def _keep(self, content):
        """Store what was made of this line.

        :param bytes content: of the file
        """
        self.file = base64.b64encode(content)

    def _files(self):
        """What became of these lines, as files; what was not made by the name of its record."""
        return [
            File(False, line.file_name, base64.b64decode(line.file))
            if line.state == 'made'
            else File(False, line.name, error=line.error)
            for line in self
        ]
