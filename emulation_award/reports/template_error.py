class TemplateError(Exception):
    """A document template cannot be used.

    :param part: of the ODT file: 'content.xml' is the text, 'styles.xml' headers and footers
    :param near: beginning of the paragraph, '' if it is not known
    :param expression: as it stands in the template, '' if it is not about one
    :param detail: what is wrong, as the engine says it (in English)
    """

    def __init__(self, part, near, expression, detail):
        super().__init__(part, near, expression, detail)
        self.part, self.near, self.expression, self.detail = part, near, expression, detail
