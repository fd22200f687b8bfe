"""Many sites on several hosts, by GNU parallel over ssh: the same bytes as on one machine, also where a host is lost."""

import csv
import os
import subprocess
import time
from pathlib import Path

import pytest

import columns
from hosts import Hosts, missing

CITIES = 12
SITES_OF_CITY = 2

why = missing()
pytestmark = pytest.mark.skipif(bool(why), reason=why)


def city(index):
    return f"shi{index:02}"


def make(folder):
    for index in range(CITIES * SITES_OF_CITY):
        columns.make(folder / city(index // SITES_OF_CITY) / f"ju{index:03}", index)


def build_view(folder):
    """What stands above all bodies, of their `data` folders only."""
    bodies = [
        (columns.name(index), f"../{city(index // SITES_OF_CITY)}/ju{index:03}/public/data")
        for index in range(CITIES * SITES_OF_CITY)
    ]
    columns.make_view(folder / "huizong", bodies)
    columns.run("build", "--quiet", "--site", folder / "huizong")


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """All sites as one machine builds them."""
    folder = tmp_path_factory.mktemp("alone")
    make(folder)
    columns.run("build", "--quiet", "--all", folder)
    build_view(folder)
    return columns.files(folder)


@pytest.fixture
def hosts(tmp_path):
    with Hosts(tmp_path) as hosts:
        yield hosts


class Run:
    """A run of GNU parallel over the hosts, a city each time; `sites` is the folder of all cities."""

    def __init__(self, hosts, sites, retries):
        self.hosts = hosts
        self.sites = sites
        self.log = hosts.folder / "joblog"
        self.command = [
            "ip", "netns", "exec", hosts.hub,
            "parallel", "--will-cite", "--ssh", f"ssh -F {hosts.config}",
            *[part for address in hosts.addresses.values() for part in ("--sshlogin", f"1/{address}")],
            "--workdir", str(hosts.work), "--transferfile", "{}", "--return", "{}", "--cleanup",
            "--joblog", str(self.log), "--retries", str(retries), "--timeout", "60",
        ]
        self.job = [f"{columns.FUWEN} build --quiet --all {{}}", ":::", *map(city, range(CITIES))]

    def start(self, *options):
        return subprocess.Popen(
            [*self.command, *options, *self.job], cwd=self.sites, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True)

    def cut_off_in_the_middle(self, run, name):
        deadline = time.monotonic() + 30
        while not self.hosts.is_working(name, columns.FUWEN):
            assert run.poll() is None and time.monotonic() < deadline, "the host has had nothing to do"
            time.sleep(0.002)
        self.hosts.cut_off(name)

    @property
    def jobs(self):
        """The last entry of each job: its host and exit status."""
        with self.log.open(encoding="utf-8") as file:
            rows = csv.DictReader(file, delimiter="\t")
            return {row["Seq"]: (row["Host"].split("/")[-1], int(row["Exitval"]), int(row["Signal"])) for row in rows}


def is_whole(sites, alone):
    build_view(sites)
    joined = columns.files(sites)
    assert joined.keys() == alone.keys()
    assert [path for path in alone if joined[path] != alone[path]] == []


def test_the_same_on_several_hosts(hosts, alone, tmp_path):
    sites = tmp_path / "sites"
    make(sites)
    run = Run(hosts, sites, retries=3)
    process = run.start()
    output = process.communicate(timeout=60)[0]
    assert process.returncode == 0, output
    assert {host for host, _, _ in run.jobs.values()} == set(hosts.addresses.values())
    is_whole(sites, alone)


def test_a_lost_hosts_sites_are_built_elsewhere(hosts, alone, tmp_path):
    sites = tmp_path / "sites"
    make(sites)
    lost = hosts.names[1]
    run = Run(hosts, sites, retries=3)
    process = run.start()
    run.cut_off_in_the_middle(process, lost)
    output = process.communicate(timeout=60)[0]
    assert process.returncode == 0, output
    assert len(run.jobs) == CITIES
    assert {outcome[1:] for outcome in run.jobs.values()} == {(0, 0)}
    is_whole(sites, alone)
