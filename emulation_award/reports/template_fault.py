from .template_error import TemplateError


class TemplateFaultError(TemplateError):
    """What is wrong in a template that an administrator wants to use, and where.

    :param code: what it is; the sentence for it: `emulation.document.template`
    :param values: what that sentence is about, by name
    """

    def __init__(self, code, part='', near='', expression='', **values):
        super().__init__(part, near, expression, code)
        self.code, self.values = code, values

    def at(self, part, near, expression):
        """Return the same fault with its place.

        >>> TemplateFaultError('syntax').at('content.xml', 'Căn cứ', 'doc.').near
        'Căn cứ'
        """
        return TemplateFaultError(self.code, part, near, expression, **self.values)
