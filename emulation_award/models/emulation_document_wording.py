from odoo import api, models


class EmulationDocument(models.AbstractModel):
    """Why a document was not made, in the user's language."""

    _inherit = 'emulation.document'

    @api.model
    def _template_sentence(self, error, name=''):
        """What is wrong with a template, and where.

        :param error: :class:`~..reports.template_error.TemplateError`
        :param str name: of the record that it was filled with, if any
        """
        said = [
            self.env._(
                'The template of this document cannot be used: %(detail)s', detail=error.detail
            )
        ]
        if error.expression:
            said.append(self.env._('Expression: %(expression)s', expression=error.expression))
        if error.near:
            said.append(self.env._('Paragraph: %(paragraph)s', paragraph=error.near))
        if error.part:
            said.append(self.env._('Part of the file: %(part)s', part=error.part))
        if name:
            said.append(self.env._('Filled with: %(record)s', record=name))
        said.append(
            self.env._('An administrator can correct it, or go back to the template of the addon.')
        )
        return '\n'.join(said)

    @api.model
    def _office_sentence(self, error):
        """Why LibreOffice does not work on this server.

        :param error: :class:`~..reports.office.OfficeError`
        """
        if error.reason == 'missing':
            return self.env._(
                'This server cannot make DOCX and PDF documents: LibreOffice is not installed. '
                'Ask its administrator to install it (on Debian: libreoffice-writer-nogui), or to '
                'name the program in the environment variable EMULATION_SOFFICE. '
                'Meanwhile choose ODT, which needs no LibreOffice.'
            )
        if error.reason == 'hanging':
            return self.env._(
                'LibreOffice does not answer on this server, not even for an empty page. Ask its '
                'administrator to look into it. Meanwhile choose ODT, which needs no LibreOffice.'
            )
        return self.env._(
            'LibreOffice does not work on this server: "%(said)s". Ask its administrator to look '
            'into it. Meanwhile choose ODT, which needs no LibreOffice.',
            said=error.detail[-200:],
        )

    @api.model
    def _conversion_sentence(self, problem):
        """Why LibreOffice did not convert one document.

        :param str problem: a constant of ``reports.office``
        """
        sentences = {
            'refused': self.env._('LibreOffice cannot open this document. Try ODT.'),
            'hanging': self.env._(
                'LibreOffice takes too long over this document, which may be too large. Try ODT.'
            ),
            'fallen': self.env._('LibreOffice ended unexpectedly at this document. Try ODT.'),
            'late': self.env._(
                'There was no time left for this document after others that LibreOffice could '
                'not convert. Try again.'
            ),
        }
        return sentences[problem]
