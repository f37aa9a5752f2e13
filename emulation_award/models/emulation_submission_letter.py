from odoo import models

from ..domain import decree30, submission_letter
from ..domain.decision_facts import Meeting
from ..domain.submission_letter import CODE
from ..domain.vietnamese import paragraphs
from .emulation_submission import PREPARED
from .signing import signing_of


class EmulationSubmission(models.Model):
    """The letter of a submission as a view-model (tờ trình)."""

    _inherit = 'emulation.submission'

    def _submission_letter(self):
        """The letter of each submission, for whatever prints it; once sent, as it was sent.

        :return: {submission id: domain.submission_letter.SubmissionLetter}, in record order
        :raises AccessError: the user may not read one of the submissions
        """
        self.check_access('read')
        # sudo: whoever may read a submission may read the letter with everything it names.
        return {one.id: one._sent_letter() or one._as_letter() for one in self.sudo()}

    def _sent_letter(self):
        """The letter as it was sent last, None while another one is prepared."""
        is_open = self.state in PREPARED
        return None if is_open else self._kept_as(submission_letter.SubmissionLetter)

    def _as_letter(self):
        """The letter as it reads now."""
        return submission_letter.submission_letter(self._letter_facts())

    def _letter_facts(self):
        self.ensure_one()
        issuer = self.issuer_id
        lines = self.line_ids.filtered('is_live')
        common = self._common_clause(lines)
        awards = set(lines.campaign_award_id.mapped('name'))
        sessions = lines.candidate_id.round_id.session_id.sorted('date_planned')
        return submission_letter.Facts(
            heading=self._letter_heading(),
            code=issuer.abbreviation or '',
            number=self.number or '',
            day=self.date or None,
            submitter=self._submitter(),
            addressees=tuple(filter(None, map(str.strip, (self.addressee or '').split(';')))),
            authority=self.authority_id.name or '',
            award=next(iter(awards)) if len(awards) == 1 else '',
            kind=self.award_kind,
            citation=self._citation(),
            signing=signing_of(self),
            bases=tuple(filter(None, self._letter_bases().mapped('citation'))),
            functions_basis=self.unit_basis or '',
            clause='; '.join(filter(None, (self.legal_clause, common))),
            meetings=tuple(Meeting(one.council_id.name, one._day()) for one in sessions),
            holders=tuple(line._holder_as_told(common, len(awards) > 1) for line in lines),
            note=self.body_note or '',
            recipients=paragraphs(self.recipients or ''),
            # Signed is final: the package that goes up with it says so too.
            final=bool(self.signed_scan) or self.state in ('sent', 'decided'),
        )

    def _letter_bases(self):
        """What the campaign rests on, as in force on the day of the letter."""
        today = self.company_id._emulation_today()
        return self.campaign_id.legal_basis_ids._as_of(self.date or today)

    def _number_like(self, ordinal):
        code = self.issuer_id.abbreviation or ''
        return decree30.with_symbol(ordinal, CODE, code, self.document_style) if code else ''

    def _letter_heading(self):
        where_and_when = decree30.place_date(self.place or '', self.date or None)
        return self.issuer_id._heading(self.document_style, where_and_when)

    def _submitter(self):
        """Who submits, as running text names the body."""
        if self.document_style == 'party':
            return self.issuer_id.name or ''
        return self.company_id.name

    def _common_clause(self, lines):
        """The clause every line cites, '' where they differ."""
        cited = {line._cited_clause() for line in lines}
        return next(iter(cited)) if len(cited) == 1 else ''

    def _citation(self):
        """For what they are proposed, as documents say it."""
        name = self.campaign_id.name or ''
        return f'đã có thành tích xuất sắc trong {name[:1].lower()}{name[1:]}' if name else ''

    def _official_name(self):
        """What files of the submission are called after, whatever the user's language."""
        self.ensure_one()
        return self.display_name if self.number else f'Dự thảo - {self.authority_id.name}'
