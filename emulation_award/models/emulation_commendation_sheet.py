from odoo import models

from ..domain import number_words, registry_extract, sheet_words, sheets
from ..domain.sheets import Column, Kind

COLUMNS = (
    Column('STT', Kind.ORDINAL, 6),
    Column('Họ và tên (tên tập thể)', width=20),
    Column('Đối tượng', Kind.CODE, 10),
    Column('Chức vụ, đơn vị', width=22),
    Column('Hình thức khen thưởng', width=20),
    Column('Cấp quyết định', width=18),
    Column('Thành tích', width=30),
    Column('Số quyết định', Kind.CODE, 18),
    Column('Ngày quyết định', Kind.DATE, 12),
    Column('Năm', Kind.ORDINAL, 7),
    Column('Số sổ vàng', Kind.ORDINAL, 8),
    Column('Tiền thưởng (đồng)', Kind.MONEY, 13, is_total=True),
    Column('Tình trạng', Kind.CODE, 10),
    Column('Ghi chú', width=14),
)
READ = (
    'company_id',
    'holder_name',
    'holder_kind',
    'holder_position',
    'holder_unit',
    'partner_id',
    'award_name',
    'authority_name',
    'citation',
    'decision_number',
    'decision_date',
    'year',
    'gold_book_number',
    'prize_amount',
    'state',
    'revocation_document',
)


class EmulationCommendation(models.Model):
    """The registry as a list (sổ khen thưởng)."""

    _inherit = 'emulation.commendation'

    def _sheet_registry(self):
        """These entries of the registry as one table, to be filtered and sorted.

        :return: :class:`~..domain.sheets.Book`, to be read once
        :raises AccessError: the user may not read one of the entries
        """
        sheet = self.env['emulation.sheet']
        sheet._check_readable(self)
        company = sheet._shared(self, 'company_id') or self.env.company
        revoked = self.search_count([('id', 'in', self.ids), ('state', '=', 'revoked')])
        rows = sheets.numbered(map(_row, sheet._stream(self, READ)))
        listed = sheets.Sheet(
            name='Sổ khen thưởng',
            title='SỔ KHEN THƯỞNG',
            heading=sheet._heading(self.env['emulation.authority'], company),
            columns=COLUMNS,
            parts=(sheets.Part(rows, total=lambda listed: _total(listed, revoked)),),
        )
        return sheets.Book(listed.title, (listed,))


def _row(award):
    return (
        award.holder_name or '',
        _holder_kind(award),
        sheet_words.office(award.holder_position or '', award.holder_unit or ''),
        award.award_name or '',
        award.authority_name or '',
        award.citation or '',
        award.decision_number or '',
        award.decision_date or None,
        award.year or None,
        award.gold_book_number or None,
        # What was revoked is nobody's money any more: it is said, and not added up.
        (award.prize_amount or None) if award.state == 'valid' else None,
        sheet_words.COMMENDATION_STATES[award.state],
        _note(award),
    )


def _note(award):
    back = award.prize_amount if award.state == 'revoked' else 0
    returned = f'thu hồi {number_words.dotted(back)} đồng' if back else ''
    return '; '.join(filter(None, (award.revocation_document or '', returned)))


def _total(listed, revoked):
    return f'Cộng: {registry_extract.times(listed - revoked, revoked)}'


def _holder_kind(award):
    """An individual or a collective; of somebody outside, as the contact says."""
    if award.holder_kind == 'partner':
        # sudo: only whether the contact is a person, of an award the user may read.
        is_person = not award.partner_id.sudo().is_company
    else:
        is_person = award.holder_kind == 'employee'
    return sheet_words.HOLDERS[is_person]
