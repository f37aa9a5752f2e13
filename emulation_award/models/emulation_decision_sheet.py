from dataclasses import replace

from odoo import models

from ..domain import number_words, sheet_words, sheets
from ..domain.decision_document import DecisionDocument
from ..domain.decision_facts import DecisionKind
from ..domain.decree30 import Signature
from ..domain.official_parts import annex_reference, bare
from ..domain.sheets import Column, Kind

TITLES = {
    DecisionKind.AWARD: 'DANH SÁCH TIỀN THƯỞNG',
    DecisionKind.CORRECTION: 'DANH SÁCH TIỀN THƯỞNG SAU ĐÍNH CHÍNH',
    DecisionKind.REVOCATION: 'DANH SÁCH THU HỒI TIỀN THƯỞNG',
}
COLUMNS = (
    Column('STT', Kind.ORDINAL, 6),
    Column('Ông/Bà', Kind.CODE, 10),
    Column('Họ và tên (tên tập thể)', width=28),
    Column('Chức vụ, đơn vị', width=32),
    Column('Hệ số', Kind.DECIMAL, 8),
    Column('Mức lương cơ sở (đồng)', Kind.MONEY, 16),
    Column('Số tiền (đồng)', Kind.MONEY, 16, is_total=True),
    Column('Ký nhận', width=16),
    Column('Ghi chú', width=18),
)
BY_NAME = '(Ký, ghi rõ họ tên)'
SIGNED_BY = ('NGƯỜI LẬP BIỂU', 'KẾ TOÁN TRƯỞNG', 'THỦ TRƯỞNG ĐƠN VỊ')


class EmulationDecision(models.Model):
    """The prizes of a decision as a list to pay by (danh sách tiền thưởng)."""

    _inherit = 'emulation.decision'

    def _sheet_prize_list(self):
        """The prizes of each decision, as it reads now, on a sheet of its own.

        A line that another decision revoked is not paid and not listed.

        :return: :class:`~..domain.sheets.Book`, to be read once
        :raises AccessError: the user may not read one of the decisions
        """
        self.check_access('read')
        pages = tuple(one._prize_sheet() for one in self)
        number = self.number if len(self) == 1 else ''
        return sheets.Book(TITLES[DecisionKind.AWARD], pages, label=number or '')

    def _prize_sheet(self):
        self.ensure_one()
        lines = self._living_lines()
        by_kind = lines.grouped('nominee_kind')
        total = sum(line._wording().prize_amount for line in lines)
        counts = {kind: len(found) for kind, found in by_kind.items()}
        figures, words = number_words.dotted(total), number_words.amount_in_words(total)
        return sheets.Sheet(
            name=self.number or self.display_name,
            title=TITLES[DecisionKind(self.kind)],
            about=self._prize_about(),
            heading=self._prize_heading(),
            columns=COLUMNS,
            parts=sheet_words.both_kinds(lambda kind: map(_row, by_kind[kind]), by_kind),
            closing=(
                sheets.grand_total(counts.get('collective', 0), counts.get('individual', 0)),
                f'Tổng số tiền: {figures} đồng. Bằng chữ: {words}.',
            ),
            signatures=tuple(Signature(title, BY_NAME) for title in SIGNED_BY),
        )

    def _prize_about(self):
        source = bare(self.fund or '')
        fund = f'Nguồn kinh phí: {source}.' if source else ''
        annexed = annex_reference(
            'Quyết định',
            self.number or '',
            self.decision_date or None,
            self._authority_name(),
        )
        return tuple(filter(None, (self._award_name(), annexed, fund)))

    def _prize_heading(self):
        issued = self._kept_as(DecisionDocument)
        if issued:
            return replace(issued.heading, place_date='')
        return self.authority_id._heading(self.document_style, otherwise=self.company_id.name)


def _row(line):
    said = line._wording()
    return (
        said.honorific or '',
        said.holder_name or '',
        sheet_words.office(said.holder_position or '', said.holder_unit or ''),
        said.coefficient or None,
        said.base_salary or None,
        said.prize_amount,
        '',
        'Đã đính chính' if said != line else '',
    )
