import Testing

@testable import Loader

@Suite struct PinyinTests {
  @Test(arguments: [
    ("加装电梯", "jiazhuangdianti"), ("示例省教育厅", "shilishengjiaoyuting"), ("“双减”", "shuangjian"), ("5G 网络", "5g-wangluo"),
    ("农产品（品牌）", "nongchanpin-pinpai"), ("A/B", "a-b"), ("县域医共体", "xianyuyigongti"), ("䶮", "u4dae"), ("——", ""),
    ("", ""),
    ("啊", "a"), ("座", "zuo"), ("绿", "lv"), ("吖", "u5416"), ("ＡＢ", "uff21uff22"), ("é", "ue9"),
  ])
  func addresses(_ text: String, _ address: String) {
    #expect(Pinyin.address(of: text) == address)
  }
}
