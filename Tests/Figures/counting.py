"""Counts the figures of a ledger from their definitions, sharing nothing with Fuwen."""

import csv
import re
from collections import Counter
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

import chinese_calendar

from ledgers import ROLES, UNITS, scheme

DATES = {"交办日期", "办理时限", "延期至", "会办意见送达日期", "答复日期", "公开日期"}
LISTS = {"主题", "重点类别", "沟通方式", "转化形式"}


def read(folder):
    """The rows of a site, cells read as what they stand for."""
    rows = []
    for path in sorted((folder / "content/records").iterdir()):
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for name in DATES:
                    row[name] = date(*map(int, re.findall(r"\d+", row[name]))) if row[name] else None
                for name in LISTS:
                    row[name] = row[name].split("、") if row[name] else []
                row["年份"] = int(row["年份"])
                row["承办单位"] = UNITS[row["承办单位"]]
                row["role"] = ROLES[row["承办方式"]]
                rows.append(row)
    return rows


def select(rows, year=None, kind=None, session=None, unit=None):
    wanted = {"年份": year, "类型": kind, "届次": session, "承办单位": unit}
    return [row for row in rows if all(value is None or row[name] == value for name, value in wanted.items())]


def months_after(day, months):
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in range(day.day, 0, -1):
        try:
            return date(year, month, last)
        except ValueError:
            pass


def percent(n, d):
    return float((Decimal(100 * n) / d).quantize(Decimal("0.1"), ROUND_HALF_UP)) if d else None


def rate(n, d):
    return {"n": n, "d": d, "percent": percent(n, d)}


def share_of(rows, test):
    return rate(sum(1 for row in rows if test(row)), len(rows))


def working_days(start, end):
    days = (start + timedelta(n) for n in range(1, (end - start).days + 1))
    return sum(1 for day in days if chinese_calendar.is_workday(day))


def feedback(values):
    counts = Counter(value or "未反馈" for value in values)
    good, given = counts["满意"], counts["满意"] + counts["基本满意"] + counts["不满意"]
    return {
        "satisfied": good, "basicallySatisfied": counts["基本满意"], "dissatisfied": counts["不满意"],
        "noFeedback": counts["未反馈"], "rate": rate(good + counts["基本满意"], given), "fullRate": rate(good, given),
    }


def stand(row, as_of):
    """How an answering row stands with its disclosure."""
    if "不通过" in (row["保密审查"], row["公开审查"]) or row["公开方式"] == "不予公开":
        return "withheld"
    if row["公开方式"] != "主动公开":
        return "onRequest" if row["公开方式"] else "unreviewed"
    is_out = row["replied"] and row["公开日期"] and row["公开日期"] <= as_of
    return "public" if is_out else "pending"


def figures(rows, as_of):
    """The figures that `stats --format json` gives beside scope, day, year before and open items."""
    for row in rows:
        row["replied"] = row["答复日期"] if row["答复日期"] and row["答复日期"] <= as_of else None
        row["due"] = row["延期至"] or row["办理时限"] or (row["交办日期"] and months_after(row["交办日期"], 3))
        # What a later reply brings is not known yet.
        row["known"] = row["答复日期"] is None or row["答复日期"] <= as_of
    answering = [row for row in rows if row["role"] in ("sole", "lead", "separate")]
    replied = [row for row in answering if row["replied"]]
    due = [row for row in answering if row["due"] and row["due"] <= as_of]
    assists = []
    for row in rows:
        limit = row["办理时限"] or (row["交办日期"] and months_after(row["交办日期"], 1))
        sent = row["会办意见送达日期"] if row["会办意见送达日期"] and row["会办意见送达日期"] <= as_of else None
        if row["role"] == "assist" and limit and (sent or limit <= as_of):
            assists.append(bool(sent) and sent <= limit)

    def in_time(row):
        return row["replied"] is not None and row["replied"] <= row["due"]

    def met(row):
        return row["见面情况"] == "已见面"

    classes, solved = Counter(), Counter()
    for row in answering:
        known = scheme(row["类型"], row["年份"])
        if row["known"] and row["答复类别"]:
            code = next(code for code, label in known[4] if row["答复类别"] in (code, label))
            classes[known[0], code] += 1
            solved[code in known[5]] += 1
            for other, label in known[4]:
                classes[known[0], other] += 0
    wholes = Counter()
    for (name, _), count in classes.items():
        wholes[name] += count
    labels = {}
    for row in rows:
        labels.setdefault(row["role"], Counter())[row["承办方式"]] += 1
    public = [row for row in answering if stand(row, as_of) == "public"]
    stands = Counter(stand(row, as_of) for row in answering)
    days = sorted((row["replied"] - row["交办日期"]).days for row in replied if row["交办日期"])
    return {
        "total": len(rows), "proposals": len({(row["届次"], row["类型"], row["编号"]) for row in rows}),
        "byRole": {role: sum(row["role"] == role for row in rows) for role in ("sole", "lead", "separate", "assist", "reference")},
        "byRoleLabel": labels, "answering": len(answering), "answered": len(replied),
        "answeredRate": rate(len(replied), len(answering)), "onTime": share_of(due, in_time),
        "extended": share_of([row for row in due if row["延期至"]], in_time), "assistOnTime": rate(sum(assists), len(assists)),
        "met": share_of(answering, met), "metOrWaived": share_of(answering, lambda row: met(row) or row["见面情况"] == "代表提出无需见面"),
        "contacted": share_of(answering, lambda row: met(row) or set(row["沟通方式"]) - {"未联系"}),
        "byResult": sorted((name, code, count, percent(count, wholes[name])) for (name, code), count in classes.items()),
        "unclassified": len(answering) - sum(classes.values()), "solved": rate(solved[True], sum(solved.values())),
        "satisfaction": feedback(row["满意度"] if row["known"] else "" for row in answering)
        | {"first": feedback((row["初次满意度"] or row["满意度"]) if row["known"] else "" for row in answering)},
        "disclosure": {name: stands[name] for name in ("public", "onRequest", "withheld", "unreviewed", "pending")} | {
            "rate": rate(len(public), len(replied)), "rateOfAll": rate(len(public), len(rows)),
            "fullText": share_of(public, lambda row: row["公开形式"] != "摘要"),
            "within20WorkingDays": share_of(public, lambda row: working_days(row["答复日期"], row["公开日期"]) <= 20),
        },
        "replyDays": {"count": len(days), "median": median(days) if days else None,
                      "p90": days[-(-len(days) * 9 // 10) - 1] if days else None},
        "units": len({row["承办单位"] for row in rows}), "byUnit": Counter(row["承办单位"] for row in rows),
        "byCategory": Counter(row["类别"] for row in rows if row["类别"]), "byTopic": tally(rows, "主题"), "key": tally(rows, "重点类别"),
        "answeringKey": tally(answering, "重点类别"), "repeated": sum(row["连续多年"] == "是" for row in rows),
        "adopted": {
            "byAdoption": Counter(row["采纳情况"] for row in rows if row["采纳情况"]), "byConversion": tally(rows, "转化形式"),
            "converted": share_of(rows, lambda row: row["转化形式"]), "points": sum(int(row["采纳条数"] or 0) for row in rows),
        },
    }


def tally(rows, name):
    return Counter(value for row in rows for value in row[name])


def unanswered(rows, as_of):
    answering = [row for row in rows if row["role"] in ("sole", "lead", "separate")]
    return {(row["届次"], row["类型"], row["编号"]) for row in answering if not (row["答复日期"] and row["答复日期"] <= as_of)}
