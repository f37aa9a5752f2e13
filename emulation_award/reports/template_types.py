"""What an expression of a template gives, told from the types of the view-model without running it.

So a field that does not exist is found wherever it stands, also in a part of the template that no
sample reaches.
"""

import ast
from dataclasses import is_dataclass
from typing import Any, get_args

from .template_fault import TemplateFaultError
from .template_models import element_type, members, tuple_of, without_none

#: The longest that stands in a template is a tenth of it; one much longer is deep enough to harm.
LONGEST = 500
#: A list written out would make a loop as long as its author likes.
MOST_WRITTEN = 10
#: What can be printed as it is.
PRINTED = (str, int)


def printed(source: str, scope: dict[str, Any]) -> None:
    """Check an expression whose value is printed.

    :param scope: types of the names known there
    :raises TemplateFaultError: it cannot be read, or gives no text
    """
    kind = expression_type(source, scope)
    if not (isinstance(kind, type) and issubclass(kind, PRINTED)):
        raise TemplateFaultError('not_text')


def loop_names(source: str, scope: dict[str, Any]) -> dict[str, Any]:
    """Return the names that `x in y` of a loop brings, with their types.

    :raises TemplateFaultError: it cannot be read, or there is nothing to go through
    """
    loop = _parsed(f'[None for {source}]').generators
    if len(loop) > 1 or loop[0].ifs:
        raise TemplateFaultError('syntax')
    element = element_type(_typed(loop[0].iter, scope))
    if element is None or len(getattr(loop[0].iter, 'elts', ())) > MOST_WRITTEN:
        raise TemplateFaultError('not_list')
    return _targets(loop[0].target, element)


def expression_type(source: str, scope: dict[str, Any]) -> Any:
    """Return the type of an expression.

    :raises TemplateFaultError: it cannot be read, or names what there is not
    """
    return _typed(_parsed(source), scope)


def _typed(node, scope: dict[str, Any]) -> Any:
    try:
        return _type(node, scope)
    except RecursionError as error:
        raise TemplateFaultError('syntax') from error


def _parsed(source: str):
    if len(source) > LONGEST:
        raise TemplateFaultError('syntax')
    try:
        return ast.parse(source.strip(), mode='eval').body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise TemplateFaultError('syntax') from error


def _targets(target, element: Any) -> dict[str, Any]:
    if isinstance(target, ast.Name):
        if target.id.startswith('_') or target.id in RESERVED:
            raise TemplateFaultError('reserved_name', name=target.id)
        return {target.id: element}
    kinds = get_args(element)
    if not isinstance(target, ast.Tuple) or len(target.elts) != len(kinds) or ... in kinds:
        raise TemplateFaultError('syntax')
    names = {}
    for one, kind in zip(target.elts, kinds, strict=True):
        names |= _targets(one, kind)
    return names


def _type(node, scope: dict[str, Any]) -> Any:
    read = READERS.get(type(node))
    if not read:
        raise TemplateFaultError('forbidden')
    return without_none(read(node, scope))


def _name(node, scope):
    if node.id not in scope:
        raise TemplateFaultError('unknown_name', name=node.id, known=', '.join(sorted(scope)))
    return scope[node.id]


def _attribute(node, scope):
    owner = _type(node.value, scope)
    known = members(owner) if is_dataclass(owner) else {}
    if node.attr not in known:
        raise TemplateFaultError('unknown_field', name=node.attr, known=', '.join(sorted(known)))
    return known[node.attr]


def _subscript(node, scope):
    owner = _type(node.value, scope)
    if isinstance(node.slice, ast.Slice):
        ends = (node.slice.lower, node.slice.upper)
        if element_type(owner) is None or node.slice.step or not all(map(_is_index, ends)):
            raise TemplateFaultError('forbidden')
        return owner
    if node.slice is None or not _is_index(node.slice):
        raise TemplateFaultError('forbidden')
    return _element(owner, ast.literal_eval(node.slice))


def _element(owner, index: int):
    if (element := element_type(owner)) is not None:
        return element
    kinds = get_args(owner)
    if not -len(kinds) <= index < len(kinds):
        raise TemplateFaultError('not_list')
    return kinds[index]


def _is_index(node) -> bool:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node = node.operand
    return node is None or (isinstance(node, ast.Constant) and type(node.value) is int)


def _constant(node, _scope):
    return type(node.value)


def _compared(node, scope):
    for part in (node.left, *node.comparators):
        _type(part, scope)
    return bool


def _either(node, scope):
    return [_type(value, scope) for value in node.values][-1]


def _turned(node, scope):
    _type(node.operand, scope)
    return bool if isinstance(node.op, ast.Not) else int


def _chosen(node, scope):
    _type(node.test, scope)
    _type(node.orelse, scope)
    return _type(node.body, scope)


def _listed(node, scope):
    kinds = [_type(one, scope) for one in node.elts]
    is_same = kinds and all(kind == kinds[0] for kind in kinds)
    return tuple_of(kinds[0]) if is_same else tuple[tuple(kinds)]


def _called(node, scope):
    name = getattr(node.func, 'id', '')
    if name not in FUNCTIONS or node.keywords or not 1 <= len(node.args) <= 2:
        raise TemplateFaultError('forbidden')
    kinds = [_type(argument, scope) for argument in node.args]
    if name == 'len':
        return int
    element = element_type(kinds[0])
    if element is None:
        raise TemplateFaultError('not_list')
    return tuple_of(tuple[int, element])


#: How many there are; their numbers.
FUNCTIONS = ('len', 'enumerate')
RESERVED = frozenset({'doc', *FUNCTIONS})
READERS = {
    ast.Attribute: _attribute,
    ast.BoolOp: _either,
    ast.Call: _called,
    ast.Compare: _compared,
    ast.Constant: _constant,
    ast.IfExp: _chosen,
    ast.List: _listed,
    ast.Name: _name,
    ast.Subscript: _subscript,
    ast.Tuple: _listed,
    ast.UnaryOp: _turned,
}
