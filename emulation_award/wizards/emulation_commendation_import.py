import base64
import hashlib

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

from ..domain import registry_import as rules
from ..domain.errors import TableError
from ..domain.findings import Finding
from ..domain.registry_directory import Holder
from ..domain.table_headings import Column
from ..domain.tables import find_table
from ..models.emulation_decision_guard import MANAGER
from ..models.emulation_nomination_guard import OFFICE
from ..models.kept_file import kept_bytes
from ..reports import registry_sheets, table_reader, xlsx_engine


class EmulationCommendationImport(models.TransientModel):
    """Import awards of earlier years from a spreadsheet, after looking at what would happen."""

    _name = 'emulation.commendation.import'
    _description = 'Import of past awards'

    company_id = fields.Many2one(
        'res.company', required=True, default=lambda self: self.env.company
    )
    file = fields.Binary('List', attachment=False, help='Excel workbook (.xlsx) or text (.csv).')
    file_name = fields.Char()
    outsiders = fields.Boolean(
        'Contacts for outsiders',
        help='People and bodies nobody here knows become contacts, and hold the award as such.',
    )
    other_awards = fields.Boolean(
        'Awards as worded',
        help='Awards the catalogue does not know are entered as the list words them.',
    )
    mode = fields.Selection(
        [('good', 'The good rows only'), ('all', 'All rows, or none')],
        'Import',
        required=True,
        default='good',
    )
    state = fields.Selection(
        [('draft', 'To be checked'), ('checked', 'Checked')], default='draft', readonly=True
    )
    line_ids = fields.One2many('emulation.commendation.import.line', 'wizard_id', 'Rows')
    columns = fields.Text('Recognised columns', readonly=True)
    sha256 = fields.Char('SHA-256', readonly=True)
    good_count = fields.Integer('Will be entered', readonly=True)
    duplicate_count = fields.Integer('In the registry already', readonly=True)
    bad_count = fields.Integer('Cannot be entered', readonly=True)
    template = fields.Binary(compute='_compute_template')
    report = fields.Binary(compute='_compute_report')

    def _compute_template(self):
        content = xlsx_engine.build(registry_sheets.template_book())
        self.template = base64.b64encode(content)

    @api.depends('line_ids')
    def _compute_report(self):
        for wizard in self:
            book = registry_sheets.report_book(
                wizard.file_name or '', wizard.line_ids._report_rows()
            )
            wizard.report = base64.b64encode(xlsx_engine.build(book))

    # Downloads

    def action_download_template(self):
        """Download an empty list with the columns that are recognised."""
        return self._download('template', 'Mau nhap so khen thuong.xlsx')

    def action_download_report(self):
        """Download the verdict on each row."""
        return self._download('report', 'Ket qua kiem tra.xlsx')

    def _download(self, field_name, file_name):
        self.ensure_one()
        self._check_may_import()
        return {
            'type': 'ir.actions.act_url',
            'url': f'/web/content/{self._name}/{self.id}/{field_name}/{file_name}?download=true',
            'target': 'download',
        }

    # Checking

    def action_check(self):
        """Say of each row what would happen; nothing is entered.

        :raises UserError: the file is no list that can be read
        """
        self.ensure_one()
        self._check_may_import()
        table, verdicts = self._judged()
        vals = self.line_ids._verdict_vals(verdicts)
        self.write(
            {
                'line_ids': [Command.clear(), *map(Command.create, vals)],
                'columns': self._columns_text(table),
                'sha256': self._digest(),
                'state': 'checked',
                'good_count': sum(one.is_good for one in verdicts),
                'duplicate_count': sum(one.is_duplicate for one in verdicts),
                'bad_count': sum(bool(one.findings) for one in verdicts),
            }
        )
        return self._reopen()

    def action_import(self):
        """Enter the good rows, judged anew: all of them, or nothing.

        :return: the list of what was entered
        :raises UserError: there is no good row, or a bad one where none may be
        """
        self.ensure_one()
        self._check_may_import()
        _table, verdicts = self._judged()
        good = [one for one in verdicts if one.is_good]
        bad = sum(bool(one.findings) for one in verdicts)
        self._check_worth_it(len(good), bad)
        entered = self.env['emulation.commendation']._import_rows(
            self.company_id, good, self.file_name or self.env._('list')
        )
        # The chain's head is written: of two imports at once the second sees the first's.
        self.env['emulation.journal']._append(
            [
                {
                    'event': 'commendation.imported',
                    'record': self.company_id,
                    'company': self.company_id,
                    'payload': {
                        'file': self.file_name or '',
                        'sha256': self._digest(),
                        'entered': len(entered),
                        'left_out': bad,
                        'already_there': sum(one.is_duplicate for one in verdicts),
                    },
                }
            ]
        )
        action = self.env['ir.actions.act_window']._for_xml_id(
            'emulation_award.emulation_commendation_action'
        )
        return {**action, 'domain': [('id', 'in', entered.ids)], 'context': {}}

    def _check_worth_it(self, good, bad):
        if not good:
            raise UserError(
                self.env._(
                    'No row can be entered: the registry has them already, or they need to be '
                    'put right first. The verdict stands beside each row.'
                )
            )
        if bad and self.mode == 'all':
            raise UserError(
                self.env._(
                    '%(bad)s rows cannot be entered, so none is. Put them right in the list, or '
                    'import the good rows only.',
                    bad=bad,
                )
            )

    def _check_may_import(self):
        """Let only the Office through.

        :raises AccessError: the user is of no Office of this company
        """
        self.check_access('write')
        allowed = self.env.user.has_group(OFFICE) and self.company_id in self.env.companies
        if not self.env.su and not allowed:
            raise AccessError(self.env._('Only the Office imports past awards: ask it.'))
        self.env['emulation.commendation'].check_access('create')

    def _judged(self):
        """The table of the file, and the verdict on each of its rows."""
        try:
            sheet = table_reader.read(self._content())
            table = find_table(sheet.rows, rules.NEEDED)
        except TableError as error:
            self.env['emulation.refusal']._raise_if([Finding(error.code, error.params)])
        names = [table.text(row, Column.NAME) for _number, row in table.rows]
        directory = self.env['emulation.commendation']._import_directory(
            self.company_id, names if self.outsiders else ()
        )
        options = rules.Options(
            today=self.company_id._emulation_today(),
            outsiders=self.outsiders,
            other_awards=self.other_awards,
            kept=self.env['emulation.commendation']._kept_decisions(self.company_id),
            is_manager=self.env.user.has_group(MANAGER),
        )
        return table, rules.judge(table, directory, options, self._chosen())

    def _chosen(self):
        """{number of a row: holder} for namesakes somebody chose among."""
        return {
            line.number: Holder('employee_id', line.employee_id.id, line.employee_id.name)
            for line in self.line_ids.filtered('employee_id')
            if line.employee_id in line.candidate_ids
        }

    def _content(self):
        if not self.file:
            raise UserError(self.env._('Choose the list first.'))
        return kept_bytes(self, 'file')

    def _digest(self):
        return hashlib.sha256(self._content()).hexdigest()

    def _columns_text(self, table):
        labels = registry_sheets.LABELS
        known = ', '.join(labels[column] for column in table.columns)
        left = ', '.join(table.unknown)
        return '\n'.join(
            filter(
                None,
                (
                    self.env._('Recognised: %(columns)s', columns=known),
                    left and self.env._('Left out: %(columns)s', columns=left),
                ),
            )
        )

    def _reopen(self):
        return {
            'type': 'ir.actions.act_window',
            'name': self.env._('Import past awards'),
            'res_model': self._name,
            'res_id': self.id,
            'views': [(False, 'form')],
            'target': 'new',
            'context': {'dialog_size': 'extra-large'},
        }
