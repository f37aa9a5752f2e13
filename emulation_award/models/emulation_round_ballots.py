from odoo import models
from odoo.exceptions import AccessError, UserError

from ..domain import paper_ballot
from .emulation_nomination_guard import OFFICE


class EmulationRound(models.Model):
    """Ballots on paper as documents (phiếu bầu)."""

    _inherit = 'emulation.round'

    def _paper_ballots(self):
        """The ballots of each round: one per voter, less whom the voter does not decide on.

        Who prints sees names that may be hidden from them elsewhere: ballots have no figures and
        say nothing of the discussion, and somebody has to hand them out.

        :return: {round id: list of domain.paper_ballot.Ballot}
        :raises AccessError: the user neither prepares nor conducts nor counts
        :raises UserError: the round is not open, or not voted on paper
        """
        self.check_access('read')
        for one in self:
            one._check_prints_ballots()
        # sudo: the user was checked just now; see above on what is hidden.
        return {one.id: paper_ballot.ballots(one._paper_facts()) for one in self.sudo()}

    def _paper_ballots_file_name(self):
        """Name of the printed file, without extension, for the report action."""
        self.ensure_one()
        return f'Phiếu bầu - {self.session_id.name} - lượt {self.number}'.replace('/', '-')

    def _check_prints_ballots(self):
        session = self.session_id
        # sudo: to compare with oneself.
        tellers = session.sudo().teller_ids.user_id
        prints = self.env.user.has_group(OFFICE) or self.env.user in tellers
        if not (self.env.su or prints or session._is_in_charge()):
            raise AccessError(
                self.env._(
                    'Ballots are printed by the Office, the tellers, the chair and the secretary '
                    'of the day.'
                )
            )
        if self.mode != 'paper' or self.state != 'open':
            raise UserError(
                self.env._(
                    '%(round)s: ballots are printed while a round on paper is open, when it is '
                    'fixed who votes on whom.',
                    round=self.display_name,
                )
            )

    def _paper_facts(self):
        self.ensure_one()
        session = self.session_id
        return paper_ballot.Facts(
            heading=session._document_heading(),
            campaign=session.campaign_id.name,
            phase=session.phase_id.name,
            number=self.number,
            kind=self.kind,
            subject=self.subject,
            award=self.campaign_award_id.name,
            sheets=tuple(
                tuple(one._as_named() for one in self._sheet_of(member))
                for member in self._voters().member_id
            ),
        )
