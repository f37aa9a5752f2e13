from . import ir_actions_report
from . import printed_mixin
from . import report_council_minutes
from . import report_form08
from . import report_paper_ballot
from . import report_unit_minutes
from . import report_vote_count
