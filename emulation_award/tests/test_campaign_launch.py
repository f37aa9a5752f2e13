from odoo.tests import tagged

from .common import EmulationCommon


@tagged('post_install', '-at_install')
class TestCampaignLaunch(EmulationCommon):
    """Launching a campaign: what it needs, what it freezes."""

    def test_launch_counts_the_people_of_each_unit(self):
        self._campaign()
        self.assertEqual(self.campaign.state, 'launched')
        self.assertEqual(self.participant_a.head_count, 10)
        self.assertEqual(self.participant_b.head_count, 4)
