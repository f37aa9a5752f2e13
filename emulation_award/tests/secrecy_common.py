"""A secret round under way, and those who try to learn more of it than they may."""

from odoo.exceptions import AccessError

from .round_common import RoundCommon


class SecrecyCase(RoundCommon):
    """A secret round in which the first seven of nine have voted: four for, three against."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.attackers = [
            cls.office,
            cls.manager,
            cls.auditor,
            cls.chair,
            cls.secretary,
            cls.users[8],
            cls.env.ref('base.user_admin'),
        ]
        for user in cls.attackers:
            user.company_ids += cls.company
            user.group_ids += cls.env.ref('base.group_allow_export')

    def setUp(self):
        super().setUp()
        self.one = self._opened()
        self.order = [6, 2, 5, 0, 4, 1, 3]
        for number in self.order:
            self._cast_apart(self.users[number], 'yes' if number < 4 else 'no')

    def _cast_apart(self, user, choice):
        """Cast in a transaction number of its own, as requests do."""
        with self.env.cr.savepoint():
            self._cast(self.one, user, choice)

    def _close(self):
        with self.env.cr.savepoint():
            self.one.action_close(without_missing=True)

    def _refused_for_all(self, attempt):
        for user in self.attackers:
            with self.subTest(user.login), self.assertRaises(AccessError):
                attempt(user)

    def _stored_of(self, table):
        return self._rows(
            f'SELECT ctid::text, xmin::text, id FROM {table} WHERE {self._mine(table)}'  # noqa: S608
            ' ORDER BY ctid'
        )

    def _mine(self, table):
        if table == 'emulation_ballot':
            return f'candidate_id IN ({",".join(map(str, self.one.sudo().candidate_ids.ids))})'
        return f'round_id = {self.one.id}'

    def _entered(self):
        """(candidate, choice) of all ballots in the order of their numbers."""
        return [(row[1], row[2]) for row in sorted(self._ballots(self.one))]
