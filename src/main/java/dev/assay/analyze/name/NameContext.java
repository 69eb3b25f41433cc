package dev.assay.analyze.name;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import dev.assay.lexicon.Alias;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the words beside a spelling say about it, by the tables `cues.tsv` and `short-forms.tsv`.
final class NameContext {

  private static final int LONGEST_CUE = 16;

  /// Between a country and its ministry stands at most `'s `.
  private static final int POSSESSIVE = 3;

  private static final int MIN_FIRST_NAME = 3;

  /// Endings of words that begin a sentence, of demonyms and of possessives.
  private static final List<String> NO_FIRST_NAME =
      List.of("ing", "ed", "ly", "ese", "ian", "ican", "ish", "ism", "ists", "ers", "ors");

  /// The agencies of one country carry its code: `agency:cn-mofcom`.
  private static final Pattern OF_COUNTRY = Pattern.compile("agency:([a-z]{2})-.*");

  private final List<String> placeBefore;
  private final List<String> placeAfter;
  private final List<String> actsBefore;
  private final List<String> actsAfter;
  private final List<String> insideBefore;
  private final List<String> insideAfter;
  private final List<String> numberEnds;
  private final List<String> sharedTitles;
  private final CandidateWords words;
  private final Set<String> foreignName;
  private final Set<String> weakForms = new HashSet<>();

  NameContext(Lexicon lexicon) {
    LexiconFile cues = lexicon.table("names/cues.tsv");
    this.placeBefore = words("place-before", cues);
    this.placeAfter = words("place-after", cues);
    this.actsBefore = words("acts-before", cues);
    this.actsAfter = words("acts-after", cues);
    this.insideBefore = words("inside-before", cues);
    this.insideAfter = words("inside-after", cues);
    this.numberEnds = words("number-end", cues);
    this.sharedTitles = words("shared-title", cues);
    this.words = new CandidateWords(lexicon);
    this.foreignName = Set.copyOf(words("foreign-name", cues));
    for (LexiconFile.Row row : lexicon.table("names/short-forms.tsv").rows()) {
      if (row.cell(2).equals("weak")) {
        weakForms.add(row.cell(0));
      }
    }
  }

  private static List<String> words(String kind, LexiconFile cues) {
    return cues.rows().stream()
        .filter(row -> row.cell(0).equals(kind))
        .flatMap(row -> Arrays.stream(row.cell(1).split(" \\| ")))
        .toList();
  }

  /// Leaves out longer words that are no names, currencies that are the unit of a number, short
  /// forms of countries that stand alone, and one country's agencies after another's name.
  List<NameMatch> filter(String text, List<NameMatch> matches) {
    List<NameMatch> kept = new ArrayList<>();
    Map<String, Boolean> cities = new HashMap<>();
    for (int i = 0; i < matches.size(); i++) {
      NameMatch match = i == 0 ? matches.get(i) : withoutStrangers(text, matches, i);
      boolean keep =
          !match.readings().isEmpty()
              && (!isShort(match) || hasCompany(text, matches, i, cities))
              && !(isCurrency(match) && isUnit(text, match))
              && !isMedal(text, match)
              && !isInsideName(text, match);
      if (keep) {
        kept.add(match);
      }
    }
    return kept;
  }

  /// The match at `i` without the agencies of a country other than the one named right before it.
  private static NameMatch withoutStrangers(String text, List<NameMatch> matches, int i) {
    NameMatch match = matches.get(i);
    NameMatch before = matches.get(i - 1);
    int gap = match.start() - before.end();
    if (gap > POSSESSIVE || text.substring(before.end(), match.start()).contains(",")) {
      return match;
    }
    List<Reading> readings =
        match.readings().stream()
            .filter(reading -> !isOfAnother(reading.entity(), before.readings()))
            .toList();
    return readings.size() == match.readings().size()
        ? match
        : new NameMatch(match.block(), match.start(), match.end(), readings);
  }

  private static boolean isOfAnother(NamedEntity agency, List<Reading> before) {
    Matcher country = OF_COUNTRY.matcher(agency.id());
    if (!country.matches()) {
      return false;
    }
    String own = "country:" + country.group(1).toUpperCase(Locale.ROOT);
    return before.stream()
        .map(reading -> reading.entity().id())
        .anyMatch(id -> id.startsWith("country:") && !id.equals(own));
  }

  private static boolean isCurrency(NameMatch match) {
    return match.readings().stream()
        .anyMatch(reading -> reading.entity().kind().equals("currency"));
  }

  static boolean isShort(NameMatch match) {
    return !match.readings().isEmpty()
        && match.readings().stream().allMatch(reading -> reading.alias().use() == Alias.Use.SHORT);
  }

  /// Whether another short form stands right beside this one, as in 中美 or 美、日、印.
  private boolean hasCompany(
      String text, List<NameMatch> matches, int i, Map<String, Boolean> cities) {
    NameMatch match = matches.get(i);
    return mayBeCountry(text, match)
        && (i > 0 && together(text, matches, i - 1, cities)
            || i + 1 < matches.size() && together(text, matches, i, cities));
  }

  /// Whether the match at `i` and the next one are two countries side by side.
  ///
  /// @param cities what is known of such pairs of this text
  private boolean together(
      String text, List<NameMatch> matches, int i, Map<String, Boolean> cities) {
    NameMatch left = matches.get(i);
    NameMatch right = matches.get(i + 1);
    boolean beside =
        left.end() == right.start()
            || left.end() + 1 == right.start() && text.charAt(left.end()) == '、';
    return beside
        && isShort(left)
        && isShort(right)
        && mayBeCountry(text, left)
        && mayBeCountry(text, right)
        && !left.readings().getFirst().entity().equals(right.readings().getFirst().entity())
        && !cities.computeIfAbsent(
            text.substring(left.start(), right.end()), pair -> isCity(text, matches, pair));
  }

  private static final Pattern OF_CITY = Pattern.compile("[市县縣](?![场場值占面价價况況长長民])");

  /// Whether two short forms in a row are a city's name somewhere in the text: 巴中市, 广东英德. Behind a
  /// province only if the dictionary has the city, since 四川中欧班列 are countries.
  private static boolean isCity(String text, List<NameMatch> matches, String pair) {
    CoreDictionary.Attribute word = CoreDictionary.get(HanScript.simplify(pair));
    boolean known = word != null && word.hasNature(Nature.ns);
    for (int at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1)) {
      int start = at;
      int end = at + pair.length();
      if (OF_CITY.matcher(text).region(end, text.length()).useTransparentBounds(true).lookingAt()
          || known
              && matches.stream()
                  .filter(match -> match.end() == start)
                  .flatMap(match -> match.readings().stream())
                  .anyMatch(reading -> isRegion(reading.entity()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRegion(NamedEntity entity) {
    return entity.kind().equals("province") || entity.id().equals("country:TW");
  }

  /// Not in a date (5日), and, for a weak form, not in a foreign name (哈马克).
  private boolean mayBeCountry(String text, NameMatch match) {
    int start = match.start();
    if (start > 0 && Character.isDigit(text.charAt(start - 1))) {
      return false;
    }
    boolean weak = weakForms.contains(HanScript.simplify(text.substring(start, match.end())));
    return !weak || !writesForeignName(text, start - 1) && !writesForeignName(text, match.end());
  }

  private boolean writesForeignName(String text, int i) {
    return i >= 0 && i < text.length() && foreignName.contains(text.substring(i, i + 1));
  }

  /// A city in the name of its university, or the family name of another person (科林·鲍威尔).
  private boolean isInsideName(String text, NameMatch match) {
    NamedEntity entity = match.readings().getFirst().entity();
    if (entity.type() == EntityType.PERSON) {
      return isOfAnotherGeneration(text, match)
          || isPoint(text, match.start() - 1)
          || isPoint(text, match.end())
          || match.block() != Tag.TITLE && hasOtherFirstName(text, match);
    }
    boolean local =
        entity.type() == EntityType.PLACE
            && !entity.kind().equals("country")
            && !entity.kind().equals("region");
    return local
        && (endsWithAny(left(text, match.start()), insideBefore)
            || startsWithAny(right(text, match.end()), insideAfter));
  }

  /// `Alan Brandt Jr.` where the pack has a father or a son who is called without it.
  private static boolean isOfAnotherGeneration(String text, NameMatch match) {
    String mark = Generation.behind(text, match.end());
    return !mark.isEmpty() && !isLabelled(match, label -> Generation.of(label).equals(mark));
  }

  /// Another person of the family: a capitalised word that is no title stands before the last name.
  private boolean hasOtherFirstName(String text, NameMatch match) {
    int end = match.start() - 1;
    String name = text.substring(match.start(), match.end());
    if (end < MIN_FIRST_NAME || text.charAt(end) != ' ' || !isOneLatinWord(name)) {
      return false;
    }
    int start = end;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String before = text.substring(start, end);
    return before.length() >= MIN_FIRST_NAME
        && Character.isUpperCase(before.charAt(0))
        && before.chars().skip(1).allMatch(Character::isLowerCase)
        && !words.isTitle(before)
        && !words.isNoName(before)
        && NO_FIRST_NAME.stream().noneMatch(before::endsWith)
        && !hasFirstName(match, text.substring(Math.max(0, start - LONGEST_CUE), end));
  }

  private static boolean isOneLatinWord(String name) {
    return !HanScript.isHan(name.charAt(0)) && name.indexOf(' ') < 0;
  }

  /// Whether the words before hold the person's own first name: `Barack Hussein Obama`.
  private static boolean hasFirstName(NameMatch match, String before) {
    return isLabelled(match, label -> before.contains(label.split(" ")[0]));
  }

  private static boolean isLabelled(NameMatch match, Predicate<String> as) {
    return match.readings().stream()
        .flatMap(reading -> reading.entity().labels().values().stream())
        .anyMatch(as);
  }

  /// The spellings that bodies of several countries share.
  List<String> sharedTitles() {
    return sharedTitles;
  }

  private static boolean isPoint(String text, int i) {
    return i >= 0 && i < text.length() && Folding.fold(text.charAt(i)) == '·';
  }

  /// 3金2银1铜, 摘铜: one character for a metal behind a count or a word for winning.
  private boolean isMedal(String text, NameMatch match) {
    return match.length() == 1
        && match.readings().getFirst().entity().kind().equals("element")
        && (isUnit(text, match)
            || match.start() > 0 && WINNING.indexOf(text.charAt(match.start() - 1)) >= 0);
  }

  private static final String WINNING = "摘夺奪揽攬斩斬";

  private boolean isUnit(String text, NameMatch match) {
    String left = left(text, match.start()).stripTrailing();
    return !left.isEmpty()
        && (Character.isDigit(left.charAt(left.length() - 1)) || endsWithAny(left, numberEnds));
  }

  /// Whether the words around the capital say that it is where something is or was. In English a
  /// capital acts unless they do; in Chinese, where names stand in names, only if they say so.
  boolean isPlaceHere(String text, NameMatch match) {
    String left = left(text, match.start());
    String right = right(text, match.end());
    boolean place = endsWithAny(left, placeBefore) || startsWithAny(right, placeAfter);
    if (HanScript.isHan(text.charAt(match.start()))) {
      return place || !endsWithAny(left, actsBefore) && !startsWithAny(right, actsAfter);
    }
    return place || isDateline(text, match) || isAddress(right);
  }

  /// `BEIJING, Nov. 3 (Agency) -` at the head of a paragraph.
  private static boolean isDateline(String text, NameMatch match) {
    String name = text.substring(match.start(), match.end());
    return match.start() == 0 && name.equals(name.toUpperCase(Locale.ROOT));
  }

  /// `, Canada` after Ottawa.
  private static boolean isAddress(String right) {
    return right.length() > 2 && right.startsWith(", ") && Character.isUpperCase(right.charAt(2));
  }

  private static String left(String text, int end) {
    return text.substring(Math.max(0, end - LONGEST_CUE), end).toLowerCase(Locale.ROOT);
  }

  private static String right(String text, int start) {
    return text.substring(start, Math.min(text.length(), start + LONGEST_CUE));
  }

  private static boolean startsWithAny(String right, List<String> cues) {
    String folded = right.toLowerCase(Locale.ROOT);
    return cues.stream().anyMatch(folded::startsWith);
  }

  /// A cue in Latin letters must begin as a word.
  private static boolean endsWithAny(String left, List<String> cues) {
    String trimmed = left.stripTrailing();
    for (String cue : cues) {
      int start = trimmed.length() - cue.length();
      boolean whole =
          !Folding.isWordCharacter(cue.charAt(0))
              || start <= 0
              || !Folding.isWordCharacter(trimmed.charAt(start - 1));
      if (trimmed.endsWith(cue) && whole) {
        return true;
      }
    }
    return false;
  }
}
