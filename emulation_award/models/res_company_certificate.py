from odoo import fields, models
from odoo.tools.image import image_data_uri


class ResCompany(models.Model):
    """The emblem over the text of a certificate (Quốc huy, or the emblem of the Party)."""

    _inherit = 'res.company'

    emulation_state_emblem = fields.Image(
        'Emblem on certificates',
        max_width=800,
        max_height=800,
        help='Quốc huy for a state body, the own emblem for any other. None is shipped: it is '
        'printed from the official picture.',
    )
    emulation_party_emblem = fields.Image(
        "Emblem on the Party's certificates", max_width=800, max_height=800
    )

    def _certificate_emblem(self, style):
        """Address of the picture over the text, '' for none.

        :param str style: 'state' or 'party'
        """
        self.ensure_one()
        company = self.sudo()  # sudo: a picture that is printed for everybody
        is_party = style == 'party'
        emblem = company.emulation_party_emblem if is_party else company.emulation_state_emblem
        return image_data_uri(emblem) if emblem else ''


class ResConfigSettings(models.TransientModel):
    """The emblem over the text of a certificate, one for each company."""

    _inherit = 'res.config.settings'

    emulation_state_emblem = fields.Image(
        related='company_id.emulation_state_emblem', readonly=False
    )
    emulation_party_emblem = fields.Image(
        related='company_id.emulation_party_emblem', readonly=False
    )
