"""Rows and dossiers to compare on: one of each made properly, then multiplied in SQL."""

import json
from pathlib import Path

from odoo import fields
from odoo.tools import SQL

SUMMARY = (
    'Hoàn thành xuất sắc nhiệm vụ được giao; tham mưu rút ngắn thời gian giải quyết thủ tục hành '
    'chính từ 05 ngày xuống 02 ngày làm việc, tiết kiệm chi phí cho doanh nghiệp và người dân. '
)
GIVEN = ('An', 'Bình', 'Chi', 'Dũng', 'Đạt', 'Giang', 'Hà', 'Khánh', 'Linh', 'Minh', 'Ngọc', 'Quân')


def seed(env, rows: int, documents: int, facts: str) -> None:
    world = _World(env(su=True))
    world.dossiers(documents)
    world.submission(3)
    world.submission(rows)
    Path(facts).write_text(json.dumps({'rows': rows, 'documents': documents}))


class _World:
    """A campaign under way, with an award that goes up to the province."""

    def __init__(self, env):
        self.env = env
        self.company = env.company
        manager = env.ref('emulation_award.group_emulation_manager')
        env.ref('base.user_admin').group_ids += manager
        self.unit = self._unit()
        self.campaign = self._campaign()

    def _unit(self):
        env = self.env
        department = env['hr.department'].create({'name': 'Phòng Quản lý cửa khẩu'})
        values = {'name': department.name, 'kind': 'division', 'department_id': department.id}
        return env['emulation.unit'].search(
            [('department_id', '=', department.id)], limit=1
        ) or env['emulation.unit'].create(values)

    def _campaign(self):
        env = self.env
        own, province = env['emulation.authority'].create(
            [
                {'name': 'Trưởng ban', 'issuing_body': 'Ban Quản lý'},
                {'name': 'Chủ tịch UBND tỉnh', 'is_superior': True},
            ]
        )
        self.province = province
        campaign = env['emulation.campaign'].create(
            {
                'name': 'Phong trào thi đua',
                'authority_id': own.id,
                'plan_number': '15/KH-BQL',
                'plan_date': '2025-05-05',
            }
        )
        shared = {'campaign_id': campaign.id}
        self.part = env['emulation.campaign.unit'].create({**shared, 'unit_id': self.unit.id})
        self.phase = env['emulation.phase'].create(
            {**shared, 'name': 'Đợt 1', 'date_start': '2025-05-01', 'date_deadline': '2025-08-30'}
        )
        self.own_award, self.award = (self._award(shared, one) for one in (own, province))
        campaign.state = 'launched'
        return campaign

    def _award(self, shared, authority):
        form = self.env['emulation.award.form'].create(
            {
                'name': f'Khen thưởng của {authority.name}',
                'authority_id': authority.id,
                'report_form_id': self._report_form().id,
            }
        )
        values = {'award_form_id': form.id, 'name': form.name, 'subject': 'both'}
        return self.env['emulation.campaign.award'].create({**shared, **values})

    def _report_form(self):
        """The form that the addon ships."""
        return self.env['emulation.report.form'].search([], order='id', limit=1)

    def _nomination(self, award, **nominee):
        return self.env['emulation.nomination'].create(
            {
                'campaign_id': self.campaign.id,
                'phase_id': self.phase.id,
                'campaign_award_id': award.id,
                'campaign_unit_id': self.part.id,
                'achievement_summary': SUMMARY,
                **nominee,
            }
        )

    # Dossiers

    def dossiers(self, count: int) -> None:
        """Complete achievement reports of employees."""
        people = self.env['hr.employee'].create(
            [
                {
                    'name': f'Nguyễn Văn {GIVEN[at % len(GIVEN)]} {at}',
                    'department_id': self.unit.department_id.id,
                    'job_title': 'Chuyên viên',
                    'sex': 'male',
                    'birthday': '1985-01-01',
                }
                for at in range(count)
            ]
        )
        for person in people:
            dossier = self._nomination(self.own_award, employee_id=person.id)
            texts = dossier.section_ids.filtered(lambda section: section.kind == 'text')
            texts.content = '\n'.join([SUMMARY] * 12)
        self._forget()

    # Submissions

    def submission(self, rows: int) -> None:
        """A submission of so many nominees from outside the staff, a tenth of them collectives."""
        env = self.env
        partner = env['res.partner'].create({'name': 'Nguyễn Văn An'})
        nomination = self._nomination(self.award, partner_id=partner.id)
        nomination.state = 'approved'
        candidate = self._candidate(nomination)
        submission = self._submission()
        line = env['emulation.submission.line'].create(
            {'submission_id': submission.id, 'nomination_id': nomination.id}
        )
        line.candidate_id = candidate
        self._forget()
        self._multiply(rows - 1, partner, nomination, candidate, line)

    def _submission(self):
        env = self.env
        # One draft at a time for an authority.
        env['emulation.submission'].search([('state', '=', 'draft')]).state = 'cancelled'
        env.flush_all()
        return env['emulation.submission'].create(
            {'campaign_id': self.campaign.id, 'authority_id': self.province.id}
        )

    def _candidate(self, nomination):
        env = self.env
        council = env['emulation.council'].create({'name': 'Hội đồng'})
        session = env['emulation.session'].create(
            {
                'name': 'Phiên họp',
                'council_id': council.id,
                'campaign_id': self.campaign.id,
                'phase_id': self.phase.id,
                'date_planned': fields.Datetime.now(),
            }
        )
        one = env['emulation.round'].create(
            {
                'session_id': session.id,
                'campaign_award_id': self.award.id,
                'subject': 'individual',
            }
        )
        figures = {'yes': 8, 'no': 1, 'base': 9, 'needed': 5, 'outcome': 'selected', 'rank': 1}
        return env['emulation.candidate'].create(
            {'round_id': one.id, 'nomination_id': nomination.id, **figures}
        )

    def _multiply(self, rows: int, partner, nomination, candidate, line) -> None:
        """So many more of each, every one with those that belong to it."""
        given = f"('{{{','.join(GIVEN)}}}'::text[])[1 + mod(n, {len(GIVEN)})]"
        name = f"'Nguyễn Văn ' || {given} || ' ' || n"
        kind = "CASE WHEN mod(n, 10) = 0 THEN 'collective' ELSE 'individual' END"
        partners = self._copies(partner, rows, {'name': name, 'complete_name': name})
        named = {'nominee_name': name, 'snapshot_name': name, 'nominee_kind': kind}
        named |= {'snapshot_gender': "CASE WHEN mod(n, 2) = 0 THEN 'male' ELSE 'female' END"}
        named |= {'snapshot_position': "'Chuyên viên'", 'snapshot_unit': "'Phòng Kinh tế'"}
        # Different texts, as people write them: the same one would be stored once by some.
        named |= {'achievement_summary': f"'{SUMMARY}' || n"}
        named |= {'reference': "'DN/2025/' || n", 'nominee_sort_key': "lpad(n::text, 6, '0')"}
        nominations = self._copies(nomination, rows, {**named, 'partner_id': f'{partners} + n'})
        of = {'nomination_id': f'{nominations} + n'}
        candidates = self._copies(candidate, rows, {**of, 'yes': '5 + mod(n, 5)'})
        others = {'candidate_id': f'{candidates} + n', 'nominee_kind': kind}
        self._copies(line, rows, {**of, **others, 'sequence': '10 + n'})

    def _copies(self, record, count: int, others: dict[str, str]) -> int:
        """Copy a row so many times; `n` counts from 1. The copies' numbers follow each other.

        :param others: SQL for the columns that differ
        :return: number before that of the first copy
        """
        cr, table = self.env.cr, record._table
        cr.execute(
            'SELECT column_name FROM information_schema.columns WHERE table_name = %s', [table]
        )
        columns = [column for (column,) in cr.fetchall() if column != 'id']
        values = [
            SQL(others[one]) if one in others else SQL.identifier('t', one) for one in columns
        ]
        cr.execute(SQL('SELECT max(id) FROM %s', SQL.identifier(table)))
        [(last,)] = cr.fetchall()
        cr.execute(
            SQL(
                'INSERT INTO %s (id, %s) SELECT %s + n, %s FROM %s t, generate_series(1, %s) n'
                ' WHERE t.id = %s ORDER BY n',
                SQL.identifier(table),
                SQL(', ').join(map(SQL.identifier, columns)),
                last,
                SQL(', ').join(values),
                SQL.identifier(table),
                count,
                record.id,
            )
        )
        sequence = f'{table}_id_seq'
        cr.execute('SELECT setval(%s, %s)', [sequence, last + count])
        return last

    def _forget(self) -> None:
        self.env.flush_all()
        self.env.invalidate_all()
