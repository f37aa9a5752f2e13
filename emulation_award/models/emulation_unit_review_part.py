from odoo import api, models


class EmulationUnitReviewPart(models.AbstractModel):
    """What belongs to the minutes of one unit meeting and is sealed together with them.

    Closing reads the attendance and the votes and writes the review; a change to one of them
    writes the review too. Two such transactions at once therefore conflict, and the second one
    is retried and sees what the first one did.
    """

    _name = 'emulation.unit.review.part'
    _description = 'Part of the minutes of a unit review'

    @api.model_create_multi
    def create(self, vals_list):
        parts = super().create(vals_list)
        parts.review_id._begin_change()
        return parts

    def write(self, vals):
        self.review_id._begin_change()
        result = super().write(vals)
        if 'review_id' in vals:
            # Moved into other minutes: the record rules were asked about those it came from only.
            self.check_access('write')
            self.review_id._begin_change()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_closed(self):
        self.review_id._begin_change()
