from .common import EmulationCommon


class FrozenCommon(EmulationCommon):
    """The rules of a launched campaign: nobody changes them but by an amendment, which logs."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._campaign(launch=False)
        cls.group = cls.env['emulation.unit.group'].create(
            {'campaign_id': cls.campaign.id, 'name': 'Khối 1'}
        )
        cls.content = cls.campaign.content_ids
        cls.milestone = cls.env['emulation.campaign.milestone'].create(
            {'content_id': cls.content.id, 'name': 'Công trình', 'date_due': '2025-09-30'}
        )
        cls.quota_line = cls.env['emulation.quota.line'].create(
            {'quota_id': cls.quota.id, 'campaign_unit_id': cls.participant_a.id, 'number': 3}
        )
        cls.count = cls.env['emulation.counted.base'].create(
            {
                'quota_id': cls.quota.id,
                'campaign_unit_id': cls.participant_a.id,
                'number': 40,
                'evidence': 'Báo cáo 1',
            }
        )
        cls.unit_c, _people = cls._unit('Phòng Gamma', 5, cls.manager)
        cls.campaign.with_user(cls.office).action_launch()
        cls.form = cls.award_individual.report_form_id

    def _cases(self):
        """By model: a frozen record, values that change it, values of one more."""
        of_campaign = {'campaign_id': self.campaign.id}
        more_of_quota = {'quota_id': self.quota.id, 'campaign_unit_id': self.participant_b.id}
        return {
            'emulation.campaign': (self.campaign, {'purpose': 'Khác'}, None),
            'emulation.phase': (
                self.phase_2,
                {'date_deadline': '2031-01-01'},
                {
                    **of_campaign,
                    'name': 'Đợt 3',
                    'date_start': '2031-01-01',
                    'date_deadline': '2031-02-01',
                },
            ),
            'emulation.campaign.award': (
                self.award_collective,
                {'outsiders_allowed': True},
                {**of_campaign, 'award_form_id': self.award_form.id},
            ),
            'emulation.criterion': (
                self.criteria[0],
                {'mandatory': False},
                {**of_campaign, 'name': 'Mới', 'body': 'Mới'},
            ),
            'emulation.dossier.requirement': (
                self.requirements[3],
                {'mandatory': True},
                {**of_campaign, 'name': 'Mới'},
            ),
            'emulation.quota': (self.quota, {'numerator': 30}, {**of_campaign, 'name': 'Mới'}),
            'emulation.quota.line': (
                self.quota_line,
                {'number': 9},
                {**more_of_quota, 'number': 1},
            ),
            'emulation.counted.base': (
                self.count,
                {'number': 99},
                {**more_of_quota, 'number': 1, 'evidence': 'Báo cáo 2'},
            ),
            'emulation.unit.group': (
                self.group,
                {'name': 'Khối 9'},
                {**of_campaign, 'name': 'Mới'},
            ),
            'emulation.campaign.unit': (
                self.participant_b,
                {'group_id': self.group.id},
                {**of_campaign, 'unit_id': self.unit_c.id},
            ),
            'emulation.campaign.content': (
                self.content,
                {'title': 'Khác'},
                {**of_campaign, 'title': 'Mới'},
            ),
            'emulation.campaign.milestone': (
                self.milestone,
                {'date_due': '2031-01-01'},
                {'content_id': self.content.id, 'name': 'Mới'},
            ),
            'emulation.campaign.duty': (
                self._one('emulation.campaign.duty', {'bearer': 'Văn phòng', 'body': 'Theo dõi'}),
                {'body': 'Khác'},
                {**of_campaign, 'bearer': 'Phòng', 'body': 'Mới'},
            ),
            'emulation.campaign.recipient': (
                self._one('emulation.campaign.recipient', {'name': 'Sở Nội vụ'}),
                {'name': 'Khác'},
                {**of_campaign, 'name': 'Mới'},
            ),
            'emulation.report.form': (self.form, {'title': 'KHÁC'}, None),
            'emulation.report.section': (
                self.form.section_ids[1],
                {'mandatory': False},
                {'form_id': self.form.id, 'heading': 'MỚI'},
            ),
        }

    def _one(self, model, vals):
        """A part the common campaign lacks, added behind the guard's back."""
        return self.env[model].create({**vals, 'campaign_id': self.campaign.id})

    def _as_office(self, records):
        return records.with_user(self.office)
