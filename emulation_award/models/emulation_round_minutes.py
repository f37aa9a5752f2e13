from odoo import models
from odoo.exceptions import UserError

from ..domain import round_result, vote_count
from ..domain import tally as counting
from .emulation_round_open import ELECTRONIC


class EmulationRound(models.Model):
    """The minutes of the count as a document (biên bản kiểm phiếu)."""

    _inherit = 'emulation.round'

    def _vote_count(self):
        """The minutes of the count of each round, for whatever prints them.

        :return: {round id: domain.vote_count.VoteCount}, in the order of the records
        :raises AccessError: the user may not read one of the rounds
        :raises UserError: a round is not announced: there is no figure to print
        """
        self.check_access('read')
        waiting = self.filtered(lambda one: not one._is_told())
        if waiting:
            raise UserError(
                self.env._(
                    '%(rounds)s are not announced: there is no result to print yet.',
                    rounds=', '.join(waiting.mapped('display_name')),
                )
            )
        hidden = {session: session._hidden_nominations() for session in self.session_id}
        # sudo: what is announced may be read by who reads the round, but for what is hidden.
        return {
            one.id: vote_count.vote_count(one.sudo()._vote_count_facts(hidden[one.session_id]))
            for one in self
        }

    def _vote_count_file_name(self):
        """Name of the printed file, without extension, for the report action."""
        self.ensure_one()
        name = f'{self.session_id.name} - lượt {self.number}'
        return f'Biên bản kiểm phiếu - {name}'.replace('/', '-')

    def _official_name(self):
        """What files of the round are called after, whatever the user's language."""
        self.ensure_one()
        return f'Lượt {self.number} - {self.campaign_award_id.name}'

    def _vote_count_facts(self, hidden):
        self.ensure_one()
        session = self.session_id
        return vote_count.Facts(
            heading=session._document_heading(),
            campaign=session.campaign_id.name,
            phase=session.phase_id.name,
            session=session.name,
            place=session.place or '',
            start=session._local(self.opened_at),
            end=session._local(self.announced_at),
            tellers=tuple(map(session._document_person, session.teller_ids)),
            chair=session._document_person(session.chair_id),
            voted=self._as_told(hidden),
        )

    def _is_told(self):
        """Whether the result was made known, which a correction later does not undo."""
        self.ensure_one()
        return self.state in ('announced', 'voided') and bool(self.announced_at)

    def _as_told(self, hidden):
        """The round as documents tell it.

        :param hidden: nominations to leave out
        :return: :class:`~..domain.round_result.Round`
        """
        self.ensure_one()
        # Cached may be only what the reader sees: the rest would not be missed, and ranks shown.
        self.invalidate_recordset(['candidate_ids'], flush=False)
        shown = self.candidate_ids.filtered(lambda one: one.nomination_id not in hidden)
        told = self._is_told()
        runoff = self.child_ids.filtered(lambda one: one.kind == 'runoff' and one._is_told())
        return round_result.Round(
            number=self.number,
            kind=self.kind,
            parent=self.parent_id.number,
            subject=self.subject,
            award=self.campaign_award_id.name,
            mode=self.mode,
            majority=self._majority_rule(),
            members=self.base_all,
            voting=self.base_voting,
            present=self.base_present,
            written=len(self._writers()),
            ballots=self._told_ballots() if told else None,
            candidates=tuple(one._as_told() for one in shown) if told else (),
            seats=self._seats() if told else None,
            short_by=self.short_by if told else 0,
            resolution=self.tie_resolution or '',
            resolution_reason=self.tie_reason or '',
            runoff=runoff[:1].number,
            reason=self.correction_reason or '',
            superseded=self.state == 'voided',
            whole=shown == self.candidate_ids,
            announced=told,
        )

    def _writers(self):
        """Members who took part in writing, also those recused from every candidate."""
        everywhere = self._recused_everywhere()
        written = self.session_id.attendance_ids.filtered(lambda one: one.presence == 'written')
        return self.entitlement_ids.filtered('is_written').member_id | (
            written.member_id & everywhere
        )

    def _told_ballots(self):
        if self.mode in ELECTRONIC:
            cast = len(self.vote_ids)
            return round_result.Ballots(len(self._voters()), cast, cast, 0)
        if self.mode == 'paper':
            entry = self._entries()[:1]
            return round_result.Ballots(*(entry[name] for name in counting.HEADS))
        return None
