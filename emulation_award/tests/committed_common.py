"""Data that other connections see: committed for a while, and gone afterwards."""

from psycopg2 import IntegrityError

from odoo.modules.registry import Registry
from odoo.sql_db import Cursor
from odoo.tests.common import get_db_name
from odoo.tools import SQL, mute_logger

from .nomination_common import NominationCommon


class CommittedCommon(NominationCommon):
    """The usual agency and campaign, committed for real while the class runs.

    Whatever any table gained meanwhile is deleted when the class is through, also when a test or
    the set-up fails; what could not be deleted is an error.
    """

    @classmethod
    def setUpClass(cls):
        cls.own_registry = Registry(get_db_name())
        cls.addClassCleanup(cls._remove_committed)
        cls.last_ids = cls._last_ids()
        super().setUpClass()
        cls._commit()

    @classmethod
    def _commit(cls):
        """Commit the class's own cursor, which a test cannot do by accident."""
        cls.env.flush_all()
        cls.env.cr.clear()
        Cursor.commit(cls.cr)

    @classmethod
    def _own_cursor(cls):
        return cls.own_registry.cursor()

    @classmethod
    def _last_ids(cls):
        """The highest id of each table."""
        with cls._own_cursor() as cr:
            cr.execute(
                """
                SELECT table_name FROM information_schema.columns
                  JOIN information_schema.tables USING (table_schema, table_name)
                 WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'integer'
                   AND table_type = 'BASE TABLE'
                """
            )
            found = {}
            for (table,) in cr.fetchall():
                cr.execute(SQL('SELECT COALESCE(MAX(id), 0) FROM %s', SQL.identifier(table)))
                (found[table],) = cr.fetchone()
            return found

    @classmethod
    def _remove_committed(cls):
        """Delete what came after the highest ids noted, children before parents."""
        left = {table: last for table, last in cls.last_ids.items() if cls._gained(table, last)}
        while left:
            blocked = {table: last for table, last in left.items() if not cls._delete(table, last)}
            if len(blocked) == len(left):
                raise AssertionError(f'committed rows are left in {", ".join(blocked)}')
            left = blocked

    @classmethod
    def _gained(cls, table, last):
        with cls._own_cursor() as cr:
            cr.execute(SQL('SELECT 1 FROM %s WHERE id > %s LIMIT 1', SQL.identifier(table), last))
            return bool(cr.fetchone())

    @classmethod
    def _delete(cls, table, last):
        """Whether the rows could be deleted: not while others refer to them."""
        try:
            with mute_logger('odoo.sql_db'), cls._own_cursor() as cr:
                cr.execute(SQL('DELETE FROM %s WHERE id > %s', SQL.identifier(table), last))
        except IntegrityError:
            return False
        return True
