"""The JUnit reader tells passed, failed and skipped cases apart."""

from ground.checks.python_tests import junit_items
from ground.checks.results import FAILED, PASSED, SKIPPED, Item

REPORT = """
<testsuites><testsuite>
    <testcase classname="a" name="good"/>
    <testcase classname="a" name="bad"><failure message="m">traceback</failure></testcase>
    <testcase classname="a" name="left"><skipped message="why"/></testcase>
</testsuite></testsuites>
"""


def test_cases_of_a_report(tmp_path):
    file = tmp_path / 'report.xml'
    file.write_text(REPORT)
    assert junit_items(file) == [
        Item('a.good', PASSED),
        Item('a.bad', FAILED, 'traceback'),
        Item('a.left', SKIPPED, 'why'),
    ]
