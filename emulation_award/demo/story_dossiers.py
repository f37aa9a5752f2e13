import base64
import io
import json
import textwrap
from datetime import timedelta

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from odoo import api, fields, models
from odoo.fields import Command
from odoo.tools import groupby
from odoo.tools.misc import file_open, file_path

FONT = 'emulation_award/static/fonts/liberation_serif/LiberationSerif-Regular.ttf'
# What becomes of approved nominations: story_decisions.py, story_submissions.py.
AFTER_APPROVAL = ('awarded', 'forwarded')
ABSENCES = ('Đi công tác', 'Nghỉ phép', 'Trực tại cửa khẩu')


class EmulationDemo(models.AbstractModel):
    """The dossiers of the demo (demo/dossiers.json): nominated, reviewed, submitted, screened."""

    _inherit = 'emulation.demo'

    @api.model
    def _play_dossiers(self, campaign):
        with file_open('emulation_award/demo/dossiers.json') as file:
            dossiers = json.load(file)
        voted_on = [told for told in dossiers if 'votes' in told]
        for phase in (1, 2):
            in_phase = [told for told in voted_on if told['phase'] == phase]
            self._play_phase(campaign, in_phase)
            self._play_council(campaign, phase, in_phase)
        # After the meetings, which would list them.
        for told in dossiers:
            if told not in voted_on:
                self._nominate(campaign, told)
        self._prepare_meeting()

    @api.model
    def _play_phase(self, campaign, dossiers):
        for told in dossiers:
            told['nomination'] = self._nominate(campaign, told)
        self._hold_meetings(dossiers)
        for told in sorted(dossiers, key=lambda told: told.get('sent', '')):
            self._carry_on(told)

    # Nominating

    @api.model
    def _nominate(self, campaign, told):
        unit = self._ref(f'demo_campaign_unit_{told["unit"]}')
        nominee = self._ref(told['nominee'])
        is_person = nominee._name == 'hr.employee'
        nominations = self.env['emulation.nomination'].with_context(ir_sequence_date='2025-08-15')
        nomination = self._as(self._leader(unit), nominations).create(
            {
                'campaign_id': campaign.id,
                'phase_id': self._ref(f'demo_phase_{told["phase"]}').id,
                'campaign_award_id': self._ref(f'demo_award_{told["award"]}').id,
                'campaign_unit_id': unit.id,
                'nominee_kind': 'individual' if is_person else 'collective',
                'employee_id' if is_person else 'unit_id': nominee.id,
                'achievement_summary': told['summary'],
                'justification': told.get('justification', ''),
            }
        )
        self._write_report(nomination, told)
        return nomination

    @api.model
    def _leader(self, unit):
        return unit.unit_id.leader_ids.user_id[:1]

    @api.model
    def _write_report(self, nomination, told):
        sections = nomination.section_ids.filtered(lambda section: section.kind == 'text')
        for section, text in zip(sections, told['sections'], strict=False):
            section.content = text
        for assessment, text in zip(nomination.assessment_ids, told['evidence'], strict=False):
            assessment.write({'verdict': 'met', 'evidence_text': text})
            if assessment.evidence == 'file':
                self._attach(assessment, text)

    @api.model
    def _attach(self, assessment, text):
        nomination = assessment.nomination_id
        title = f'{nomination.nominee_name}: {assessment.criterion_id.name}'
        assessment.env['emulation.evidence'].create(
            {
                'assessment_id': assessment.id,
                'name': f'Minh chứng {nomination.reference}.pdf'.replace('/', '-'),
                'file': base64.b64encode(sample_pdf(title, text)),
            }
        )

    # The units' meetings

    @api.model
    def _hold_meetings(self, dossiers):
        def meeting(told):
            return told['unit'], told['phase']

        for (unit, phase), nominated in groupby(dossiers, key=meeting):
            self._hold_meeting(unit, phase, nominated)

    @api.model
    def _hold_meeting(self, unit, phase, dossiers):
        start = self._day_before(min(told.get('sent', '2025-10-28 08:00') for told in dossiers))
        nominations = self.env['emulation.nomination'].union(
            *(told['nomination'] for told in dossiers)
        )
        with self._dated(start) as moment:
            review = self._convene(unit, phase, moment, sum(dossiers[0]['votes']))
            review.line_ids = [
                Command.create({'nomination_id': nomination.id}) for nomination in nominations
            ]
            for told, line in zip(dossiers, review.line_ids.sorted('id'), strict=True):
                line.in_favour, line.against, line.abstain = told['votes']
            review.action_close()
            scan = sample_pdf('Biên bản họp xét khen thưởng', review.display_name, start)
            review.write(
                {'signed_scan': base64.b64encode(scan), 'signed_scan_name': 'Biên bản đã ký.pdf'}
            )

    @api.model
    def _prepare_meeting(self):
        """Minutes that are still being written: the smallest division proposes itself."""
        review = self._convene('dn', 2, self._moment('2025-10-29 14:00'), 4)
        review.action_fill()

    @api.model
    def _convene(self, unit, phase, moment, present):
        """A meeting of the unit's counted people, of whom so many came; led by its leader."""
        unit = self._ref(f'demo_campaign_unit_{unit}')
        chair = unit.unit_id.leader_ids[:1]
        people = chair | unit.member_ids.sorted('sort_key').employee_id
        absent = people[present:]
        return self._as(self._leader(unit), self.env['emulation.unit.review']).create(
            {
                'phase_id': self._ref(f'demo_phase_{phase}').id,
                'campaign_unit_id': unit.id,
                'date_start': moment,
                'date_end': moment + timedelta(hours=1, minutes=30),
                'place': f'Phòng họp {unit.unit_name}',
                'chair_id': chair.id,
                'secretary_id': people[1].id,
                'attendance_ids': [
                    Command.create(
                        {
                            'employee_id': person.id,
                            'presence': 'absent' if person in absent else 'present',
                            'absence_reason': person in absent and ABSENCES[number % 3],
                        }
                    )
                    for number, person in enumerate(people)
                ],
                'discussion': 'Các ý kiến thống nhất với báo cáo thành tích của người được đề '
                'nghị.\nĐề nghị nêu rõ số liệu khi hoàn thiện hồ sơ.',
                'conclusion': 'Giao người được đề nghị hoàn thiện hồ sơ gửi Văn phòng đúng hạn.',
            }
        )

    @api.model
    def _day_before(self, local):
        """14:00 on the last working day before a local time."""
        day = fields.Date.to_date(local[:10]) - timedelta(days=1)
        day -= timedelta(days=max(0, day.weekday() - 4))
        return f'{day} 14:00'

    @api.model
    def _two_days_after(self, moment):
        """The same time two days later, or on the Monday after."""
        later = moment + timedelta(days=2)
        return later + timedelta(days=(0, 0, 0, 0, 0, 2, 1)[later.weekday()])

    # The dossiers' way

    @api.model
    def _carry_on(self, told):
        if 'sent' not in told:
            return
        nomination = told['nomination']
        with self._dated(told['sent']) as moment:
            nomination.action_submit()
        self._set_back(nomination, submitted_at=moment, snapshot_date=moment.date())
        self._screen(nomination, told, self._two_days_after(moment))

    @api.model
    def _screen(self, nomination, told, moment):
        end = told['end']
        seen = self._as('demo_user_vanphong', nomination)
        with self._dated(moment):
            if end == 'withdrawn':
                nomination._withdraw(told['reason'])
            elif end == 'returned':
                seen._return({seen: [self._returned(seen, item) for item in told['returns']]})
                self._set_back(seen.return_item_ids, returned_at=moment)
            elif end != 'submitted':
                seen.action_accept()
                self._set_back(seen, accepted_at=moment)
        if end == 'on_hold':
            seen._hold('complaint', told['reason'], told['document'])

    @api.model
    def _returned(self, nomination, item):
        lines = nomination[f'{item["target"]}_ids']
        if item['target'] == 'section':
            lines = lines.filtered(lambda section: section.kind == 'text')
        line = lines[item['index']]
        return {
            'target': item['target'],
            f'{item["target"]}_id': line.id,
            'reason': item['reason'],
        }


def sample_pdf(*paragraphs):
    """A real one-page PDF with these paragraphs, to stand for a scanned document.

    :return: the file, bytes
    """
    pdfmetrics.registerFont(TTFont('EmulationDemo', file_path(FONT)))
    file = io.BytesIO()
    page = Canvas(file, pagesize=A4, invariant=1)
    text = page.beginText(70, 760)
    text.setFont('EmulationDemo', 13, leading=20)
    for paragraph in paragraphs:
        text.textLines([*textwrap.wrap(paragraph, 75), ''])
    page.drawText(text)
    page.save()
    return file.getvalue()
