"""Many sites on several hosts, by GNU parallel over ssh: the same bytes as on one machine, also where a host is lost."""

import csv
import subprocess
import time

import pytest

import columns
from hosts import Hosts, missing

CITIES = 9
SITES_OF_CITY = 2
# Seconds that a run may take on a machine that has other work.
LIMIT = 300

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
    """Runs of GNU parallel over the hosts, a city each time; `sites` is the folder of all cities."""

    def __init__(self, hosts, sites):
        self.hosts = hosts
        self.sites = sites
        self.log = hosts.folder / "joblog"

    def start(self, *options, without=None):
        logins = [f"1/{address}" for name, address in self.hosts.addresses.items() if name != without]
        return subprocess.Popen(
            [
                "ip", "netns", "exec", self.hosts.hub,
                "parallel", "--will-cite", "--ssh", f"ssh -F {self.hosts.config}",
                *[part for login in logins for part in ("--sshlogin", login)],
                "--workdir", "...", "--transferfile", "{}", "--return", "{}", "--cleanup",
                "--joblog", self.log, "--timeout", "100", *options,
                f"{columns.FUWEN} build --quiet --all {{}}", ":::", *map(city, range(CITIES)),
            ],
            cwd=self.sites, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def cut_off_in_the_middle(self, run, name):
        """Waits until the host works, and takes it away."""
        deadline = time.monotonic() + LIMIT
        while not self.hosts.is_working(name, columns.FUWEN):
            assert run.poll() is None and time.monotonic() < deadline, "the host has had nothing to do"
        self.hosts.cut_off(name)

    @property
    def jobs(self):
        """The last entry of each job: its host, exit status and signal."""
        with self.log.open(encoding="utf-8") as file:
            rows = csv.DictReader(file, delimiter="\t")
            return {row["Seq"]: (row["Host"].split("/")[-1], int(row["Exitval"]), int(row["Signal"])) for row in rows}

    @property
    def failed(self):
        return sum(1 for _, status, signal in self.jobs.values() if status or signal)


@pytest.fixture
def run(hosts, tmp_path):
    sites = tmp_path / "sites"
    make(sites)
    return Run(hosts, sites)


def assert_same(run, alone):
    """All jobs are done, and what they brought back is what one machine makes."""
    assert len(run.jobs) == CITIES and run.failed == 0
    build_view(run.sites)
    joined = columns.files(run.sites)
    assert joined.keys() == alone.keys()
    assert [path for path in alone if joined[path] != alone[path]] == []


def test_the_same_on_several_hosts(run, alone):
    process = run.start()
    output = process.communicate(timeout=LIMIT)[0]
    assert process.returncode == 0, output
    assert {host for host, _, _ in run.jobs.values()} == set(run.hosts.addresses.values())
    for name in run.hosts.names:
        assert run.hosts.files(name) == ""
    assert_same(run, alone)


def test_a_lost_hosts_sites_are_built_elsewhere(run, alone):
    lost = run.hosts.names[1]
    process = run.start("--retries", "3")
    run.cut_off_in_the_middle(process, lost)
    output = process.communicate(timeout=LIMIT)[0]
    assert process.returncode == 0, output
    assert_same(run, alone)


def test_what_a_lost_host_left_is_done_by_a_second_run(run, alone):
    lost = run.hosts.names[2]
    process = run.start()
    run.cut_off_in_the_middle(process, lost)
    process.communicate(timeout=LIMIT)
    # parallel's status is the number of failed jobs.
    assert process.returncode == run.failed > 0
    process = run.start("--resume-failed", without=lost)
    output = process.communicate(timeout=LIMIT)[0]
    assert process.returncode == 0, output
    assert_same(run, alone)
