"""What a document template may say: no more than to show what the document holds.

The engine behind the templates would run any Python. Templates may be replaced by an
administrator, who is to lay a document out, not to program the server: so each expression is read
before the template is used, and only names, parts of values, comparisons, choices and a few
functions that count are let through.
"""

import ast

#: What a template is given; names of its own loops come to that.
GIVEN = frozenset({'doc'})
#: `iter` is what the engine puts around that over which a loop runs.
FUNCTIONS = frozenset({'enumerate', 'iter', 'len', 'str'})
WORDS = (
    ast.Expression,
    ast.Constant,
    ast.Name,
    ast.Load,
    ast.Store,
    ast.Attribute,
    ast.Subscript,
    ast.Slice,
    ast.Tuple,
    ast.List,
    ast.Compare,
    ast.cmpop,
    ast.BoolOp,
    ast.boolop,
    ast.UnaryOp,
    ast.Not,
    ast.USub,
    ast.IfExp,
    ast.BinOp,
    ast.Add,
    ast.Sub,
    ast.Call,
)


def problem(node, known):
    """Return what an expression says that a template may not say.

    :param ast.AST node: the expression
    :param known: names of the loops around it
    :return: text, '' if there is nothing
    """
    for part in ast.walk(node):
        said = _problem_of(part, known)
        if said:
            return said
    return ''


def _problem_of(part, known):
    if not isinstance(part, WORDS):
        return f'{type(part).__name__} is not allowed'
    check = CHECKS.get(type(part))
    return check(part, known) if check else ''


def _name(part, known):
    is_known = part.id in known or part.id in GIVEN or part.id in FUNCTIONS
    return '' if is_known else f'"{part.id}" is not defined'


def _attribute(part, _known):
    return f'"{part.attr}" is not allowed' if part.attr.startswith('_') else ''


def _subscript(part, _known):
    # The engine takes a text in brackets for the name of an attribute, hidden ones too.
    is_number = all(_is_number(index) for index in _indexes(part.slice))
    return '' if is_number else 'only a number may stand in brackets'


def _indexes(index):
    if isinstance(index, ast.Slice):
        return [end for end in (index.lower, index.upper, index.step) if end is not None]
    return [index]


def _is_number(node):
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node = node.operand
    return isinstance(node, ast.Constant) and type(node.value) is int


def _call(part, _known):
    is_counting = isinstance(part.func, ast.Name) and part.func.id in FUNCTIONS
    return '' if is_counting and not part.keywords else 'this call is not allowed'


CHECKS = {
    ast.Name: _name,
    ast.Attribute: _attribute,
    ast.Subscript: _subscript,
    ast.Call: _call,
}
