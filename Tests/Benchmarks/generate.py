#!/usr/bin/env python3
"""Writes a made-up column of any size, as a site for Fuwen and, from the same text, as one for Hugo.

usage: generate.py REPLIES FOLDER [--bytes N] [--seed N] [--only fuwen|hugo]

FOLDER/fuwen gets content/ (site.yaml, ledger, replies) and the repository's templates; FOLDER/hugo gets the same
replies with front matter for taxonomies, and the layouts beside this file. The same arguments give the same bytes.
"""

import argparse
import csv
import json
import pathlib
import shutil

from column import CLASSES, HERE, ROOT, TOPICS, UNITS, Reply, replies, write
from hugo_site import HugoSite
from prose import Prose


class FuwenSite:
    """content/ and templates/."""

    def __init__(self, folder: pathlib.Path):
        self.content = folder / "content"
        (self.content / "records").mkdir(parents=True)
        shutil.copytree(ROOT / "templates", folder / "templates")
        (self.content / "site.yaml").write_text(self._settings(), encoding="utf-8")
        self.ledgers: dict[str, csv.DictWriter] = {}

    @staticmethod
    def _settings() -> str:
        # JSON is YAML.
        settings = {
            "站点名称": "示例省人民政府",
            "网址": "https://www.shilisheng.example/zwgk/jyta/",
            "网站标识码": "9900000001",
            "专栏名称": "建议提案办理结果公开",
            "专栏说明": "集中公开示例省人民政府系统承办的人大代表建议、政协提案的答复全文、办理情况和统计数据。",
            "专栏关键词": ["人大代表建议", "政协提案", "办理结果"],
            "主办单位": "示例省人民政府办公厅",
            "截至日期": "2025-12-31",
            "答复类别": [
                {
                    "方案": "四类",
                    "年份": "2021-",
                    "类别": [
                        {"代码": code, "名称": name, "含义": name + "的事项。", "解决": "是" if code == "A" else "否"}
                        for code, name in CLASSES.items()
                    ],
                }
            ],
            "承办单位": [{"名称": name, "代码": code} for name, code in UNITS.items()],
            "主题": TOPICS,
        }
        return "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items()) + "\n"

    def add(self, reply: Reply) -> None:
        row = reply.row
        self._ledger(row).writerow(row)
        write(
            self.content / "replies" / reply.path,
            f"""---
编号: "{row['编号']}"
届次: {row['届次']}
类型: {row['类型']}
标题: 对{row['届次']}第{row['编号']}号{row['类型']}的答复
主送: {row['提出人']}{'代表' if row['类型'] == '建议' else '委员'}
署名: {row['承办单位']}
成文日期: {row['答复日期']}
联系人: {row['承办单位']}综合处
联系电话: 0999-82396130
抄送: 省政府办公厅
---

{reply.text}""",
        )

    def _ledger(self, row: dict[str, str]) -> csv.DictWriter:
        name = f"{row['年份']}年{row['类型']}.csv"
        if name not in self.ledgers:
            file = open(self.content / "records" / name, "w", encoding="utf-8", newline="")
            self.ledgers[name] = csv.DictWriter(file, list(row))
            self.ledgers[name].writeheader()
        return self.ledgers[name]


def generate(count: int, folder: pathlib.Path, size: int, prose: Prose, only: str | None = None) -> None:
    makers = {"fuwen": FuwenSite, "hugo": HugoSite}
    sites = [make(folder / name) for name, make in makers.items() if only in (None, name)]
    for reply in replies(count, size, prose):
        for site in sites:
            site.add(reply)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("replies", type=int)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--bytes", type=int, default=8_000, help="size of a reply's Markdown (default: 8000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("fuwen", "hugo"))
    options = parser.parse_args()
    generate(options.replies, options.folder, options.bytes, Prose(options.seed), options.only)


if __name__ == "__main__":
    main()
