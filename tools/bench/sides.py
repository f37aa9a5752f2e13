"""One side of a comparison, once, in a process of its own: `python -m bench.sides <db> <side> {…}`.

Says "begin" when Odoo is up and one small piece was made, and the figures as JSON at the end. What
is between the two is measured.
"""

import json
import sys
import time

import odoo
import odoo.tools
from odoo import api
from odoo.modules.registry import Registry


def main() -> None:
    name, what, options = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
    odoo.tools.config.parse_config(['-d', name, '--log-level', 'warn'], setup_logging=True)
    from bench import documents, lists, seed

    sides = {
        'seed': seed.seed,
        'sheet_ours': lists.ours,
        'sheet_raw': lists.raw,
        'sheet_odoo': lists.export,
        'documents_ours': documents.ours,
        'documents_peer': documents.peer,
    }
    with Registry(name).cursor() as cr:
        root = api.Environment(cr, api.SUPERUSER_ID, {})
        env = root(user=root.ref('base.user_admin').id, su=False)
        sides[what](env, **options)
        if what == 'seed':
            cr.commit()
        else:
            cr.rollback()


def measured(env, small, work) -> None:
    """Do a small piece first, so that caches and imports are there, then the work.

    :param small, work: functions that return (bytes made, count)
    """
    small()
    env.invalidate_all()
    print('begin', flush=True)
    # The watcher looks at the memory before the work.
    time.sleep(0.2)
    start = time.perf_counter()
    size, count = work()
    taken = time.perf_counter() - start
    print(json.dumps({'seconds': taken, 'size': size, 'count': count}), flush=True)


if __name__ == '__main__':
    main()
