from collections import Counter

from odoo import fields, models

from ..domain import cut, hashchain, majority, quorum, ranking
from ..domain import tally as counting
from .emulation_round_open import ELECTRONIC


class EmulationRound(models.Model):
    """Counting, at the announcement and never before: until then no figure exists anywhere.

    What was counted can be counted again from the ballots, with the same result; see `_recount`.
    """

    _inherit = 'emulation.round'

    def action_announce(self):
        """Count, rank, cut and make the result known (công bố kết quả kiểm phiếu).

        :raises AccessError: the user is neither chair nor secretary of the day
        :raises UserError: the round is not closed, or the count contradicts itself
        """
        self.session_id._check_in_charge()
        for one in self.sudo():  # sudo: as for opening
            one.session_id._check_open()
            one._check_state('closed', self.env._('announced'))
            one._check_entries()
            one._take_seats()
            one.write({'state': 'announced', 'announced_at': fields.Datetime.now()})
            one._store_results()
            one._journal('round.announced', one._results_payload())
        self.session_id._notify_live()
        return True

    def action_recount(self):
        """Count again from what is stored and say whether every result comes out the same.

        :return: a notification
        :raises AccessError: the user may not read the round
        """
        self.check_access('read')
        # sudo: ballots; only whether the results agree is said.
        differing = [one.display_name for one in self.sudo() if one._recount()]
        if differing:
            message = self.env._(
                '%(rounds)s: the stored results are not those of the ballots. Tell the inspection.',
                rounds=', '.join(differing),
            )
        else:
            message = self.env._('Counted again: every figure and every outcome is the same.')
        kind = 'danger' if differing else 'success'
        params = {'message': message, 'type': kind, 'sticky': bool(differing)}
        return {'type': 'ir.actions.client', 'tag': 'display_notification', 'params': params}

    def votes_by_name(self):
        """Who voted how in an announced open round, by candidates the caller may read.

        :return: dict of id of candidate -> list of dicts `member`, `choice`
        :raises AccessError: the caller has no part in the session
        """
        self.ensure_one()
        self.check_access('read')
        # Searched, not read from the round: what is read may be cached by somebody who sees more.
        readable = self.env['emulation.candidate'].search([('round_id', '=', self.id)])
        # sudo: an open round is by name; until it is announced nobody is told.
        one = self.sudo()
        if one.mode != 'open' or one.state not in ('announced', 'voided') or not one.announced_at:
            return {}
        found = {candidate.id: [] for candidate in readable}
        ballots = self.env['emulation.ballot'].sudo()  # sudo: as above
        for ballot in ballots.search([('candidate_id', 'in', readable.ids)]):
            line = {'member': ballot.member_id.name, 'choice': ballot.choice}
            found[ballot.candidate_id.id].append(line)
        return found

    # The count

    def _recount(self):
        """Count again.

        :return: list of the candidates whose stored result is another; empty when all agree
        """
        self.ensure_one()
        if not self.announced_at:
            return []
        results = self._results()
        return [
            candidate
            for candidate, values in results.items()
            if any(candidate[name] != value for name, value in values.items())
        ]

    def _store_results(self):
        for candidate, values in self._results().items():
            candidate.write(values)
        self.write({'short_by': self._line().short_by})

    def _results(self):
        """What the announcement stores, by candidate: a function of ballots and frozen rules."""
        self.ensure_one()
        cast, written = self._cast_in_room(), self._written()
        total = counting.with_written(cast, written)
        verdicts = {one: self._verdict(one, total[one]) for one in self.candidate_ids}
        ranks = ranking.rank({one.id: votes.yes for one, votes in total.items()})
        line = self._line(verdicts)
        return {
            one: {
                'yes': total[one].yes,
                'no': total[one].no,
                'abstain': total[one].abstain,
                'base': verdicts[one].base,
                'needed': verdicts[one].needed,
                'passed': verdicts[one].passed,
                'rank': ranks[one.id],
                'outcome': cut.outcome(one.id, line).value,
                'verdict_inputs': self._inputs(one, cast[one], written.get(one)),
            }
            for one in self.candidate_ids
        }

    def _cast_in_room(self):
        """Votes by candidate, written opinions left out: from ballots or from agreed counts."""
        candidates = self.candidate_ids
        if self.mode not in ELECTRONIC:
            return self._entered()
        counted = self.env['emulation.ballot']._read_group(
            [('candidate_id', 'in', candidates.ids)], ['candidate_id', 'choice'], ['__count']
        )
        votes = {one: Counter() for one in candidates}
        for candidate, choice, number in counted:
            votes[candidate][choice] = number
        return {one: counting.Tally(**votes[one]) for one in candidates}

    def _written(self):
        """Written opinions by candidate, of those who wrote instead of coming."""
        if not self.session_id.written_opinions_count:
            return {}
        writers = self.entitlement_ids.filtered('is_written').member_id
        by_nomination = {one.nomination_id: one for one in self.candidate_ids}
        opinions = [
            (by_nomination[opinion.nomination_id], opinion.choice)
            for opinion in self.session_id.opinion_ids
            if opinion.member_id in writers
            and opinion.nomination_id in by_nomination
            and opinion.member_id not in by_nomination[opinion.nomination_id].recused_ids
        ]
        return counting.tally(opinions, {candidate for candidate, _choice in opinions})

    def _frozen_room(self):
        return quorum.Room(self.base_all, self.base_voting, self.base_present)

    def _majority_rule(self):
        """The majority as the rules (domain/majority.py) want it."""
        return majority.Rule(
            self.majority_numerator,
            self.majority_denominator,
            self.majority_strict,
            self.majority_base,
        )

    def _verdict(self, candidate, votes):
        recused = len(candidate.recused_ids)
        bases = majority.bases(self._frozen_room(), recused, votes.cast)
        return majority.verdict(self._majority_rule(), votes.yes, bases)

    def _inputs(self, candidate, cast, written):
        """Every figure the verdict was computed from, as one text."""
        written = written or counting.Tally()
        seats = self._seats()
        return hashchain.canonical(
            {
                'cast': {'yes': cast.yes, 'no': cast.no, 'abstain': cast.abstain},
                'written': {'yes': written.yes, 'no': written.no, 'abstain': written.abstain},
                'members': self.base_all,
                'voting': self.base_voting,
                'present': self.base_present,
                'recused': len(candidate.recused_ids),
                'share': f'{self.majority_numerator}/{self.majority_denominator}',
                'strict': self.majority_strict,
                'base': self.majority_base,
                'seats': seats
                and {
                    'minimum': seats.minimum,
                    'maximum': seats.maximum,
                    'used': seats.used,
                    'reserved': seats.reserved,
                },
            }
        )

    def _results_payload(self):
        """Outcomes, and digests of the figures: members recused may be readers of the journal."""
        return {
            'seats_used': self.seats_used,
            'short_by': self.short_by,
            'outcomes': {
                str(one.nomination_id.id): {
                    'outcome': one.outcome,
                    'digest': hashchain.digest(one.verdict_inputs),
                }
                for one in self.candidate_ids
            },
        }
