from odoo import models

#: What a page subscribes to, followed by the id of the session.
CHANNEL = 'emulation.session_'


class IrWebsocket(models.AbstractModel):
    """Lets pages of a council session hear that something of it has changed."""

    _inherit = 'ir.websocket'

    def _build_bus_channel_list(self, channels):
        asked = {name for name in channels if isinstance(name, str) and name.startswith(CHANNEL)}
        numbers = [name.removeprefix(CHANNEL) for name in asked]
        # Nine digits: longer ones are no id, and the database would choke on them.
        ids = [int(one) for one in numbers if one.isdecimal() and len(one) < 10]
        kept = [name for name in channels if name not in asked]
        return super()._build_bus_channel_list([*kept, *self._emulation_sessions(ids)])

    def _emulation_sessions(self, ids):
        """Those of the sessions that the user may read; all others are dropped without a word."""
        sessions = self.env['emulation.session']
        if not ids or not sessions.has_access('read'):
            return sessions
        return sessions.search([('id', 'in', ids)])
