package dev.assay.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Scraps of text that a stage once failed on, or is likely to, in Chinese and English; and
/// families of them that grow.
final class HostileTexts {

  private HostileTexts() {}

  /// What texts are put together from.
  static final List<String> SCRAPS =
      List.of(
          "A:",
          "Q:",
          "Q: Why?",
          "A: Because.",
          "答：",
          "问：为什么？",
          "记者：",
          "张三：",
          "SMITH:",
          "MR. SMITH:",
          "2024",
          "2024年",
          "—",
          "- -",
          "1.",
          "(a)",
          "（一）",
          "一、",
          "•",
          "***",
          "###",
          "“",
          "”",
          "“”",
          "\"",
          "'",
          "’s",
          "（",
          "）",
          "()",
          "[1]",
          "《》",
          "《中国稀土》",
          ":",
          "：",
          ";",
          "；",
          "。",
          "。。",
          "！？",
          "...",
          "…",
          ",",
          "，",
          "、",
          "/",
          "€1",
          "$",
          "$3 billion",
          "85亿美元",
          "54万吨",
          "近三成",
          "三成三",
          "百分之",
          "百分之八十五",
          "%",
          "85%",
          "-5%",
          "1/0",
          "1,2,3",
          "1.2.3.4",
          "99999999999999999999999999",
          "1e999",
          "0.000000001",
          "十百千万亿",
          "亿亿亿",
          "零",
          "〇",
          "两三",
          "数百亿",
          "more than",
          "less than",
          "nearly",
          "about",
          "at least",
          "between 3 and",
          "from 3 to 2",
          "超过",
          "不到",
          "约",
          "至少",
          "3至",
          "twice",
          "half",
          "one in",
          "每五人中有",
          "third",
          "second-largest",
          "第二大",
          "第",
          "Q3",
          "第三季度",
          "H1 2025",
          "上半年",
          "2025-13-45",
          "31 February 2025",
          "2月30日",
          "8月16日讯",
          "yesterday",
          "昨日",
          "3小时前",
          "25:61",
          "FY",
          "China",
          "中国",
          "Lynas",
          "稀土",
          "neodymium",
          "钕",
          "U.S.",
          "美国",
          "the company",
          "该公司",
          "it",
          "其",
          "said",
          "表示",
          "says",
          "announced",
          "宣布",
          "according to",
          "据",
          "share",
          "份额",
          "output",
          "产量",
          "price",
          "价格",
          "tariff",
          "关税",
          "of",
          "的",
          "and",
          "与",
          "produces",
          "生产",
          "accounts for",
          "占",
          "rose to",
          "升至",
          "by",
          "to",
          "in",
          "is",
          "为",
          "not",
          "未",
          "no",
          "没有",
          "AND",
          "OR",
          "NOT",
          "a b c",
          "  ",
          "\t",
          "\u00a0",
          "\u3000",
          "\u200b",
          "\u200d",
          "\u202e",
          "\ufeff",
          "\u0000",
          "\u0007",
          "\ud83d\ude42",
          "\ud83d",
          "\ude42",
          "e\u0301",
          "\u0301",
          "İ",
          "ß",
          "ﬁ",
          "１２３",
          "％",
          "＄",
          "Ａ",
          "ｶﾞ",
          "한국",
          "العربية",
          "https://example.org/a?b=c",
          "a@b.c",
          "<b>",
          "&amp;",
          "&#0;",
          "|",
          "│",
          " │ ",
          "| a | b |",
          "\\",
          "`",
          "_",
          "TABLE 1",
          "表1",
          "Fig. 2",
          "图2",
          "Section 3.",
          "第三条",
          "CHAPTER ONE",
          "AUKUS AND THE COAST:",
          "In brief",
          "摘要",
          "Abstract",
          "References");

  /// What a text grows by, over and over.
  static Map<String, String> families() {
    Map<String, String> families = new LinkedHashMap<>();
    families.put("euros", "€1 ");
    families.put("sentences zh", "中国2024年稀土产量为27万吨，");
    families.put("sentences en", "China produced 270,000 tonnes of rare earths in 2024. ");
    families.put("full stops", ". ");
    families.put("quotes", "“");
    families.put("brackets", "(");
    families.put("square brackets", "[");
    families.put("links", "[a](");
    families.put("hashes", "#");
    families.put("hashes and spaces", "# ");
    families.put("stars", "*a");
    families.put("blanks", " ");
    families.put("noughts", "0");
    families.put("commas", "1,");
    families.put("numerals zh", "十");
    families.put("hundred thousands zh", "万");
    families.put("letters", "a");
    families.put("capitals", "SMITH: ");
    families.put("hyphens", "a-");
    families.put("lines", "中国与美国。\n");
    families.put("names", "Lynas and MP Materials, 中国和美国, ");
    families.put("tags", "<div>");
    families.put("open tags", "<");
    families.put("entities", "&");
    families.put("attributes", "<p a=1 ");
    families.put("bars", "| a ");
    families.put("questions", "Q: Why?\nA: ");
    families.put("years", "2024年");
    families.put("ranges", "3-4-");
    families.put("accents", "\u0301");
    families.put("rows", "mine 12 t, 矿 13 吨 q7% ");
    families.put("low surrogates", "\ude42");
    return families;
  }
}
