from odoo import api, fields, models
from odoo.fields import Domain

from .emulation_round_open import ELECTRONIC
from .emulation_round_paper import COUNTERS

BALLOT_SHEET = 'emulation_award.ballot_sheet'


class EmulationRound(models.Model):
    """What open pages show of a round while it is voted on; never a choice, never a count."""

    _inherit = 'emulation.round'

    is_conductor = fields.Boolean(compute='_compute_own_part')
    is_chair = fields.Boolean(compute='_compute_own_part')
    may_vote = fields.Boolean(
        compute='_compute_own_part', help='Open, and your vote on screen is still missing.'
    )
    may_count = fields.Boolean(compute='_compute_own_part', help='You count the votes by hand.')

    @api.depends_context('uid')
    @api.depends('state', 'mode', 'session_id.chair_id', 'session_id.secretary_id')
    def _compute_own_part(self):
        # sudo: whether the user is among the voters, and who counts, to compare with oneself.
        own = self.env['emulation.entitlement'].sudo().search(self._own_domain(self.ids))
        waiting = own.round_id - own.round_id._cast_by(own)
        user = self.env.user
        for one in self:
            inside = one.sudo()  # sudo: as above
            counting = inside.mode in COUNTERS and inside.state in ('open', 'closed')
            one.is_conductor = bool(inside.session_id) and one.session_id._is_in_charge()
            one.is_chair = inside.session_id.chair_id.user_id == user
            one.may_vote = (
                inside.state == 'open' and inside.mode in ELECTRONIC and inside in waiting
            )
            one.may_count = counting and user in inside._counters().user_id

    @api.model
    def voting_desk(self):
        """Rounds of sessions being held in which the caller votes on screen, or soon may.

        :return: dict of `sessions`, ids of those sessions, and `rounds`: list of dicts `id`,
            `name`, `session`, `state`, `mode`, `already_cast`
        """
        mine = self._own_domain() & Domain('round_id.session_id.state', '=', 'open')
        # sudo: only of the caller's own entitlements, and of sessions the caller is called to.
        entitled = self.env['emulation.entitlement'].sudo().search(mine)
        sessions = self._own_open_sessions() | entitled.round_id.session_id
        coming = sessions.round_ids.filtered(lambda one: one.state == 'draft')
        rounds = (entitled.round_id | coming).filtered(
            lambda one: one.mode in ELECTRONIC and one.state != 'voided'
        )
        cast = rounds._cast_by(entitled)
        return {
            'sessions': sessions.ids,
            'rounds': [
                {
                    'id': one.id,
                    'name': one.display_name,
                    'session': one.session_id.name,
                    'state': one.state,
                    'mode': one.mode,
                    'already_cast': one in cast,
                }
                for one in rounds.sorted(lambda one: (one.session_id.id, one.number))
            ],
        }

    def board(self):
        """Presence, progress and, once announced, the result, for a page to fetch again.

        :return: as :meth:`progress`, with `state`, `electronic`, `counts_in` and `counts_wanted`
            (counts by hand), `voted_names`, `presence` (list of dicts `name`, `presence`,
            `label`), and `results` (list of dicts, empty until announced)
        :raises AccessError: the caller has no part in the session
        """
        self.ensure_one()
        progress = self.progress()
        one = self.sudo()  # sudo: who is there and who has voted, as for the progress
        voted = one._voted() if one.mode in ELECTRONIC else one.env['emulation.council.member']
        return {
            **progress,
            'state': one.state,
            'electronic': one.mode in ELECTRONIC,
            'counts_in': len(one._entries()),
            'counts_wanted': COUNTERS.get(one.mode, 0),
            'voted_names': voted.mapped('name'),
            'presence': one._presence(),
            'results': self._readable_results(),
        }

    def action_vote(self):
        """Show the ballot sheet, which says itself whether the caller may vote.

        :return: an action
        """
        self.ensure_one()
        return {
            'type': 'ir.actions.client',
            'tag': BALLOT_SHEET,
            'name': self.env._('Vote'),
            'params': {'round_id': self.id},
        }

    def action_show(self):
        """Show the round.

        :return: an action
        :raises AccessError: the caller may not read the round
        """
        self.ensure_one()
        self.check_access('read')
        return self._show()

    # How

    @api.model
    def _own_domain(self, rounds=None):
        domain = Domain('user_id', '=', self.env.uid) & Domain('is_written', '=', False)
        return domain if rounds is None else domain & Domain('round_id', 'in', rounds)

    @api.model
    def _own_open_sessions(self):
        called = Domain('attendance_ids.member_id.user_id', '=', self.env.uid)
        stands_in = Domain('attendance_ids.substitute_id.user_id', '=', self.env.uid)
        # sudo: the sessions the caller is called to.
        sessions = self.env['emulation.session'].sudo()
        return sessions.search(Domain('state', '=', 'open') & (called | stands_in))

    def _cast_by(self, entitlements):
        """Those of the rounds in which the members of these entitlements have voted."""
        votes = self.env['emulation.vote'].search([('round_id', 'in', self.ids)])
        cast = {(vote.round_id, vote.member_id) for vote in votes}
        done = entitlements.filtered(lambda one: (one.round_id, one.member_id) in cast)
        return done.round_id

    def _presence(self):
        labels = dict(
            self.env['emulation.attendance']._fields['presence']._description_selection(self.env)
        )
        return [
            {
                'name': one.member_id.name,
                'presence': one.presence,
                'label': labels.get(one.presence, ''),
            }
            for one in self.session_id.attendance_ids
        ]

    def _readable_results(self):
        """The result by candidate, of those the caller is not recused from."""
        if not self.announced_at:
            return []
        # Searched, not read from the round: the cache may hold what superuser mode has read.
        candidates = self.env['emulation.candidate'].search([('round_id', '=', self.id)])
        outcomes = dict(candidates._fields['outcome']._description_selection(self.env))
        return [
            {
                'id': one.id,
                'name': one.sudo().nomination_id.nominee_name,  # sudo: whose result it is
                'rank': one.rank,
                'yes': one.yes,
                'no': one.no,
                'abstain': one.abstain,
                'base': one.base,
                'needed': one.needed,
                'outcome': one.outcome,
                'label': outcomes.get(one.outcome, ''),
            }
            for one in candidates.sorted(lambda one: (one.rank, one.nominee_sort_key or ''))
        ]
