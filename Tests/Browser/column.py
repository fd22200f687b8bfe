"""A built column as its tests see it: files, and pages as trees of elements."""

from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Element:
    def __init__(self, tag, attributes, parent):
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children = []

    def __getitem__(self, name):
        """An attribute; empty where it is missing."""
        return self.attributes.get(name) or ""

    @property
    def classes(self):
        return self["class"].split()

    def all(self, *tags, cls=None, **attributes):
        """The elements within, in their order, of any of these tags, with this class and these attributes."""
        for child in self.children:
            if isinstance(child, Element):
                if (
                    (not tags or child.tag in tags)
                    and (cls is None or cls in child.classes)
                    and all(child[name] == value for name, value in attributes.items())
                ):
                    yield child
                yield from child.all(*tags, cls=cls, **attributes)

    def first(self, *tags, cls=None, **attributes):
        return next(self.all(*tags, cls=cls, **attributes), None)

    @cached_property
    def text(self):
        return " ".join("".join(self._strings()).split())

    def _strings(self):
        for child in self.children:
            if isinstance(child, Element):
                yield from child._strings()
            else:
                yield child


class TreeBuilder(HTMLParser):
    def __init__(self):
        super().__init__()
        self.root = self.open = Element("", {}, None)

    def handle_starttag(self, tag, attributes):
        element = Element(tag, dict(attributes), self.open)
        self.open.children.append(element)
        if tag not in VOID:
            self.open = element

    def handle_startendtag(self, tag, attributes):
        self.open.children.append(Element(tag, dict(attributes), self.open))

    def handle_endtag(self, tag):
        assert self.open.tag == tag, f"</{tag}> closes <{self.open.tag}> at {self.getpos()}"
        self.open = self.open.parent

    def handle_data(self, data):
        self.open.children.append(data)


class Page:
    def __init__(self, path, source):
        """`path` is relative to the column's root."""
        self.path = path
        self.source = source
        builder = TreeBuilder()
        builder.feed(source)
        builder.close()
        self.root = builder.root

    def __repr__(self):
        return self.path

    @cached_property
    def meta(self):
        """The contents of the named meta tags, each a list."""
        found = {}
        for tag in self.root.all("meta"):
            if tag["name"]:
                found.setdefault(tag["name"], []).append(tag["content"])
        return found

    @cached_property
    def ids(self):
        return {element["id"] for element in self.root.all() if element["id"]}

    @property
    def main(self):
        return self.root.first("main")

    @property
    def title(self):
        return self.root.first("h1").text

    @property
    def is_redirect(self):
        return self.root.first("meta", **{"http-equiv": "refresh"}) is not None

    @property
    def is_article(self):
        return self.is_proposal or self.root.first("article", cls="document") is not None

    @property
    def is_proposal(self):
        return "case" in self.main.classes

    @cached_property
    def replies(self):
        return list(self.root.all("section", cls="reply"))


class Column:
    def __init__(self, folder, address):
        """`address` is the 网址 of its settings."""
        self.folder = Path(folder)
        self.address = address

    @cached_property
    def files(self):
        """The paths of all files, relative to the root."""
        return sorted(
            file.relative_to(self.folder).as_posix()
            for file in self.folder.rglob("*")
            if file.is_file() and not file.name.startswith(".")
        )

    @cached_property
    def pages(self):
        return {path: Page(path, self.read(path)) for path in self.files if path.endswith(".html")}

    def read(self, path):
        return (self.folder / path).read_text(encoding="utf-8")

    def pages_where(self, condition):
        return [page for page in self.pages.values() if condition(page)]
