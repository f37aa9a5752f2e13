from odoo import models


class EmulationRefusal(models.AbstractModel):
    """Why a decision is not corrected, revoked or annulled (domain/decision_change.py)."""

    _inherit = 'emulation.refusal'

    def _say_decision_reason_missing(self, kind):
        if kind == 'revocation':
            return self.env._('Say on which ground and why the award is revoked.')
        return self.env._('Say what was wrong and why it is corrected.')

    def _say_decision_date_before_original(self, day, original, original_day):
        return self.env._(
            'Dated %(day)s, before %(original)s of %(original_day)s, which it changes. Correct the '
            'date.',
            day=day,
            original=original,
            original_day=original_day,
        )

    def _say_decision_line_revoked(self, names, original):
        return self.env._(
            '%(names)s: revoked already, so nothing of %(original)s is left to change. Take the '
            'line out.',
            names=names,
            original=original,
        )

    def _say_decision_nothing_corrected(self, names, original):
        return self.env._(
            '%(names)s: reads as in %(original)s. Enter what it should read, or take the line out.',
            names=names,
            original=original,
        )

    def _say_decision_revoked_before(self, nominee, award, decision, ground):
        return self.env._(
            '%(decision)s took "%(award)s" of %(nominee)s back: %(ground)s. It is not given again '
            'on the same nomination. Take %(nominee)s out of the decision.',
            nominee=nominee,
            award=award,
            decision=decision,
            ground=self._label('emulation.decision', 'ground', ground),
        )

    def _say_decision_change_of_change(self, decision, original):
        return self.env._(
            '%(decision)s itself corrects or revokes %(original)s. Open %(original)s and correct '
            'or revoke its lines again.',
            decision=decision,
            original=original,
        )

    def _say_decision_change_pending(self, names, decisions):
        return self.env._(
            '%(names)s: %(decisions)s, issued and not yet in effect, changes the same line. Put it '
            'into effect or annul it first.',
            names=names,
            decisions=decisions,
        )

    def _say_decision_name_unconfirmed(self, was, becomes):
        return self.env._(
            '"%(was)s" becomes "%(becomes)s". Tick "Same holder" if it is the same one whose name '
            'was wrong; another holder is not awarded by a correction.',
            was=was,
            becomes=becomes,
        )

    def _say_decision_prize_unexplained(self, name, amount, formula):
        if formula:
            return self.env._(
                '%(name)s: the prize of %(amount)s đồng is not coefficient × base salary on the '
                'day of the decision, which is %(formula)s đồng. Enter that amount, or say in the '
                'line why it is another.',
                name=name,
                amount=amount,
                formula=formula,
            )
        return self.env._(
            '%(name)s: the prize of %(amount)s đồng cannot be computed from the catalogue on the '
            'day of the decision. Say in the line why it is this amount.',
            name=name,
            amount=amount,
        )

    def _say_decision_prize_too_large(self, most):
        return self.env._(
            'A prize is at most %(most)s đồng. Check the amount, or the figures it is computed '
            'from.',
            most=most,
        )

    def _say_decision_annul_award(self):
        return self.env._(
            'Only a correction or revocation is annulled before it takes effect. An award decision '
            'is revoked by another decision.'
        )

    def _say_decision_annul_reason(self):
        return self.env._('Say why the decision is annulled.')
