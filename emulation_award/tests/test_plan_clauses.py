import re
from pathlib import Path

from odoo.tests import tagged

from ..domain.blocks import Kind
from .plan_clauses import CLAUSES, HEADING, RECIPIENTS, SIGNATURE, SUBJECT
from .test_demo import DemoCase

TABLE = Path(__file__).parents[2] / 'docs' / 'plan-clauses.md'


def below(lines, path, stop):
    """The lines of one clause.

    :param path: first words of the lines that lead to it
    :param stop: first words of the line after it
    """
    for start in path:
        at = next((at for at, line in enumerate(lines) if line.startswith(start)), len(lines))
        lines = lines[at:]
    ends = (stop,) if stop else ('\N{NULL}',)
    inside = next((at for at, line in enumerate(lines) if at and line.startswith(ends)), len(lines))
    return lines[:inside]


@tagged('post_install', '-at_install')
class TestPlanClauses(DemoCase):
    """The generated plan of the demonstration campaign beside the real one, fact by fact."""

    def setUp(self):
        super().setUp()
        self.plan = self.campaign._plan_document()[self.campaign.id]

    def _parts(self):
        """Lines of each part, so that no clause is looked for in another."""
        parts = [[]]
        for block in self.plan.body:
            if block.kind == Kind.PART:
                parts.append([])
            parts[-1].append(block.line)
        return parts

    def _said(self, clause):
        for lines in self._parts():
            if any(line.startswith(clause.path[0]) for line in lines):
                return '\n'.join(below(lines, clause.path, clause.stop)).casefold()
        return ''

    def test_each_clause_has_its_facts_in_its_place(self):
        for clause in CLAUSES:
            said = self._said(clause)
            for fact in clause.facts:
                with self.subTest(clause=clause.name, fact=fact):
                    self.assertIn(fact.casefold(), said)

    def test_nothing_is_cited_where_the_plan_does_not_cite_it(self):
        for clause in CLAUSES:
            for fact in clause.absent:
                with self.subTest(clause=clause.name, fact=fact):
                    self.assertNotIn(fact.casefold(), self._said(clause))

    def test_both_milestones_are_due_in_the_month(self):
        milestones = next(clause for clause in CLAUSES if clause.name == 'II.2')
        self.assertEqual(self._said(milestones).count('trong tháng 9/2025'), 3)

    def test_clauses_come_in_the_order_of_the_plan(self):
        whole = '\n'.join(line for lines in self._parts() for line in lines).casefold()
        places = [whole.find(self._said(clause)) for clause in CLAUSES]
        self.assertNotIn(-1, places)
        self.assertEqual(places, sorted(places))

    def test_numbers_dates_and_lots_are_in_no_other_clause(self):
        """A fact is found because the clause says it, not because some other does."""
        for clause in CLAUSES:
            self.assertTrue(self._said(clause), clause.name)
        deadlines = {
            clause.name: re.findall(r'trước ngày [\d/]+', self._said(clause)) for clause in CLAUSES
        }
        self.assertEqual(
            {name: days for name, days in deadlines.items() if days},
            {
                'IV.3 Đợt 1': ['trước ngày 30/8/2025'],
                'IV.3 Đợt 2': ['trước ngày 30/10/2025'],
            },
        )

    def test_heading_title_and_subject(self):
        heading = self.plan.heading
        around = (
            heading.superior,
            heading.issuer,
            heading.right,
            heading.motto,
            self.plan.number,
            self.plan.title,
        )
        self.assertEqual(around, HEADING)
        self.assertEqual(self.plan.about, (SUBJECT,))

    def test_six_recipients_and_the_signature(self):
        self.assertEqual(self.plan.recipients, RECIPIENTS)
        ((signed,),) = self.plan.signatures
        self.assertEqual((signed.title, signed.name), SIGNATURE)

    def test_the_table_in_the_docs_is_this_one(self):
        if not TABLE.exists():
            self.skipTest('the repository around the addon is not there')
        rows = {
            cells[0]: cells[1]
            for cells in (
                [cell.strip() for cell in line.strip('|').split('|')]
                for line in TABLE.read_text().splitlines()
                if line.startswith('| ')
            )
        }
        for clause in CLAUSES:
            self.assertEqual(rows.get(clause.name, '').split(' · '), list(clause.facts))
