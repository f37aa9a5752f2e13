from odoo import models


class EmulationRefusal(models.AbstractModel):
    """What cannot be paid or printed, in words (domain/prize.py, domain/certificate.py)."""

    _inherit = 'emulation.refusal'

    def _say_prize_not_highest(self, holder, award, higher, period):
        return self.env._(
            '%(holder)s receives %(higher)s for %(period)s at the same time as %(award)s. Of '
            'several titles for one period only the highest prize is paid: enter no prize for '
            '%(award)s.',
            holder=holder,
            higher=higher,
            period=period,
            award=award,
        )

    def _say_certificate_text_too_long(self, holder, part):
        if part == 'achievement':
            return self.env._(
                'The achievement of %(holder)s does not fit on this certificate even in the '
                'smallest letters. Give the block more room on the printer, or shorten an entry '
                'of older records; what a decision words is shortened by a correcting decision '
                'only.',
                holder=holder,
            )
        return self.env._(
            'The name, the position, the award or the authority on the certificate of %(holder)s '
            'is too long for its place. Give the block more room on the printer, or shorten an '
            'entry of older records; what a decision words is shortened by a correcting decision '
            'only.',
            holder=holder,
        )

    def _say_decision_certificate_too_long(self, holder, part):
        if part == 'achievement':
            return self.env._(
                'What %(holder)s is awarded for fits on no certificate, not even in the smallest '
                'letters. Shorten it now: once the decision is issued, only a correcting decision '
                'can. Or give the block more room on a printer first.',
                holder=holder,
            )
        return self.env._(
            'The name, the position, the award or the authority is too long for the certificate '
            'of %(holder)s. Shorten it now: once the decision is issued, only a correcting '
            'decision can. Or give the block more room on a printer first.',
            holder=holder,
        )
