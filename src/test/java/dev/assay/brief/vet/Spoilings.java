package dev.assay.brief.vet;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Paragraph;
import dev.assay.brief.vet.Replies.Said;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes wrong sentences of true ones, as a model errs: a number changed, ten times as large, of
/// another unit or another's, two figures exchanged, a denial dropped or added, a plan told as
/// done, a name, a speaker or a date exchanged for another.
public final class Spoilings {

  /// What was done to a sentence.
  public enum Kind {
    NUMBER,
    TENFOLD,
    UNIT,
    PERIOD,
    DATE,
    /// A figure of the same kind from elsewhere in the cited lines.
    NEIGHBOUR,
    SWAPPED,
    NAME,
    /// A name that stands nowhere in the article.
    STRANGER,
    SPEAKER,
    DENIAL_LOST,
    DENIAL_ADDED,
    HEDGE_LOST,
    DIRECTION
  }

  /// A sentence that is wrong.
  ///
  /// @param what was changed, for a person
  /// @param at where the words stand that are wrong
  public record Spoilt(Kind kind, String text, String what, List<Span> at) {

    /// Of words put in the place of `old`.
    private static Spoilt put(Kind kind, String text, Span old, String words) {
      return new Spoilt(
          kind,
          text.substring(0, old.start()) + words + text.substring(old.end()),
          old.in(text) + " > " + words,
          List.of(new Span(old.start(), old.start() + words.length())));
    }

    /// Of two words exchanged.
    private static Spoilt exchanged(Kind kind, String text, Span one, Span other) {
      String first = one.in(text);
      String second = other.in(text);
      int moved = other.start() + second.length() - first.length();
      return new Spoilt(
          kind,
          text.substring(0, one.start())
              + second
              + text.substring(one.end(), other.start())
              + first
              + text.substring(other.end()),
          first + " <> " + second,
          List.of(
              new Span(one.start(), one.start() + second.length()),
              new Span(moved, moved + first.length())));
    }
  }

  private static final Set<Cue.Kind> HEDGES =
      Set.of(Cue.Kind.POSSIBLE, Cue.Kind.PLAN, Cue.Kind.CONSIDERED, Cue.Kind.EXPECTED);

  /// What is spoilt only by saying that it has come.
  private static final Set<Cue.Kind> AHEAD = Set.of(Cue.Kind.OBLIGED, Cue.Kind.FUTURE);

  private static final Pattern DIGIT = Pattern.compile("\\d");

  /// Behind these an English sentence takes *not*.
  private static final Pattern AUXILIARY =
      Pattern.compile(
          "\\b(?:is|are|was|were|will|has|have|had|would|could|can)\\b(?! not\\b| only\\b|['’])");

  private static final Map<Pattern, String> CHINESE_DENIALS = new LinkedHashMap<>();

  static {
    CHINESE_DENIALS.put(Pattern.compile("已经?(?!不)"), "尚未");
    CHINESE_DENIALS.put(Pattern.compile("将(?!不|军|士|于)"), "不会");
    CHINESE_DENIALS.put(Pattern.compile("(?<![但还只正要就])是(?!否)"), "不是");
    CHINESE_DENIALS.put(Pattern.compile("(?<![大协])会(?![议员不长])"), "不会");
    CHINESE_DENIALS.put(Pattern.compile("恢复|批准|宣布|承诺|取消|暂停|同意"), "没有$0");
  }

  /// Units of one thing, of which a model may write one for the other.
  private static final String[][] UNITS = {
    {"million", "billion"},
    {"万", "亿"},
    {"tonnes", "kilograms"},
    {"tons", "kilograms"},
    {"metres", "kilometres"},
    {"meters", "kilometers"},
    {"miles", "metres"},
    {"吨", "公斤"},
    {"千米", "米"},
    {"公里", "米"},
    {"美元", "元"},
    {"dollars", "euros"},
    {"percent", "percentage points"},
    {"%", "个百分点"},
    {"％", "个百分点"},
    {"hours", "minutes"},
    {"days", "weeks"},
    {"months", "years"},
    {"小时", "分钟"},
    {"天", "周"},
    {"个月", "年"},
  };

  /// How often something is, and how often it is not.
  private static final String[][] PERIODS = {
    {"per year", "per month"},
    {"a year", "a month"},
    {"annually", "monthly"},
    {"annual", "monthly"},
    {"daily", "weekly"},
    {"per day", "per week"},
    {"quarter", "year"},
    {"每年", "每月"},
    {"每天", "每周"},
    {"年均", "月均"},
    {"同比", "环比"},
    {"季度", "年度"},
  };

  private static final String[][] MONTHS = {
    {"January", "March"},
    {"February", "May"},
    {"April", "June"},
    {"July", "September"},
    {"August", "November"},
    {"October", "December"},
  };

  private static final Pattern CHINESE_MONTH = Pattern.compile("(\\d{1,2})(?=月)");

  /// Who speaks of nothing, by kind of name.
  private static final Map<String, List<String>> STRANGERS =
      Map.of(
          TextReader.PERSON,
          List.of("Edvin Thornquist", "祁若衡"),
          "body",
          List.of("Harrowgate Mining", "恒岳矿业公司"),
          "place",
          List.of("Port Elmsford", "临岚市"));

  private static final List<String> ANYBODY = List.of("The union", "工会");

  /// What is said of a change, and its contrary.
  private static final String[][] CONTRARIES = {
    {"rose", "fell"},
    {"rise", "fall"},
    {"risen", "fallen"},
    {"up", "down"},
    {"increase", "decrease"},
    {"increased", "decreased"},
    {"highest", "lowest"},
    {"largest", "smallest"},
    {"higher", "lower"},
    {"more than", "less than"},
    {"raised", "lowered"},
    {"exports", "imports"},
    {"export", "import"},
    {"上升", "下降"},
    {"上涨", "下跌"},
    {"增长", "下降"},
    {"提高", "降低"},
    {"最高", "最低"},
    {"出口", "进口"},
    {"超过", "不足"},
    {"扩大", "缩小"},
    {"more", "fewer"},
    {"earlier", "later"},
    {"profit", "loss"},
    {"support", "oppose"},
    {"supports", "opposes"},
    {"opened", "closed"},
    {"north", "south"},
    {"多于", "少于"},
    {"高于", "低于"},
    {"提前", "推迟"},
    {"盈利", "亏损"},
    {"支持", "反对"},
    {"开放", "关闭"},
    {"approved", "rejected"},
    {"accepted", "refused"},
    {"confirmed", "denied"},
    {"allowed", "banned"},
    {"resumed", "suspended"},
    {"joined", "quit"},
    {"keep", "scrap"},
    {"批准", "否决"},
    {"接受", "拒绝"},
    {"证实", "否认"},
    {"承认", "否认"},
    {"允许", "禁止"},
    {"恢复", "暂停"},
    {"加入", "退出"},
    {"保留", "取消"},
    {"增加", "减少"},
    {"北部", "南部"},
    {"faster", "slower"},
    {"large", "small"},
    {"often", "rarely"},
    {"ahead of", "behind"},
    {"strong", "weak"},
    {"arrested", "released"},
    {"tightened", "eased"},
    {"included", "excluded"},
    {"began", "ended"},
    {"started", "ended"},
    {"improved", "worsened"},
    {"older", "newer"},
    {"domestic", "foreign"},
    {"cheaper", "more expensive"},
    {"appointed", "dismissed"},
    {"hired", "laid off"},
    {"temporary", "permanent"},
    {"extended", "shortened"},
    {"morning", "evening"},
    {"first half", "second half"},
    {"man", "woman"},
    {"father", "mother"},
    {"demand", "supply"},
    {"killed", "injured"},
    {"safe", "dangerous"},
    {"legal", "illegal"},
    {"won", "lost"},
    {"granted", "refused"},
    {"加快", "放缓"},
    {"大量", "少量"},
    {"经常", "很少"},
    {"往往", "很少"},
    {"领先", "落后"},
    {"强劲", "疲软"},
    {"获释", "被捕"},
    {"逮捕", "释放"},
    {"收紧", "放宽"},
    {"纳入", "排除"},
    {"开始", "结束"},
    {"改善", "恶化"},
    {"国内", "国外"},
    {"任命", "免职"},
    {"临时", "永久"},
    {"延长", "缩短"},
    {"上午", "晚上"},
    {"上半年", "下半年"},
    {"男子", "女子"},
    {"父亲", "母亲"},
    {"需求", "供应"},
    {"死亡", "受伤"},
    {"流入", "流出"},
    {"安全", "危险"},
    {"合法", "非法"},
    {"成功", "失败"},
    {"胜诉", "败诉"},
    {"满意", "不满"},
    {"fair", "unfair"},
    {"welcomed", "criticised"},
    {"attended", "missed"},
    {"home", "away"},
    {"paid", "owed"},
    {"rich", "poor"},
    {"deep", "shallow"},
    {"dry", "wet"},
    {"clean", "dirty"},
    {"full", "empty"},
    {"built", "demolished"},
    {"repaired", "demolished"},
    {"healthy", "ill"},
    {"remembered", "forgot"},
    {"hopeful", "worried"},
    {"optimistic", "pessimistic"},
    {"disclosed", "concealed"},
    {"public", "secret"},
    {"natural", "artificial"},
    {"plaintiff", "defendant"},
    {"longer", "shorter"},
    {"agreed", "disagreed"},
    {"公平", "不公平"},
    {"欢迎", "批评"},
    {"出席", "缺席"},
    {"主场", "客场"},
    {"支付", "拖欠"},
    {"富裕", "贫困"},
    {"干燥", "潮湿"},
    {"清洁", "肮脏"},
    {"爆满", "空置"},
    {"修复", "拆除"},
    {"建成", "拆除"},
    {"健康", "患病"},
    {"记得", "忘记"},
    {"乐观", "悲观"},
    {"披露", "隐瞒"},
    {"公开", "隐瞒"},
    {"天然", "人造"},
    {"原告", "被告"},
    {"合格", "不合格"},
    {"同意", "不同意"},
    {"年轻", "年老"},
    {"击败", "败给"},
    {"买入", "卖出"},
    {"easy", "difficult"},
    {"easier", "harder"},
    {"mild", "severe"},
    {"slight", "serious"},
    {"too high", "too low"},
    {"wide", "narrow"},
    {"bright", "dark"},
    {"many", "few"},
    {"always", "never"},
    {"entered", "left"},
    {"advanced", "retreated"},
    {"attacked", "defended"},
    {"promoted", "demoted"},
    {"shortage", "surplus"},
    {"found", "lost"},
    {"added", "removed"},
    {"imposed", "lifted"},
    {"elected", "defeated"},
    {"signed", "terminated"},
    {"renewed", "expired"},
    {"alive", "dead"},
    {"valid", "invalid"},
    {"stable", "unstable"},
    {"clear", "unclear"},
    {"same", "different"},
    {"similar", "different"},
    {"positive", "negative"},
    {"correct", "wrong"},
    {"summer", "winter"},
    {"spring", "autumn"},
    {"buyers", "sellers"},
    {"caused", "prevented"},
    {"encouraged", "discouraged"},
    {"helped", "harmed"},
    {"eased", "intensified"},
    {"scored", "conceded"},
    {"online", "offline"},
    {"revenue", "costs"},
    {"launched", "withdrawn"},
    {"free", "charged for"},
    {"maximum", "minimum"},
    {"容易", "困难"},
    {"轻微", "严重"},
    {"过高", "过低"},
    {"总是", "从不"},
    {"进入", "离开"},
    {"推进", "撤退"},
    {"进攻", "防守"},
    {"晋升", "降职"},
    {"升值", "贬值"},
    {"短缺", "过剩"},
    {"找到", "丢失"},
    {"新增", "移除"},
    {"征收", "取消"},
    {"解除", "实施"},
    {"当选", "落选"},
    {"签署", "终止"},
    {"续签", "到期"},
    {"生还", "遇难"},
    {"有效", "无效"},
    {"稳定", "动荡"},
    {"相同", "不同"},
    {"阳性", "阴性"},
    {"正确", "错误"},
    {"夏季", "冬季"},
    {"白天", "夜间"},
    {"买家", "卖家"},
    {"导致", "防止"},
    {"鼓励", "劝阻"},
    {"促进", "阻碍"},
    {"有利", "不利"},
    {"缓解", "加剧"},
    {"线上", "线下"},
    {"收入", "支出"},
    {"推出", "下架"},
    {"免费", "收费"},
    {"迅速", "缓慢"},
    {"大幅", "小幅"},
  };

  /// What stands between things in whose order nothing lies.
  private static final Set<String> LISTED = Set.of("", "and", "和", "与", "、", ",", "及", "，", "or");

  private final TextReader reader;
  private final TagMatcher names;
  private final Names labels;

  public Spoilings(Lexicon lexicon) {
    this.labels = Names.load(lexicon);
    this.names = new TagMatcher(labels);
    this.reader = new TextReader(lexicon, names, new QuantityExtractor(lexicon));
  }

  /// All that can be made of `said`, in order.
  public List<Spoilt> of(Said said) {
    ReadText read = reader.read(said.text(), said.reader(), null);
    List<ReadText> all =
        said.article().paragraphs().stream()
            .map(each -> reader.read(each.text(), said.article().language(), null))
            .toList();
    List<ReadText> lines = said.paragraphs().stream().map(number -> all.get(number - 1)).toList();
    Set<Spoilt> found = new LinkedHashSet<>();
    figures(read, found);
    measured(read, found);
    borrowed(read, lines, found);
    swapped(read, found);
    dropped(read, found);
    denied(said, found);
    named(said, found);
    exchanged(read, found);
    if (said.isSameLanguage()) {
      all.forEach(line -> found.addAll(named(read, line)));
    }
    estranged(said, read, found);
    spoken(said, read, all, found);
    turned(read, found);
    return List.copyOf(found);
  }

  /// The figures with ten times their value, another unit or another month, and what is told of a
  /// year told of a month.
  private static void measured(ReadText read, Set<Spoilt> found) {
    String text = read.text();
    for (Figure figure : read.figures()) {
      String words = text.substring(figure.start(), figure.end());
      Matcher number = NUMBER.matcher(words);
      if (figure.isTime()) {
        Matcher month = CHINESE_MONTH.matcher(words);
        if (month.find()) {
          int other = Integer.parseInt(month.group(1)) % 12 + 1;
          found.add(
              Spoilt.put(Kind.DATE, text, span(figure), month.replaceFirst(String.valueOf(other))));
        }
        exchanged(Kind.DATE, text, span(figure), MONTHS, found);
        continue;
      }
      if (number.find()) {
        String digits = number.group();
        String tenfold = digits.matches("\\d+\\.\\d+") ? digits.replace(".", "") : digits + "0";
        Span place = new Span(figure.start() + number.start(), figure.start() + number.end());
        found.add(Spoilt.put(Kind.TENFOLD, text, place, tenfold));
      }
      exchanged(Kind.UNIT, text, span(figure), UNITS, found);
    }
    if (read.figures().stream().anyMatch(figure -> !figure.isTime())) {
      exchanged(Kind.PERIOD, text, new Span(0, text.length()), PERIODS, found);
    }
  }

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?(?![\\d,.]*\\d)");

  /// One of a pair that stands in `where` put in the place of the other.
  private static void exchanged(
      Kind kind, String text, Span where, String[][] pairs, Set<Spoilt> found) {
    for (String[] pair : pairs) {
      for (int i = 0; i < 2; i++) {
        String other = pair[1 - i];
        place(where.in(text), pair[i])
            .map(at -> new Span(where.start() + at.start(), where.start() + at.end()))
            .filter(at -> !text.startsWith(other, at.start()))
            .ifPresent(at -> found.add(Spoilt.put(kind, text, at, other)));
      }
    }
  }

  /// Each figure exchanged for one of its kind that the cited lines have elsewhere.
  private static void borrowed(ReadText read, List<ReadText> lines, Set<Spoilt> found) {
    String text = read.text();
    for (Figure figure : read.figures()) {
      for (ReadText line : lines) {
        for (Figure there : line.figures()) {
          boolean isNew = read.figures().stream().noneMatch(each -> each.hasValueOf(there));
          boolean fits = figure.kind().equals(there.kind()) && !figure.isTime();
          if (isNew && fits) {
            String words = line.text().substring(there.start(), there.end());
            found.add(Spoilt.put(Kind.NEIGHBOUR, text, span(figure), words));
          }
        }
      }
    }
  }

  private static void estranged(Said said, ReadText read, Set<Spoilt> found) {
    for (Figure name : read.names()) {
      List<String> strangers = STRANGERS.getOrDefault(name.kind(), List.of());
      if (!strangers.isEmpty()) {
        String stranger = strangers.get(said.reader().isChinese() ? 1 : 0);
        found.add(Spoilt.put(Kind.STRANGER, read.text(), span(name), stranger));
      }
    }
  }

  /// Each speaker exchanged for another of the article, or for one that it does not have.
  private static void spoken(Said said, ReadText read, List<ReadText> all, Set<Spoilt> found) {
    for (Speakers.Act act : Speakers.acts(read)) {
      List<String> others = new ArrayList<>();
      others.add(ANYBODY.get(said.reader().isChinese() ? 1 : 0));
      if (said.isSameLanguage()) {
        for (ReadText line : all) {
          Speakers.acts(line).stream()
              .filter(each -> each.keys().stream().noneMatch(act.keys()::contains))
              .forEach(each -> others.add(each.place().in(line.text())));
        }
      }
      others.forEach(other -> found.add(Spoilt.put(Kind.SPEAKER, read.text(), act.place(), other)));
    }
  }

  private static void figures(ReadText read, Set<Spoilt> found) {
    String text = read.text();
    for (Figure figure : read.figures()) {
      String words = text.substring(figure.start(), figure.end());
      Matcher digit = DIGIT.matcher(words);
      if (digit.find()) {
        boolean time = figure.isTime();
        // of a year the last digit is changed, of a number the first
        int at = time ? figures(words) : digit.start();
        char old = words.charAt(at);
        char other = old == '9' ? (char) (old - 2) : (char) (old + 1);
        String changed = words.substring(0, at) + other + words.substring(at + 1);
        Kind kind = time ? Kind.DATE : Kind.NUMBER;
        found.add(Spoilt.put(kind, text, span(figure), changed));
      }
    }
  }

  private static int figures(String words) {
    Matcher number = Pattern.compile("\\d+").matcher(words);
    return number.find() ? number.end() - 1 : 0;
  }

  private static Span span(Figure figure) {
    return new Span(figure.start(), figure.end());
  }

  private static void swapped(ReadText read, Set<Spoilt> found) {
    String text = read.text();
    List<Figure> figures = read.figures();
    for (int i = 0; i < figures.size(); i++) {
      for (int k = i + 1; k < figures.size(); k++) {
        Figure one = figures.get(i);
        Figure other = figures.get(k);
        if (areAlike(text, one, other)) {
          found.add(Spoilt.exchanged(Kind.SWAPPED, text, span(one), span(other)));
        }
      }
    }
  }

  /// Whether two figures can be exchanged and the sentence still be read.
  static boolean areAlike(String text, Figure one, Figure other) {
    String first = text.substring(one.start(), one.end());
    String second = text.substring(other.start(), other.end());
    return one.kind().equals(other.kind())
        && one.key() != other.key()
        && other.start() >= one.end()
        && (!one.isTime() || first.replaceAll("\\d+", "0").equals(second.replaceAll("\\d+", "0")));
  }

  private static void dropped(ReadText read, Set<Spoilt> found) {
    String text = read.text();
    for (Clause clause : read.clauses()) {
      for (Cue cue : clause.cues()) {
        if (cue.is(Cue.Kind.CONDITION)) {
          String without = text.substring(0, clause.start()) + text.substring(clause.end());
          found.add(
              new Spoilt(
                  Kind.HEDGE_LOST,
                  without.strip().replaceFirst("^[，,] *", ""),
                  "- " + text.substring(clause.start(), clause.end()),
                  List.of()));
        }
        String word = text.substring(cue.start(), cue.end());
        String done = cue.isAny(HEDGES) || cue.isAny(AHEAD) ? done(word) : "";
        if (!done.isEmpty()) {
          Span old = new Span(cue.start(), cue.end());
          found.add(Spoilt.put(Kind.HEDGE_LOST, text, old, done));
        }
        boolean denial = cue.is(Cue.Kind.DENIAL);
        if (denial || cue.isAny(HEDGES)) {
          // an empty word leaves two spaces
          int end = kept(word).isEmpty() && text.startsWith(" ", cue.end()) ? 1 : 0;
          Span old = new Span(cue.start(), cue.end() + end);
          Kind kind = denial ? Kind.DENIAL_LOST : Kind.HEDGE_LOST;
          found.add(
              new Spoilt(
                  kind,
                  text.substring(0, old.start()) + kept(word) + text.substring(old.end()),
                  "- " + word,
                  List.of()));
          String come = denial ? come(text, cue, word) : "";
          if (!come.isEmpty()) {
            found.add(Spoilt.put(kind, text, new Span(cue.start(), cue.end()), come));
          }
        }
      }
    }
  }

  /// What says of a plan that it has come; empty if it cannot stand in the place of `hedge`.
  private static String done(String hedge) {
    boolean takesVerb =
        hedge.endsWith(" to") || hedge.matches("may|might|could|must|shall|will|would");
    return HanScript.isHan(hedge.charAt(0)) ? "已" : takesVerb ? "has begun to" : "";
  }

  /// What says of a thing denied that it has come; empty if it cannot stand there.
  private static String come(String text, Cue cue, String denial) {
    boolean had = text.substring(0, cue.start()).matches("(?s).*\\b(?:has|have|had) $");
    return denial.matches("尚未|未|没有|并未|尚不|仍未") ? "已" : had && denial.equals("not") ? "already" : "";
  }

  /// What is left of a word that denies.
  static String kept(String word) {
    return word.matches(".*n['’]t")
        ? word.substring(0, word.length() - 3)
        : word.equals("cannot") ? "can" : "";
  }

  private static void denied(Said said, Set<Spoilt> found) {
    String text = said.text();
    if (!said.reader().isChinese()) {
      for (MatchResult match : AUXILIARY.matcher(text).results().toList()) {
        found.add(
            Spoilt.put(
                Kind.DENIAL_ADDED,
                text,
                new Span(match.start(), match.end()),
                match.group() + " not"));
      }
      return;
    }
    CHINESE_DENIALS.forEach(
        (pattern, with) -> {
          Matcher matcher = pattern.matcher(text);
          if (matcher.find()) {
            Span old = new Span(matcher.start(), matcher.end());
            found.add(
                Spoilt.put(Kind.DENIAL_ADDED, text, old, with.replace("$0", matcher.group())));
          }
        });
  }

  /// Each name that the packs know, exchanged for another of its kind that the article has.
  private void named(Said said, Set<Spoilt> found) {
    String text = said.text();
    List<String> lines = said.article().paragraphs().stream().map(Paragraph::text).toList();
    List<Tag> own = Tag.known(names.match("", List.of(text)));
    Set<String> used = new LinkedHashSet<>();
    own.forEach(tag -> used.add(tag.entity()));
    List<Tag> others =
        Tag.known(names.match(said.article().title(), lines)).stream()
            .filter(tag -> !used.contains(tag.entity()))
            .toList();
    for (Tag tag : own) {
      for (Tag other : others) {
        if (other.type().equals(tag.type())) {
          Span span = tag.mentions().getFirst().span();
          String label =
              labels.entity(other.entity()).map(each -> each.label(said.reader())).orElse("");
          if (!label.isEmpty()) {
            found.add(Spoilt.put(Kind.NAME, text, span, label));
            break;
          }
        }
      }
    }
  }

  /// `sentence` with a name of `other` in the place of one of its own.
  static List<Spoilt> named(ReadText sentence, ReadText other) {
    List<Spoilt> found = new ArrayList<>();
    for (Figure own : sentence.names()) {
      for (Figure there : other.names()) {
        boolean isNew = sentence.names().stream().noneMatch(each -> each.key() == there.key());
        String words = other.text().substring(there.start(), there.end());
        if (own.kind().equals(there.kind()) && isNew && !areOne(sentence, own, words)) {
          found.add(Spoilt.put(Kind.NAME, sentence.text(), span(own), words));
        }
      }
    }
    return found;
  }

  /// Whether one is the other, shorter.
  private static boolean areOne(ReadText sentence, Figure name, String other) {
    String own = sentence.text().substring(name.start(), name.end()).toLowerCase(Locale.ROOT);
    String words = other.toLowerCase(Locale.ROOT);
    return own.contains(words) || words.contains(own);
  }

  /// Two names of the sentence exchanged.
  private static void exchanged(ReadText read, Set<Spoilt> found) {
    String text = read.text();
    for (int i = 0; i + 1 < read.names().size(); i++) {
      Figure one = read.names().get(i);
      Figure other = read.names().get(i + 1);
      boolean apart =
          one.end() <= other.start()
              && !LISTED.contains(text.substring(one.end(), other.start()).strip());
      if (apart && one.kind().equals(other.kind()) && one.key() != other.key()) {
        found.add(Spoilt.exchanged(Kind.NAME, text, span(one), span(other)));
      }
    }
  }

  private static void turned(ReadText read, Set<Spoilt> found) {
    String text = read.text();
    for (String[] pair : CONTRARIES) {
      Optional<Span> one = place(text, pair[0]);
      Optional<Span> other = place(text, pair[1]);
      if (one.isPresent() && other.isPresent()) {
        exchanged(text, one.get(), other.get()).ifPresent(found::add);
      }
      one.ifPresent(old -> found.add(Spoilt.put(Kind.DIRECTION, text, old, pair[1])));
      other.ifPresent(old -> found.add(Spoilt.put(Kind.DIRECTION, text, old, pair[0])));
    }
  }

  /// Both of a pair, exchanged; nothing if they overlap: 公平 and 不公平.
  private static Optional<Spoilt> exchanged(String text, Span one, Span other) {
    Span first = one.start() < other.start() ? one : other;
    Span last = first == one ? other : one;
    return first.end() <= last.start()
        ? Optional.of(Spoilt.exchanged(Kind.DIRECTION, text, first, last))
        : Optional.empty();
  }

  private static Optional<Span> place(String text, String word) {
    boolean latin = word.charAt(0) < 128;
    Matcher matcher = Pattern.compile(latin ? "\\b" + word + "\\b" : word).matcher(text);
    return matcher.find()
        ? Optional.of(new Span(matcher.start(), matcher.end()))
        : Optional.empty();
  }
}
