package dev.assay.analyze.name;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import dev.assay.lexicon.HanScript;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells how likely one name is a shorter form of another that stands in the same article: a last
/// name, a body without its legal form or its place, initials, a Chinese name of which each word
/// left a character.
final class ShortForms {

  /// The same but for what says only what it is: 滴灌通集团, 江西省.
  static final int SURE = 3;

  /// The beginning or the end of the other, in whole words.
  private static final int LIKELY = 2;

  /// Characters or letters of the other, in order.
  private static final int POSSIBLE = 1;

  private static final int SHORTEST_HAN_FORM = 2;

  /// 骑士队 for 克里夫兰骑士队, 大运会 for 成都大运会.
  private static final int SHORTEST_HAN_END = 3;

  /// 最高法 for 最高人民法院.
  private static final int SHORTEST_CONTRACTION = 3;

  /// What a country's character leaves out of its name.
  private static final int LONGEST_COUNTRY = 4;

  private static final int LONG_TITLE = 6;

  /// 富力 for 广州富力.
  private static final int LONGEST_CLUB = 4;

  /// How places are called: 江西省, 五常市.
  static final String PLACE_ENDS = "省市县区镇乡村州岛";

  private ShortForms() {}

  /// 0 if it is none; more the likelier it is.
  static int likeness(String form, NameKind kind, String full, NameKind fullKind) {
    if (form.length() >= full.length()) {
      return 0;
    }
    return HanScript.isHan(form.charAt(0))
        ? han(form, kind, full, fullKind)
        : latin(form, kind, full, fullKind);
  }

  private static int han(String form, NameKind kind, String full, NameKind fullKind) {
    if (form.length() < SHORTEST_HAN_FORM) {
      return 0;
    }
    return kind == fullKind ? hanOfKind(form, full, kind) : hanOfKinds(form, kind, full, fullKind);
  }

  /// Bodies, works and events are taken for one another; a trade name or a foreign last name is, as
  /// a word, anything.
  private static int hanOfKinds(String form, NameKind kind, String full, NameKind fullKind) {
    boolean near = isBodyOrThing(kind) && isBodyOrThing(fullKind);
    boolean likely = near && hanOfKind(form, full, fullKind) >= LIKELY;
    boolean lastName = fullKind == NameKind.PERSON && full.endsWith("·" + form);
    boolean place =
        fullKind == NameKind.PLACE && form.length() > LONGEST_PERSON && isOfPlace(form, full);
    return likely || lastName || place || isTradeName(form, kind, full, fullKind) ? POSSIBLE : 0;
  }

  /// Nobody has a longer name that begins with a family name.
  private static final int LONGEST_PERSON = 3;

  private static boolean isBodyOrThing(NameKind kind) {
    return kind == NameKind.ORGANISATION || kind == NameKind.THING;
  }

  private static int hanOfKind(String form, String full, NameKind kind) {
    return switch (kind) {
      case PERSON -> isOfPerson(form, full) ? SURE : 0;
      case PLACE -> isOfPlace(form, full) ? SURE : contraction(form, full);
      case ORGANISATION -> body(form, full);
      case THING -> thing(form, full);
    };
  }

  private static boolean isOfPerson(String form, String full) {
    return full.endsWith("·" + form) || full.startsWith(form + "·") || isFamilyOf(form, full);
  }

  /// 村山 for 村山富市: who has a name of four characters is called by the first two.
  private static boolean isFamilyOf(String form, String full) {
    return form.length() == 2
        && full.length() == 4
        && full.startsWith(form)
        && full.chars().allMatch(c -> HanScript.isHan((char) c));
  }

  private static boolean isOfPlace(String form, String full) {
    boolean called =
        full.length() == form.length() + 1
            && full.startsWith(form)
            && PLACE_ENDS.indexOf(full.charAt(form.length())) >= 0;
    return called || full.endsWith(form) && PLACE_ENDS.indexOf(form.charAt(form.length() - 1)) >= 0;
  }

  private static int body(String form, String full) {
    if (full.startsWith(form)) {
      String rest = full.substring(form.length());
      boolean other = WHOLE_BODY.matcher(form).matches() || DEPARTMENT.matcher(rest).matches();
      return LEGAL_FORM.matcher(rest).matches() ? SURE : other ? 0 : POSSIBLE;
    }
    if (end(form, full) || end(form, withoutLegalForm(full))) {
      return LIKELY;
    }
    boolean club =
        full.endsWith(form)
            && (full.length() <= LONGEST_CLUB
                || PARENT.matcher(full.substring(0, full.length() - form.length())).matches());
    boolean trade = isTradeName(form, NameKind.ORGANISATION, full, NameKind.ORGANISATION);
    return club || trade || isOfWords(form, full) ? POSSIBLE : contraction(form, full);
  }

  /// 光大银行 for 中国光大银行股份有限公司.
  private static String withoutLegalForm(String full) {
    Matcher legal = LEGAL_END.matcher(full);
    return legal.find() ? full.substring(0, legal.start()) : full;
  }

  /// 嘉和 for 清江嘉和控股有限公司: behind the place of a company, before its trade. The name of a person is
  /// somebody's as often.
  private static boolean isTradeName(String form, NameKind kind, String full, NameKind fullKind) {
    int at = full.indexOf(form);
    boolean behindPlace = at > 1 && at <= LONGEST_PLACE;
    boolean person = kind == NameKind.PERSON && HanRoles.isSurname(form.charAt(0));
    return fullKind == NameKind.ORGANISATION
        && kind != NameKind.PLACE
        && !person
        && (behindPlace || at == 0 && kind == NameKind.PERSON)
        && full.endsWith("公司");
  }

  private static final int LONGEST_PLACE = 4;

  private static int thing(String form, String full) {
    if (end(form, full) || isTitle(form, full)) {
      return LIKELY;
    }
    boolean part = full.startsWith(form) && PART.matcher(full.substring(form.length())).matches();
    return part || isOfWords(form, full) ? POSSIBLE : contraction(form, full);
  }

  /// What tells a part of a work from the whole: 《山河》 for 《山河第一部》.
  private static final Pattern PART = Pattern.compile("第?[一二三四五六七八九十0-9]+[部季届集代期版]?");

  /// 证监会 for 中国证券监督管理委员会, 大运会 for 世界大学生夏季运动会: each character begins a word of the full name, or
  /// ends it; of two characters (欧冠 for 欧洲冠军联赛) the first begins it.
  private static boolean isOfWords(String form, String full) {
    boolean two = form.length() < SHORTEST_CONTRACTION;
    if (full.length() < (two ? SHORTEST_OF_TWO : 2 * form.length())
        || two && form.charAt(0) != full.charAt(0)) {
      return false;
    }
    int at = -1;
    for (int i = 0; i < form.length(); i++) {
      boolean last = i == form.length() - 1;
      at = full.indexOf(form.charAt(i), at + 1);
      while (at >= 0 && !beginsWord(full, at) && !(last && at == full.length() - 1)) {
        at = full.indexOf(form.charAt(i), at + 1);
      }
      if (at < 0) {
        return false;
      }
    }
    return true;
  }

  private static final int SHORTEST_OF_TWO = 6;

  private static boolean beginsWord(String full, int at) {
    return at == 0
        || at + 2 <= full.length() && CoreDictionary.contains(full.substring(at, at + 2));
  }

  /// 《通知》 for 《关于…的通知》.
  private static boolean isTitle(String form, String full) {
    return full.length() >= LONG_TITLE && full.endsWith(form);
  }

  private static final Pattern WHOLE_BODY =
      Pattern.compile(".+(?:公司|大学|学院|医院|法院|检察院|银行|政府|委员会|委|局|厅|部)");

  private static final String LEGAL = "(?:股份|控股|集团|有限|责任|公司)++";

  private static final Pattern LEGAL_END = Pattern.compile(LEGAL + "$");

  /// Some have a place in brackets before it; folded, 俱 is 具.
  private static final Pattern LEGAL_FORM =
      Pattern.compile("(?:[(（]\\p{IsHan}{2,4}[)）])?" + LEGAL + "|[俱具]乐部|部队|队");

  /// A part of a body is another one: 清河作协书记处 is not 清河作协.
  private static final Pattern DEPARTMENT =
      Pattern.compile(".*[处室科股]|.+部|.*[中大支总]队|分.{1,2}|.*(?:工厂|中心|研究院|研究所)");

  private static boolean end(String form, String full) {
    return form.length() >= SHORTEST_HAN_END && full.endsWith(form);
  }

  /// What a body is called by or not, as one likes: 佛山市疾控中心, 嘉定区人民法院.
  private static final Pattern NEUTRAL =
      Pattern.compile("(?:省|市|区|县|州|自治区|自治州|自治县|人民|公安|股份|有限|控股|集团|责任)*+");

  /// The body that this one is a part of: 日本防卫省统合幕僚监部.
  private static final Pattern PARENT = Pattern.compile("[^省市县区州]{2,4}[省部厅局院]");

  /// Where an embassy is: 中国使馆 for 中国驻清江使馆.
  private static final Pattern SENT = Pattern.compile("驻\\p{IsHan}{1,8}");

  private static final Pattern OF_THE_PEOPLE = Pattern.compile("(?:法院|政府|检察院|医院)");

  /// The same beginning, and each word behind it by one of its characters at least (北京市城管委 for
  /// 北京市城市管理委员会); where only words are left out, they say nothing (北京大学 is not 北京师范大学).
  private static int contraction(String form, String full) {
    int start = common(form, full);
    if (form.length() < SHORTEST_CONTRACTION || start == 0) {
      return 0;
    }
    int end = commonEnd(form, full, start);
    String said = form.substring(start, form.length() - end);
    String left = full.substring(start, full.length() - end);
    boolean possible =
        said.isEmpty()
            ? isNeutral(left, form.substring(form.length() - end)) || isCountry(left, start, end)
            : (start > 1 || form.length() > SHORTEST_CONTRACTION)
                && left.length() <= MOST_LEFT * (said.length() + end) + 1
                && holds(left, said);
    return possible ? POSSIBLE : 0;
  }

  /// A word that is said with one character has no more characters than this: 清河市委 is not
  /// 清河市政府咨询委员会.
  private static final int MOST_LEFT = 4;

  /// 俄国防部 for 俄罗斯国防部: one character stands for a country.
  private static boolean isCountry(String left, int start, int end) {
    return start == 1 && end >= SHORTEST_HAN_END && left.length() <= LONGEST_COUNTRY;
  }

  private static boolean isNeutral(String left, String end) {
    boolean people = OF_THE_PEOPLE.matcher(end).lookingAt();
    return PARENT.matcher(left).matches()
        || SENT.matcher(left).matches()
        || NEUTRAL.matcher(left).matches() && (people || !left.endsWith("人民"));
  }

  private static int common(String form, String full) {
    int length = 0;
    while (length < form.length() && form.charAt(length) == full.charAt(length)) {
      length++;
    }
    return length;
  }

  private static int commonEnd(String form, String full, int from) {
    int length = 0;
    while (length < form.length() - from
        && form.charAt(form.length() - 1 - length) == full.charAt(full.length() - 1 - length)) {
      length++;
    }
    return length;
  }

  private static int latin(String called, NameKind kind, String whole, NameKind fullKind) {
    String form = Generation.without(called);
    String full = Generation.without(whole);
    String mark = Generation.of(called);
    if (form.length() >= full.length() || !mark.isEmpty() && !mark.equals(Generation.of(whole))) {
      return 0;
    }
    int rest = full.length() - form.length();
    boolean end = full.endsWith(form) && full.charAt(rest - 1) == ' ';
    boolean start = full.startsWith(form) && full.charAt(form.length()) == ' ';
    boolean place = kind == NameKind.PLACE;
    return switch (fullKind) {
      case PERSON -> end ? SURE : place ? 0 : start ? LIKELY : latinPerson(form, kind, full);
      case ORGANISATION ->
          end && !place || start && kind == NameKind.ORGANISATION && form.length() > MOST_INITIALS
              ? LIKELY
              : initials(form, full);
      case THING -> end && !place ? LIKELY : initials(form, full);
      case PLACE -> end && kind == NameKind.ORGANISATION ? LIKELY : 0;
    };
  }

  private static int latinPerson(String form, NameKind kind, String full) {
    return isWithoutMiddle(form, full) ? LIKELY : isCut(form, kind, full) ? POSSIBLE : 0;
  }

  /// `philip wrigley` for `philip k. wrigley`.
  private static boolean isWithoutMiddle(String form, String full) {
    int space = form.indexOf(' ');
    return space > 0
        && form.lastIndexOf(' ') == space
        && full.startsWith(form.substring(0, space + 1))
        && full.endsWith(form.substring(space));
  }

  private static final int SHORTEST_CUT = 3;

  /// Chris for Christopher Budd.
  private static boolean isCut(String form, NameKind kind, String full) {
    return kind == NameKind.PERSON
        && form.length() >= SHORTEST_CUT
        && full.startsWith(form)
        && full.indexOf(' ') >= form.length();
  }

  private static final int FEWEST_INITIALS = 2;

  /// Such a short one is no beginning of a name: the UN is not the UN Refugee Agency.
  private static final int MOST_INITIALS = 3;

  private static final Set<String> NO_INITIALS = Set.of("of", "and", "for", "the", "in", "on", "&");

  /// `gsas` for the graduate school of arts and sciences.
  private static int initials(String form, String full) {
    int found = 0;
    for (int word = 0; word < full.length(); word = wordEnd(full, word) + 1) {
      boolean counts = !NO_INITIALS.contains(full.substring(word, wordEnd(full, word)));
      if (counts && full.charAt(word) != ' ') {
        if (found == form.length() || form.charAt(found) != full.charAt(word)) {
          return 0;
        }
        found++;
      }
    }
    return found >= FEWEST_INITIALS && found == form.length() ? POSSIBLE : 0;
  }

  private static int wordEnd(String full, int word) {
    int space = full.indexOf(' ', word);
    return space < 0 ? full.length() : space;
  }

  /// Whether the characters of `form` stand in `full`, in order.
  static boolean holds(String full, String form) {
    int at = 0;
    for (int i = 0; i < full.length() && at < form.length(); i++) {
      at += full.charAt(i) == form.charAt(at) ? 1 : 0;
    }
    return at == form.length();
  }
}
