from collections import defaultdict
from dataclasses import replace

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ..domain import decision as rules
from ..domain.vietnamese import text_key
from .emulation_decision_check import LIVE_STATES


class EmulationNomination(models.Model):
    """Whether a nomination may be awarded by a decision of this body (invariant 7)."""

    _inherit = 'emulation.nomination'

    is_decided = fields.Boolean(
        compute='_compute_is_decided', help='A decision gave it a seat for good.'
    )

    @api.depends('state', 'decision_line_ids.is_active', 'decision_line_ids.decision_id.state')
    def _compute_is_decided(self):
        for nomination in self:
            # sudo: only whether a decision names it.
            lines = nomination.sudo().decision_line_ids.filtered(
                lambda line: line.decision_kind == 'award' and line.decision_state != 'draft'
            )
            forwarded = nomination.state in ('awarded', 'forwarded')
            nomination.is_decided = any(lines.mapped('is_active')) if lines else forwarded

    def _award_findings(self, lines=None, words=None):
        """Why nominations cannot be awarded; a constant number of queries.

        :param lines: of the decision in question, which do not stand in their own way
        :param dict words: for what, by nomination; to find the same achievement in the registry
        :return: dict of nomination -> list of :class:`~..domain.findings.Finding`
        """
        # sudo: verdicts, and other awards of the same people, count, whoever may read them.
        nominations = self.sudo()
        verdicts = nominations._verdicts()
        held = nominations._awards_held()
        named = nominations._lines_naming(lines)
        holds, revoked = nominations._open_holds(), nominations._revocations()
        found = {}
        for one in nominations:
            awarded = one._as_named(
                verdicts.get(one.id),
                held[one._nominee()],
                named[one._nominee()],
                (words or {}).get(one.id) or '',
            )
            references = holds[one._nominee()]._references(one.company_id)
            told = tuple(rules.Revoked(*each) for each in revoked[one.id])
            facts = replace(awarded, holds=references, revoked=told)
            found[one.sudo(False)] = rules.named_findings(facts)
        return found

    def _as_named(self, candidate, awards, lines, words):
        """A nomination as the rules take it.

        :param candidate: what the council said of it last, or None
        :param awards: valid commendations of the nominee
        :param lines: of other decisions that name the nominee
        """
        self.ensure_one()
        here = lines.filtered(lambda line: line.nomination_id == self)
        later = (lines - here).filtered(lambda line: not line.commendation_id)
        mine = awards.filtered(lambda one: one.nomination_id.campaign_id == self.campaign_id)
        past = (awards - mine).filtered(lambda one: self._is_same_achievement(one, words))
        given = [*mine, *later]
        same = [
            one for one in given if one.nomination_id.campaign_award_id == self.campaign_award_id
        ]
        return rules.Named(
            nominee=self.snapshot_name or self.nominee_name or '',
            award=self.campaign_award_id.name,
            state=self.state,
            verdict=self._as_verdict(candidate),
            elsewhere=tuple(here.decision_id.mapped('display_name')),
            same_award=tuple(one._told() for one in same),
            same_wording=tuple(one._told() for one in past),
            other_awards=tuple(
                rules.Held(one._told(), one.nomination_id.justification or '')
                for one in given
                if one not in same
            ),
            justification=self.justification or '',
        )

    def _as_verdict(self, candidate):
        if not candidate:
            return rules.Verdict()
        session = candidate.round_id.session_id.name
        return rules.Verdict(candidate.outcome == 'selected', session)

    def _is_same_achievement(self, award, words):
        """Whether an award from elsewhere has the same form for the same words, of this time."""
        start = min(filter(None, self.campaign_id.phase_ids.mapped('date_start')), default=None)
        is_recent = not (award.decision_date and start) or award.decision_date >= start
        said = text_key(words)
        return (
            bool(said)
            and is_recent
            and award.award_form_id == self.campaign_award_id.award_form_id
            and text_key(award.citation or '') == said
        )

    def _awards_held(self):
        """Valid awards of the nominees, by nominee."""
        # sudo: as in _award_findings, of which only the number is said.
        registry = self.env['emulation.commendation'].sudo()
        held = registry._held_by(self.employee_id, self.unit_id, self.partner_id)
        return defaultdict(registry.browse, held)

    def _revocations(self):
        """Number and ground of the decisions that took the award of a nomination back, by id."""
        found = defaultdict(list)
        lines = self.env['emulation.decision.line'].sudo()  # sudo: as in _award_findings
        domain = [
            ('nomination_id', 'in', self.ids),
            ('decision_id.kind', '=', 'revocation'),
            ('decision_id.state', '=', 'effective'),
        ]
        for line in lines.search(domain, order='id'):
            decision = line.decision_id
            found[line.nomination_id.id].append((decision.display_name, decision.ground))
        return found

    def _lines_naming(self, lines):
        """Live lines of other decisions that name the nominees in these campaigns, by nominee."""
        every = self.env['emulation.decision.line'].sudo()  # sudo: as in _award_findings
        found = defaultdict(every.browse)
        domain = self._same_nominee(
            Domain('is_active', '=', True)
            & Domain('decision_id.campaign_id', 'in', self.campaign_id.ids)
        )
        for line in every.search(domain, order='id'):
            # A draft with another nomination is judged when its own turn comes.
            counts = line.decision_id.state in LIVE_STATES or line.nomination_id in self
            if counts and line not in (lines or ()):
                found[line._holder()] |= line
        return found


class EmulationDecisionLine(models.Model):
    """Lines and the rules on what they name."""

    _inherit = 'emulation.decision.line'

    @api.constrains('nomination_id', 'decision_id')
    def _check_same_award(self):
        for line in self:
            if line.nomination_id.campaign_award_id != line.decision_id.campaign_award_id:
                raise ValidationError(
                    self.env._(
                        '%(nomination)s is not for "%(award)s". Make a decision for each award.',
                        nomination=line.nomination_id.display_name,
                        award=line.decision_id.campaign_award_id.name,
                    )
                )

    def _named_findings(self):
        """Why what the lines name cannot be awarded; a constant number of queries.

        :return: dict of line -> list of :class:`~..domain.findings.Finding`
        """
        words = {line.nomination_id.id: line._citation() for line in self}
        # sudo: which lines are asked about, to be left out of what stands elsewhere.
        found = self.nomination_id._award_findings(self.sudo(), words)
        return {line: found[line.nomination_id] for line in self}

    def _told(self):
        """The line as a refusal names it."""
        self.ensure_one()
        decision = self.decision_id
        return f'{decision.display_name}, {decision.campaign_award_id.name}'


class EmulationCommendation(models.Model):
    """How a refusal names an award of the registry."""

    _inherit = 'emulation.commendation'

    def _told(self):
        """The award as a refusal names it; one of a company the user is not of has no name."""
        self.ensure_one()
        if self.company_id - self.env.user.company_ids:
            return self.env._('an award of another company')
        parts = self.award_name, self.decision_number, str(self.year or '')
        return ', '.join(filter(None, parts))
