package dev.assay.analyze.name;

import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Chinese names that their form gives away: titles in book marks and who wrote an article; and the
/// places that stand in one another.
final class HanForms {

  private static final int LONGEST_WORK = 40;

  private static final Pattern WORK = Pattern.compile("《([^《》\\n]{1,60})》");

  private final Pattern byline;

  HanForms(CandidateWords words) {
    this.byline =
        Pattern.compile(
            "(?:"
                + String.join("|", words.of("zh-byline"))
                + ")[：:\\s]{0,2}((?:\\p{IsHan}{2,3}[、\\s]{1,2}){0,30}\\p{IsHan}{2,3})(?=[）)】\\s*]|$|"
                + String.join("|", words.of("zh-byline"))
                + ")");
  }

  List<ReadName> in(int block, String text, HanWords han) {
    List<ReadName> found = new ArrayList<>();
    Matcher work = WORK.matcher(text);
    while (work.find()) {
      if (work.group(1).length() <= LONGEST_WORK) {
        found.add(new ReadName(block, work.start(1), work.end(1), NameKind.THING));
      }
    }
    addBylines(block, text, han, found);
    return found;
  }

  private void addBylines(int block, String text, HanWords han, List<ReadName> found) {
    Matcher matcher = byline.matcher(text);
    while (matcher.find()) {
      int start = matcher.start(1);
      for (int i = start; i <= matcher.end(1); i++) {
        if (i == matcher.end(1) || !HanScript.isHan(text.charAt(i))) {
          if (i - start >= 2 && HanRoles.isSurname(han.at(start))) {
            found.add(new ReadName(block, start, i, NameKind.PERSON));
          }
          start = i + 1;
        }
      }
    }
  }

  /// A given name with the family name that alone stands before it, at the head of a clause.
  static ReadName withSurname(ReadName name, String text) {
    int before = name.start() - 1;
    boolean given =
        name.kind() == NameKind.PERSON
            && name.length() == 2
            && before >= 0
            && HanRoles.isSurname(text.charAt(before))
            && !HanRoles.isSurname(text.charAt(name.start()))
            && (before == 0 || !HanScript.isHan(text.charAt(before - 1)));
    return given ? new ReadName(name.block(), before, name.end(), name.kind()) : name;
  }

  private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}.'’-]+");

  private static final Pattern LATIN_REST = Pattern.compile("(?: \\p{Lu}[\\p{IsLatin}.'’-]+){1,2}");

  /// A person's first name in Latin letters with the words behind it: Gianni of 主席Gianni Merlo.
  static ReadName withLatinRest(ReadName name, String text) {
    Matcher rest = LATIN_REST.matcher(text).region(name.end(), text.length());
    boolean first = name.kind() == NameKind.PERSON && LATIN.matcher(name.in(text)).matches();
    return first && rest.lookingAt()
        ? new ReadName(name.block(), name.start(), rest.end(), name.kind())
        : name;
  }

  private static final Pattern CUT_PLACE =
      Pattern.compile("[^省市县区]+(?:省|市|自治区|自治州|县|区)[\\p{IsHan}&&[^委府局厅院办]]");

  private static final Pattern REST_OF_PLACE =
      Pattern.compile("[\\p{IsHan}&&[^省市县区镇乡村]]{0,2}[市县区镇乡村]");

  /// A place in another that was cut behind its first character: 江苏省江 of 江苏省江都市.
  static ReadName withWholePlace(ReadName name, String text) {
    Matcher rest = REST_OF_PLACE.matcher(text).region(name.end(), text.length());
    boolean cut =
        (name.kind() == NameKind.PLACE || name.kind() == NameKind.ORGANISATION)
            && CUT_PLACE.matcher(name.in(text)).matches()
            && rest.useTransparentBounds(true).lookingAt();
    return cut ? new ReadName(name.block(), name.start(), rest.end(), NameKind.PLACE) : name;
  }

  /// 各地交通运输部门: departments of a sort, and no ministry of that name.
  static boolean isOfAnySort(ReadName name, String text) {
    return text.charAt(name.end() - 1) == '部' && "门門".indexOf(charAt(text, name.end())) >= 0;
  }

  private static char charAt(String text, int i) {
    return i < text.length() ? text.charAt(i) : ' ';
  }

  private static final Pattern COUNTED =
      Pattern.compile("(\\p{IsHan}{1,}[^第\\p{Nd}])[两二三四五六七八九十]{1,2}(?:省|市|县|区|国|地|州|镇|乡|村)");

  /// The last of several places without their number: 宜宾 of 眉山、乐山及宜宾三市.
  static ReadName withoutCount(ReadName name, String text) {
    Matcher counted = COUNTED.matcher(name.in(text));
    boolean listed =
        name.kind() == NameKind.PLACE
            && name.start() > 0
            && "、和与及".indexOf(text.charAt(name.start() - 1)) >= 0;
    return listed && counted.matches()
        ? new ReadName(name.block(), name.start(), name.start() + counted.end(1), name.kind())
        : name;
  }

  /// A foreign person's name without the verb behind it: 哈那依先·艾尼瓦尔 of 哈那依先·艾尼瓦尔笑着.
  static ReadName withoutVerb(ReadName name, String text, HanWords words) {
    int dot = name.in(text).lastIndexOf('·');
    if (name.kind() != NameKind.PERSON || dot < 0) {
      return name;
    }
    int last = words.start(name.end() - 1);
    boolean verb =
        last > name.start() + dot + 2
            && name.end() - last > 1
            && words.end(name.end() - 1) == name.end()
            && words.nature(last) == 'v';
    return verb ? new ReadName(name.block(), name.start(), last, name.kind()) : name;
  }

  private static final Pattern DIVISION = Pattern.compile("[^省市县区镇乡]*(?:省|市|自治区|自治州|县|区|镇|乡)");

  private static final String PLACE_ENDS = "省市县区州镇乡村旗路街";

  private static final int SHORTEST_PLACE = 2;

  /// A stretch of places one in the other as places of their own: 江西省抚州市.
  static List<ReadName> parted(ReadName name, String text, HanWords words) {
    boolean place = PLACE_ENDS.indexOf(text.charAt(name.end() - 1)) >= 0;
    if (!place || name.kind() == NameKind.PERSON || name.kind() == NameKind.THING) {
      return List.of(name);
    }
    List<ReadName> parts = new ArrayList<>();
    int start = name.start();
    Matcher matcher = DIVISION.matcher(text).region(start, name.end());
    while (matcher.lookingAt()) {
      int end = matcher.end();
      int length = end - start;
      boolean whole = length == SHORTEST_PLACE || words.end(end - 1) == end;
      if (length >= SHORTEST_PLACE && name.end() - end >= SHORTEST_PLACE && whole) {
        parts.add(new ReadName(name.block(), start, end, NameKind.PLACE));
        start = end;
      }
      matcher.region(end, name.end());
    }
    if (parts.isEmpty()) {
      return List.of(name);
    }
    parts.add(new ReadName(name.block(), start, name.end(), NameKind.PLACE));
    return parts;
  }
}
