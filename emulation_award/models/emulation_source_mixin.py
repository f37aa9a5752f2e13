from odoo import fields, models


class EmulationSourceMixin(models.AbstractModel):
    """Reference data that was read somewhere and may be wrong: say where, and whether checked.

    Law changes, copies of it are imperfect, and agencies have rules of their own. Whatever the
    addon ships without having read the gazette says so to the user and can be corrected.
    """

    _name = 'emulation.source.mixin'
    _description = 'Reference data with its source'

    verification = fields.Selection(
        [('needs_checking', 'Needs checking'), ('verified', 'Verified')],
        required=True,
        default='needs_checking',
        help='"Needs checking": nobody has yet compared this with the official text.',
    )
    source = fields.Char(help='Document, article and clause this was read in.')
