"""Nominations the council approved in a minuted session, and decisions on them."""

from datetime import timedelta

from odoo import fields

from .nomination_common import PDF
from .round_common import RoundCommon

SALARY, ROUNDING = 2_340_000, 10_000


class DecisionCommon(RoundCommon):
    """Three candidates, all approved, with 9, 8 and 7 votes of 9; rates that are in force.

    The Office drafts, the manager issues.
    """

    COLLECTIVE = False

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.authority.write(
            {
                'signatory_title': 'TRƯỞNG BAN',
                'signatory_name': 'Nguyễn Văn Trưởng',
                'abbreviation': 'TEST',
                'place': 'Lạng Sơn',
            }
        )
        cls._set_up_rates()
        cls.collective = cls._collective() if cls.COLLECTIVE else cls.nominations.browse()
        cls._approve_all()

    @classmethod
    def _set_up_rates(cls):
        # Newer than those shipped, whichever these are by the day the tests run.
        since = {'date_from': cls.today - timedelta(days=10)}
        common = {'base_salary': SALARY, 'prize_rounding': ROUNDING}
        form = {'award_form_id': cls.award_form.id, **since}
        cls.env['emulation.rate'].create(
            [
                *({'code': code, 'value': value, **since} for code, value in common.items()),
                {'subject': 'individual', 'value': 0.3, **form},
                {'subject': 'collective', 'value': 0.6, **form},
            ]
        )

    @classmethod
    def _collective(cls):
        nomination = cls.env['emulation.nomination'].create(cls._collective_vals())
        nomination.state = 'on_agenda'
        cls.env['emulation.agenda.item'].create(
            {'session_id': cls.session.id, 'nomination_id': nomination.id}
        )
        return nomination

    @classmethod
    def _approve_all(cls):
        """Let the council approve all of them, the first with most votes, and minute it."""
        cls._elect({one: max(7, 9 - at) for at, one in enumerate(cls.nominations)})
        if cls.collective:
            award = cls.award_collective
            cls._elect({cls.collective: 9}, campaign_award_id=award.id, subject='collective')
        cls._minute(cls.session)

    @classmethod
    def _elect(cls, yes, **vals):
        """Announce a round of :attr:`session` with these votes in favour, by nomination."""
        one = cls._opened(**vals)
        left = {nomination.nominee_name: count for nomination, count in yes.items()}
        for user in one.sudo()._voters().user_id:
            choices = {}
            for line in one.with_user(user).ballot_sheet()['candidates']:
                left[line['name']] -= 1
                choices[str(line['id'])] = 'yes' if left[line['name']] >= 0 else 'no'
            one.with_user(user).cast_ballot(choices)
        one = one.with_user(cls.chair)
        one.action_close(without_missing=True)
        one.action_announce()
        return one.sudo()

    @classmethod
    def _minute(cls, session):
        session = session.with_user(cls.chair)
        session.action_close()
        session.conclusion = 'Giao Văn phòng trình quyết định.'
        session.action_minute()

    @classmethod
    def _as_office(cls, records):
        return records.with_user(cls.office)

    @classmethod
    def _drafted(cls, nominations=None, **vals):
        """A draft by the Office, with number and date unless told otherwise."""
        chosen = cls.nominations if nominations is None else nominations
        draft = cls.env['emulation.decision'].with_user(cls.office)._draft(cls._as_office(chosen))
        draft.write({'number': '97/QĐ-TEST', 'decision_date': fields.Date.today(), **vals})
        return draft

    @classmethod
    def _issued(cls, nominations=None, **vals):
        decision = cls._drafted(nominations, **vals).with_user(cls.manager)
        decision.action_issue()
        return decision

    @classmethod
    def _scan(cls, decision):
        decision.write({'signed_scan': PDF, 'signed_scan_name': 'ban-ky.pdf'})
        return decision

    @classmethod
    def _effective(cls, nominations=None, **vals):
        decision = cls._scan(cls._issued(nominations, **vals))
        decision.action_take_effect()
        return decision

    @classmethod
    def _change(cls, decision, kind, lines=None, edit=None, ground='mistake', **vals):
        """A correction or revocation in effect.

        :param edit: function that rewords the draft before it is issued
        """
        draft = decision.with_user(cls.office)._draft_change(
            kind, lines or decision.line_ids, ground if kind == 'revocation' else '', 'Sai sót'
        )
        if edit:
            edit(draft)
        draft.write(
            {'number': f'9{draft.id:04}/QĐ-TEST', 'decision_date': fields.Date.today(), **vals}
        )
        change = draft.with_user(cls.manager)
        change.action_issue()
        cls._scan(change).action_take_effect()
        return change

    def _events_of(self, record):
        entries = self.env['emulation.journal'].search(
            [('res_model', '=', record._name), ('res_id', 'in', record.ids)], order='seq'
        )
        return entries.mapped('event')
