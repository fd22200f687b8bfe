"""The preview: what is saved appears in the browser by itself, and so does what is wrong with it."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
from contextlib import contextmanager
from functools import partial
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from hard_column import FUWEN, ROOT

REPLY = "content/replies/jianyi-2024/0023.md"
PAGE = "jianyi/sheng-14-2/0023.html"
PANEL = "fuwen-preview details"


@pytest.fixture(autouse=True, scope="module")
def patience():
    """Nobody waits that long, but a machine that does much else may."""
    expect.set_options(timeout=30_000)
    yield
    expect.set_options(timeout=None)


@contextmanager
def serving(site, *arguments):
    """Runs `fuwen serve`; answers the process and its address."""
    command = [FUWEN, "serve", "--site", site, "--port", "0", "--quiet", *arguments]
    # As in a terminal, also where the tests run in the background, which ignores it.
    heeded = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=heeded) as process:
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


@pytest.fixture
def site(tmp_path):
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def page(chromium):
    context = chromium.new_context()
    page = context.new_page()
    yield page
    # One that still loads itself anew, from a server that is gone, once kept its context from ever closing.
    page.goto("about:blank")
    context.close()


def replace(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    draft = file.with_name(".draft")
    draft.write_text(text.replace(old, new, 1), encoding="utf-8")
    draft.rename(file)


def get(address, path, host="localhost", method="GET"):
    """Asks for a path as it is written; answers status, headers and body."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    found = answer.status, answer.headers, answer.read()
    connection.close()
    return found


def test_from_saving_to_the_page(site, page):
    """The way of an afternoon: a change, a slip of each kind, its mending."""
    reply = site / REPLY
    before = {path: path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
    with serving(site) as (process, address):
        page.goto(address + PAGE)
        panel = page.locator(PANEL)
        refused = []
        page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)

        replace(reply, "收悉", "已收悉，改过一次")
        expect(page.locator("main")).to_contain_text("改过一次")
        assert panel.count() == 0

        # Found when the content is read.
        replace(reply, '编号: "0023"', "编号: [0023")
        expect(panel).to_contain_text(REPLY + ":")
        expect(panel).to_contain_text("办法：")
        expect(page.locator("main")).to_contain_text("改过一次")
        page.reload()
        expect(panel).to_contain_text(REPLY + ":")
        expect(page.locator("main")).to_contain_text("改过一次")
        replace(reply, "编号: [0023", '编号: "0023"')
        expect(panel).to_have_count(0)

        # Found when the page is made.
        replace(reply, "改过一次", '改过两次<img src="x" onerror="alert(1)">')
        expect(panel).to_contain_text("<img")
        expect(panel).to_contain_text(REPLY + ":")
        expect(page.locator("main")).to_contain_text("改过一次")
        assert page.locator("fuwen-preview img").count() == 0
        replace(reply, '<img src="x" onerror="alert(1)">', "")
        expect(page.locator("main")).to_contain_text("改过两次")
        expect(panel).to_have_count(0)

        replace(site / "templates/404.html", "没有找到这个页面", "这里什么也没有")
        page.goto(address + "nothing/at/all")
        expect(page.locator("h1")).to_have_text("这里什么也没有")
        assert page.evaluate("getComputedStyle(document.querySelector('.cards')).listStyleType") == "none"
        page.locator(".cards a").first.click()
        expect(page).to_have_url(re.compile(re.escape(address) + "zwgk/jyta/"))

        page.goto(address + "search/index.html?q=" + "改过两次")
        expect(page.locator("#search .count")).to_contain_text("1")
        # The policy of the pages stands in nobody's way.
        assert not [text for text in refused if "Security" in text]
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == 0
    # Neither the column nor anything else was written.
    changed = {path for path in site.rglob("*") if path.is_file() and before.get(path) != path.read_bytes()}
    assert changed == {reply, site / "templates/404.html"}


def test_content_that_was_never_right(site, page):
    replace(site / "content/site.yaml", "站点名称:", "站点名:")
    with serving(site) as (process, address):
        page.goto(address)
        expect(page.locator(PANEL)).to_contain_text("content/site.yaml:")
        replace(site / "content/site.yaml", "站点名:", "站点名称:")
        expect(page.locator("main")).to_be_visible()
        expect(page.locator(PANEL)).to_have_count(0)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 0


def test_the_workbench(site, page):
    with serving(site) as (_, address):
        page.goto(address)
        page.locator("fuwen-preview").get_by_role("link", name="工作台").click()
        expect(page).to_have_title(re.compile("工作台"))
        before = page.locator("main").inner_text()
        page.get_by_role("navigation", name="工作台").get_by_role("link", name="没有公开的").click()
        expect(page.locator("main")).to_contain_text("保密审查不通过")
        page.goto(address + "_fuwen/")
        # Each change renews it, also one that the column cannot be made of.
        replace(site / "content/site.yaml", "站点名称:", "站点名:")
        expect(page.locator("main")).not_to_have_text(before)
        assert get(address, "/_fuwen/nichts.html")[0] == 404


def test_more_tabs_than_connections(site, page):
    """A browser keeps six connections to one server: a tab that nobody sees gives its own up, and catches up later."""
    page.context.add_init_script("Object.defineProperty(document, 'hidden', {get: () => !window.isSeen})")
    with serving(site) as (_, address):
        tabs = [page, *(page.context.new_page() for _ in range(7))]
        for tab in tabs:
            tab.goto(address + PAGE)
        replace(site / REPLY, "收悉", "已收悉，改过一次")
        for tab in (tabs[0], tabs[7]):
            assert "改过一次" not in tab.locator("main").text_content()
            tab.evaluate("window.isSeen = true, document.dispatchEvent(new Event('visibilitychange'))")
            expect(tab.locator("main")).to_contain_text("改过一次")


def test_nothing_outside_the_column(site):
    (site / "content/files/secret.txt").write_text("密", encoding="utf-8")
    (site / "templates/assets/passwd.txt").symlink_to("icon.svg")
    with serving(site) as (_, address):
        assert urlsplit(address).hostname == "127.0.0.1"
        assert get(address, "/assets/passwd.txt")[0] == 200
        # A link that leads out is seen as soon as it is followed, whatever was known before.
        for path in ("/etc/passwd", "/dev/zero"):
            (site / "templates/assets/passwd.txt").unlink()
            (site / "templates/assets/passwd.txt").symlink_to(path)
            assert get(address, "/assets/passwd.txt")[0] == 404
        for path in (
            "/../content/site.yaml", "/%2e%2e/content/site.yaml", "/..%2fcontent/site.yaml", "/assets/../../content/site.yaml",
            "/assets/%2e%2e/base.html", "/content/site.yaml", "/files/secret.txt", "/files/%2e%2e/site.yaml",
            "//etc/passwd", "/etc/passwd", "/index.html%00", "/%c0%ae%c0%ae/", "/assets", "/assets/", "/manifest.sha256",
        ):  # fmt: skip
            status, _, body = get(address, path)
            assert (status, "密" in body.decode(), "root:" in body.decode()) == (404, False, False), path
        for host in ("evil.example", "127.0.0.1.evil.example", ""):
            assert get(address, "/", host)[0] == 403, host
        status, headers, body = get(address, "/", method="HEAD")
        assert (status, body) == (200, b"") and int(headers["Content-Length"]) == len(get(address, "/")[2])
        assert headers["Content-Type"] == "text/html; charset=utf-8"
        assert get(address, "/jianyi")[:2][1]["Location"] == "/jianyi/"
        assert get(address, "/", method="POST")[0] == 405


STRANGER = """
import http.client, sys
connection = http.client.HTTPConnection(sys.argv[1], timeout=10)
connection.request("GET", sys.argv[2], headers={"Host": "localhost"})
answer = connection.getresponse()
print(answer.status, answer.read().decode())
"""


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become another user")
def test_other_users_of_the_computer_see_nothing(site):
    with serving(site) as (_, address):
        for path in ("/", "/" + PAGE, "/_fuwen/", "/_fuwen/events", "/_fuwen/preview.js", "/assets/style.css", "/nothing"):
            command = ["/usr/bin/python3", "-c", STRANGER, urlsplit(address).netloc, path]
            run = subprocess.run(command, user=65534, capture_output=True, text=True, cwd="/", timeout=20, check=True)
            assert run.stdout.startswith("403 ") and "只给运行它的人看" in run.stdout, path
        assert get(address, "/" + PAGE)[0] == 200


def exchange(address, *pieces):
    """Sends pieces of text as they are; answers all that comes back until the other side closes."""
    url = urlsplit(address)
    with socket.create_connection((url.hostname, url.port), timeout=10) as connection:
        for piece in pieces:
            connection.sendall(piece.encode())
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(partial(connection.recv, 1 << 16), b"")).decode()


def test_whatever_is_sent(site):
    robots, head = "GET /robots.txt HTTP/1.1\r\n", "Host: localhost\r\n\r\n"
    with serving(site) as (process, address):
        for sent, statuses in {
            (robots + head,): [200],
            (robots + head + robots + head,): [200, 200],
            tuple(robots + head): [200],
            (robots + "Connection: close\r\n" + head + robots + head,): [200],
            ("GET /robots.txt HTTP/1.0\r\n" + head + robots + head,): [200],
            (robots + "Host: localhost\r\n" + head,): [403],
            (robots + "\r\n",): [403],
            ("POST / HTTP/1.1\r\nContent-Length: 5\r\n" + head + "hallo",): [405],
            ("GET http://localhost/robots.txt HTTP/1.1\r\n" + head,): [404],
            ("GET /robots.txt\r\n\r\n",): [400],
            ("GET /robots.txt HTTP/2.0\r\n" + head,): [400],
            (robots + "Host : localhost\r\n\r\n",): [400],
            ("\r\n\r\n",): [400],
            (robots,): [],
            ("",): [],
        }.items():
            answers = exchange(address, *sent)
            assert [int(status) for status in re.findall("^HTTP/1.1 ([0-9]+)", answers, re.MULTILINE)] == statuses, sent
        # A head without an end is not waited for.
        with pytest.raises(OSError):
            exchange(address, *["\0" * (1 << 16)] * 16)
        assert process.poll() is None and get(address, "/robots.txt")[0] == 200


def test_port_in_use(site):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [FUWEN, "serve", "--site", site, "--port", str(port)]
        run = subprocess.run(command, capture_output=True, text=True, timeout=20)
    assert run.returncode == 3 and str(port) in run.stderr and "--port 0" in run.stderr


def test_no_site(tmp_path):
    run = subprocess.run([FUWEN, "serve", "--site", tmp_path], capture_output=True, text=True, timeout=20)
    assert run.returncode == 1 and "content/site.yaml" in run.stderr
    assert os.listdir(tmp_path) == []
