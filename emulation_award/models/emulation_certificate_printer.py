import itertools
from dataclasses import fields as parts_of

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..domain import calibration
from ..domain.certificate import PAGE_HEIGHT, Layout, without_emblem

#: mm; a fault that is larger is a wrong paper size or a page scaled by the driver.
MOST_OFFSET = 30
SMALLEST, LARGEST = 10, 72  # points
BLOCKS = ('nation_top', 'decider_top', 'title_top', 'name_top', 'achievement_top', 'footer_top')


class EmulationCertificatePrinter(models.Model):
    """A printer with the certificate paper that lies in it (máy in giấy khen).

    Where each block stands on A4 landscape, and by how much this printer is off. On white paper
    the whole page is printed; on pre-printed blanks (phôi) only what the blank leaves open.
    """

    _name = 'emulation.certificate.printer'
    _description = 'Printer of certificates'
    _order = 'sequence, name'

    name = fields.Char(
        required=True, help='The printer and its paper, such as "Canon LBP, blanks".'
    )
    sequence = fields.Integer(default=10)
    company_id = fields.Many2one('res.company', index=True)
    active = fields.Boolean(default=True)
    paper = fields.Selection(
        [('white', 'White paper: the whole page'), ('blank', 'Blanks: text only')],
        required=True,
        default='white',
    )
    has_nation = fields.Boolean(
        'Print national name and motto', help='Leave off where the blank has them already.'
    )
    has_decider = fields.Boolean('Print the position of who decides', default=True)
    has_title = fields.Boolean(
        'Print the title', help='Leave off where the blank has them already.'
    )
    offset_x = fields.Float(
        'Offset to the right (mm)',
        digits=(5, 1),
        help='Moves everything to the right, or to the left if negative. The calibration sheet '
        'shows what to enter.',
    )
    offset_y = fields.Float(
        'Offset downwards (mm)',
        digits=(5, 1),
        help='Moves everything down, or up if negative. The calibration sheet shows what to enter.',
    )
    emblem_top = fields.Float('Emblem', digits=(5, 1), default=Layout.emblem_top)
    nation_top = fields.Float('National name and motto', digits=(5, 1), default=Layout.nation_top)
    decider_top = fields.Float('Position of who decides', digits=(5, 1), default=Layout.decider_top)
    title_top = fields.Float('Title of the certificate', digits=(5, 1), default=Layout.title_top)
    name_top = fields.Float('Name and position', digits=(5, 1), default=Layout.name_top)
    achievement_top = fields.Float('Achievement', digits=(5, 1), default=Layout.achievement_top)
    footer_top = fields.Float('Place, date and signature', digits=(5, 1), default=Layout.footer_top)
    title_size = fields.Integer('Size of the title', default=Layout.title_size)
    name_size = fields.Integer('Size of the name', default=Layout.name_size)
    text_size = fields.Integer('Size of the text', default=Layout.text_size)

    _small_offset = models.Constraint(
        f'CHECK (abs(offset_x) <= {MOST_OFFSET} AND abs(offset_y) <= {MOST_OFFSET})',
        f'An offset of more than {MOST_OFFSET} mm is no fault of the printer: choose A4 landscape '
        'and print at 100 %.',
    )
    _readable_sizes = models.Constraint(
        f'CHECK (title_size BETWEEN {SMALLEST} AND {LARGEST} '
        f'AND name_size BETWEEN {SMALLEST} AND {LARGEST} '
        f'AND text_size BETWEEN {SMALLEST} AND {LARGEST})',
        f'Letters are between {SMALLEST} and {LARGEST} points.',
    )

    @api.constrains('emblem_top', *BLOCKS)
    def _check_order_of_blocks(self):
        for printer in self:
            tops = printer._layout().tops()
            is_ordered = all(above < below for above, below in itertools.pairwise(tops))
            if not is_ordered or min(*tops, printer.emblem_top) < 0 or tops[-1] > PAGE_HEIGHT - 40:
                raise ValidationError(
                    self.env._(
                        '%(printer)s: the blocks overlap or leave the page. Each begins below '
                        'the one before, and the signature needs the lower 40 mm.',
                        printer=printer.name,
                    )
                )

    def action_calibrate(self):
        """Print the calibration sheets of these printers."""
        self.check_access('read')
        report = self.env.ref('emulation_award.emulation_certificate_printer_report_calibration')
        return report.report_action(self)

    @api.model
    def _default_printer(self):
        """The first printer of the user's company; empty where there is none at all."""
        return self.search([('company_id', 'in', [self.env.company.id, False])], limit=1)

    def _layout(self, has_emblem=True, paper=None):
        """Where things stand on the paper, for the certificate's view-model.

        :param bool has_emblem: whether a full page has an emblem above the text
        :param str paper: 'white' or 'blank' instead of what usually lies in the printer
        :return: :class:`~..domain.certificate.Layout`
        """
        self.ensure_one()
        own = {part.name for part in parts_of(Layout)} & set(self._fields)
        is_full = (paper or self.paper) == 'white'
        layout = Layout(is_full=is_full, **{name: self[name] for name in sorted(own)})
        return layout if has_emblem or not is_full else without_emblem(layout)

    def _calibration_sheet(self):
        """What the calibration sheet shows of this printer.

        :return: :class:`~..domain.calibration.Sheet`
        """
        self.ensure_one()
        return calibration.sheet(self.name, self._layout())

    def _calibration_file_name(self):
        """Name of the printed file, without extension, for the report action."""
        self.ensure_one()
        return f'To can chinh - {self.name}'.replace('/', '-')
