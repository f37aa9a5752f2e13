"""A dead server's leavings are not taken for a live server."""

import os

import pytest

from ground import postgres


@pytest.fixture
def cluster(tmp_path, monkeypatch):
    monkeypatch.setattr(postgres, '_home', lambda: tmp_path)
    (tmp_path / 'test').mkdir()
    return postgres.Cluster('test')


def test_no_server_without_a_record(cluster):
    assert not cluster.is_running()


def test_number_of_another_program_is_no_server(cluster):
    (cluster.data / 'postmaster.pid').write_text(f'{os.getpid()}\n')
    assert not cluster.is_running()


def test_number_of_nothing_is_no_server(cluster):
    (cluster.data / 'postmaster.pid').write_text('999999999\n')
    assert not cluster.is_running()
