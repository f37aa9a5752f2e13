from odoo import models
from odoo.tools import format_date


class EmulationRefusal(models.AbstractModel):
    """What keeps a dossier from going up, or a reply from being entered (domain/submission.py)."""

    _inherit = 'emulation.refusal'

    # The letter

    def _say_submission_empty(self):
        return self.env._(
            'Nobody is proposed. Add nominations the council approved for this authority.'
        )

    def _say_submission_field_missing(self, field):
        return self.env._('"%(field)s" is missing. Enter it.', field=field)

    def _say_submission_date_future(self, date, today):
        return self.env._(
            'The letter is dated %(date)s; it is %(today)s. Send it once it is signed.',
            date=format_date(self.env, date),
            today=format_date(self.env, today),
        )

    def _say_submission_date_early(self, date, session):
        return self.env._(
            'The letter is dated %(date)s, before the council met on %(session)s. '
            'Correct the date.',
            date=format_date(self.env, date),
            session=format_date(self.env, session),
        )

    def _say_submission_package_stale(self):
        return self.env._(
            'Something in the package was changed after it was built. Build it again: what is kept '
            'as sent must be what went up.'
        )

    # The proposed

    def _say_submission_wrong_authority(self, nominee, award, authority, addressee):
        return self.env._(
            '%(nominee)s is proposed for "%(award)s", which %(authority)s decides on and not '
            '%(addressee)s. Take the line out; it goes up in a submission of its own.',
            nominee=nominee,
            award=award,
            authority=authority,
            addressee=addressee,
        )

    def _say_submission_not_approved(self, nominee, state):
        return self.env._(
            'The nomination of %(nominee)s is "%(state)s"; only what the council approved goes '
            'up. Take the line out, or wait.',
            nominee=nominee,
            state=self._label('emulation.nomination', 'state', state),
        )

    def _say_submission_verdict_missing(self, nominee):
        return self.env._(
            'No announced result of the council selects %(nominee)s. Take the line out.',
            nominee=nominee,
        )

    def _say_submission_not_minuted(self, nominee, session):
        return self.env._(
            'The minutes of "%(session)s", which approved %(nominee)s, are not finished. '
            'Finish them first: they go with the dossier.',
            nominee=nominee,
            session=session,
        )

    def _say_submission_clause_missing(self, nominee, basis):
        return self.env._(
            'The criteria for %(nominee)s stand in %(basis)s: cite the clause in the line.',
            nominee=nominee,
            basis=basis,
        )

    def _say_submission_report_missing(self, nominee):
        return self.env._(
            '%(nominee)s has no achievement report. Give the award a report form and have the '
            'report written.',
            nominee=nominee,
        )

    def _say_submission_rewarded_before(self, nominee, held):
        return self.env._(
            '%(nominee)s was awarded in this campaign already: %(held)s. One achievement is '
            'awarded once: the nomination must say which other one this rewards.',
            nominee=nominee,
            held=held,
        )

    # The reply

    def _say_reply_empty(self):
        return self.env._('Say of at least one of the proposed what was decided.')

    def _say_reply_not_waiting(self, nominee):
        return self.env._(
            '%(nominee)s does not wait for an answer of this submission. Leave the line out.',
            nominee=nominee,
        )

    def _say_reply_reason_missing(self, nominee):
        return self.env._(
            '%(nominee)s is refused: enter the reason, which the unit is told.', nominee=nominee
        )

    def _say_reply_date_early(self, date, sent):
        return self.env._(
            'The decision is dated %(date)s, before the letter of %(sent)s it answers. '
            'Correct the date.',
            date=format_date(self.env, date),
            sent=format_date(self.env, sent),
        )

    def _say_reply_date_future(self, date, today):
        return self.env._(
            'The decision is dated %(date)s; it is %(today)s. Correct the date.',
            date=format_date(self.env, date),
            today=format_date(self.env, today),
        )

    def _say_reply_name_ambiguous(self, name, people):
        return self.env._(
            'Several who wait are called %(name)s: %(people)s. Answer for them below.',
            name=name,
            people=people,
        )

    def _say_reply_nobody_of_that_name(self, name):
        return self.env._(
            '%(name)s is on the list and does not wait for an answer of this submission.', name=name
        )

    def _say_reply_unit_differs(self, name, ours, unit):
        return self.env._(
            '%(name)s who waits is of "%(ours)s", and the list names one of "%(unit)s". Answer '
            'below if it is the same person.',
            name=name,
            ours=ours,
            unit=unit,
        )

    def _say_reply_contradicts_itself(self, name, rows):
        return self.env._(
            'The list says different things of %(name)s, in rows %(rows)s: neither is taken. Ask '
            'which one holds, and answer below.',
            name=name,
            rows=rows,
        )

    def _say_reply_result_unclear(self, name, result):
        return self.env._(
            'What "%(result)s" means for %(name)s is unclear. Answer below.',
            name=name,
            result=result,
        )
