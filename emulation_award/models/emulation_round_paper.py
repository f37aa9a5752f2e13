from odoo import models
from odoo.exceptions import AccessError, UserError

from ..domain import tally as counting

#: How many count, by mode.
COUNTERS = {'paper': 2, 'show_of_hands': 1}


class EmulationRound(models.Model):
    """Votes counted by hand: paper ballots by two tellers apart, hands by the secretary."""

    _inherit = 'emulation.round'

    def action_count(self):
        """Open the caller's own count of this round, made if there is none.

        :return: an action that shows it
        :raises AccessError: the caller does not count in this round
        :raises UserError: the round is not open or closed
        """
        self.ensure_one()
        entries = self.env['emulation.paper.entry']
        teller = self._check_counter()
        domain = [('round_id', '=', self.id), ('teller_id', '=', teller.id)]
        entry = entries.search(domain, limit=1) or entries.create({'round_id': self.id})
        return {
            'type': 'ir.actions.act_window',
            'res_model': entries._name,
            'res_id': entry.id,
            'view_mode': 'form',
            'target': 'new',
        }

    def _counters(self):
        """Members who count: the tellers, or the secretary where hands are raised."""
        session = self.session_id
        return session.teller_ids if self.mode == 'paper' else session.secretary_id

    def _check_counter(self):
        """The council member as whom the user counts.

        :raises AccessError: the user does not count in this round
        """
        one = self.sudo()  # sudo: who counts, to compare with oneself
        teller = one._counters().filtered(lambda member: member.user_id == self.env.user)[:1]
        if not teller or one.mode not in COUNTERS:
            raise AccessError(
                self.env._('Only tellers count paper ballots, and only the secretary counts hands.')
            )
        one._check_counting()
        return teller

    def _check_counting(self):
        if self.state not in ('open', 'closed') or self.session_id.state != 'open':
            raise UserError(
                self.env._('Votes are counted between opening and announcement of a round.')
            )

    def _entries(self):
        return self.paper_entry_ids.filtered('is_submitted')

    def _check_entries(self):
        """Refuse what was counted by hand while it contradicts itself.

        :raises UserError: an entry is missing, inconsistent, or tellers disagree
        """
        wanted = COUNTERS.get(self.mode)
        if not wanted:
            return
        entries = self._entries()
        if len(entries) < wanted:
            raise UserError(
                self.env._(
                    '%(count)s of %(wanted)s counts are in. Every teller enters and hands in the '
                    'own count first.',
                    count=len(entries),
                    wanted=wanted,
                )
            )
        self.env['emulation.refusal']._raise_if(self._entry_findings(entries))

    def _entry_findings(self, entries):
        if self.mode == 'show_of_hands':
            return self._hands_findings(entries[:1])
        papers = [one._as_paper() for one in entries]
        entitled = len(self._voters())
        found = [
            finding for paper in papers for finding in counting.paper_findings(paper, entitled)
        ]
        for other in papers[1:]:
            found += counting.teller_findings(papers[0], other)
        return list(dict.fromkeys(found))

    def _hands_findings(self, entry):
        voters = self._voters().member_id
        return [
            finding
            for line in entry._lines()
            for finding in counting.hands_findings(
                line.candidate_id.nomination_id.nominee_name,
                line._votes(),
                len(voters - line.candidate_id.recused_ids),
            )
        ]

    def _entered(self):
        """Votes by candidate as agreed by those who counted."""
        return {line.candidate_id: line._votes() for line in self._entries()[:1]._lines()}
