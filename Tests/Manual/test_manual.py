"""Every command and example of the manual, and what the manual lists, is as the program has it."""

import os
import re
import shutil
import subprocess

import jinja2
import pytest
import yaml
from examples import CHAPTERS, FUWEN, ROOT, Run, blocks, steady

FILES = sorted(CHAPTERS.glob("*.md"))
TEXTS = {chapter.stem: chapter.read_text() for chapter in FILES}
GENERATED = {"moban-mingzi"}


def sources(pattern):
    return "\n".join(path.read_text() for path in sorted(ROOT.glob(pattern)))


@pytest.mark.parametrize("chapter", FILES, ids=lambda chapter: chapter.stem)
def test_examples(chapter, tmp_path):
    for block, output, status, shown in Run(tmp_path, chapter).results():
        place = f"{chapter.name}:{block.line}"
        assert status == int(block.options.get("status", 0)), (place, output)
        assert steady(output).removesuffix("\n") == steady(shown.text if shown else "").removesuffix("\n"), place


def test_blocks_that_are_not_run():
    """These are all; each says why."""
    skipped = [f"{chapter.stem}: {block.options['skip']}" for chapter in FILES for block in blocks(chapter) if block.is_skipped]
    print("\n".join(skipped))
    assert skipped == [
        "ji-zhuanlan: 要有几台机器，由源代码里的Tests/Scale/test_hosts.py试过",
        "kaitou: 要安装软件和编译，由测试的头一步做过",
        "kaitou: 要编译，由Sources/Packaging/try在空的Debian里试过",
        "shangxian: 要有一台服务器",
        "yulan: 一直运行，要人按Ctrl-C；下面的例子在后台运行它",
    ]


@pytest.mark.parametrize("chapter", FILES, ids=lambda chapter: chapter.stem)
def test_every_block_is_of_a_known_kind(chapter):
    """What is in a file is named to the reader too; nothing stands there that is not carried out."""
    last, last_file = None, None
    for block in blocks(chapter):
        place = f"{chapter.name}:{block.line}"
        assert set(block.options) <= {"status", "skip", "merge"}, place
        if block.file:
            assert f"`{block.file}`" in block.before or block.file == last_file, place
            last_file = block.file
        elif not block.is_skipped:
            assert block.kind in ("sh", "jinja") or (block.kind == "text" and last.kind in ("sh", "jinja")), place
        last = block


def test_templates_are_as_in_jinja(tmp_path):
    """The language is a part of Jinja 2: what both know, both render alike."""
    chapter = CHAPTERS / "moban-yuyan.md"
    run = Run(tmp_path, chapter)
    compared = 0
    for block, output, status, _ in run.results():
        if block.kind != "jinja" or status or "中文" in block.text or "摘要" in block.text:
            continue
        loader = jinja2.FileSystemLoader(run.site)
        environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, loader=loader)
        assert environment.from_string(block.text).render(yaml.safe_load(run.data.read_text())) == output, block.line
        compared += 1
    assert compared >= 15


# What the manual lists, held against the sources.


def test_chapters():
    listed = re.findall(r'"名": "([^"]+)", "标题": "([^"]+)"', sources("Sources/Manual/templates/partials/chapters.html"))
    titles = {name: re.search(r"^标题: (.*)$", text, re.M)[1] for name, text in TEXTS.items()}
    assert {name: title for name, title in listed if name not in GENERATED} == titles
    assert len(listed) == len(titles) + len(GENERATED)


def test_modules():
    """Each has its page in the catalogue of `make docs`."""
    modules = {path.parts[-2] for path in ROOT.glob("Sources/*/*.swift")} | {
        path.relative_to(ROOT / "Sources").parts[0] for path in ROOT.glob("Sources/*/*/*.swift")}
    pages = {path.stem for path in ROOT.glob("Sources/Manual/Modules.docc/*.md")}
    assert pages == modules - {"fuwen"} | {"Inside"}


def test_rules():
    literals = re.findall(r'"([a-z]+(?:-[a-z]+)*/[a-z]+(?:-[a-z]+)*)"', sources("Sources/*/**/*.swift"))
    # Media types and folders look alike.
    others = ("application/", "audio/", "content/", "image/", "templates/")
    texts = {"text/css", "text/csv", "text/event-stream", "text/html", "text/javascript", "text/plain"}
    rules = {literal for literal in literals if not literal.startswith(others)} - texts
    # What the operating system refuses gets its name from parts.
    refusals = re.findall(r'\("([a-z-]+)", ', (ROOT / "Sources/Output/Refusal.swift").read_text())
    rules |= {f"system/{name}" for name in refusals}
    text = TEXTS["jiancha"]
    listed = re.findall(r"`([a-z-]+/[a-z-]+)`", re.sub(r"(?ms)^```.*?^```$", "", text))
    assert sorted(listed) == sorted(rules)


def test_settings():
    keys = re.search(r"static let keys = \[(.*?)\]", sources("Sources/Loader/Settings/SettingsReader.swift"), re.S)[1]
    for key in re.findall(r'"([^"]+)"', keys):
        assert f"`{key}`" in TEXTS["shezhi"], key
        assert re.search(rf"^{key}:", TEXTS["shezhi"], re.M), key


def test_front_matter():
    for file, chapter in [("ReplyFile", "fuwen"), ("DocumentFile", "baogao")]:
        keys = re.search(r"static let keys = \[(.*?)\n  \]", sources(f"Sources/Loader/Narratives/{file}.swift"), re.S)[1]
        for key in re.findall(r'"([^"]+)"', keys):
            assert key in TEXTS[chapter], key


def test_ledger_columns():
    """Each column with its other names, and the words of private ones."""
    text = sources("Sources/Disclosure/Model/LedgerField.swift")
    names = dict(re.findall(r'case \.(\w+): "([^"]+)"', text))
    aliases = {case: re.findall(r'"([^"]+)"', found) for case, found in re.findall(r"case \.(\w+): \[(.*?)\]", text)}
    rows = re.findall(r"(?m)^\| ([^|]+) \|([^|]*)\|", TEXTS["taizhang"])
    listed = {name.strip(): other.strip() for name, other in rows}
    for case, name in names.items():
        assert name in listed, name
        if case in aliases:
            assert listed[name] == "、".join(aliases[case])
    words = re.search(r"privateWords = \[(.*?)\]", text, re.S)[1]
    assert "、".join(re.findall(r'"([^"]+)"', words)) in TEXTS["taizhang"]


def test_reasons():
    text = sources("Sources/Disclosure/Gate/WithheldReason.swift")
    reasons = dict(re.findall(r'case (\w+) = "([^"]+)"', text))
    classes = {}
    for cases, public in re.findall(r'case ([.\w, ]+): "([^"]+)"', text):
        classes |= dict.fromkeys(re.findall(r"\.(\w+)", cases), public)
    rows = re.findall(r"(?m)^\| ([^|]+) \|[^|]*\|[^|]*\| ([^|]+) \|$", TEXTS["shencha"])[1:]
    rows = [row for row in rows if set(row[0]) != {"-", " "} and row[0] != "---"]
    assert rows == [(reason, classes.get(case, reason)) for case, reason in reasons.items()]


def test_excusable_rules():
    gate = re.search(r"enum Rule.*?\{(.*?)\}", sources("Sources/Disclosure/Gate/PersonalData.swift"), re.S)[1]
    proofreading = re.search(r"enum Rule.*?\{(.*?)\n\n", sources("Sources/Proofreading/Rule.swift"), re.S)[1]
    for rules, chapter in [(gate, "geren-xinxi"), (proofreading, "jiancha")]:
        for rule in re.findall(r'= "([^"]+)"', rules):
            assert re.search(rf"(?m)^\| {rule} \|", TEXTS[chapter]), rule


def test_filters_and_tests():
    """Each is in an example that is run."""
    text = sources("Sources/Templates/Function*.swift")
    body = text[text.index("static let tests"):text.index("private static let truth")]
    tests = set(re.findall(r'"([a-z]+)": (?!nil)', body))
    filters = set(re.findall(r'(?m)^    "([^"]+)": (?:Function|mapping|selection|extreme)', text.replace(body, "")))
    filters |= {"count", "d", "e"}
    assert len(filters) > 30 and len(tests) > 20
    examples = "\n".join(block.text for block in blocks(CHAPTERS / "moban-yuyan.md") if block.kind == "jinja")
    for name in filters:
        assert re.search(rf"\|{name}\b", examples), name
    for name in tests:
        assert re.search(rf"\bis (?:not )?{name}\b", examples), name


def test_commands_and_options():
    """Every command and every option is in the manual."""
    text = "\n".join(TEXTS.values())

    def check(*command):
        run = subprocess.run([FUWEN, "help", *command], capture_output=True, text=True, check=True)
        commands = run.stdout.partition("\n命令：\n")[2]
        for name in re.findall(r"(?m)^  ([a-z]+) ", commands):
            assert f"fuwen {' '.join([*command, name])}" in text
            check(*command, name)
        for option in set(re.findall(r"--[a-z][a-z-]+", run.stdout)) - {"--help"}:
            assert option in text, (command, option)

    check()


@pytest.mark.parametrize(
    ("file", "constant", "words"),
    [
        ("Loader/Reading/ContentFolder", "maximumFileSize = 64 << 20", "| 一个文件 | 64 MB |"),
        ("Loader/Reading/LedgerTable", "maximumColumns = 1000", "| 台账的列 | 1000 |"),
        ("OpenXML/OfficePackage", "maximumPartSize = 512 << 20", "解开以后 | 512 MB |"),
        ("Markdown/Limits", "documentBytes = 1 << 20", "| 一篇 Markdown | 1 MB |"),
        ("Markdown/Limits", "tableColumns = 64", "每个 64 列"),
        ("Markdown/Limits", "tableCells = 100_000", "合计 100000 格"),
        ("Markdown/Limits", "images = 1000", "| 1000 张 |"),
        ("Markdown/Limits", "depth = 32", "| 引用和列表 | 32 层 |"),
        ("Loader/Reading/YAMLReader", "maximumDepth = 64", "| YAML | 64 层 |"),
        ("Loader/Reading/JSONReader", "maximumDepth = 256", "| JSON | 256 层 |"),
        ("Disclosure/Terms/CalendarDate", "1900...2199", "1900 年到 2199 年"),
    ],
)
def test_limits(file, constant, words):
    assert constant in (ROOT / f"Sources/{file}.swift").read_text()
    assert words in TEXTS["chongxian"]


# The names that templates see come from templates/README.md.


def test_examples_of_the_names(tmp_path):
    """On the demonstration, whose years and units they name."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    text = (ROOT / "templates/README.md").read_text()
    text = text[text.index("### 总结、报告和动态的正文"):text.index("## 出错了怎样改")]
    examples = re.findall(r"(?ms)^```\n(.*?)^```$", text)
    scope, cases = examples
    head = "---\n标题: 例\n文种: 工作总结\n日期: 2025-01-06\n公开方式: 主动公开\n公开日期: 2025-01-06\n"
    (tmp_path / "content/reports/li-1.md").write_text(head + scope)
    (tmp_path / "content/reports/li-2.md").write_text(
        head.replace("例", "例二") + "统计范围: {年份: 2024}\n" + cases + '---\n{% include "partials/典型案例.html" %}\n')
    run = subprocess.run([FUWEN, "check", "--quiet", "--site", tmp_path], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


# The workflows.


def workflow(name):
    return next(block for block in blocks(CHAPTERS / "ci.md") if block.file == name).text


@pytest.mark.parametrize(
    ("name", "schema"), [(".github/workflows/column.yml", "github-workflows"), (".gitlab-ci.yml", "gitlab-ci")]
)
def test_workflows_fit_their_schemas(name, schema, tmp_path):
    file = tmp_path / "workflow.yml"
    file.write_text(workflow(name))
    options = ["--data-transform", "gitlab-ci"] if schema == "gitlab-ci" else []
    command = [shutil.which("check-jsonschema", path=os.path.dirname(os.sys.executable)), "--builtin-schema", f"vendor.{schema}"]
    run = subprocess.run([*command, *options, file], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


class Repository:
    """The demonstration as a repository of its own with a remote, and the program where a build leaves it."""

    def __init__(self, folder):
        self.folder = folder / "column"
        self.remote = folder / "remote.git"
        self.environment = {
            "HOME": str(folder), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1",
            "GITHUB_ENV": str(folder / "github.env"), "CI_SERVER_HOST": "gitlab.example", "CI_PROJECT_PATH": "a/column",
            "CI_DEFAULT_BRANCH": "main", "CI_COMMIT_BRANCH": "main", "PUSH_TOKEN": "token",
        }
        (folder / "github.env").touch()
        for name in ("content", "templates", "public"):
            shutil.copytree(ROOT / name, self.folder / name)
        (self.folder / ".gitignore").write_text((ROOT / ".gitignore").read_text())
        (self.folder / ".build/release").mkdir(parents=True)
        (self.folder / ".build/release/fuwen").symlink_to(FUWEN)
        self.run(f"git init -q --bare -b main '{self.remote}' && git -C '{self.remote}' config receive.advertisePushOptions 1")
        self.run("git config --global user.name fuwen && git config --global user.email fuwen@localhost")
        self.run(f"git config --global url.'{self.remote}'.insteadOf https://fuwen:token@gitlab.example/a/column.git")
        self.run(f"git init -q -b main && git remote add origin '{self.remote}' && git add -A && git commit -q -m column")
        self.run("git push -q origin main")

    def run(self, commands):
        variables = dict(
            line.split("=", 1) for line in open(self.environment["GITHUB_ENV"]).read().splitlines() if "=" in line)
        run = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", commands], cwd=self.folder, env=self.environment | variables,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        assert run.returncode == 0, commands + "\n" + run.stdout
        return run.stdout

    @property
    def pushed(self):
        return self.run(f"git -C '{self.remote}' log --format=%s main").splitlines()


def test_the_github_workflow(tmp_path):
    """Its steps, one after another, as a push to main has them run; the one that compiles is `make build`."""
    repository = Repository(tmp_path)
    steps = yaml.safe_load(workflow(".github/workflows/column.yml"))["jobs"]["column"]["steps"]
    run = [step["name"] for step in steps if "run" in step]
    assert run == ["编译", "定下截至日期", "检查", "写出代码扫描的结果", "列出将要改动的页面", "生成和核对", "提交公开历史和成品"]
    outputs = {step["name"]: repository.run(step["run"]) for step in steps if "run" in step and step["name"] != "编译"}
    assert "如果生成：" in outputs["列出将要改动的页面"]
    assert "成品与内容一致" in outputs["生成和核对"]
    assert repository.pushed[0].startswith("公开历史和成品：")


def test_the_gitlab_pipeline(tmp_path):
    repository = Repository(tmp_path)
    pipeline = yaml.safe_load(workflow(".gitlab-ci.yml"))
    before = pipeline["default"]["before_script"]
    assert "make build" in before[1]
    for job in ("check", "pages"):
        repository.run("\n".join(before[2:] + pipeline[job]["script"]))
    assert (repository.folder / "check.xml").read_text().startswith("<?xml")
    assert repository.pushed[0].startswith("公开历史和成品：")


# The server.


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")
def test_the_server(tmp_path):
    """nginx takes the settings and gives each file its type."""
    import http.client
    import socket
    import time

    settings = next(block for block in blocks(CHAPTERS / "shangxian.md") if block.file == "jyta.conf").text
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    shutil.copytree(ROOT / "public", tmp_path / "www/zwgk/jyta")
    site = settings.replace("listen 8080", f"listen 127.0.0.1:{port}").replace("/srv/www", str(tmp_path / "www"))
    user = "user root;\n" if os.getuid() == 0 else ""
    temporary = "".join(
        f"{name}_temp_path {tmp_path}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (tmp_path / "nginx.conf").write_text(
        f"{user}daemon off;\npid {tmp_path}/pid;\nerror_log {tmp_path}/error.log;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{temporary}{site}}}\n")
    server = subprocess.Popen(["nginx", "-c", tmp_path / "nginx.conf", "-e", tmp_path / "error.log"])
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        found = {}
        for path in ["", "index.html", "assets/style.css", "assets/search.js", "assets/icon.svg", "data/records.json",
                     "data/records.csv", "sitemap.xml", "manifest.sha256", "jianyi/", "missing.html"]:
            connection = http.client.HTTPConnection("127.0.0.1", port)
            connection.request("GET", "/zwgk/jyta/" + path, headers={"Accept-Encoding": "gzip"})
            response = connection.getresponse()
            body = response.read()
            found[path] = (response.status, response.headers["Content-Type"])
            if path == "assets/style.css":
                assert response.headers["Content-Encoding"] == "gzip"
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            assert response.headers["Content-Security-Policy"] == "frame-ancestors 'self'"
            if path == "missing.html":
                assert body[:2] == b"\x1f\x8b" or "找不到".encode() in body
        html = (200, "text/html; charset=utf-8")
        assert found == {
            "": html, "index.html": html, "jianyi/": html, "assets/style.css": (200, "text/css; charset=utf-8"),
            "assets/search.js": (200, "text/javascript; charset=utf-8"), "assets/icon.svg": (200, "image/svg+xml"),
            "data/records.json": (200, "application/json; charset=utf-8"), "data/records.csv": (200, "text/csv; charset=utf-8"),
            "sitemap.xml": (200, "application/xml; charset=utf-8"), "manifest.sha256": (200, "text/plain; charset=utf-8"),
            "missing.html": (404, "text/html; charset=utf-8"),
        }
    finally:
        server.terminate()
        server.wait()
