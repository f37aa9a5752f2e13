"""From a document template (ODT, with the commands of py3o) and a view-model to an ODT document.

A template is read once: py3o turns it into Genshi's templates, each of its expressions is checked
(see :mod:`.template_language`), and what comes out is kept for all documents made of it. It knows
one name, `doc`, the view-model. Pictures are those of the template; data bring none.
"""

import functools
import io
import re
import traceback

from genshi.core import START
from genshi.output import XMLSerializer
from genshi.template import MarkupTemplate
from genshi.template.base import EXEC, EXPR, INCLUDE, SUB
from genshi.template.directives import ForDirective, IfDirective, StripDirective
from genshi.template.eval import Expression
from lxml import etree
from py3o.template import Template

from . import stable, template_commands, template_language, template_parts
from .template_error import TemplateError

GENSHI = '{http://genshi.edgewall.org/}'
XML_ID = '{http://www.w3.org/XML/1998/namespace}id'
DIRECTIVES = (ForDirective, IfDirective, StripDirective)
#: The manifest is only copied.
FILLED = template_parts.FILLED
EVALUATION = '<Expression '
#: What XML cannot carry, whatever a text brought along.
NOT_XML = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')


@functools.lru_cache(maxsize=32)
def template(content):
    """Return a template ready to be filled, kept for its next use.

    :param bytes content: an ODT file
    :raises TemplateError: it is no template, or says what a template may not say
    """
    return _Template(template_parts.read(content))


def render(content, doc):
    """Return an ODT document, the same bytes for the same template and view-model.

    :param bytes content: the template
    :param doc: the view-model, which the template knows as `doc`
    :raises TemplateError: the template cannot be used, or not with this view-model
    """
    return template(content).render(doc)


class _Template:
    def __init__(self, parts):
        self.parts = parts
        self.filled = {name: _Filled(name, tree) for name, tree in _prepare(parts).items()}

    def render(self, doc):
        return stable.pack(
            (name, self.filled[name].render(doc) if name in self.filled else content)
            for name, content in self.parts.items()
        )


class _Filled:
    """One part of the template, with where its expressions stand."""

    def __init__(self, name, tree):
        self.name = name
        source, self.places = _with_places(tree)
        try:
            self.genshi = MarkupTemplate(io.BytesIO(source), filename=name, allow_exec=False)
            stream = self.genshi.stream
        except Exception as error:
            # Genshi raises its own errors, and whatever an unforeseen expression makes of it.
            raise self._unread(tree, error) from error
        self._check(stream, _loop_names(tree))

    def render(self, doc):
        # Genshi raises whatever the expressions raise.
        try:
            stream = self.genshi.generate(doc=doc)
            text = ''.join(XMLSerializer(strip_whitespace=False)(stream))
        except Exception as error:
            raise self._failure(error) from error
        return NOT_XML.sub('', text).encode()

    def _check(self, stream, known):
        for line, found in _said(stream):
            if isinstance(found, str):
                raise self._error(line, '', found)
            problem = template_language.problem(found.ast, known)
            if problem:
                raise self._error(line, found.source, problem)

    def _unread(self, tree, error):
        said = str(getattr(error, 'msg', error))
        for element in tree.iter(etree.Element):
            for name, source in element.items():
                if name.startswith(GENSHI) and not _can_be_read(name, source):
                    around = [
                        _shown(one) for one in (element, *element.iterancestors('{*}p', '{*}h'))
                    ]
                    detail = f'this cannot be read: {said}'
                    return TemplateError(self.name, around[-1], source, detail)
        return self._error(getattr(error, 'lineno', 0), '', said)

    def _failure(self, error):
        for frame, _line in reversed(list(traceback.walk_tb(error.__traceback__))):
            code = frame.f_code
            if code.co_name.startswith(EVALUATION):
                said = code.co_name[len(EVALUATION) : -1].strip('\'"')
                return self._error(code.co_firstlineno, said, _brief(error))
        return self._error(0, '', f'{type(error).__name__}: {error}')

    def _error(self, line, expression, detail):
        near = [text for at, text in self.places if at <= line]
        return TemplateError(self.name, near[-1] if near else '', expression, detail)


class _Prepared(Exception):  # noqa: N818 no error
    """py3o has prepared a template."""


class _Preparation(Template):
    """py3o's reading of a template, without its way of filling it: that reads it every time."""

    def add_base_data_to_template(self):
        # What py3o does between preparing the template and filling it.
        raise _Prepared


def _can_be_read(name, source):
    is_loop = name == f'{GENSHI}for'
    try:
        Expression(source.partition(' in ')[2] if is_loop else source)
    except Exception:
        # See above.
        return False
    return True


def _brief(error):
    """What went wrong, without the whole document that Genshi says it went wrong with."""
    return re.sub('^.* (?=has no member named )', '', str(error), flags=re.S)[:200]


def _prepare(parts):
    """Return the parts as XML trees in which py3o's commands have become Genshi's."""
    for name in FILLED:
        template_commands.check(name, parts[name])
    try:
        prepared = _Preparation(io.BytesIO(stable.pack(parts.items())), None)
        prepared.render_tree({})
    except _Prepared:
        trees = zip(prepared.templated_files, prepared.content_trees, strict=True)
        return {name: _without_ids(tree) for name, tree in trees if name in FILLED}
    except Exception as error:
        # py3o raises its own errors, and whatever a template it does not expect makes of it.
        raise TemplateError('', '', '', str(error)) from error
    raise TemplateError('', '', '', 'py3o')


def _without_ids(tree):
    """Drop the numbers of lists: they would be there twice in a loop; py3o draws them by lot."""
    kept = {
        value
        for element in tree.iter(etree.Element)
        for name, value in element.items()
        if name.endswith('}continue-list')
    }
    for element in tree.iter(etree.Element):
        if element.get(XML_ID) not in kept:
            element.attrib.pop(XML_ID, None)
    return _without_fields(tree)


def _without_fields(tree):
    """Drop what declares the fields: each is text now; DOCX would carry the declarations along."""
    for declared in list(tree.iter('{*}user-field-decls')):
        declared.getparent().remove(declared)
    return tree


def _with_places(tree):
    """Return the source of a part, and (line, text) of its paragraphs, each on its own line."""
    for paragraph in _paragraphs(tree):
        paragraph.tail = (paragraph.tail or '') + '\n'
    source = etree.tostring(tree.getroot())
    again = etree.fromstring(source, etree.XMLParser(huge_tree=True, resolve_entities=False))
    return source, [(one.sourceline, _shown(one)) for one in _paragraphs(again)]


def _paragraphs(tree):
    return list(tree.iter('{*}p', '{*}h'))


def _shown(paragraph):
    """A paragraph as its author sees it, expressions in braces."""
    said = []
    for element in paragraph.iter():
        if expression := element.get(f'{GENSHI}content'):
            said.append(f'{{{expression}}}')
        said.append(element.text or '')
        if element is not paragraph:
            said.append(element.tail or '')
    return ' '.join(''.join(said).split())[:80]


def _loop_names(tree):
    """Names that the loops of a part give to their items."""
    loops = (element.get(f'{GENSHI}for', '') for element in tree.iter(etree.Element))
    targets = (loop.partition(' in ')[0] for loop in loops)
    return {name for target in targets for name in re.findall(r'\w+', target)}


def _said(stream):
    """Each expression of a template, with its line; or a text where something may not be."""
    for kind, data, pos in stream:
        if kind is SUB:
            yield from _said_by_directives(data[0], pos[1])
            yield from _said(data[1])
        elif kind is EXPR:
            yield pos[1], data
        elif kind is START:
            for _name, value in data[1]:
                yield from _said(value) if isinstance(value, list) else ()
        elif kind in (EXEC, INCLUDE):
            yield pos[1], 'a template holds no program and includes no other file'


def _said_by_directives(directives, line):
    for directive in directives:
        if not isinstance(directive, DIRECTIVES):
            yield line, f'"{directive.tagname}" is not allowed, only "for" and "if"'
        elif directive.expr:
            yield line, directive.expr
