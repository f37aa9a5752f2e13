import base64
import io
import json
import re
import zipfile
from datetime import datetime

from pypdf import PdfReader

from odoo.tests import tagged

from .story_common import at
from .submission_story_common import SubmissionStoryCommon, scan

GK, GK_COLLECTIVE = 710_000, 1_410_000  # 0.3 and 0.6 of 2 340 000 đồng, rounded up to 10 000


@tagged('post_install', '-at_install')
class TestDocumentsStory(SubmissionStoryCommon):
    """From what the council decided to money, registry and the dossier for the province.

    One test, because it is one story: five people and a collective get the head's award, one
    the Party's, and a collective and two people go up to the province.
    """

    @classmethod
    def _set_up_sources(cls):
        super()._set_up_sources()
        cls.party.write(
            {
                'abbreviation': 'ĐU',
                'issuing_body': 'ĐẢNG ỦY BAN QUẢN LÝ KHU KINH TẾ CỬA KHẨU',
                'superior_body': 'ĐẢNG ỦY UBND TỈNH LẠNG SƠN',
                'place': 'Lạng Sơn',
                'collective_title': 'ĐẢNG ỦY',
                'signatory_title': 'BÍ THƯ',
                'signatory_name': 'Nguyễn Văn Bí',
            }
        )
        common = {'award_form_id': cls.form_head.id, 'date_from': '2024-01-01'}
        cls.env['emulation.rate'].create(
            [
                {**common, 'subject': 'individual', 'value': 0.3},
                {**common, 'subject': 'collective', 'value': 0.6},
            ]
        )

    def _chapter_dossiers(self):
        (unit_d, people_d), (unit_e, people_e) = self.units['D'], self.units['E']
        unit_f, people_f = self.units['F']
        up = [(unit_d, unit_d), (unit_d, people_d[1]), (unit_e, people_e[1])]
        head = [(unit_e, unit_e), (unit_d, people_d[2]), (unit_d, people_d[3])]
        head += [(unit_e, people_e[2]), (unit_e, people_e[3]), (unit_f, people_f[1])]
        party = [(unit_f, people_f[2])]
        self.awards = {
            **{nominee: self.award_province for _unit, nominee in up},
            **{nominee: self.award_head for _unit, nominee in head},
            **{nominee: self.award_party for _unit, nominee in party},
        }
        dossiers = self._accepted(self.phase_1, datetime(2025, 8, 25, 1), up + head + party)
        self.forwarded, self.of_head, self.of_party = dossiers[:3], dossiers[3:9], dossiers[9:]

    def _chapter_session(self):
        self.meeting = session = self._convened(self.phase_1, datetime(2025, 9, 8, 7))
        self._attended(session)
        for award, subject, dossiers in (
            (self.award_province, 'collective', self.forwarded[:1]),
            (self.award_province, 'individual', self.forwarded[1:]),
            (self.award_head, 'collective', self.of_head[:1]),
            (self.award_head, 'individual', self.of_head[1:]),
            (self.award_party, 'individual', self.of_party),
        ):
            self._vote(self._round_for(session, award, subject), dict.fromkeys(dossiers, 6))
        self._close(session)

    def test_from_the_vote_to_the_dossier_for_the_province(self):
        with at('2025-11-20 09:00:00'):
            self._chapter_two_decisions_of_two_authorities()
            self._chapter_the_registry_knows_every_award()
            self._chapter_what_is_printed()
        with at('2025-11-21 09:00:00'):
            content = self._chapter_the_package_is_whole()
        self._chapter_one_byte_is_named(content)
        with at('2025-11-22 16:30:00'):
            self._chapter_built_a_day_later_it_is_the_same(content)
            self._chapter_it_goes_up_and_comes_back()
        self._chapter_the_journal_verifies()

    # Chapters

    def _chapter_two_decisions_of_two_authorities(self):
        drafts = self._by(self.office, 'emulation.decision')._draft(
            (self.of_head + self.of_party).with_user(self.office)
        )
        by_award = drafts.grouped('campaign_award_id')
        self.decision = by_award[self.award_head].with_user(self.manager)
        self.party_decision = by_award[self.award_party].with_user(self.manager)
        self.decision.write({'number': '97/QĐ-BQLKKTCK', 'decision_date': '2025-11-20'})
        self.party_decision.write(
            {'number': '15-QĐ/ĐU', 'decision_date': '2025-11-20', 'has_prize': False}
        )
        for decision in (self.decision, self.party_decision):
            decision.action_issue()
            decision.write({'signed_scan': scan(), 'signed_scan_name': 'ban ky.pdf'})
            decision.action_take_effect()
        self.assertEqual((self.decision + self.party_decision).mapped('state'), ['effective'] * 2)
        styles = (self.decision.document_style, self.party_decision.document_style)
        self.assertEqual(styles, ('state', 'party'))
        prizes = {line.nomination_id: line.prize_amount for line in self.decision.line_ids}
        collective, people = self.of_head[0], self.of_head[1:]
        self.assertEqual(prizes, {collective: GK_COLLECTIVE, **dict.fromkeys(people, GK)})
        self.assertEqual(self.decision.prize_total, 5 * GK + GK_COLLECTIVE)
        self.assertEqual(self.party_decision.prize_total, 0)
        lines = self.decision.line_ids.sorted('gold_book_number')
        self.assertEqual(lines.mapped('gold_book_number'), [1, 2, 3, 4, 5, 6])
        self.assertEqual(lines[0].nomination_id, collective)

    def _chapter_the_registry_knows_every_award(self):
        awarded = self.of_head + self.of_party
        self.assertEqual(set(awarded.mapped('state')), {'awarded'})
        entries = self.env['emulation.commendation'].search([('nomination_id', 'in', awarded.ids)])
        self.assertEqual(len(entries), len(awarded))
        told = {
            (one.nomination_id, one.decision_number, one.prize_amount, one.gold_book_number)
            for one in entries
        }
        due = {
            (line.nomination_id, decision.number, line.prize_amount, line.gold_book_number)
            for decision in (self.decision, self.party_decision)
            for line in decision.line_ids
        }
        self.assertEqual(told, due)
        self.assertFalse(self.of_head[1].employee_id.user_id)  # no login is needed for an award

    def _chapter_what_is_printed(self):
        text = self._text_of('decision', self.decision)
        for words in (
            'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
            'Số: 97/QĐ-BQLKKTCK',
            'TRƯỞNG BAN',
            *(line.holder_name for line in self.decision.line_ids),
        ):
            self.assertIn(words, text)
        text = self._text_of('decision', self.party_decision)
        for words in ('ĐẢNG CỘNG SẢN VIỆT NAM', '15-QĐ/ĐU', self.of_party.nominee_name):
            self.assertIn(words, text)
        self.assertNotIn('Độc lập - Tự do', text)

    def _chapter_the_package_is_whole(self):
        self.submission.action_build_package()
        content = base64.b64decode(self.submission.package)
        answer = self._examined(content, self.submission.package_seal)
        self.assertEqual((answer['result'], answer['problems']), ('whole', []))
        self.assertEqual(answer['zip_sha256'], self.submission.package_sha256)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            told = json.loads(archive.read('manifest.json'))
        names = {one['name'] for one in told['nominees']}
        self.assertEqual(names, set(self.forwarded.mapped('nominee_name')))
        counts = told['submission']['collectives'], told['submission']['individuals']
        self.assertEqual(counts, (1, 2))
        return content

    def _chapter_one_byte_is_named(self, content):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                inner = archive.read(entry)
                spot = entry.header_offset + 30 + len(entry.filename) + len(inner) // 3
                changed = bytearray(content)
                changed[spot] ^= 0x20
                answer = self._examined(bytes(changed))
                named = [one['path'] for one in answer['problems']]
                self.assertEqual((answer['result'], entry.filename in named), ('wrong', True))

    def _chapter_built_a_day_later_it_is_the_same(self, content):
        self.assertEqual(self._built(self.manager), content)

    def _chapter_it_goes_up_and_comes_back(self):
        self.submission.sent_channel = 'Trục liên thông văn bản'
        self.submission.action_send()
        self.assertEqual(set(self.forwarded.mapped('state')), {'forwarded'})
        self.assertFalse(self.submission.package_is_stale)
        lines = self.submission.line_ids
        entries = self.submission._reply(
            {'number': '1999/QĐ-UBND', 'date': datetime(2025, 11, 22).date()},
            dict.fromkeys(lines, ('awarded', '')),
        )
        self.assertEqual(len(entries), 3)
        self.assertEqual(set(self.forwarded.mapped('state')), {'awarded'})
        self.assertEqual(self.submission.state, 'decided')

    def _chapter_the_journal_verifies(self):
        chain = self._by(self.auditor, 'emulation.journal.chain').search(
            [('campaign_id', '=', self.campaign.id)]
        )
        self.assertIsNone(chain._first_break())
        told = chain.entry_ids.mapped('event')
        for event, times in (
            ('decision.effective', 2),
            ('submission.package_built', 1),
            ('submission.sent', 1),
            ('submission.answered', 1),
        ):
            self.assertEqual(told.count(event), times, event)

    def _text_of(self, code, record):
        file = self.env(user=self.office)['emulation.document']._file(
            code, record.with_user(self.office), 'pdf'
        )
        pages = PdfReader(io.BytesIO(file.content)).pages
        return re.sub(r'\s+', ' ', ' '.join(page.extract_text() for page in pages))
