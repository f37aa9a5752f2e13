from odoo import models

from ..domain import decree30, sheet_words, sheets
from ..domain.nominee import ADDRESS, PARTY_ADDRESS
from ..domain.official_parts import annex_reference
from ..domain.sheets import Column, Kind

COLUMNS = (
    Column('STT', Kind.ORDINAL, 6),
    Column('Ông/Bà', Kind.CODE, 9),
    Column('Họ và tên (tên tập thể)', width=20),
    Column('Chức vụ, đơn vị', width=22),
    Column('Hình thức đề nghị', width=20),
    Column('Căn cứ (điểm, khoản, điều)', width=16),
    Column('Tóm tắt thành tích', width=40),
    Column('Số phiếu tán thành', Kind.INTEGER, 9),
    Column('Tính trên', Kind.INTEGER, 9),
    Column('Tỷ lệ tán thành', Kind.PERCENT, 10),
    Column('Ghi chú', width=12),
)
READ = ('nomination_id', 'candidate_id', 'campaign_award_id', 'legal_clause', 'state')
THROUGH = {
    'nomination_id': (
        'nominee_name',
        'snapshot_name',
        'snapshot_gender',
        'snapshot_position',
        'snapshot_unit',
        'achievement_summary',
        'unit_id',
    ),
    'candidate_id': ('yes', 'base'),
}
HIDDEN = 'Người xuất danh sách không được xem kết quả biểu quyết'
ANSWERS = {
    'proposed': '',
    'awarded': 'Đã khen thưởng',
    'refused': 'Không khen thưởng',
    'returned': 'Trả lại',
}


class EmulationSubmission(models.Model):
    """The list that goes with a submission (danh sách đề nghị khen thưởng)."""

    _inherit = 'emulation.submission'

    def _sheet_provincial_list(self):
        """The list of each submission: collectives, individuals, and how many there are.

        Figures of who the reader is recused from are left blank, and the row says so.

        :return: :class:`~..domain.sheets.Book`, to be read once
        :raises AccessError: the user may not read one of the submissions
        """
        self.check_access('read')
        # sudo: whoever may read a submission may read the letter and list with all they name; but
        # not how the council voted on whom the reader is recused from.
        pages = tuple(one.sudo()._provincial_sheet(one._hidden_results()) for one in self)
        number = self.number if len(self) == 1 else ''
        return sheets.Book(pages[0].title, pages, label=number or '')

    def _hidden_results(self):
        """Ids of the results behind the lines that the reader may not see; two queries."""
        lines = self.env['emulation.submission.line'].sudo()  # sudo: which results there are
        [(theirs,)] = lines._read_group(
            [('submission_id', '=', self.id)], [], ['candidate_id:array_agg_distinct']
        )
        results = self.env['emulation.candidate']
        if results.has_access('read'):
            results = results.search([('id', 'in', [one for one in theirs or () if one])])
        return frozenset(theirs or ()) - frozenset(results.ids)

    def _provincial_sheet(self, hidden):
        self.ensure_one()
        sheet = self.env['emulation.sheet']
        lines = self.env['emulation.submission.line'].search(
            [('submission_id', '=', self.id), ('is_live', '=', True)]
        )
        by_kind = sheet._by_kind(lines, 'nominee_kind')
        style = decree30.Style(self.document_style)
        counts = {kind: len(found) for kind, found in by_kind.items()}
        return sheets.Sheet(
            name=self.number or self.authority_id.name,
            title='DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG',
            about=self._list_about(),
            heading=self.issuer_id._heading(self.document_style),
            columns=COLUMNS,
            parts=sheet_words.both_kinds(
                lambda kind: (
                    _row(line, style, hidden)
                    for line in sheet._stream(by_kind[kind], READ, THROUGH)
                ),
                by_kind,
            ),
            closing=(sheets.grand_total(counts.get('collective', 0), counts.get('individual', 0)),),
        )

    def _list_about(self):
        annexed = annex_reference(
            'Tờ trình', self.number or '', self.date or None, self._submitter() or ''
        )
        return self.campaign_id.name, annexed


def _row(line, style, hidden):
    nomination, result = line.nomination_id, line.candidate_id
    is_hidden = result.id in hidden
    result = result.browse() if is_hidden else result
    honorific = ADDRESS.get(nomination.snapshot_gender, '')
    if honorific and style is decree30.Style.PARTY:
        honorific = PARTY_ADDRESS
    unit = nomination.snapshot_unit or line._body_above()
    return (
        honorific,
        nomination.snapshot_name or nomination.nominee_name or '',
        sheet_words.office(nomination.snapshot_position or '', unit or ''),
        line.campaign_award_id.name,
        line._cited_clause(),
        nomination.achievement_summary or '',
        result.yes if result else None,
        result.base or None,
        sheets.share(result.yes, result.base),
        '; '.join(filter(None, (ANSWERS[line.state], HIDDEN if is_hidden else ''))),
    )
