from odoo import fields, models

from ..domain import decision_document, decree30
from ..domain.award_list import Holder
from ..domain.decision_facts import Correction, Facts, Meeting, Original
from ..domain.official_parts import bare
from ..domain.vietnamese import paragraphs
from .emulation_legal_basis import OFFICIAL_KINDS
from .signing import signing_of

FINAL = ('issued', 'effective', 'revoked')


class EmulationDecision(models.Model):
    """A decision as a document (văn bản quyết định)."""

    _inherit = 'emulation.decision'

    # As they were when the decision was issued, for lists and documents that refer to it.
    issued_award_name = fields.Char('Award as issued', readonly=True, copy=False)
    issued_authority_name = fields.Char('Authority as issued', readonly=True, copy=False)

    def _decision_document(self):
        """Each decision, for whatever prints it; from its issue on as it was issued.

        :return: {decision id: domain.decision_document.DecisionDocument}, in record order
        :raises AccessError: the user may not read one of the decisions
        """
        self.check_access('read')
        # sudo: whoever may read a decision may read all it names.
        return {
            one.id: one._kept_as(decision_document.DecisionDocument) or one._as_document()
            for one in self.sudo()
        }

    def _official_name(self):
        """What files of the decision are called after, whatever the user's language."""
        self.ensure_one()
        return self.display_name if self.number else f'Dự thảo - {self.campaign_award_id.name}'

    def _as_document(self):
        """The decision as it reads now."""
        return decision_document.decision_document(self._document_facts())

    def _keep_as_issued(self):
        """Keep what the decision says, and the names by which others refer to it."""
        self.ensure_one()
        # sudo: whoever may issue a decision may read all it names; operation fields.
        issued = self.sudo()
        issued._keep_document(issued._as_document())
        issued.write(
            {
                'issued_award_name': self.campaign_award_id.name,
                'issued_authority_name': self.authority_id.name,
            }
        )

    def _award_name(self):
        """Of the award, as it was when the decision was issued."""
        return self.issued_award_name or self.campaign_award_id.name or ''

    def _authority_name(self):
        """Of who decided, as it was then."""
        return self.issued_authority_name or self.authority_id.name or ''

    def _document_facts(self):
        self.ensure_one()
        lines = self._in_order()
        changes = self.kind == 'correction'
        return Facts(
            kind=self.kind,
            heading=self._document_heading(),
            code=self.authority_id.abbreviation or '',
            number=self.number or '',
            day=self.decision_date or None,
            authority=self.authority_id.name or '',
            award=self.campaign_award_id.name or '',
            citation=self.citation or '',
            signing=signing_of(self),
            bases=tuple(filter(None, self._document_bases().mapped('citation'))),
            meetings=self._document_meetings(),
            holders=() if changes else tuple(line._as_holder() for line in lines),
            corrections=tuple(line._as_correction() for line in lines) if changes else (),
            has_prize=self.has_prize,
            fund=self.fund or '',
            implementers=paragraphs(self.implementers or ''),
            recipients=paragraphs(self.recipients or ''),
            original=self._document_original(),
            ground=self.ground or None,
            reason=self._document_reason(),
            final=self.state in FINAL,
        )

    def _document_reason(self):
        """Why it is corrected or revoked, and why an amount is another than the formula's."""
        lines = self._in_order().filtered('prize_reason')
        told = [f'{line.holder_name}: {line.prize_reason}' for line in lines]
        return '; '.join(filter(None, (bare(self.reason or ''), *map(bare, told))))

    def _document_bases(self):
        """What the decision rests on: the higher kind of document first, then the older one."""
        ranks = {kind: rank for rank, kind in enumerate(OFFICIAL_KINDS)}
        return self.legal_basis_ids.sorted(lambda one: (ranks[one.kind], one.date_issued, one.id))

    def _document_heading(self):
        where_and_when = decree30.place_date(self.place or '', self.decision_date or None)
        return self.authority_id._heading(self.document_style, where_and_when)

    def _document_meetings(self):
        sessions = self.session_ids.sorted('date_planned')
        return tuple(Meeting(one.council_id.name, one._day()) for one in sessions)

    def _document_original(self):
        original = self.original_id
        if not original:
            return None
        day = original.decision_date or None
        return Original(original.number or '', day, original._authority_name())


class EmulationDecisionLine(models.Model):
    """One who is named, as the document names them."""

    _inherit = 'emulation.decision.line'

    def _as_holder(self):
        self.ensure_one()
        return Holder(
            kind=self.nominee_kind,
            name=self.holder_name or '',
            honorific=self.honorific or '',
            position=self.holder_position or '',
            unit=self.holder_unit or '',
            achievement=self.citation or '',
            prize=self.prize_amount,
        )

    def _as_correction(self):
        """What the line read before this correction, and what it reads now."""
        self.ensure_one()
        return Correction(self._corrected_line()._as_holder(), self._as_holder())

    def _corrected_line(self):
        """The line a correction corrects: the award line, or the correction in effect before."""
        self.ensure_one()
        original = self.original_line_id
        earlier = (original._corrections() - self).filtered(
            lambda one: (
                not self.decision_id.effective_at
                or one.decision_id.effective_at < self.decision_id.effective_at
            )
        )
        return earlier[-1:] or original
