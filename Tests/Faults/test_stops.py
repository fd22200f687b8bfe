"""Ctrl-C, `kill` and a closed terminal in the middle of a build, and the line that shows how far it is."""

import os
import pty
import shutil
import signal
import subprocess
import time

import pytest

from little_site import FUWEN, HEADER, SETTINGS, Site, files

COUNT = 3_000


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A column that takes more than a second."""
    site = Site(tmp_path_factory.mktemp("stops") / "site")
    site.write("content/site.yaml", SETTINGS)
    rows = [HEADER]
    for number in range(1, COUNT + 1):
        rows.append(
            f"建议,省十三届人大二次会议,2024,{number},关于第{number}件的建议,赵甲,教育,示例省教育厅,单独办理,"
            "2024-03-01,2024-05-01,A,主动公开,2024-06-01")
        site.write(f"content/replies/{number}.md", f"## 一、办理情况\n\n第{number}件。" + "已经逐条研究，认真办理。" * 200 + "\n")
    site.write("content/records/台账.csv", "\n".join(rows) + "\n")
    return site


def start(site, ignored=None):
    return launch("--site", site.folder, ignored=ignored)


def launch(*arguments, ignored=None):
    """A build on one worker that can be stopped, whatever the tests themselves ignore."""
    def prepare():
        for number in [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]:
            signal.signal(number, signal.SIG_IGN if number == ignored else signal.SIG_DFL)

    return subprocess.Popen(
        [FUWEN, "build", "--jobs", "1", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=prepare)


def wait_for_stage(site, build):
    while build.poll() is None and not list(site.folder.glob(".public.fuwen*")):
        time.sleep(0.002)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_nothing_behind(site, number):
    before = sorted(os.listdir(site.folder))
    build = start(site)
    wait_for_stage(site, build)
    build.send_signal(number)
    _, error = build.communicate(timeout=60)
    # A shell sees the signal itself.
    assert build.returncode == -number
    assert "按要求停了下来" in error
    assert sorted(os.listdir(site.folder)) == before


def test_the_second_signal_ends_at_once_and_the_next_build_clears_up(site):
    build = start(site)
    wait_for_stage(site, build)
    for _ in range(2):
        build.send_signal(signal.SIGINT)
        time.sleep(0.02)
    build.communicate(timeout=60)
    assert build.returncode == -signal.SIGINT
    build = start(site)
    output, error = build.communicate(timeout=120)
    assert build.returncode == 0, error
    assert f"公开 {COUNT} 件" in output
    assert [name for name in os.listdir(site.folder) if name.startswith(".")] == [".public.fuwen-seal"]


@pytest.fixture(scope="module")
def sites(site, tmp_path_factory):
    """Three sites in a folder, of which the second takes more than a second, all built and then changed; and what they
    were before, and what a build of each makes of them."""
    folder = tmp_path_factory.mktemp("sites")
    changed = {}
    for name in ("a", "c"):
        changed[name] = Site(folder / name).fill()
    shutil.copytree(site.folder, folder / "b", ignore=shutil.ignore_patterns(".*", "public"))
    changed["b"] = Site(folder / "b")
    assert Site.run("build", "--quiet", "--all", folder).returncode == 0
    old = {name: files(one.public) for name, one in changed.items()}
    changed["a"].fill("new")
    changed["c"].fill("new")
    changed["b"].write("content/replies/1.md", "重新办理了。\n")
    whole = tmp_path_factory.mktemp("whole")
    shutil.copytree(folder, whole, dirs_exist_ok=True)
    assert Site.run("build", "--quiet", "--all", whole).returncode == 0
    new = {name: files(whole / name / "public") for name in changed}
    assert all(old[name] != new[name] for name in changed)
    return folder, old, new


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_among_several_sites(sites, number, tmp_path):
    """The site at work stays as it was, those before it are done, those after it are not begun."""
    source, old, new = sites
    folder = tmp_path / "sites"
    shutil.copytree(source, folder)
    before = {name: sorted(os.listdir(folder / name)) for name in old}
    build = launch("--all", folder)
    while build.poll() is None and not (folder / "b/.public.fuwen-stage").exists():
        time.sleep(0.002)
    build.send_signal(number)
    output, error = build.communicate(timeout=60)
    assert build.returncode == -number
    assert "按要求停了下来" in error and "共 2 个站点：生成 1 个，有错误没有生成的 1 个；" in output
    assert {name: files(folder / name / "public") for name in old} == {"a": new["a"], "b": old["b"], "c": old["c"]}
    assert {name: sorted(os.listdir(folder / name)) for name in old} == before
    assert Site.run("build", "--quiet", "--all", folder).returncode == 0
    assert {name: files(folder / name / "public") for name in old} == new


def test_who_started_it_with_nohup_does_not_end_it(site):
    build = start(site, ignored=signal.SIGHUP)
    wait_for_stage(site, build)
    build.send_signal(signal.SIGHUP)
    _, error = build.communicate(timeout=120)
    assert build.returncode == 0, error


def on_terminal(*arguments, **variables):
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(FUWEN, [str(FUWEN), *map(str, arguments)], {**os.environ, "TERM": "xterm", **variables})
    output = b""
    try:
        while piece := os.read(terminal, 65_536):
            output += piece
    except OSError:
        pass
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    return output.decode()


def test_a_terminal_shows_how_far_it_is_and_is_clean_afterwards(site):
    output = on_terminal("build", "--site", site.folder, "--jobs", "1", "--dry-run", "--output", site.folder / "other")
    assert "\r正在读取台账和复文……\x1b[K" in output or "\r正在生成 " in output
    shown, _, rest = output.rpartition("\r\x1b[K")
    assert shown and "正在" not in rest and "新增" in rest
    assert "正在" not in on_terminal("build", "--site", site.folder, "--quiet")
    assert "正在" not in on_terminal("build", "--site", site.folder, "--format", "json")


def test_elsewhere_nothing_is_said_of_a_short_build(tmp_path):
    assert Site(tmp_path).fill().build().stderr == ""
