"""Achievement reports in two ways: ours by the batch, and the peer's report one by one."""

import base64
from pathlib import Path

from bench.sides import measured

TEMPLATE = Path('emulation_award/reports/templates/form08.odt')


def ours(env, fmt: str, first: int, last: int) -> None:
    dossiers = _dossiers(env)

    def made(records):
        files = env['emulation.document']._files('form08', records, fmt)
        if failed := [file.error for file in files if file.error]:
            raise RuntimeError(failed[0])
        return sum(len(file.content) for file in files), len(files)

    measured(env, lambda: made(dossiers[:1]), lambda: made(dossiers[first:last]))


def peer(env, fmt: str, first: int, last: int) -> None:
    """The same template and the same view-model, through the peer's own report action."""
    from odoo.addons.report_py3o.wizard.py3o_report import py3o_report_extender

    @py3o_report_extender()
    def _with_view_model(_report, context):
        records = context['objects']
        context['doc'] = records._form08()[records.id]

    dossiers = _dossiers(env)
    report = _report(env, fmt)

    def made(records):
        size = 0
        for record in records:
            content, _kind = env['ir.actions.report']._render_py3o(report, record.ids, {})
            size += len(content)
        return size, len(records)

    measured(env, lambda: made(dossiers[:1]), lambda: made(dossiers[first:last]))


def _dossiers(env):
    return env['emulation.nomination'].search([('employee_id', '!=', False)], order='id')


def _report(env, fmt: str):
    """The peer's report; made here, since its template is a record of its own model."""
    # The administrator of the comparison may: nothing here is kept.
    root = env(su=True)
    template = root['py3o.template'].create(
        {
            'name': 'form08',
            'filetype': 'odt',
            'py3o_template_data': base64.b64encode(TEMPLATE.read_bytes()),
        }
    )
    return root['ir.actions.report'].create(
        {
            'name': 'form08',
            'model': 'emulation.nomination',
            'report_name': 'bench.form08',
            'report_type': 'py3o',
            'py3o_filetype': fmt,
            'py3o_template_id': template.id,
        }
    )
