from . import ir_actions_report
from . import report_form08
from . import report_unit_minutes
