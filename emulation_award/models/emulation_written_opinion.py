from odoo import api, fields, models
from odoo.exceptions import ValidationError

CHOICES = [('yes', 'In favour'), ('no', 'Against'), ('abstain', 'Abstention')]


class EmulationWrittenOpinion(models.Model):
    """The signed opinion of an absent member on one nomination (ý kiến bằng văn bản)."""

    _name = 'emulation.written.opinion'
    _description = 'Written opinion'
    _inherit = ['emulation.session.part']
    _order = 'session_id, member_id, nomination_id'
    _writable_in = {'*': ('convened', 'open')}

    session_id = fields.Many2one('emulation.session', required=True, index=True, ondelete='cascade')
    company_id = fields.Many2one(related='session_id.company_id', store=True, index=True)
    member_id = fields.Many2one(
        'emulation.council.member', required=True, index=True, ondelete='restrict'
    )
    nomination_id = fields.Many2one(
        'emulation.nomination', required=True, index=True, ondelete='restrict'
    )
    choice = fields.Selection(CHOICES, required=True)
    document = fields.Char(required=True, help='Number and date of the writing.')

    _uniq = models.Constraint(
        'UNIQUE (session_id, member_id, nomination_id)',
        'A member gives one written opinion per nomination.',
    )

    @api.constrains('session_id', 'member_id', 'nomination_id')
    def _check_of_the_session(self):
        for opinion in self:
            session = opinion.session_id
            seat = session.attendance_ids.filtered(
                lambda one, opinion=opinion: one.member_id == opinion.member_id
            )
            if seat.presence != 'written':
                raise ValidationError(
                    self.env._(
                        '%(name)s is not marked as giving a written opinion.',
                        name=opinion.member_id.name,
                    )
                )
            if opinion.nomination_id not in session.item_ids.nomination_id:
                raise ValidationError(
                    self.env._(
                        '%(nominee)s is not on the agenda.',
                        nominee=opinion.nomination_id.nominee_name,
                    )
                )

    def _check_part(self, names):
        super()._check_part(names)
        if not self.env.su:
            for opinion in self:
                opinion.session_id._check_not_voted(opinion.nomination_id)
