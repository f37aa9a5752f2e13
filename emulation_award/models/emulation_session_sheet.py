from odoo import models
from odoo.exceptions import UserError

from ..domain import vote_matrix
from ..domain.vote_matrix import Vote


class EmulationSession(models.Model):
    """How a session voted, as a list (bảng tổng hợp biểu quyết)."""

    _inherit = 'emulation.session'

    def _sheet_vote_matrix(self):
        """The results of the announced rounds; by name where a round was open.

        A round that is not announced is not there, and a candidate the reader is recused from is
        not there, whatever other role the reader has.

        :return: :class:`~..domain.sheets.Book`, to be read once
        :raises AccessError: the user may not read one of the sessions
        :raises UserError: nothing that the user may see was announced
        """
        self.check_access('read')
        meetings = [one._as_voted() for one in self]
        told = tuple(one for one in meetings if one.rounds)
        if not told:
            raise UserError(self.env._('No round is announced yet: there is no result to list.'))
        return vote_matrix.book(told)

    def _as_voted(self):
        self.ensure_one()
        # Searched as the user: record rules say which rounds, and which candidates.
        rounds = self.env['emulation.round'].search(
            [('session_id', '=', self.id)], order='number, id'
        )
        announced = rounds.filtered(lambda one: one._is_told())
        seen = self.env['emulation.candidate'].search([('round_id', 'in', announced.ids)])
        hidden = self._hidden_nominations()
        # sudo: to name what is hidden, and to read names; results are of what the user may read.
        inside = announced.sudo()
        # What is cached may have been read by somebody who sees less.
        inside.invalidate_recordset(['candidate_ids'], flush=False)
        hidden |= (inside.candidate_ids - seen.sudo()).nomination_id
        voted = [one._as_matrix(hidden, self.env.user) for one in inside]
        session = self.sudo()  # sudo: as above
        return vote_matrix.Meeting(
            heading=session._document_heading(),
            name=session.name,
            about=(session.campaign_id.name, session.phase_id.name, session.name),
            rounds=tuple(one for one in voted if one.result.candidates),
        )


class EmulationRound(models.Model):
    """An announced round as a table."""

    _inherit = 'emulation.round'

    def _as_matrix(self, hidden, reader):
        """The round as the table tells it; called on announced rounds in superuser mode.

        :param hidden: nominations to leave out
        :param reader: res.users
        """
        self.ensure_one()
        result = self._as_told(hidden)
        # Who voted how is kept, and told, of open rounds only.
        if self.mode != vote_matrix.BY_NAME or not self._is_told():
            return vote_matrix.Voted(result)
        shown = self.candidate_ids.filtered(lambda one: one.nomination_id not in hidden)
        return vote_matrix.Voted(
            result,
            members=tuple((one.member_id.id, one.member_id.name) for one in self.entitlement_ids),
            votes=self._votes_on(shown, reader),
        )

    def _votes_on(self, candidates, reader):
        """What each entitled member did, by (member, place of the candidate)."""
        places = {candidate: at for at, candidate in enumerate(candidates)}
        votes = {
            (member.id, at): Vote(is_recused=True)
            for candidate, at in places.items()
            for member in candidate.recused_ids
        }
        for ballot in self.env['emulation.ballot'].search([('candidate_id', 'in', candidates.ids)]):
            if ballot.member_id:
                at = places[ballot.candidate_id]
                votes[ballot.member_id.id, at] = Vote(ballot.choice)
        return {**self._written_on(places, reader), **votes}

    def _written_on(self, places, reader):
        """Written opinions, their choice only for who may read the opinion itself."""
        writers = self.entitlement_ids.filtered('is_written').member_id
        opinions = self.env['emulation.written.opinion'].with_user(reader)
        # sudo: what was found as the reader; only the choices are read.
        readable = opinions.search([('session_id', '=', self.session_id.id)]).sudo()
        chosen = {(one.member_id, one.nomination_id): one.choice for one in readable}
        return {
            (member.id, at): Vote(
                chosen.get((member, candidate.nomination_id), ''), is_written=True
            )
            for candidate, at in places.items()
            for member in writers
        }
