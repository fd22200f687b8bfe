"""A disk that is full or may only be read: status 3, what to do, and the old column to the byte."""

import os
import resource
import shutil
import subprocess
from pathlib import Path

import pytest
from little_site import SEAL, Site, clean_columns, files


class Disk:
    """A file system in memory, in a name space of its own that goes with this value; any user may make one, unless the
    machine forbids it."""

    def __init__(self, folder, options):
        folder.mkdir()
        self.folder = folder
        script = 'mount -t tmpfs -o "$1" tmpfs "$2" && echo ready && exec sleep 600'
        self.holder = subprocess.Popen(
            ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", options, folder],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.is_there = self.holder.stdout.readline() == "ready\n"
        # The disk as those see it who are not in the name space.
        self.inside = Path(f"/proc/{self.holder.pid}/root{folder}")

    def close(self):
        self.holder.kill()
        self.holder.wait()
        self.holder.stdout.close()

    def run(self, *command):
        enter = ["nsenter", "--target", str(self.holder.pid), "--user", "--mount", "--preserve-credentials"]
        return subprocess.run([*enter, *map(str, command)], capture_output=True, text=True, check=False, timeout=60)

    def build(self, site):
        return self.run(*site.command(output=self.folder.name + "/public"))

    def remount(self, options):
        assert self.run("mount", "-o", "remount," + options, self.folder).returncode == 0

    @property
    def names(self):
        return sorted(path.name for path in self.inside.iterdir() if path.name != SEAL)


@pytest.fixture(scope="module")
def columns(tmp_path_factory):
    return clean_columns(tmp_path_factory.mktemp("clean"))


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path / "site").fill("old")


@pytest.fixture
def disk(site, columns):
    disk = Disk(site.folder / "disk", "size=4m")
    if not disk.is_there:
        disk.close()
        pytest.skip("not tried: this machine lets no user mount a file system of their own")
    assert disk.build(site).returncode == 0
    assert files(disk.inside / "public") == columns["old"]
    yield disk
    disk.close()


def refused(run, message):
    """One fault, however many pages have it."""
    assert run.returncode == 3
    assert run.stderr.count("错误 ") == 1
    assert message in run.stderr and "办法：" in run.stderr
    assert "没有生成完" in run.stdout


@pytest.mark.parametrize("free", [0, 20_000, 400_000])
def test_full_disk(site, disk, columns, free):
    space = os.statvfs(disk.inside)
    with open(disk.inside / "others", "wb") as others:
        others.write(bytes(space.f_bavail * space.f_bsize - free))
    site.fill("new")
    run = disk.build(site)
    refused(run, "磁盘空间或配额已用完")
    assert "disk/public" in run.stderr
    assert files(disk.inside / "public") == columns["old"]
    assert disk.names == ["others", "public"]
    (disk.inside / "others").unlink()
    assert disk.build(site).returncode == 0
    assert files(disk.inside / "public") == columns["new"]


@pytest.mark.parametrize("free", [0, 1, 20])
def test_no_room_for_another_name(site, disk, columns, free):
    space = os.statvfs(disk.inside)
    disk.remount(f"nr_inodes={space.f_files - space.f_ffree + free}")
    site.fill("new")
    refused(disk.build(site), "磁盘空间或配额已用完")
    assert files(disk.inside / "public") == columns["old"]
    assert disk.names == ["public"]
    disk.remount(f"nr_inodes={space.f_files}")
    assert disk.build(site).returncode == 0
    assert files(disk.inside / "public") == columns["new"]


def test_disk_that_may_only_be_read(site, disk, columns):
    disk.remount("ro")
    assert disk.run(*site.command("--verify", output="disk/public")).returncode == 0
    site.fill("new")
    refused(disk.build(site), "所在磁盘只能读，不能写")
    assert disk.run(*site.command("--verify", output="disk/public")).returncode == 1
    assert files(disk.inside / "public") == columns["old"]
    disk.remount("rw")
    assert disk.build(site).returncode == 0
    assert files(disk.inside / "public") == columns["new"]


def test_column_on_a_disk_of_its_own(site, disk, columns):
    """The stage has no other place than in the column."""
    run = disk.run(*site.command(output="disk"))
    assert run.returncode == 3 and "public/" in run.stderr, "somebody else's folder"
    shutil.rmtree(disk.inside / "public")
    for state in ["old", "new"]:
        site.fill(state)
        assert disk.run(*site.command(output="disk")).returncode == 0
        assert files(disk.inside) == columns[state]
    with open(disk.inside / ".others", "wb") as others:
        space = os.statvfs(disk.inside)
        others.write(bytes(space.f_bavail * space.f_bsize))
    site.fill("old")
    refused(disk.run(*site.command(output="disk")), "磁盘空间或配额已用完")
    (disk.inside / ".others").unlink()
    assert files(disk.inside) == columns["new"]


def limited(site, kind, limit):
    return site.build("--jobs", "64", preexec_fn=lambda: resource.setrlimit(kind, (limit, limit)))


@pytest.mark.parametrize("limit", [0, 1, 5_000, 100_000])
def test_files_that_may_not_grow(site, columns, limit):
    assert site.build().returncode == 0
    site.fill("new")
    refused(limited(site, resource.RLIMIT_FSIZE, limit), "文件超过了系统允许的大小")
    assert files(site.public) == columns["old"]
    assert site.leftovers == []


def test_no_temporary_folder(site, columns):
    """Workbooks are packed there; who only looks needs none."""
    assert site.build().returncode == 0
    site.fill("new")
    environment = os.environ | {"TMPDIR": "/nonexistent"}
    look = site.run("check", "--site", str(site.folder), "--quiet", env=environment)
    assert look.returncode == 0, look.stderr
    refused(site.build(env=environment), "TMPDIR")
    assert files(site.public) == columns["old"] and site.leftovers == []


@pytest.mark.parametrize("limit", [16, 24, 40, 64])
def test_few_files_at_once(site, columns, limit):
    assert site.build().returncode == 0
    site.fill("new")
    run = limited(site, resource.RLIMIT_NOFILE, limit)
    if run.returncode == 0:
        assert files(site.public) == columns["new"]
    else:
        assert run.returncode == 3 and "同时打开的文件太多" in run.stderr, run.stderr
        assert "ulimit" in run.stderr or "--jobs" in run.stderr
        assert files(site.public) == columns["old"]
    assert site.build().returncode == 0
    assert files(site.public) == columns["new"] and site.leftovers == []
