from odoo import api, models
from odoo.exceptions import AccessError, UserError

from .emulation_nomination_guard import OFFICE
from .naming import model_name


class EmulationSessionPart(models.AbstractModel):
    """A line of a session: written by who conducts or prepares it, while its state allows."""

    _name = 'emulation.session.part'
    _description = 'Part of a council session'

    #: Until when each field may change: name -> states; '*' for all others, create and delete.
    _writable_in = {'*': ('draft', 'convened')}

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines._check_part({'*'})
        return lines

    def write(self, vals):
        self._check_part(vals)
        result = super().write(vals)
        if 'session_id' in vals:
            self._check_part(vals)
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_on_record(self):
        self._check_part({'*'})

    def _check_part(self, names):
        """Refuse what the state of the session, or who the user is, does not allow.

        :param names: fields to be written; '*' stands for the whole line
        """
        if self.env.su:
            return
        for session in self.session_id:
            if not (self.env.user.has_group(OFFICE) or session._is_in_charge()):
                raise AccessError(
                    self.env._(
                        '%(part)s of %(session)s is kept by its chair, its secretary and the '
                        'Office.',
                        part=model_name(self),
                        session=session.name,
                    )
                )
            if late := [name for name in names if not self._may_write(name, session.state)]:
                raise UserError(
                    self.env._(
                        '%(part)s of %(session)s: %(fields)s cannot be changed any more.',
                        part=model_name(self),
                        session=session.name,
                        fields=', '.join(map(self._label_of, late)),
                    )
                )

    def _may_write(self, name, state):
        return state in self._writable_in.get(name, self._writable_in['*'])

    def _label_of(self, name):
        known = self._fields.get(name)
        return known._description_string(self.env) if known else self.env._('the line')
