"""Where the column is, who may read and write, and what becomes of the program's own output."""

import os
import subprocess
import time

import pytest
from little_site import FUWEN, Site, clean_columns, files


@pytest.fixture(scope="module")
def columns(tmp_path_factory):
    return clean_columns(tmp_path_factory.mktemp("clean"))


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path / "site").fill("old")
    yield site
    subprocess.run(["chmod", "-R", "u+rwX", site.folder], check=True)


def without_rights(command):
    """Root, too, is then refused what the permissions do not allow."""
    return command if os.geteuid() else ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]


def build(site, *arguments):
    return subprocess.run(
        without_rights(site.command(*arguments)), capture_output=True, text=True, check=False, timeout=60)


# MARK: - Permissions


@pytest.mark.parametrize(
    "path", ["content/records/台账.csv", "content/replies/0004.md", "content/replies", "content/files", "content/site.yaml",
             "content", "templates/list.html", "templates/assets/style.css", "templates"])
def test_what_may_not_be_read_is_named(site, columns, path):
    assert build(site).returncode == 0
    site.fill("new")
    (site.folder / path).chmod(0)
    run = build(site)
    assert run.returncode == 3
    assert f"{path}" in run.stderr and "没有" in run.stderr and "权限" in run.stderr and "办法：" in run.stderr
    assert files(site.public) == columns["old"] and site.leftovers == []
    (site.folder / path).chmod(0o755)
    assert build(site).returncode == 0
    assert files(site.public) == columns["new"]


@pytest.mark.parametrize("path", ["public/jianyi/sheng-14-2", "public/data", "public/files", "public"])
def test_folder_that_may_not_be_written_is_named(site, columns, path):
    """Before the first file is moved, wherever it lies."""
    assert build(site).returncode == 0
    site.fill("new")
    (site.folder / path).chmod(0o555)
    run = build(site)
    assert run.returncode == 3
    assert f"{path}：无法写入：没有权限" in run.stderr and "办法：" in run.stderr
    assert files(site.public) == columns["old"] and site.leftovers == []


def test_site_that_may_not_be_written(site, columns):
    """The column may be another's than the site: then the stage stands in it."""
    assert build(site).returncode == 0
    site.fill("new")
    site.folder.chmod(0o555)
    assert build(site).returncode == 0
    assert files(site.public) == columns["new"] and site.leftovers == []
    site.fill("old")
    site.public.chmod(0o555)
    run = build(site)
    assert run.returncode == 3 and "没有权限" in run.stderr
    assert files(site.public) == columns["new"]


def test_folder_above_may_be_entered_only(site, columns):
    """As above a web server's folders: names in it are looked up, but not listed."""
    above = site.folder / "web"
    above.mkdir()
    (above / "public").mkdir()
    for mode in (0o311, 0o111):
        above.chmod(mode)
        for state in ("old", "new"):
            site.fill(state)
            run = build(site, "--output", above / "public")
            assert run.returncode == 0, run.stderr
            assert files(above / "public") == columns[state]


def test_stage_of_somebody_else_is_named(site, columns):
    """As after a killed build of another user."""
    stage = site.folder / ".public.fuwen-stage"
    stage.mkdir()
    (stage / "x").mkdir()
    (stage / "x/y").write_text("")
    (stage / "x").chmod(0o555)
    run = build(site)
    assert run.returncode == 3
    assert str(stage) in run.stderr and "删除这个文件夹" in run.stderr
    assert not site.public.exists()
    (stage / "x").chmod(0o755)
    assert build(site).returncode == 0
    assert files(site.public) == columns["old"] and site.leftovers == []


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o027, 0o077])
def test_everybody_may_read_the_column(site, columns, mask):
    run = subprocess.run(
        without_rights(["sh", "-c", f'umask {mask:o}; exec "$@"', "sh", *site.command()]),
        capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert files(site.public) == columns["old"]
    for path in [site.public, *site.public.rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644)


def test_figures_are_for_whom_the_umask_lets(site):
    """They name what is not published."""
    table = site.folder / "统计表.csv"
    for mask, mode in [(0o077, 0o600), (0o027, 0o640), (0o022, 0o644)]:
        command = [FUWEN, "stats", "--site", site.folder, "--format", "csv", "--output", table]
        subprocess.run(["sh", "-c", f'umask {mask:o}; exec "$@"', "sh", *command], check=True, capture_output=True)
        assert table.stat().st_mode & 0o777 == mode


# MARK: - Two at once


def test_lock_comes_before_the_content_is_read(site):
    """Or a build that read old content could publish it over a later one's."""
    row = (site.folder / "content/records/台账.csv").read_text(encoding="utf-8").splitlines()[1]
    ledger = site.write("content/records/另一本.csv", (row + "\n") * 60_000)
    stage = site.folder / ".public.fuwen-stage"
    process = subprocess.Popen(site.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    is_early = False
    while process.poll() is None and not is_early:
        try:
            with open(f"/proc/{process.pid}/io", encoding="ascii") as counts:
                read = int(counts.readline().split()[1])
        except (OSError, ValueError, IndexError):
            continue
        is_early = stage.exists()
        assert is_early or read < ledger.stat().st_size
    process.kill()
    process.wait()
    assert is_early


def test_second_build_says_that_there_is_a_first(site, columns):
    """And a lock is gone with who held it."""
    stage = site.folder / ".public.fuwen-stage"
    stage.mkdir()
    first = subprocess.Popen(
        ["flock", "--no-fork", stage, "sh", "-c", "echo held; exec sleep 600"], stdout=subprocess.PIPE)
    assert first.stdout.readline() == b"held\n"
    run = build(site)
    assert run.returncode == 3
    assert "另一次生成正在写这个输出文件夹" in run.stderr and "办法：" in run.stderr
    first.kill()
    first.wait()
    first.stdout.close()


# MARK: - Standard output


def run_into(output, *arguments, **options):
    return subprocess.run([FUWEN, *arguments], stdout=output, stderr=subprocess.PIPE, text=True, check=False, **options)


@pytest.mark.parametrize("arguments", [["build"], ["check", "--format", "json"], ["stats"], ["stats", "--format", "json"]])
def test_output_that_cannot_be_written_is_an_error(site, columns, arguments):
    with open("/dev/full", "w", encoding="ascii") as full:
        run = run_into(full, *arguments, "--site", site.folder)
    assert run.returncode == 3
    assert "标准输出：无法写入：磁盘空间或配额已用完" in run.stderr
    run = run_into(None, *arguments, "--site", site.folder, preexec_fn=lambda: os.close(1))
    assert run.returncode == 3
    assert "标准输出：无法写入：它已经关闭" in run.stderr
    if arguments == ["build"]:
        assert files(site.public) == columns["old"], "what was published is"


def test_closed_streams_are_not_taken_by_files(site, columns):
    """A file that is opened while standard error is closed gets its number, and would get the messages."""
    process = subprocess.Popen(site.command(), preexec_fn=lambda: os.closerange(0, 3))
    while process.poll() is None:
        for number in range(3):
            try:
                file = os.readlink(f"/proc/{process.pid}/fd/{number}")
            except OSError:
                continue
            assert not file.startswith(str(site.folder))
    assert process.returncode == 3
    assert files(site.public) == columns["old"]


@pytest.mark.parametrize("arguments", [["build"], ["check"], ["stats"]])
def test_reader_that_goes_away_is_no_error(site, columns, arguments):
    reader, writer = os.pipe()
    os.close(reader)
    run = run_into(writer, *arguments, "--site", site.folder)
    os.close(writer)
    assert run.returncode == 0 and run.stderr == ""
    if arguments == ["build"]:
        assert files(site.public) == columns["old"]


# MARK: - Files that change meanwhile


def test_content_that_changes_during_builds(site, columns):
    """Every build ends with one of the two columns, or says that something changed."""
    ledger = site.folder / "content/records/台账.csv"
    letter = site.folder / "content/replies/0006.md"
    states = {}
    for state in ["old", "new"]:
        site.fill(state)
        states[state] = {path: path.read_bytes() for path in [ledger, letter]}
    site.fill("old")
    assert site.build().returncode == 0
    end = time.monotonic() + 3
    outcomes = set()
    while time.monotonic() < end:
        process = subprocess.Popen(site.command(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        while process.poll() is None:
            # Not in one instant, as many editors save.
            letter.unlink(missing_ok=True)
            letter.write_bytes(states["new"][letter])
            letter.write_bytes(states["old"][letter])
        text = process.stdout.read()
        process.stdout.close()
        outcomes.add(process.returncode)
        assert process.returncode in [0, 1] or "办法：" in text, text
        pages = files(site.public)
        page = pages["jianyi/sheng-14-2/0006.html"]
        assert page in [columns[state]["jianyi/sheng-14-2/0006.html"] for state in ["old", "new"]]
        assert {path: data for path, data in pages.items() if data != columns["old"].get(path)}.keys() <= {
            "jianyi/sheng-14-2/0006.html"}
    letter.write_bytes(states["old"][letter])
    assert site.build().returncode == 0
    assert files(site.public) == columns["old"] and site.leftovers == []
