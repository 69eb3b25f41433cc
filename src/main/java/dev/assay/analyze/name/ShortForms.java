package dev.assay.analyze.name;

import dev.assay.lexicon.HanScript;
import java.util.Set;
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

  private static final String PLACE_ENDS = "省市县区镇乡村州岛";

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
    if (kind != fullKind || form.length() < SHORTEST_HAN_FORM) {
      return 0;
    }
    return switch (kind) {
      case PERSON -> isOfPerson(form, full) ? SURE : 0;
      case PLACE -> isOfPlace(form, full) ? SURE : contraction(form, full);
      case ORGANISATION -> body(form, full);
      case THING -> end(form, full) || isTitle(form, full) ? LIKELY : contraction(form, full);
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
      boolean same = LEGAL_FORM.matcher(full.substring(form.length())).matches();
      return same ? SURE : WHOLE_BODY.matcher(form).matches() ? 0 : POSSIBLE;
    }
    boolean club = full.endsWith(form) && full.length() <= LONGEST_CLUB;
    return end(form, full) ? LIKELY : club ? POSSIBLE : contraction(form, full);
  }

  /// 《通知》 for 《关于…的通知》.
  private static boolean isTitle(String form, String full) {
    return full.length() >= LONG_TITLE && full.endsWith(form);
  }

  private static final Pattern WHOLE_BODY =
      Pattern.compile(".+(?:公司|大学|学院|医院|法院|检察院|银行|政府|委员会|委|局|厅|部)");

  private static final Pattern LEGAL_FORM = Pattern.compile("(?:股份|控股|集团|有限|责任|公司|俱乐部|部队|队)+");

  private static boolean end(String form, String full) {
    return form.length() >= SHORTEST_HAN_END && full.endsWith(form);
  }

  /// What a body is called by or not, as one likes: 佛山市疾控中心, 嘉定区人民法院.
  private static final Pattern NEUTRAL =
      Pattern.compile("(?:省|市|区|县|州|自治区|自治州|自治县|人民|股份|有限|控股|集团|责任)*");

  /// The body that this one is a part of: 日本防卫省统合幕僚监部.
  private static final Pattern PARENT = Pattern.compile("[^省市县区州]{2,4}[省部厅局院]");

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
            : (start > 1 || form.length() > SHORTEST_CONTRACTION) && holds(left, said);
    return possible ? POSSIBLE : 0;
  }

  /// 俄国防部 for 俄罗斯国防部: one character stands for a country.
  private static boolean isCountry(String left, int start, int end) {
    return start == 1 && end >= SHORTEST_HAN_END && left.length() <= LONGEST_COUNTRY;
  }

  private static boolean isNeutral(String left, String end) {
    boolean people = OF_THE_PEOPLE.matcher(end).lookingAt();
    return PARENT.matcher(left).matches()
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

  private static int latin(String form, NameKind kind, String full, NameKind fullKind) {
    int rest = full.length() - form.length();
    boolean end = full.endsWith(form) && full.charAt(rest - 1) == ' ';
    boolean start = full.startsWith(form) && full.charAt(form.length()) == ' ';
    boolean place = kind == NameKind.PLACE;
    return switch (fullKind) {
      case PERSON ->
          end ? SURE : place ? 0 : start ? LIKELY : isCut(form, kind, full) ? POSSIBLE : 0;
      case ORGANISATION ->
          end && !place || start && kind == NameKind.ORGANISATION && form.length() > MOST_INITIALS
              ? LIKELY
              : initials(form, full);
      case THING -> end && !place ? LIKELY : initials(form, full);
      case PLACE -> end && kind == NameKind.ORGANISATION ? LIKELY : 0;
    };
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
