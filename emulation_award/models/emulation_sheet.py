from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import split_every

from ..domain import sheets
from ..reports import xlsx_engine
from ..reports.catalog import DOCUMENTS, SHEET_FORMATS

#: Records read at a time: what a batch has read is forgotten before the next one.
BATCH = 1000
#: Rows a sheet holds, less some for what stands above and below.
MOST = 1_048_000


class EmulationSheet(models.AbstractModel):
    """Lists as workbooks (danh sách Excel): of a code and records, as the user who asks."""

    _name = 'emulation.sheet'
    _description = 'List as a workbook'

    def _file(self, code, records):
        """The workbook of some records.

        :param str code: of ``reports/catalog.py``, one of those delivered as xlsx
        :param records: of its model, in the order in which they are listed
        :return: (name, bytes) of the file; the same data give the same bytes
        :raises AccessError: the user may not read one of the records, or not have this list
        :raises UserError: there is nothing to list, or it does not fit a sheet
        """
        document = DOCUMENTS[code]
        if document.model != records._name or document.formats != SHEET_FORMATS:
            raise ValueError(f'{code} is not a list of {records._name}')
        if not records:
            raise UserError(self.env._('Choose what to list first.'))
        if len(records) > MOST:
            raise UserError(
                self.env._(
                    'A sheet holds %(most)s rows; you chose %(count)s. Choose fewer, such as one '
                    'year at a time.',
                    most=MOST,
                    count=len(records),
                )
            )
        book = getattr(records, document.provider)()
        return sheets.file_name(document.file_name, book.label), xlsx_engine.build(book)

    # What providers of lists share

    def _check_readable(self, records):
        """Let records through only if the user may read each of them; one query for any number.

        :raises AccessError: the user may not
        :raises MissingError: a record is gone
        """
        domain = Domain('id', 'in', records.ids)
        if records.with_context(active_test=False).search_count(domain) != len(set(records.ids)):
            records.check_access('read')
            records.exists().check_access('read')

    def _stream(self, records, names, through=None):
        """Yield records one after the other, reading a batch at a time and keeping none.

        What is not named is read when it is asked for, with everything else of the record.

        :param records: any number
        :param names: fields the rows are made of
        :param dict through: fields of records that others lead to, by the field that leads there
        """
        for ids in split_every(BATCH, records.ids):
            batch = records.browse(ids)
            batch.fetch(names)
            for name, theirs in (through or {}).items():
                batch[name].fetch(theirs)
            yield from batch
            # Also of the records these lead to: names of awards, units, people.
            self.env.invalidate_all()

    def _heading(self, authority, company, place_date=''):
        """The heading of an official list.

        :param authority: emulation.authority in whose name it is made, maybe empty
        """
        return authority._heading(place_date=place_date, otherwise=company.name)

    def _shared(self, records, name):
        """What a many2one of all records leads to, if it is the same one everywhere; else nothing.

        :param str name: of the field
        """
        domain = Domain('id', 'in', records.ids)
        [(found,)] = records._read_group(domain, [], [f'{name}:recordset'])
        return found if len(found) == 1 else found.browse()

    def _by_kind(self, records, name):
        """Records by the value of a selection, each group in the order of the records.

        Asks the database: reading the field of each would keep all records in memory.

        :param str name: of the field
        """
        groups = records._read_group(Domain('id', 'in', records.ids), [name], ['id:array_agg'])
        found = {}
        for value, ids in groups:
            inside = set(ids)
            found[value] = records.browse(one for one in records.ids if one in inside)
        return found
