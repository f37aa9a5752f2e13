from datetime import date

from odoo import models
from odoo.tools import format_date, human_size


class EmulationRefusal(models.AbstractModel):
    """Why a file cannot be read, or a row of it entered (domain/tables.py, registry_import.py)."""

    _inherit = 'emulation.refusal'

    # The file

    def _say_table_empty(self):
        return self.env._('The file is empty.')

    def _say_table_too_large(self, what, most):
        if what == 'rows':
            return self.env._(
                'The list has more than %(most)s rows. Split it into several files.', most=most
            )
        if what == 'letters':
            return self.env._(
                'The list has more than %(most)s letters. Split it into several files.', most=most
            )
        return self.env._(
            'The file is larger than %(most)s. Split it into several files.', most=human_size(most)
        )

    def _say_table_cell_too_long(self, row, most):
        if not row:
            return self.env._(
                'A cell has more than %(most)s letters, which no list of awards needs. Shorten it.',
                most=most,
            )
        return self.env._(
            'A cell of row %(row)s has more than %(most)s letters, which no list of awards needs. '
            'Shorten it.',
            row=row,
            most=most,
        )

    def _say_table_declares_type(self):
        return self.env._(
            'The workbook declares a document type (DTD), by which a small file can become a very '
            'large one; no spreadsheet program writes it. Copy the list into a new workbook, or '
            'save it as text (.csv), and upload that.'
        )

    def _say_table_type_refused(self, mimetype):
        return self.env._(
            'The file is no list (%(mimetype)s). Save it as an Excel workbook (.xlsx) or as text '
            '(.csv).',
            mimetype=mimetype,
        )

    def _say_table_no_text(self):
        return self.env._(
            'The text cannot be read. Save the list as an Excel workbook (.xlsx), or as text in '
            'UTF-8.'
        )

    def _say_table_damaged(self):
        return self.env._('The file is damaged. Open it, save it again, and upload that.')

    def _say_table_headings_missing(self, needed):
        words = {
            'name': self.env._('name of the holder'),
            'award': self.env._('award'),
            'result': self.env._('result'),
        }
        return self.env._(
            'No row of headings was found that names these columns: %(columns)s. Compare the list '
            'with the template.',
            columns=', '.join(words.get(one, one) for one in needed),
        )

    # A cell

    def _say_table_bad_date(self, value):
        return self.env._('"%(value)s" is no date. Write dd/mm/yyyy, or the year.', value=value)

    def _say_table_bad_amount(self, value):
        return self.env._('"%(value)s" is no amount of whole đồng.', value=value)

    def _say_import_formula(self, formula):
        return self.env._(
            '"%(formula)s" is a formula, and formulas are not computed. Paste its value.',
            formula=formula,
        )

    def _say_import_date_future(self, value, today):
        # A day, or the year alone.
        told = format_date(self.env, value) if isinstance(value, date) else value
        return self.env._(
            'The decision is of %(value)s and it is %(today)s. Correct the date.',
            value=told,
            today=format_date(self.env, today),
        )

    def _say_import_year_early(self, year, first):
        return self.env._(
            'The decision is of %(year)s, and awards are kept from %(first)s on. Correct the year.',
            year=year,
            first=first,
        )

    def _say_registry_decided_here(self, decision, number):
        return self.env._(
            '%(number)s is the number of decision %(decision)s, which is kept here: what it awards '
            'enters the registry with it. Correct the number or the year, or have the decision '
            'corrected.',
            number=number,
            decision=decision,
        )

    def _say_registry_since_here(self, decision, since):
        return self.env._(
            'Decisions of this authority are kept here from %(since)s on (%(decision)s): its '
            'awards since then come from those. Give the earlier date of the decision, or have a '
            'manager enter it.',
            since=format_date(self.env, since),
            decision=decision,
        )

    def _say_import_years_differ(self, years):
        return self.env._('Date and year name different years: %(years)s.', years=years)

    # A row

    def _say_import_name_missing(self):
        return self.env._('No holder is named.')

    def _say_import_name_differs(self, name, code, other):
        return self.env._(
            'Code %(code)s is that of %(other)s, not of %(name)s. Correct the one or the other.',
            code=code,
            other=other,
            name=name,
        )

    def _say_import_holder_unknown(self, name, code):
        return self.env._(
            'Nobody here is called %(holder)s. Correct the name or code, or allow contacts for '
            'outsiders.',
            holder=' '.join(filter(None, (name, code))),
        )

    def _say_import_holder_ambiguous(self, name, people):
        return self.env._(
            'Several are called %(name)s: %(people)s. Give the employee code or the unit, or '
            'choose one here.',
            name=name,
            people=people,
        )

    def _say_import_unit_differs(self, name, ours, unit):
        return self.env._(
            '%(name)s, whom we have, is of "%(ours)s", and the row says "%(unit)s". If it is the '
            'same person, choose them here or give the employee code; if not, write "Outsider" as '
            'the kind and allow contacts for outsiders.',
            name=name,
            ours=ours,
            unit=unit,
        )

    def _say_import_same_number(self, number, held):
        return self.env._(
            'The registry has this award by decision %(held)s of the same day: %(number)s is the '
            'same number with less or more of its symbol.',
            held=held,
            number=number,
        )

    def _say_import_revoked(self, state):
        return self.env._(
            'The list says "%(state)s": an award that was revoked is not held. If the registry has '
            'to show it, enter it by hand and revoke it there, with the document that did.',
            state=state,
        )

    def _say_import_award_missing(self):
        return self.env._('No award is named.')

    def _say_import_award_unknown(self, award, authority):
        return self.env._(
            'The catalogue has no single award "%(award)s". Name it in full, add it to the '
            'catalogue, or allow awards as worded.',
            award=', '.join(filter(None, (award, authority))),
        )
