"""A build may be killed at any moment: the column is whole, and the next run finishes it."""

import os
import random
import shutil
import signal
import subprocess
import time
from statistics import median

import pytest
from little_site import ROOT, Site, clean_columns, faults, files

KILLS = 200


@pytest.fixture(scope="module")
def columns(tmp_path_factory):
    return clean_columns(tmp_path_factory.mktemp("clean"))


class Round:
    """Builds of one site that turns from one state to the other and back."""

    def __init__(self, folder, columns):
        self.site = Site(folder)
        self.columns = columns
        self.state = "new"
        self.turn()
        self.finish()

    def turn(self):
        self.state = "old" if self.state == "new" else "new"
        self.site.fill(self.state)

    def check(self):
        assert faults(files(self.site.public), *self.columns.values()) == []

    def finish(self):
        run = self.site.build()
        assert run.returncode == 0, run.stdout + run.stderr
        assert files(self.site.public) == self.columns[self.state]
        assert not [path for path in self.site.public.rglob("*") if path.is_dir() and not any(path.iterdir())]
        assert self.site.leftovers == []


def test_killed_at_any_moment(tmp_path, columns):
    """The next content often comes before anything is finished, as if nobody had seen the kill."""
    chance = random.Random(4)
    builds = Round(tmp_path / "site", columns)
    durations = []
    for _ in range(5):
        builds.turn()
        start = time.monotonic()
        builds.finish()
        durations.append(time.monotonic() - start)
    killed = halfway = 0
    for _ in range(KILLS):
        builds.turn()
        process = subprocess.Popen(builds.site.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, median(durations)))
        process.kill()
        killed += process.wait() == -signal.SIGKILL
        builds.check()
        halfway += files(builds.site.public) not in columns.values()
        if chance.random() < 0.5:
            builds.finish()
    builds.finish()
    print(f"{killed} of {KILLS} builds killed before their end, {halfway} columns between old and new")


@pytest.mark.parametrize("signal_number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopped_by_a_person(tmp_path, columns, signal_number):
    builds = Round(tmp_path / "site", columns)
    builds.turn()
    process = subprocess.Popen(builds.site.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not builds.site.leftovers and process.poll() is None:
        pass
    process.send_signal(signal_number)
    assert process.wait() in [-signal_number, 0]
    builds.check()
    builds.finish()


def test_first_build_killed_at_a_call(tmp_path, columns, killer):
    site = Site(tmp_path / "site").fill("new")
    total = killer.count(site)
    assert total > 2 * len(columns["new"])
    for call in calls(total, one_by_one=20):
        shutil.rmtree(site.public, ignore_errors=True)
        assert killer.run(site, call).returncode in [-signal.SIGKILL, 0]
        assert not site.public.exists() or files(site.public) == columns["new"]
    assert site.build().returncode == 0
    assert files(site.public) == columns["new"] and site.leftovers == []


def test_killed_at_a_call(tmp_path, columns, killer):
    builds = Round(tmp_path / "site", columns)
    builds.turn()
    totals = []
    for _ in range(2):
        totals.append(killer.count(builds.site))
        builds.turn()
    halfway = 0
    for call in calls(max(totals), one_by_one=80):
        status = killer.run(builds.site, call).returncode
        assert status == -signal.SIGKILL or call > min(totals)
        builds.check()
        halfway += files(builds.site.public) not in columns.values()
        builds.finish()
        builds.turn()
    assert halfway > 40


def calls(total, one_by_one):
    """Few of the calls that write into the stage, where no reader looks, and all of those after them."""
    start = total - one_by_one
    return [*range(1, start, 16), *range(start, total + 2)]


class Killer:
    """Runs builds that are killed in front of a call that writes."""

    def __init__(self, library):
        self.library = library

    def run(self, site, call):
        # One worker, so that the n-th call is the same one on every run.
        return site.build("--jobs", "1", env=os.environ | {"LD_PRELOAD": str(self.library), "KILL_AT": str(call)})

    def count(self, site):
        run = self.run(site, 0)
        assert run.returncode == 0
        # Behind the build's own warnings.
        return int(run.stderr.split()[-1])


@pytest.fixture(scope="module")
def killer(tmp_path_factory):
    compiler = shutil.which("cc") or shutil.which("clang")
    if not compiler:
        pytest.skip("not tried: a C compiler is needed to stop at a call")
    library = tmp_path_factory.mktemp("library") / "kill_at.so"
    source = ROOT / "Tests/Faults/kill_at.c"
    subprocess.run([compiler, "-O1", "-Wall", "-Werror", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return Killer(library)
