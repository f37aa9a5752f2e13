from odoo import models
from odoo.tools import human_size

from ..domain.filetypes import usual_extension


class EmulationRefusal(models.AbstractModel):
    """What a dossier lacks, in words (domain/completeness.py)."""

    _inherit = 'emulation.refusal'

    def _say_criterion_unassessed(self, criterion):
        return self.env._(
            'Criterion "%(criterion)s" is not assessed. Say whether it is met.',
            criterion=criterion,
        )

    def _say_criterion_not_met(self, criterion):
        return self.env._(
            'Criterion "%(criterion)s" is not met, and every nominee must meet it. '
            'Propose another nominee, or correct the assessment.',
            criterion=criterion,
        )

    def _say_criterion_without_evidence(self, criterion, needed):
        if needed == 'file':
            return self.env._(
                'Criterion "%(criterion)s" is marked as met without a file that shows it. '
                'Attach the evidence.',
                criterion=criterion,
            )
        return self.env._(
            'Criterion "%(criterion)s" is marked as met without a text that shows it. '
            'Write what shows it.',
            criterion=criterion,
        )

    def _say_file_missing(self, requirement, have, needed):
        return self.env._(
            '"%(requirement)s" needs %(needed)s file(s) and has %(have)s. Upload what is missing.',
            requirement=requirement,
            have=have,
            needed=needed,
        )

    def _say_file_type_refused(self, requirement, file, mimetype, allowed):
        kinds = dict.fromkeys(usual_extension(kind) for kind in allowed.split(', '))
        return self.env._(
            'The content of "%(file)s" for "%(requirement)s" is of type %(mimetype)s, not '
            '%(allowed)s. Upload it again in the right type.',
            requirement=requirement,
            file=file,
            mimetype=usual_extension(mimetype),
            allowed=', '.join(kinds),
        )

    def _say_file_too_large(self, requirement, file, size, max_bytes):
        return self.env._(
            '"%(file)s" has %(size)s; "%(requirement)s" takes files of up to %(largest)s. '
            'Upload a smaller copy, for instance scanned at a lower resolution.',
            requirement=requirement,
            file=file,
            size=human_size(size),
            largest=human_size(max_bytes),
        )

    def _say_file_empty(self, requirement, file):
        return self.env._(
            '"%(file)s" for "%(requirement)s" is empty. Upload it again.',
            requirement=requirement,
            file=file,
        )

    def _say_section_empty(self, section):
        return self.env._('"%(section)s" is still empty. Write it.', section=section)
