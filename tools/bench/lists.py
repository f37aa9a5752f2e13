"""The provincial list in three ways: ours, a bare loop, and Odoo's export."""

import io
import json
from types import SimpleNamespace

import xlsxwriter

from bench.sides import measured

#: What the bare loop writes: the columns of ours, from the same rows.
QUERY = """
    SELECT n.snapshot_gender, COALESCE(n.snapshot_name, n.nominee_name), n.snapshot_position,
           n.snapshot_unit, a.name, l.legal_clause, n.achievement_summary, c.yes, c.base,
           c.yes::float / NULLIF(c.base, 0), l.state
      FROM emulation_submission_line l
      JOIN emulation_nomination n ON n.id = l.nomination_id
      JOIN emulation_campaign_award a ON a.id = n.campaign_award_id
 LEFT JOIN emulation_candidate c ON c.id = l.candidate_id
     WHERE l.submission_id = %s AND l.is_live
  ORDER BY n.nominee_kind, l.sequence, l.id
"""
#: Columns of the export, as somebody would choose them in its dialogue.
FIELDS = (
    'nomination_id/snapshot_gender',
    'nomination_id/snapshot_name',
    'nomination_id/snapshot_position',
    'nomination_id/snapshot_unit',
    'campaign_award_id',
    'legal_clause',
    'nomination_id/achievement_summary',
    'candidate_id/yes',
    'candidate_id/base',
    'state',
)


def _submissions(env):
    """The small submission, and the one that counts."""
    found = env['emulation.submission'].search([], order='id')
    return found[0], found[-1]


def ours(env) -> None:
    small, large = _submissions(env)

    def made(submission):
        content = env['emulation.sheet']._file('provincial_list', submission)[1]
        return len(content), len(submission.line_ids.ids)

    measured(env, lambda: made(small), lambda: made(large))


def raw(env) -> None:
    small, large = _submissions(env)
    measured(env, lambda: _loop(env.cr, small.id), lambda: _loop(env.cr, large.id))


def _loop(cr, submission):
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {'constant_memory': True})
    page = book.add_worksheet()
    cr.execute(QUERY, [submission])
    count = 0
    for row in cr.fetchall():
        count += 1
        for at, value in enumerate((count, *row)):
            page.write(count, at, value)
    book.close()
    return len(content.getvalue()), count


def export(env) -> None:
    """What /web/export/xlsx does, without the network and without the login."""
    from odoo.http import _request_stack

    from odoo.addons.web.controllers.export import ExcelExport

    small, large = _submissions(env)
    request = SimpleNamespace(
        env=env,
        make_response=lambda content, **_options: content,
        httprequest=SimpleNamespace(environ={'REMOTE_ADDR': '127.0.0.1'}),
    )
    _request_stack.push(request)

    def made(submission):
        domain = [('submission_id', '=', submission.id), ('is_live', '=', True)]
        wanted = {
            'model': 'emulation.submission.line',
            'fields': [{'name': name, 'label': name} for name in FIELDS],
            'ids': False,
            'domain': domain,
            'import_compat': False,
        }
        content = ExcelExport().base(json.dumps(wanted))
        return len(content), env['emulation.submission.line'].search_count(domain)

    measured(env, lambda: made(small), lambda: made(large))
