"""Which methods of ours a remote caller reaches, and that each checks its user by itself."""

from contextlib import suppress

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import SQL

from .access_common import AccessCommon

OURS = 'odoo.addons.emulation_award.'
CHECKED = {'action_mark_checked', 'action_mark_unchecked'}
CONFIRM = {'action_confirm'}
#: Every public method that this addon adds. A new one is added here after reading what it checks.
SURFACE = {
    'emulation.candidate': {'action_take_out'},
    'emulation.conflict.set': {'action_enter'},
    'emulation.council': {'action_open_sessions'},
    'emulation.paper.entry': {'action_reopen', 'action_submit'},
    'emulation.round': {
        'action_announce',
        'action_break_tie_legal',
        'action_close',
        'action_count',
        'action_open',
        'action_recount',
        'action_runoff',
        'action_show',
        'action_vote',
        'ballot_sheet',
        'board',
        'cast_ballot',
        'progress',
        'votes_by_name',
        'voting_desk',
    },
    'emulation.round.choose': {'action_choose'},
    'emulation.round.close': {'action_close', 'action_close_without'},
    'emulation.round.correct': {'action_correct'},
    'emulation.session': {
        'action_close',
        'action_convene',
        'action_minute',
        'action_open',
        'action_open_decisions',
        'action_open_draft_decisions',
        'action_open_draft_submissions',
        'action_open_submissions',
        'action_prepare',
        'action_revoke_notice',
        'declare_conflict',
        'set_conflict',
    },
    'emulation.authority': CHECKED,
    'emulation.award.form': CHECKED,
    'emulation.campaign': {
        'action_close',
        'action_discard_amendment',
        'action_finish_amendment',
        'action_launch',
        'action_open_amend',
        'action_open_cancel',
        'action_open_clone',
        'action_open_close',
        'action_open_decisions',
        'action_open_draft_decisions',
        'action_open_draft_submissions',
        'action_open_launch',
        'action_open_submissions',
        'action_verify_journal',
        'action_view_journal',
        'action_view_milestones',
        'action_view_nominations',
        'action_view_phases',
        'action_view_units',
    },
    'emulation.campaign.amend': CONFIRM,
    'emulation.campaign.cancel': CONFIRM,
    'emulation.campaign.clone': CONFIRM,
    'emulation.campaign.close': CONFIRM,
    'emulation.campaign.launch': CONFIRM,
    'emulation.certificate.print': {'action_calibrate', *CONFIRM},
    'emulation.certificate.printer': {'action_calibrate'},
    'emulation.commendation': {'action_reinstate'},
    'emulation.commendation.import': {
        'action_check',
        'action_download_report',
        'action_download_template',
        'action_import',
    },
    'emulation.commendation.recover': CONFIRM,
    'emulation.commendation.revoke': CONFIRM,
    'emulation.document.print': CONFIRM,
    'emulation.document.template': {'action_download', 'action_reset'},
    'emulation.decision': {
        'action_cancel',
        'action_issue',
        'action_open_annul',
        'action_open_changes',
        'action_open_commendations',
        'action_open_correct',
        'action_open_nominations',
        'action_open_revoke',
        'action_open_sessions',
        'action_renew_bases',
        'action_take_effect',
    },
    'emulation.decision.annul': CONFIRM,
    'emulation.decision.change': CONFIRM,
    'emulation.decision.draft': CONFIRM,
    'emulation.employee.category': CHECKED,
    'emulation.extension.grant': CONFIRM,
    'emulation.job': {'action_download', 'action_retry', 'action_stop'},
    'emulation.journal.chain': {'action_verify'},
    'emulation.legal.basis': CHECKED,
    'emulation.nomination': {
        'action_accept',
        'action_open_bulk_accept',
        'action_open_bulk_return',
        'action_open_bulk_submit',
        'action_open_decision',
        'action_open_hold',
        'action_open_release',
        'action_open_return',
        'action_open_review',
        'action_open_submissions',
        'action_open_withdraw',
        'action_revive',
        'action_submit',
    },
    'emulation.nomination.bulk': CONFIRM,
    'emulation.nomination.hold': CONFIRM,
    'emulation.nomination.release': CONFIRM,
    'emulation.nomination.return': CONFIRM,
    'emulation.nomination.withdraw': CONFIRM,
    'emulation.overview': {'action_extend', 'action_open_nominations', 'action_remind'},
    'emulation.phase': {'action_open_extend'},
    'emulation.rate': CHECKED,
    'emulation.report.form': CHECKED,
    'emulation.source.mixin': CHECKED,
    'emulation.submission': {
        'action_build_package',
        'action_cancel',
        'action_download_package',
        'action_fill',
        'action_open_commendations',
        'action_send',
    },
    'emulation.submission.draft': CONFIRM,
    'emulation.submission.line': {'action_take_out'},
    'emulation.submission.reply': {'action_read_list', *CONFIRM},
    'emulation.submission.return': CONFIRM,
    'emulation.unit': {
        'action_create_from_departments',
        'action_open_commendations',
        'action_open_employees',
    },
    'emulation.unit.review': {'action_close', 'action_correct', 'action_fill'},
    'hr.department': {'action_open_emulation_commendations', 'action_open_emulation_unit'},
    'hr.employee': {'action_open_emulation_commendations', 'action_open_emulation_nominations'},
    'hr.employee.public': {'action_open_emulation_commendations'},
    'res.config.settings': {'action_emulation_create_units'},
}
#: These only say which list to open, of records that every employee may read; the list itself is
#: filtered by the record rules.
OPENING = {
    'emulation.campaign': {
        'action_view_journal',
        'action_view_milestones',
        'action_view_nominations',
        'action_view_phases',
        'action_view_units',
    },
    'emulation.unit': {'action_open_commendations', 'action_open_employees'},
    'hr.department': {'action_open_emulation_commendations', 'action_open_emulation_unit'},
    'hr.employee': {'action_open_emulation_commendations', 'action_open_emulation_nominations'},
    'hr.employee.public': {'action_open_emulation_commendations'},
}
STRANGERS = ('staff', 'leader_b', 'member')
#: Whose operations need a session to refuse: test_session, test_conflict, test_round* and
#: test_ballot_secrecy call them as strangers.
COUNCIL = {
    'emulation.candidate',
    'emulation.conflict.set',
    'emulation.council',
    'emulation.paper.entry',
    'emulation.round',
    'emulation.round.choose',
    'emulation.round.close',
    'emulation.round.correct',
    'emulation.session',
}


@tagged('post_install', '-at_install', 'security')
class TestRpcSurface(AccessCommon):
    """Unit A's records in the hands of its plain employee, of unit B's leader and of a member."""

    def _public_methods(self, model):
        """Names of the public methods that this addon was the first to define on a model."""
        introduced = {}
        for base in reversed(type(model).__mro__):
            for name, value in vars(base).items():
                if name[0] != '_' and callable(value):
                    introduced.setdefault(name, base.__module__)
        return {name for name, module in introduced.items() if module.startswith(OURS)}

    def test_the_surface_is_the_intended_one(self):
        found = {name: self._public_methods(self.env[name]) for name in self.env.registry}
        found = {name: methods for name, methods in found.items() if methods}
        self.assertEqual(found, SURFACE)

    # Calling it

    def _records(self):
        """What there is to call on, by model: unit A's, or the agency's."""
        world = vars(self.own)
        by_model = {record._name: record for record in world.values()}
        overview = self.env['emulation.overview'].search(
            [('campaign_unit_id', '=', self.participant_a.id)], limit=1
        )
        settings = self.env['res.config.settings'].create({'company_id': self.company.id})
        employee = self.people_a[2]
        records = [
            overview,
            settings,
            employee,
            employee.department_id,
            self.env['hr.employee.public'].browse(employee.id),
            self.authority,
            self.award_form,
            self.report_form,
            self.category,
            self.env['emulation.legal.basis'].search([], limit=1),
            self.env['emulation.rate'].search([], limit=1),
            self.env['emulation.document.template'].search([], limit=1),
            self._job(),
            self.env['emulation.commendation.import'].create({}),
        ]
        return {**by_model, **{record._name: record for record in records}}

    def _job(self):
        jobs = self.env['emulation.job'].with_user(self.leader_a)
        nomination = self.own.emulation_nomination
        return jobs._enqueue('document', 'x', nomination, code='form08', fmt='odt')

    def _wizard_values(self):
        """Values that name unit A's records, as a forged form would."""
        nomination, campaign = self.own.emulation_nomination, self.campaign
        several = [(6, 0, nomination.ids)]
        of_campaign = {'campaign_id': campaign.id}
        return {
            'emulation.campaign.amend': {**of_campaign, 'reason': 'x'},
            'emulation.campaign.cancel': {**of_campaign, 'reason': 'x'},
            'emulation.campaign.clone': {**of_campaign, 'years': 1, 'name': 'x'},
            'emulation.campaign.close': of_campaign,
            'emulation.campaign.launch': {'campaign_id': self.draft_campaign.id},
            'emulation.certificate.print': {
                'commendation_ids': [(6, 0, self.own.emulation_commendation.ids)],
                'printer_id': self.own.emulation_certificate_printer.id,
            },
            'emulation.commendation.revoke': {
                'commendation_ids': [(6, 0, self.own.emulation_commendation.ids)],
                'document': '1/QĐ',
                'reason': 'x',
            },
            'emulation.commendation.recover': {
                'commendation_ids': [(6, 0, self.own.emulation_commendation.ids)],
                'document': '1/PT',
            },
            'emulation.decision.annul': {
                'decision_id': self.own.emulation_decision.id,
                'reason': 'x',
            },
            'emulation.decision.change': {
                'kind': 'revocation',
                'original_id': self.own.emulation_decision.id,
                'is_whole': True,
                'reason': 'x',
            },
            'emulation.decision.draft': {
                'line_ids': [(0, 0, {'nomination_id': nomination.id, 'is_selected': True})],
            },
            'emulation.document.print': {
                'code': 'unit_minutes',
                'res_ids': self.own.emulation_unit_review.ids,
            },
            'emulation.extension.grant': {
                **of_campaign,
                'phase_id': self.phase_1.id,
                'date_deadline': '2099-01-01',
                'reason': 'x',
            },
            'emulation.nomination.bulk': {
                'operation': 'submit',
                'line_ids': [(0, 0, {'nomination_id': nomination.id})],
            },
            'emulation.nomination.hold': {
                'nomination_ids': several,
                'kind': 'other',
                'reason': 'x',
            },
            'emulation.nomination.release': {
                'nomination_ids': several,
                'document': '1/CV',
                'reason': 'x',
            },
            'emulation.nomination.return': {
                'nomination_id': nomination.id,
                'line_ids': [(0, 0, {'target': 'summary', 'reason': 'x'})],
            },
            'emulation.nomination.withdraw': {'nomination_ids': several, 'reason': 'x'},
            'emulation.submission.draft': of_campaign,
            'emulation.submission.reply': {
                'submission_id': self.own.emulation_submission.id,
                'number': '1/QĐ',
                'date': '2099-01-01',
                'document': b'JVBERi0xLjQ=',
            },
            'emulation.submission.return': {
                'submission_id': self.own.emulation_submission.id,
                'reason': 'x',
            },
        }

    def _stored(self):
        """A digest of everything this addon and the message thread store, wizards left out."""
        self.env.flush_all()
        tables = [
            model._table
            for name, model in self.env.registry.items()
            if name.startswith('emulation.') and model._auto and not model._abstract
            if not model._transient
        ]
        digest = {}
        for table in sorted({*tables, 'mail_message', 'mail_activity', 'mail_notification'}):
            query = SQL(
                'SELECT md5(string_agg(one::text, chr(10) ORDER BY one.id)) FROM %s one',
                SQL.identifier(table),
            )
            digest[table] = self.env.execute_query(query)[0][0]
        return digest

    def _env_of(self, role):
        user = getattr(self, role)
        return self.env(user=user, context={'allowed_company_ids': user.company_ids.ids})

    def test_every_operation_refuses_strangers(self):
        records = self._records()
        before = self._stored()
        for model in sorted(SURFACE.keys() - self._wizard_values().keys() - COUNCIL):
            for method in sorted(SURFACE[model] - OPENING.get(model, set())):
                for role in STRANGERS if model != 'emulation.source.mixin' else ():
                    record = records[model].with_env(self._env_of(role))
                    with (
                        self.subTest(model=model, method=method, role=role),
                        self.assertRaises(UserError),
                    ):
                        getattr(record, method)()
        self.assertEqual(self._stored(), before)

    def test_every_wizard_refuses_strangers(self):
        before = self._stored()
        for model, vals in self._wizard_values().items():
            for role in STRANGERS:
                with self.subTest(model=model, role=role), self.assertRaises(UserError):
                    self._env_of(role)[model].create(vals).action_confirm()
        self.assertEqual(self._stored(), before)

    def _made_by_its_user(self, model, vals):
        """A wizard of the Office, or of the Manager where the Office has none."""
        users = (self._env_of(role) for role in ('office', 'manager'))
        return next(env[model].create(vals) for env in users if env[model].has_access('create'))

    def test_wizards_of_colleagues_are_out_of_reach(self):
        groups = (self.office | self.manager).group_ids
        colleague = self._user('colleague')
        colleague.group_ids |= groups
        for model, vals in self._wizard_values().items():
            wizard = self._made_by_its_user(model, vals)
            with self.subTest(model=model), self.assertRaises(AccessError):
                wizard.with_user(colleague).read()

    def test_each_wizard_is_its_makers(self):
        rules, open_to_all = self.env['ir.rule'].with_user(self.manager), set()
        for name, model in self.env.registry.items():
            if model._transient and name.startswith('emulation.'):
                domain = rules._compute_domain(name, 'read')
                if 'create_uid' not in str(domain):
                    open_to_all.add(name)
        self.assertEqual(open_to_all, set())

    def test_wizards_of_others_are_out_of_reach(self):
        for model, vals in self._wizard_values().items():
            wizard = self._made_by_its_user(model, vals)
            for role in STRANGERS:
                theirs = wizard.with_env(self._env_of(role))
                with self.subTest(model=model, role=role):
                    with self.assertRaises(UserError):
                        theirs.action_confirm()
                    with self.assertRaises(UserError):
                        theirs.read()

    def test_opening_a_list_changes_nothing(self):
        records = self._records()
        before = self._stored()
        for model, methods in OPENING.items():
            for method in sorted(methods):
                for role in STRANGERS:
                    record = records[model].with_env(self._env_of(role))
                    # Refused, or the description of a window.
                    with (
                        self.subTest(model=model, method=method, role=role),
                        suppress(UserError),
                    ):
                        action = getattr(record, method)()
                        self.assertEqual(action['type'], 'ir.actions.act_window')
        self.assertEqual(self._stored(), before)
