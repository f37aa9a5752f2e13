from odoo import models

from ..domain import sheet_words, sheets
from ..domain.nominee import ADDRESS
from ..domain.sheets import Column, Kind
from ..domain.windows import local_time
from .emulation_nomination_form08 import PREPARED_STATES

COLUMNS = (
    Column('STT', Kind.ORDINAL, 6),
    Column('Số hồ sơ', Kind.CODE, 15),
    Column('Ông/Bà', Kind.CODE, 7),
    Column('Họ và tên (tên tập thể)', width=20),
    Column('Chức vụ, đơn vị', width=22),
    Column('Đơn vị đề nghị', width=18),
    Column('Hình thức đề nghị', width=20),
    Column('Đợt', Kind.CODE, 8),
    Column('Tóm tắt thành tích', width=40),
    Column('Ngày gửi', Kind.DATE, 12),
    Column('Tình trạng', Kind.CODE, 14),
)
READ = (
    'reference',
    'state',
    'campaign_id',
    'phase_id',
    'campaign_award_id',
    'campaign_unit_id',
    'employee_id',
    'nominee_name',
    'snapshot_name',
    'snapshot_gender',
    'snapshot_position',
    'snapshot_unit',
    'achievement_summary',
    'submitted_at',
)


class EmulationNomination(models.Model):
    """Nominations as a list (danh sách đề nghị khen thưởng)."""

    _inherit = 'emulation.nomination'

    def _sheet_nominees(self):
        """The list of these nominees, collectives first.

        :return: :class:`~..domain.sheets.Book`, to be read once
        :raises AccessError: the user may not read one of the nominations
        """
        sheet = self.env['emulation.sheet']
        sheet._check_readable(self)
        # sudo: whoever may read a dossier may read the names it leads to: unit, award, phase.
        nominations = self.sudo()
        campaign = sheet._shared(nominations, 'campaign_id')
        phase = sheet._shared(nominations, 'phase_id')
        by_kind = sheet._by_kind(nominations, 'nominee_kind')
        counts = {kind: len(records) for kind, records in by_kind.items()}
        listed = sheets.Sheet(
            name='Đề nghị',
            title='DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG',
            about=tuple(filter(None, (campaign.name, phase.name))),
            heading=sheet._heading(campaign.authority_id, campaign.company_id or self.env.company),
            columns=COLUMNS,
            parts=sheet_words.both_kinds(
                lambda kind: map(_row, sheet._stream(by_kind[kind], READ)), by_kind
            ),
            closing=(sheets.grand_total(counts.get('collective', 0), counts.get('individual', 0)),),
        )
        return sheets.Book(listed.title, (listed,), label=phase.name or campaign.plan_number or '')


def _row(nomination):
    award, part = nomination.campaign_award_id, nomination.campaign_unit_id
    position, unit = _office(nomination)
    return (
        nomination.reference or '',
        ADDRESS.get(nomination.snapshot_gender, ''),
        nomination.snapshot_name or nomination.nominee_name or '',
        sheet_words.office(position, unit),
        part.unit_name or part.unit_id.name,
        award.name,
        nomination.phase_id.name,
        nomination.achievement_summary or '',
        _sent_on(nomination),
        sheet_words.NOMINATION_STATES[nomination.state],
    )


def _office(nomination):
    """Position and unit as frozen when the dossier was sent; before, as they are."""
    if nomination.state in PREPARED_STATES and not nomination.snapshot_date:
        version = nomination.employee_id.current_version_id
        return version.job_title or version.job_id.name or '', version.department_id.name or ''
    return nomination.snapshot_position or '', nomination.snapshot_unit or ''


def _sent_on(nomination):
    sent = nomination.submitted_at
    return local_time(sent, nomination.campaign_id.tz).date() if sent else None
