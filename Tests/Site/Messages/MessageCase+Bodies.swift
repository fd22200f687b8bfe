import Foundation

@testable import Site

extension MessageCase {
  private static func listing(_ bodies: String...) -> [String: String?] {
    [settingsFile: LittleSite.settings + "汇总:\n" + bodies.map { "  - \($0)\n" }.joined()]
  }

  static let bodies: [MessageCase] = [
    MessageCase(
      "body without data", "body/missing", status: 0, files: listing("{名称: 教育厅, 数据: ../没有/data}"),
      says: """
        警告 content/site.yaml:13:5 “汇总”：取不到“教育厅”的数据：../没有/data/datapackage.json：找不到这个文件或文件夹
          办法：核对“数据”写的文件夹：应是那个单位的专栏成品里的 data 文件夹。汇总页上写明这个单位没有列入
        """),
    MessageCase(
      "body with damaged data", "body/damaged", status: 0,
      files: listing("{名称: 教育厅, 数据: jyt}") + [
        "jyt/datapackage.json": "{\"resources\": [", "jyt/statistics.json": "[]",
      ],
      says: """
        警告 content/site.yaml:13:5 “汇总”：“教育厅”的数据有损坏：jyt/datapackage.json:1:16：文件到这里就结束了，还缺少内容
          办法：重新取一次；仍然有损坏的，请那个单位重新生成专栏。汇总页上写明这个单位没有列入
        """),
    // What a number may look like elsewhere is none in the data that is made of it.
    MessageCase(
      "body with a number that is none", "body/damaged", status: 0,
      run: { site in
        _ = site.build()
        try site.change(
          listing("{名称: 教育厅, 数据: jyt}") + [
            "jyt/datapackage.json": try site.page("data/datapackage.json"),
            "jyt/statistics.json": try site.page("data/statistics.json")
              .replacing(#/"median": [0-9.]+/#, with: "\"median\": \"0x1p4\""),
          ])
        return site.build()
      },
      says: """
        警告 content/site.yaml:13:5 “汇总”：“教育厅”的数据有损坏：jyt/statistics.json:2:1689 “median”：“median”应是数字，这里却是文字“0x1p4”
          办法：重新取一次；仍然有损坏的，请那个单位重新生成专栏。汇总页上写明这个单位没有列入
        """),
    MessageCase(
      "body with other definitions", "body/version", status: 0,
      run: { site in
        _ = site.build()
        let package = try site.page("data/datapackage.json").replacing("已答复，占应答复件", with: "已答复，占全部件")
        try site.change(
          listing("{名称: 教育厅, 数据: jyt}") + [
            "jyt/datapackage.json": package, "jyt/statistics.json": try site.page("data/statistics.json"),
          ])
        return site.build()
      },
      says: """
        警告 content/site.yaml:13:5 “汇总”：“教育厅”的统计口径与这里不同，不能放在一起比较：jyt/datapackage.json 里“answeredRate”的定义不同
          办法：请各单位用同一版本的 Fuwen 重新生成专栏。汇总页上写明这个单位没有列入
        """),
    MessageCase(
      "column of two bodies", "body/twice",
      run: { site in
        _ = site.build()
        try site.change(listing("{名称: 教育厅, 数据: public/data}", "{名称: 水利厅, 数据: public/data}"))
        return site.build()
      },
      says: """
        错误 content/site.yaml:14:5 “汇总”：“水利厅”和“教育厅”的数据是同一个专栏的（https://www.example.gov.cn/zwgk/jyta/）
          办法：核对“数据”写的文件夹，同一个专栏只能列一次，否则合计会重复
        """),
    MessageCase(
      "body named twice", "body/missing", "body/twice", "body/missing",
      files: listing("{名称: 教育厅, 数据: a}", "{名称: 教育厅, 数据: b}"),
      says: """
        警告 content/site.yaml:13:5 “汇总”：取不到“教育厅”的数据：a/datapackage.json：找不到这个文件或文件夹
          办法：核对“数据”写的文件夹：应是那个单位的专栏成品里的 data 文件夹。汇总页上写明这个单位没有列入
        错误 content/site.yaml:14:5 “汇总”：“汇总”里有两个“教育厅”
          办法：删去一个，或写出区别
        警告 content/site.yaml:14:5 “汇总”：取不到“教育厅”的数据：b/datapackage.json：找不到这个文件或文件夹
          办法：核对“数据”写的文件夹：应是那个单位的专栏成品里的 data 文件夹。汇总页上写明这个单位没有列入
        """),
    MessageCase(
      "body without a folder", "key/missing", files: listing("{名称: 教育厅}"),
      says: """
        错误 content/site.yaml:13:5 “数据”：缺少“数据”
          办法：请补上：数据: 内容
        """),
    MessageCase(
      "folder without sites", "usage/no-sites", status: 2,
      run: { site in Sites(below: site.path + "/templates", options: Options()).report },
      says: """
        错误 站点/templates：里面没有站点
          办法：--all 后面写存放各站点的文件夹；站点是里面有 content/site.yaml 的文件夹
        """),
  ]
}
