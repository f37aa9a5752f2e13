import base64

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..domain import submission_reply as rules
from ..domain.errors import TableError
from ..domain.findings import Finding
from ..domain.tables import find_table
from ..models.kept_file import check_scan, kept_bytes
from ..reports import table_reader


class EmulationSubmissionReply(models.TransientModel):
    """Enter the superior's reply: its decision, and who was awarded or refused."""

    _name = 'emulation.submission.reply'
    _description = 'Reply of the superior'
    _inherit = ['emulation.pointer']
    _pointers = frozenset({'submission_id'})

    submission_id = fields.Many2one(
        'emulation.submission',
        required=True,
        readonly=True,
        default=lambda self: self.env.context.get('active_id'),
    )
    number = fields.Char('Decision no.', required=True, help='Such as 2107/QĐ-UBND.')
    date = fields.Date('Dated', required=True)
    document = fields.Binary('Decision', required=True, attachment=False)
    document_name = fields.Char()
    citation = fields.Text(
        'Awarded for',
        default=lambda self: self._default_citation(),
        help='As the decision words it; entered in the registry.',
    )
    line_ids = fields.One2many(
        'emulation.submission.reply.line',
        'wizard_id',
        default=lambda self: self._default_line_ids(),
    )
    file = fields.Binary('List', attachment=False, help='Spreadsheet with names and results.')
    file_name = fields.Char()
    verdict = fields.Text('What the list says', readonly=True)

    def _submission(self):
        return self.env['emulation.submission'].browse(self.env.context.get('active_id'))

    def _default_citation(self):
        submission = self._submission()
        said = submission._citation() if submission else ''
        return said[:1].upper() + said[1:]

    def _default_line_ids(self):
        submission = self._submission()
        waiting = submission._waiting_lines() if submission else submission.line_ids
        return [Command.create({'line_id': line.id, 'answer': 'awarded'}) for line in waiting]

    def action_confirm(self):
        """Enter the reply; the awarded go into the registry.

        :raises UserError: the reply contradicts itself or the submission
        """
        self.ensure_one()
        self._check_document()
        answers = {
            one.line_id: (one.answer, (one.reason or '').strip())
            for one in self.line_ids
            if one.answer
        }
        decision = {
            'number': self.number.strip(),
            'date': self.date,
            'document': base64.b64encode(kept_bytes(self, 'document')),
            'document_name': self.document_name,
            'citation': self.citation,
        }
        prizes = {one.line_id: one.prize_amount for one in self.line_ids if one.prize_amount}
        self.submission_id._reply(decision, answers, prizes)
        return {'type': 'ir.actions.act_window_close'}

    def _check_document(self):
        check_scan(
            self,
            self._fields['document']._description_string(self.env),
            self.document_name or self.number,
            kept_bytes(self, 'document'),
        )

    def action_read_list(self):
        """Fill the answers from a spreadsheet; nothing is entered yet.

        :raises UserError: there is no list, or it cannot be read
        """
        self.ensure_one()
        self.submission_id._check_office()
        if not self.file:
            raise UserError(self.env._('Choose the list first.'))
        self.verdict = self._read_answers()
        return {
            'type': 'ir.actions.act_window',
            'res_model': self._name,
            'res_id': self.id,
            'views': [(False, 'form')],
            'target': 'new',
        }

    def _read_answers(self):
        """Take the answers of the list over into the lines.

        :return: what the list leaves open, as text
        """
        refusal = self.env['emulation.refusal']
        try:
            sheet = table_reader.read(kept_bytes(self, 'file'))
            table = find_table(sheet.rows, rules.NEEDED)
        except TableError as error:
            refusal._raise_if([Finding(error.code, error.params)])
        waiting = self.line_ids.line_id._as_waiting()
        own = self.env['emulation.commendation']._import_own_names(self.submission_id.company_id)
        answers, findings = rules.read_answers(table, waiting, own)
        for one in self.line_ids:
            answer, reason = answers.get(one.line_id.id, (False, ''))
            one.write({'answer': answer, 'reason': reason})
        count = self.env._(
            '%(found)s of %(all)s who wait are on the list.',
            found=len(answers),
            all=len(waiting),
        )
        return '\n'.join([count, *refusal._sentences(findings)])
