import Disclosure
import Testing

@Suite("Sessions")
struct SessionTests {
  @Test(
    "reads every form of reference",
    arguments: [
      ("省十三届人大一次会议", "sheng-13-1"), ("省第十三届人大第一次会议", "sheng-13-1"), ("省人大十三届一次会议", "sheng-13-1"),
      ("省第13届人大第1次会议", "sheng-13-1"), ("省第１３届人大第１次会议", "sheng-13-1"), ("十三届省人大一次会议", "sheng-13-1"),
      ("省 十三届 人大 一次会议", "sheng-13-1"), ("省\u{3000}第 13 届人大第 1 次会议", "sheng-13-1"),
      ("吉林省十四届人大一次会议", "sheng-14-1"), ("吉林省第十四届人民代表大会第一次会议", "sheng-14-1"),
      ("贵州省十四届人大二次会议", "sheng-14-2"), ("省政协十三届二次会议", "sheng-13-2"),
      ("政协示例省第十三届委员会第二次会议", "sheng-13-2"), ("政协第十三届示例省委员会第二次会议", "sheng-13-2"),
      ("新疆维吾尔自治区十四届人大一次会议", "sheng-14-1"), ("自治区十四届人大一次会议", "sheng-14-1"),
      ("十四届全国人大三次会议", "quanguo-14-3"), ("全国政协十四届二次会议", "quanguo-14-2"),
      ("政协第十四届全国委员会第二次会议", "quanguo-14-2"), ("第十四届全国人民代表大会第三次会议", "quanguo-14-3"),
      ("市政协七届三次会议", "shi-7-3"), ("政协枝江市七届四次会议", "shi-7-4"), ("市十六届人大六次会议", "shi-16-6"),
      ("广东省深圳市七届人大四次会议", "shi-7-4"), ("广西壮族自治区南宁市十五届人大三次会议", "shi-15-3"),
      ("州十五届人大二次会议", "shi-15-2"), ("恩施土家族苗族自治州九届人大一次会议", "shi-9-1"), ("兴安盟政协九届一次会议", "shi-9-1"),
      ("镇江市九届人大一次会议", "shi-9-1"), ("广州市十六届人大四次会议", "shi-16-4"),
      ("安溪县十八届人大三次会议", "xian-18-3"), ("金水区政协十届二次会议", "xian-10-2"), ("杭州市西湖区十六届人大三次会议", "xian-16-3"),
      ("鄂温克族自治旗十三届人大一次会议", "xian-13-1"), ("虎门镇十七届人大二次会议", "zhen-17-2"), ("安溪县长坑乡十九届人大一次会议", "zhen-19-1"),
      ("省十三届人大闭会期间", "sheng-13-0"), ("市政协七届闭会期间", "shi-7-0"), ("省十三届人大二次会议闭会期间", "sheng-13-0"),
      ("省十三届人大二次会议（闭会期间）", "sheng-13-0"), ("省十三届人大二次会议期间", "sheng-13-2"),
      ("市一百零一届人大二十三次会议", "shi-101-23"),
    ])
  func reading(_ text: String, _ address: String) {
    #expect(Session(text)?.address == address)
  }

  @Test(
    "refuses meetings of a standing committee and what names no level, term or meeting",
    arguments: [
      "吉林省第十三届人民代表大会常务委员会第三十七次会议", "省十三届人大常委会第三十七次会议", "市政协七届常委会第三次会议", "政协示例省第十三届常务委员会第二次会议",
      "", "十三届人大一次会议", "省十三届人大", "省人大一次会议", "省届人大一次会议", "省十三届人大次会议", "省十百届人大一次会议", "省零届人大一次会议",
      "省十三届人大零次会议", "省2024年会议", "省十三届人大一次会议王五代表", "省十三届人大一次会议（南山区代表团）", "省十三届人大闭会期间13800138000",
    ])
  func refusing(_ text: String) {
    #expect(Session(text) == nil)
  }

  @Test("keeps the ledger's name without blanks")
  func name() {
    #expect(Session(" 省十三届 人大一次会议 ")?.name == "省十三届人大一次会议")
  }

  @Test("is the same session however it is written")
  func equality() throws {
    let short = try #require(Session("省十四届人大二次会议"))
    let long = try #require(Session("示例省第十四届人民代表大会第二次会议"))
    #expect(short == long)
    #expect(Set([short, long]).count == 1)
    #expect(short != Session("省十四届人大三次会议"))
    #expect(short != Session("省十三届人大二次会议"))
    #expect(short != Session("市十四届人大二次会议"))
  }
}
