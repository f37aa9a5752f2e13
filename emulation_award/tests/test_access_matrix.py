from types import MappingProxyType

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .access_common import SCOPES, AccessCommon

OPERATIONS = {'r': 'read', 'w': 'write', 'c': 'create', 'd': 'unlink'}
ROLES = ('staff', 'leader_a', 'office', 'manager', 'member', 'auditor')
READ_BOTH = ('r', 'r', '')
ALL_BOTH = ('rwcd', 'rwcd', '')
NOTHING = ('', '', '')

#: model -> role -> what is allowed on records of (own unit, other unit, other company).
#: A role not named has nothing. Rules of the campaign are the same whatever the unit.
EXPECTED = {
    **dict.fromkeys(
        (
            'emulation.campaign',
            'emulation.phase',
            'emulation.campaign.award',
            'emulation.criterion',
            'emulation.quota',
        ),
        MappingProxyType(
            {
                'staff': READ_BOTH,
                'leader_a': READ_BOTH,
                'office': ALL_BOTH,
                'manager': ALL_BOTH,
                'member': READ_BOTH,
                'auditor': READ_BOTH,
            }
        ),
    ),
    **dict.fromkeys(
        ('emulation.quota.line', 'emulation.counted.base'),
        MappingProxyType(
            {
                'leader_a': ('r', '', ''),
                'office': ALL_BOTH,
                'manager': ALL_BOTH,
                'auditor': READ_BOTH,
            }
        ),
    ),
    'emulation.campaign.unit': {
        'staff': ('r', '', ''),
        'leader_a': ('r', '', ''),
        'office': ALL_BOTH,
        'manager': ALL_BOTH,
        'auditor': READ_BOTH,
    },
    'emulation.campaign.unit.member': {
        'staff': ('r', '', ''),
        'leader_a': ('r', '', ''),
        'office': READ_BOTH,
        'manager': READ_BOTH,
        'auditor': READ_BOTH,
    },
    'emulation.unit': {
        'staff': READ_BOTH,
        'leader_a': READ_BOTH,
        'office': ('rwc', 'rwc', ''),
        'manager': ALL_BOTH,
        'member': READ_BOTH,
        'auditor': READ_BOTH,
    },
    'emulation.extension': {
        'leader_a': ('r', '', ''),
        'office': READ_BOTH,
        'manager': READ_BOTH,
        'auditor': READ_BOTH,
    },
    **dict.fromkeys(
        ('emulation.amendment', 'emulation.amendment.line'),
        MappingProxyType(
            {
                'leader_a': READ_BOTH,
                'office': READ_BOTH,
                'manager': READ_BOTH,
                'auditor': READ_BOTH,
            }
        ),
    ),
    'emulation.nomination': {
        'staff': ('rw', '', ''),
        'leader_a': ('rwcd', '', ''),
        'office': ALL_BOTH,
        'manager': ALL_BOTH,
        'auditor': READ_BOTH,
    },
    'emulation.nomination.section': {
        'staff': ('rw', '', ''),
        'leader_a': ('rw', '', ''),
        'office': ('rw', 'rw', ''),
        'manager': ('rw', 'rw', ''),
        'auditor': READ_BOTH,
    },
    **dict.fromkeys(
        ('emulation.criterion.assessment', 'emulation.dossier.line'),
        MappingProxyType(
            {
                'staff': ('r', '', ''),
                'leader_a': ('rw', '', ''),
                'office': ('rw', 'rw', ''),
                'manager': ('rw', 'rw', ''),
                'auditor': READ_BOTH,
            }
        ),
    ),
    'emulation.evidence': {
        'staff': ('r', '', ''),
        'leader_a': ('rwcd', '', ''),
        'office': ALL_BOTH,
        'manager': ALL_BOTH,
        'auditor': READ_BOTH,
    },
    'emulation.return.item': {
        'staff': ('r', '', ''),
        'leader_a': ('r', '', ''),
        'office': READ_BOTH,
        'manager': READ_BOTH,
        'auditor': READ_BOTH,
    },
    **dict.fromkeys(
        (
            'emulation.unit.review',
            'emulation.unit.review.attendance',
            'emulation.unit.review.line',
        ),
        MappingProxyType(
            {
                'leader_a': ('rwcd', '', ''),
                'office': ALL_BOTH,
                'manager': ALL_BOTH,
                'auditor': READ_BOTH,
            }
        ),
    ),
    'emulation.certificate.printer': {'office': ('rwc', 'rwc', ''), 'manager': ALL_BOTH},
    'emulation.commendation': {
        'staff': ('r', '', ''),
        'leader_a': ('r', '', ''),
        'office': ('rwc', 'rwc', ''),
        'manager': ALL_BOTH,
        'auditor': READ_BOTH,
    },
    **dict.fromkeys(
        (
            'emulation.decision',
            'emulation.decision.line',
            'emulation.submission',
            'emulation.submission.line',
        ),
        MappingProxyType({'office': ALL_BOTH, 'manager': ALL_BOTH, 'auditor': READ_BOTH}),
    ),
    **dict.fromkeys(
        ('emulation.submission.sending', 'emulation.journal', 'emulation.journal.chain'),
        MappingProxyType({'office': READ_BOTH, 'manager': READ_BOTH, 'auditor': READ_BOTH}),
    ),
}


@tagged('post_install', '-at_install', 'security')
class TestAccessMatrix(AccessCommon):
    """Role × model × operation × own unit, other unit, other company, by the ORM."""

    def test_access_matrix(self):
        for model, by_role in EXPECTED.items():
            for role in ROLES:
                with self.subTest(model=model, role=role):
                    self.assertEqual(self._allowed(model, role), by_role.get(role, NOTHING))

    def _allowed(self, model, role):
        return tuple(self._letters(self._record(model, scope), role) for scope in SCOPES)

    def _record(self, model, scope):
        """The record as seen from the own company, whatever company it was made in."""
        return self.env[model].browse(getattr(getattr(self, scope), model.replace('.', '_')).id)

    def _letters(self, record, role):
        seen = record.with_user(getattr(self, role))
        return ''.join(letter for letter, op in OPERATIONS.items() if seen.has_access(op))

    def test_every_model_with_records_of_units_is_in_the_matrix(self):
        self.assertEqual(
            {name.replace('_', '.') for name in vars(self.own)},
            set(EXPECTED),
        )

    def test_search_finds_what_may_be_read_and_nothing_else(self):
        for model, by_role in EXPECTED.items():
            for role in ROLES:
                with self.subTest(model=model, role=role):
                    self.assertEqual(
                        self._found(model, role),
                        tuple('r' in letters for letters in by_role.get(role, NOTHING)),
                    )

    def _found(self, model, role):
        records = [self._record(model, scope) for scope in SCOPES]
        ids = [record.id for record in records]
        try:
            found = self.env[model].with_user(getattr(self, role)).search([('id', 'in', ids)])
        except AccessError:
            return (False, False, False)
        return tuple(record.id in found.ids for record in records)

    def test_group_by_counts_no_other_unit(self):
        nominations = self.env['emulation.nomination'].with_user(self.leader_a)
        groups = nominations.formatted_read_group([], ['campaign_unit_id'], ['__count'])
        self.assertEqual(
            [(group['campaign_unit_id'][0], group['__count']) for group in groups],
            [(self.participant_a.id, 1)],
        )

    def test_draft_campaign_is_the_offices_alone(self):
        readers = {
            role
            for role in ROLES
            if self.draft_campaign.with_user(getattr(self, role)).has_access('read')
        }
        self.assertEqual(readers, {'office', 'manager', 'auditor'})

    def test_nominee_writes_no_more_once_submitted(self):
        nomination = self.own.emulation_nomination
        nomination.sudo().state = 'submitted'
        seen = nomination.with_user(self.staff)
        self.assertEqual((seen.has_access('read'), seen.has_access('write')), (True, False))

    def test_leader_of_two_roles_sees_no_other_unit(self):
        self.leader_a.group_ids += self.env.ref('emulation_award.group_emulation_council')
        found = self.env['emulation.nomination'].with_user(self.leader_a).search([])
        self.assertEqual(found, self.own.emulation_nomination)
