"""Every test file falls to exactly one share."""

from ground.checks.database import shares


def test_shares_hold_each_file_once_and_weigh_alike(tmp_path):
    files = []
    for number, size in enumerate([5, 4, 3, 3, 2, 1]):
        file = tmp_path / f'test_{number}.py'
        file.write_text('x' * size)
        files.append(file)
    parts = shares(files, 2)
    assert sorted(file for part in parts for file in part) == files
    assert [sum(file.stat().st_size for file in part) for part in parts] == [9, 9]
