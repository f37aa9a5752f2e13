from odoo import models

from ..reports.template_fault import TemplateFaultError

#: What the engine says of a file, by the beginning of its words.
ENGINE = {
    'this is no ODT': 'not_odt',
    'the file cannot be opened': 'not_odt',
    'the file is damaged': 'damaged',
    'the file is too large': 'too_large_inside',
    'the file is locked': 'locked',
    'a part ': 'foreign_names',
    'a template declares no document type': 'acting',
    'a template holds no ': 'acting',
    'a template loads nothing': 'linked',
    'a template shows pictures': 'picture',
    'a template shows nothing that changes': 'changing',
    'a template is finished': 'unfinished',
    'an expression stands in a field': 'not_field',
    'this cannot be read': 'syntax',
}


class EmulationDocumentTemplate(models.Model):
    """Why a file cannot be a template, in the administrator's language."""

    _inherit = 'emulation.document.template'

    def _refusal(self, error):
        """Return what is wrong with a file, and where.

        :param error: :class:`~..reports.template_error.TemplateError`
        """
        said = [
            self.env._(
                'This file cannot be the template of "%(document)s": %(reason)s',
                document=self.display_name,
                reason=self._reason(error),
            )
        ]
        if error.expression:
            said.append(self.env._('Expression: %s', error.expression))
        if error.near:
            said.append(self.env._('Paragraph: %s', error.near))
        if error.part:
            said.append(self.env._('Part of the file: %s', error.part))
        said.append(self.env._('The template in use was not changed.'))
        return '\n'.join(said)

    def _reason(self, error):
        if isinstance(error, TemplateFaultError):
            return self._reasons()[error.code] % error.values
        codes = [code for begin, code in ENGINE.items() if error.detail.startswith(begin)]
        return self._reasons()[codes[0]] if codes else error.detail

    def _reasons(self):
        return {
            **self._reasons_of_files(),
            **self._reasons_of_commands(),
            **self._reasons_of_expressions(),
        }

    def _reasons_of_files(self):
        return {
            'too_large': self.env._('it is larger than %(most)s MB.'),
            'too_large_inside': self.env._('unpacked, it is too large for a template.'),
            'not_odt': self.env._('it is no ODT text document. Save it from LibreOffice as ODT.'),
            'damaged': self.env._('it is damaged. Save it from LibreOffice again.'),
            'acting': self.env._(
                'it holds macros, scripts, forms or embedded objects. A template holds only text, '
                'tables and pictures.'
            ),
            'linked': self.env._(
                'it loads something from elsewhere. Embed pictures instead of linking them.'
            ),
            'locked': self.env._('it is locked by a password. Save it without one.'),
            'foreign_names': self.env._(
                'its parts have names that LibreOffice does not give. Save it from LibreOffice '
                'again.'
            ),
            'picture': self.env._('pictures in it must be PNG, JPEG or GIF.'),
            'changing': self.env._(
                'it holds a field that changes by itself (date, time, name of the file, author): '
                'the same document would not stay the same. Take it out.'
            ),
            'unfinished': self.env._(
                'it holds comments or recorded changes, which would go out with each document. '
                'Accept or remove them.'
            ),
            'left_over': self.env._('filled with a sample, it still shows commands of py3o.'),
        }

    def _reasons_of_commands(self):
        return {
            'unknown_command': self.env._(
                'this command is unknown. Commands are links with for="… in …", /for, if="…" and '
                '/if.'
            ),
            'unlike_link': self.env._(
                'the text of this command, %(shown)s, is not what its link says. Change both.'
            ),
            'not_alone': self.env._(
                'a command stands alone in its paragraph; in a table, alone in its row or in a '
                'cell together with its end.'
            ),
            'unclosed': self.env._('this command has no end: /%(word)s is missing.'),
            'unopened': self.env._('/%(word)s ends nothing: its beginning is missing.'),
            'crossed': self.env._('this end does not belong to %(opening)s, which begins before.'),
            'apart': self.env._(
                'a command and its end stand both in the text, both in one cell, or both in rows '
                'of one table.'
            ),
            'too_deep': self.env._('no more than %(most)s loops may stand within one another.'),
            'not_field': self.env._('fields are inserted as user fields.'),
        }

    def _reasons_of_expressions(self):
        return {
            'syntax': self.env._('this expression cannot be read.'),
            'forbidden': self.env._(
                'a template may only name what the document has, compare it and choose; nothing '
                'else.'
            ),
            'unknown_name': self.env._('"%(name)s" is unknown here. Known: %(known)s.'),
            'unknown_field': self.env._(
                'there is no "%(name)s". There is: %(known)s.',
            ),
            'reserved_name': self.env._('a loop may not use the name "%(name)s".'),
            'not_list': self.env._('this is no list.'),
            'not_text': self.env._('this is no text that could be printed, but a list or a part.'),
        }
