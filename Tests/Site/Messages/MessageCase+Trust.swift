import Integrity

@testable import Site

extension MessageCase {
  static let trust: [MessageCase] = [
    MessageCase(
      "nothing to verify yet", "usage/no-column", status: 2, run: { $0.verify() },
      says: """
        错误 站点/public：这里还没有成品
          办法：先运行 fuwen build；成品在别处的，用 --output 指明文件夹
        """),
    MessageCase(
      "published reply changed without a correction", "reply/silent-change", status: 0,
      run: { site in
        _ = site.build()
        try site.change(replyWith("办法", "细则"))
        return site.build()
      },
      says: """
        警告 content/replies/0216.md：这份答复公开以后改动过，却没有写更正
          办法：在文件头的“更正”里写明日期和改了什么；不写也能生成，页面上会记一次“修改”
        """),
    MessageCase(
      "published reply gone without a withdrawal", "reply/silent-removal", status: 0,
      run: { site in
        _ = site.build()
        try site.change(rows(["公开方式": "不予公开"]))
        return site.build()
      },
      says: """
        警告 content/history.tsv：“jianyi/sheng-14-2/0216.html#jyt-首次”公开过，现在不再公开，却没有写撤回
          办法：在那份复文的文件头写“撤回: {日期: …, 理由类别: …}”，原网址会留下说明；改了编号、届次或单位代码的，改回来
        """),
    MessageCase(
      "unknown reason of a withdrawal", "value/choice", files: replyHead("撤回: {日期: 2024-07-01, 理由类别: 内容错误}"),
      says: """
        错误 content/replies/0216.md:4:28 “理由类别”：不认识的理由类别“内容错误”
          办法：是不是“内容有误”？可以写：内容有误、重新办理、涉及个人隐私、涉及商业秘密、公开方式调整
        """),
    MessageCase(
      "misspelt keys of what a letter lists", "key/unknown",
      files: replyHead("更正: [{日期: 2024-07-01, 说明: 改正, 说明人: 张三}]") + ["content/files/a.pdf": "x"],
      says: """
        错误 content/replies/0216.md:4:31：不认识的键“说明人”
          办法：是不是要写“说明”？
        """),
    MessageCase(
      "withdrawn before it was published", "record/date-order", files: replyHead("撤回: {日期: 2024-05-01, 理由类别: 内容有误}"),
      says: """
        错误 content/replies/0216.md “撤回”：撤回日期（2024-05-01）早于公开日期（2024-05-28）
          办法：核对两个日期，改正写错的一个；没有公开过的答复不用写撤回
        """),
    MessageCase(
      "history with a changed line", "history/chain",
      run: { site in
        _ = site.build()
        let history = try site.text(of: History.file)
        try site.write(history + history.split(separator: "\n")[1] + "\n", to: History.file)
        return site.build()
      },
      says: """
        错误 content/history.tsv:3：答复的公开历史不能用：与上一行接不上：前面有一行被改动、删去、插入或者调换过
          办法：这个文件由程序续写，不能手工改；请从备份或版本库恢复它
        """),
    MessageCase(
      "history that is something else", "history/line", files: [History.file: "甲\n"],
      says: """
        错误 content/history.tsv:1：答复的公开历史不能用：第一行不是这个版本的 Fuwen 写的表头
          办法：这个文件由程序续写，不能手工改；请从备份或版本库恢复它
        """),
    MessageCase(
      "history cut off", "history/shortened", status: 0,
      run: { site in
        _ = site.build()
        try site.remove(History.file)
        return site.build()
      },
      says: """
        警告 content/history.tsv：公开历史与已经发布的成品对不上：后面的记录被删去或换过
          办法：请从备份或版本库恢复 content/history.tsv，再重新生成
        """),
    MessageCase(
      "letter published as of a day before the history's last", "history/looking-back", status: 0,
      run: { site in
        _ = site.build()
        try site.change(
          rows([:], ["编号": "0217", "标题": "关于增设路灯的建议"]) + [
            "content/replies/0217.md": letter("编号: \"0217\"", "路灯的话。")
          ])
        return site.build(asOf: "2024-12-30")
      },
      says: """
        警告 content/history.tsv：截至日期（2024-12-30）早于公开历史的最后一条，这次公开、改动的答复（2 份）没有记入历史
          办法：正式发布的，把截至日期改到最后一条的日期以后；只是回看的，不要发布这份成品
        """),
    MessageCase(
      "column without a list of its files", "verify/no-manifest", files: ["public/index.html": "x"],
      run: { $0.verify() },
      says: """
        错误 站点/public/manifest.sha256：成品里没有文件清单，无从核对
          办法：运行 fuwen build 重新生成；要核对别处的成品，用 --output 指明文件夹
        """),
    MessageCase(
      "list of files changed", "verify/manifest",
      run: { site in
        _ = site.build()
        try site.write(try site.page("manifest.sha256") + "x\n", to: "public/manifest.sha256")
        return site.verify()
      },
      says: """
        错误 站点/public/manifest.sha256:4：成品的文件清单不能用：各行与它开头的校验值对不上，被改动过
          办法：把网站上的成品换成可靠的备份，或重新运行 fuwen build；并查明是谁、为什么改了它
        """),
    MessageCase(
      "files changed, removed and added", "verify/missing", "verify/foreign", "verify/changed",
      run: { site in
        _ = site.build()
        try site.write("x", to: "public/robots.txt")
        try site.remove("public/404.html")
        try site.write("x", to: "public/a.html")
        return site.verify()
      },
      says: """
        错误 站点/public/404.html：清单里有，成品里没有
          办法：从备份恢复它，或重新运行 fuwen build
        错误 站点/public/a.html：成品里多出来的，不是 Fuwen 写的
          办法：查明是谁放的；不该有的，移走它
        错误 站点/public/robots.txt：内容与清单里的校验值不符，生成以后被改动过
          办法：查明是谁改的；从备份恢复它，或重新运行 fuwen build
        """),
    MessageCase(
      "history without what is published", "verify/letter", "verify/history",
      run: { site in
        _ = site.build()
        try site.remove(History.file)
        return site.verify()
      },
      says: """
        错误 站点/public/jianyi/sheng-14-2/0216.json：公开历史里没有这份答复（jyt-首次）
          办法：查明是谁改的；内容没有问题的，重新运行 fuwen build，会记入历史
        错误 站点/public/manifest.sha256：公开历史与成品清单里记的对不上：有记录被改动、删去或换过
          办法：从备份或版本库恢复 content/history.tsv，或换回可靠的成品
        """),
  ]
}
