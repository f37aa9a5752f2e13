from .common import EmulationCommon


class PlanCommon(EmulationCommon):
    """A draft campaign whose plan is printed."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._campaign(launch=False)
        cls.campaign.signatory_title = 'Trưởng ban'

    def _plan(self, user=None):
        return self.campaign.with_user(user or self.env.user)._plan_document()[self.campaign.id]

    def _lines(self):
        return [block.line for block in self._plan().body]
