"""Files of every kind and name among the content: refused with what to do, or right."""

import json
import os
import shutil
import socket
import stat
from pathlib import Path

import pytest
from little_site import Site, clean_columns, dead_links, files

NAMES = [
    "a b.pdf", "a%20b.pdf", "a%2Fb.pdf", "a?b#c&d=e;f.pdf", "'\"<>.pdf", "-x.pdf", "--help", "a\\b.pdf", "a:b|c*.pdf",
    "％全角.pdf", "附件（1）.pdf", "x.", "y ", "a+b.pdf", "a~b.pdf", "{{ a }}.pdf", "𬭎.pdf", "é.pdf", "$(x).pdf", "`x`.pdf",
    "字" * 84 + "pdf", "深/" * 300 + "a.pdf",
]


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path / "site").fill("old")


def enclose(site, names):
    """Makes the files the attachments of one letter, which links to them too."""
    file = site.folder / "content/replies/0002.md"
    text = file.read_text(encoding="utf-8").replace("附件: []", f"附件: {json.dumps(names, ensure_ascii=False)}")
    file.write_text(text, encoding="utf-8")


def test_names_of_attachments(site):
    for name in NAMES:
        site.write("content/files/" + name, name)
    enclose(site, NAMES)
    run = site.build()
    assert run.returncode == 0, run.stderr
    column = files(site.public)
    assert {name: column["files/" + name].decode() for name in NAMES} == {name: name for name in NAMES}
    assert dead_links(column, column) == []
    assert site.build("--verify").returncode == 0


@pytest.mark.parametrize(
    "name", ["../site.yaml", "../../../../etc/passwd", "/etc/passwd", ".", "..", "", "a/../a.pdf", "./a.pdf", "a.pdf/", ".hidden",
             "A.pdf", "e\u0301.pdf", "目录"])
def test_attachments_that_are_not_there(site, name):
    for file in ["a.pdf", "\u00e9.pdf", ".hidden", "目录/x"]:
        site.write("content/files/" + file, "x")
    enclose(site, [name])
    run = site.build()
    assert run.returncode == 1
    assert f"content/replies/0002.md:4:6 “附件”：找不到附件“{name}”\n  办法：" in run.stderr
    assert not site.public.exists()


def test_names_that_look_the_same(site):
    """For Unicode they are the same; one would be lost."""
    for name in ["\u00e9.pdf", "e\u0301.pdf"]:
        site.write("content/files/" + name, name)
    enclose(site, ["\u00e9.pdf", "e\u0301.pdf"])
    run = site.build()
    assert run.returncode == 1
    assert "content/files/\u00e9.pdf：和 content/files/e\u0301.pdf 看起来同名" in run.stderr


def test_links_with_another_spelling(site):
    """Lead to the file as it is written."""
    site.write("content/files/e\u0301.pdf", "x")
    letter = site.folder / "content/replies/0002.md"
    letter.write_text(
        letter.read_text(encoding="utf-8") + "\n[一](../files/\u00e9.pdf)、[二](../files/e\u0301.pdf)\n", encoding="utf-8")
    assert site.build().returncode == 0
    column = files(site.public)
    assert column["files/e\u0301.pdf"] == b"x" and "files/\u00e9.pdf" not in column
    assert dead_links(column, column) == []


def test_file_whose_name_is_spelled_otherwise_than_before(site):
    for old, new in [("\u00e9.pdf", "e\u0301.pdf"), ("e\u0301.pdf", "\u00e9.pdf")]:
        site.fill("old")
        site.write("content/files/" + new, new)
        enclose(site, [new])
        assert site.build().returncode == 0
        column = files(site.public)
        assert column["files/" + new] == new.encode() and "files/" + old not in column
        assert ("files/" + new).encode() in (site.public / ".fuwen-manifest").read_bytes().split(b"\n")


# MARK: - What is no file


def make_socket(path):
    folder = os.open(path.parent, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(f"/proc/self/fd/{folder}/{path.name}")
    os.close(folder)


STRANGE = {
    "pipe": os.mkfifo, "socket": make_socket, "folder": os.mkdir, "device": lambda path: path.symlink_to("/dev/zero"),
    "link out": lambda path: path.symlink_to("/etc/passwd"), "link to nothing": lambda path: path.symlink_to("nothing"),
    "link to itself": lambda path: path.symlink_to(path.name),
}


@pytest.mark.parametrize("kind", STRANGE)
@pytest.mark.parametrize(
    "path", ["content/site.yaml", "content/records/另.csv", "content/replies/另.md", "content/reports/另.md",
             "content/files/数据.bin", "templates/list.html", "templates/partials/another.html", "templates/assets/another.css"])
def test_what_is_no_file(site, path, kind):
    """Nothing is waited for, nothing read from outside; a folder may stand anywhere but for what is needed."""
    file = site.folder / path
    file.parent.mkdir(exist_ok=True)
    if file.exists():
        file.unlink()
    STRANGE[kind](file)
    run = site.build()
    if kind == "folder" and path.split("/")[-1].startswith(("另", "another")):
        assert run.returncode == 0, run.stderr
        return
    assert run.returncode == 1
    assert "办法：" in run.stderr and (path in run.stderr or "“数据.bin”" in run.stderr)
    assert "root:" not in run.stderr and not site.public.exists()


def test_devices(site):
    if os.geteuid():
        pytest.skip("not tried: only root may make a device")
    try:
        os.mknod(site.folder / "content/files/zero", stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("not tried: no device may be made here")
    run = site.build()
    assert run.returncode == 1 and "content/files/zero：不是普通文件" in run.stderr


# MARK: - What others leave behind


@pytest.mark.parametrize("folder", ["content/records", "content/replies", "content/files", "templates", "templates/assets"])
def test_leftovers_are_passed_over(site, folder):
    assert site.build().returncode == 0
    before = files(site.public)
    for name in ["~$台账.xlsx", "台账.csv~", ".台账.csv.swp", ".~lock.台账.csv#", ".DS_Store", "._0001.md", "Thumbs.db", "thumbs.db",
                 "ehthumbs.db", "desktop.ini", "Desktop.ini"]:
        site.write(f"{folder}/{name}", b"\xff\x00")
    run = site.build()
    assert (run.returncode, run.stderr) == (0, "")
    assert files(site.public) == before


@pytest.mark.parametrize("path", ["content/records/空.csv", "content/records/空.yaml", "content/records/空.json", "content/replies/空.md",
                                  "content/reports/空.md", "content/site.yaml", "templates/home.html"])
def test_empty_files(site, path):
    site.write(path, b"")
    run = site.build()
    if path.startswith("templates"):
        assert run.returncode == 0, "an empty template is a template"
        return
    assert run.returncode == 1
    assert path in run.stderr and "办法：" in run.stderr


def test_empty_attachment(site):
    site.write("content/files/空.pdf", b"")
    enclose(site, ["空.pdf"])
    assert site.build().returncode == 0
    assert files(site.public)["files/空.pdf"] == b""


# MARK: - Where the site is


def test_any_way_to_the_site(tmp_path, site):
    columns = clean_columns(tmp_path / "clean")
    link = tmp_path / "链接"
    link.symlink_to(site.folder)
    ways = [
        (".", site.folder), ("./", site.folder), ("..", site.folder / "content"), (str(site.folder), "/"), (f"{site.folder}/", "/"),
        (f"{site.folder}//.", "/"), ("site", tmp_path), ("链接", tmp_path), (f"{link}/", "/"), ("content/..", site.folder),
    ]
    for argument, folder in ways:
        shutil.rmtree(site.public, ignore_errors=True)
        run = site.run("build", "--site", argument, cwd=folder)
        assert run.returncode == 0, (argument, run.stderr)
        assert files(site.public) == columns["old"]
        assert site.leftovers == []


def test_any_file_system_order_and_time(tmp_path):
    """In memory, on the disk, made in another order and at another time."""
    columns = clean_columns(tmp_path / "clean")
    memory = Path("/dev/shm")
    folders = [tmp_path] + ([memory] if os.access(memory, os.W_OK) else [])
    original = Site(tmp_path / "original").fill("new")
    for index, folder in enumerate(folders):
        site = Site(folder / f"fuwen-{os.getpid()}-{index}")
        try:
            paths = sorted(path for path in original.folder.rglob("*") if path.is_file())
            for path in reversed(paths):
                copy = site.write(str(path.relative_to(original.folder)), path.read_bytes())
                os.utime(copy, (0, 86_400 * index))
            assert site.build("--jobs", "3").returncode == 0
            assert files(site.public) == columns["new"]
        finally:
            shutil.rmtree(site.folder)


@pytest.mark.parametrize("workers", [1, 2, 3, 8, 64, 256])
def test_any_number_of_workers(tmp_path, workers):
    columns = clean_columns(tmp_path / "clean")
    site = Site(tmp_path / "site")
    for state in ["old", "new", "old"]:
        site.fill(state)
        assert site.build("--jobs", str(workers)).returncode == 0
        assert files(site.public) == columns[state]
