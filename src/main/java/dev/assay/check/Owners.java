package dev.assay.check;

import dev.assay.check.ContextReader.Place;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.WordTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the names that stand with one number: things of the lexicon in either language, Latin
/// words with a capital, and Chinese names by their end (东岭县, 江口银行). Immutable; safe for use by
/// many threads.
final class Owners {

  private static final Set<EntityType> OWNING =
      Set.of(
          EntityType.PLACE,
          EntityType.COMPANY,
          EntityType.ORGANISATION,
          EntityType.PERSON,
          EntityType.PRODUCT);

  /// What stands before a country of one character: 对美, 输欧.
  private static final String SHORT_FORM_AFTER = "对输赴销";

  /// 队员 and 队成员 are of a team, and not the team.
  private static final String PART_OF_TEAM = "员成友伍";

  private static final int LEAST_LETTERS = 3;
  private static final int LONGEST_APPOSITION = 24;
  private static final int LONGEST_PREPOSITION = 8;

  /// The bits that keep words and names without an id apart from ids of the lexicon.
  private static final long LATIN = 1L << 42;

  private static final long HAN = 1L << 43;
  private static final long LONGER = 1L << 45;
  private static final int LONGER_STEM = 3;

  /// A longer word ends a name only where the name begins the clause: 销售汽车 is none.
  private static final int LONGEST_STEM = 4;

  /// How long a loan or a bond runs, in months: a name of it (五年期, the two-year yield).
  private static final long TERM = 1L << 44;

  private static final int MONTHS_OF_YEAR = 12;
  private static final String YEAR = "year";
  private static final String TERM_NUMBERS = "一二两三四五六七八九十";

  /// Such as twelve.
  private static final int LONGEST_NUMBER = 6;

  private final ContextReader contexts;
  private final Set<Long> ids;

  /// Of these another can be the owner: 种植水稻21万亩、油菜9万亩.
  private final Set<Long> products;

  private final Map<Character, Long> shortForms;
  private final Set<String> noNames;
  private final WordTable<Boolean> ends;
  private final String noStems;
  private final List<String> relatives;
  private final List<String> prepositions;

  Owners(Names names, ContextReader contexts, CheckWords words) {
    this.contexts = contexts;
    this.ids = ids(names, OWNING);
    this.products = ids(names, Set.of(EntityType.PRODUCT));
    this.shortForms = shortForms(names);
    this.noNames = Set.copyOf(words.noName.words());
    this.ends =
        WordTable.backwards(
            words.nameEnd.words().stream().collect(Collectors.toMap(word -> word, _ -> true)));
    this.relatives = words.relative.words();
    this.prepositions = words.preposition.words();
    this.noStems = String.join("", words.noNameStem.words());
  }

  /// The countries that one character names after 对, 输 and the like; none that also writes names.
  private static Map<Character, Long> shortForms(Names names) {
    Map<String, Long> all = new HashMap<>();
    long id = 1;
    for (NamedEntity entity : names.entities()) {
      all.put(entity.id(), id++);
    }
    Map<Character, Long> forms = new HashMap<>();
    for (LexiconFile.Row row : names.lexicon().table("names/short-forms.tsv").rows()) {
      Long known = all.get(row.cell(1));
      if (known != null && row.cell(2).isEmpty() && !row.cell(1).equals("country:CN")) {
        forms.put(row.cell(0).charAt(0), known);
      }
    }
    return Map.copyOf(forms);
  }

  /// The ids by which [ContextReader] knows things of some types.
  private static Set<Long> ids(Names names, Set<EntityType> types) {
    Set<Long> owning = new HashSet<>();
    long id = 1;
    for (NamedEntity entity : names.entities()) {
      if (types.contains(entity.type())) {
        owning.add(id);
      }
      id++;
    }
    return Set.copyOf(owning);
  }

  /// The names of one number.
  ///
  /// @param all those that stand with it
  /// @param subject those before it, or handed on to it: what it hands on itself
  record Found(Set<Long> all, Set<Long> subject) {

    static final Found NONE = new Found(Set.of(), Set.of());
  }

  /// The names that stand with the number at `index` of `places`; `folded` is `text`, folded. In
  /// one sentence the subject of the number `before` is handed on to one that has no name or only
  /// that of a product, and to one that begins with a preposition (对欧盟增长9%).
  Found of(String text, char[] folded, List<Place> places, int index, Found before) {
    Place item = DealtNumbers.item(folded, places, index);
    if (item != null) {
      Set<Long> dealt = new LinkedHashSet<>();
      collect(text, folded, item, item, dealt);
      return new Found(dealt, dealt);
    }
    Place place = places.get(index);
    Place left = new Place(contexts.left(folded, places, index), place.start(), "");
    Place right = new Place(place.end(), contexts.right(folded, places, index), "");
    Set<Long> subject = new LinkedHashSet<>();
    Set<Long> all = new LinkedHashSet<>();
    Place clause = clauseOf(folded, left, place);
    collect(text, folded, left, clause, subject);
    if (subject.isEmpty()) {
      Place beside = clauseBefore(folded, left, clause);
      collect(text, folded, beside, beside, subject);
    }
    collect(text, folded, right, clauseOf(folded, right, place), all);
    boolean handed = !before.subject().isEmpty() && isOneSentence(folded, places, index);
    if (handed && subject.isEmpty() && all.isEmpty()) {
      return before;
    }
    if (handed && (products.containsAll(subject) || carriesOn(folded, left.start()))) {
      before.subject().stream()
          .filter(name -> subject.isEmpty() || !products.contains(name))
          .filter(name -> !isTerm(name) || all.stream().noneMatch(Owners::isTerm))
          .findFirst()
          .ifPresent(subject::add);
    }
    all.addAll(subject);
    return new Found(all, subject);
  }

  private static boolean isTerm(long name) {
    return name >= TERM && name < LONGER;
  }

  private static Place clauseOf(char[] folded, Place side, Place number) {
    return ContextReader.clause(folded, side.start(), side.end(), number);
  }

  /// A short clause before that of a number, which may be the name of whom it is told: its sister,
  /// the Danvers, has 180 rooms.
  private Place clauseBefore(char[] folded, Place side, Place clause) {
    int end = Math.max(side.start(), clause.start() - 1);
    int start = ContextReader.clause(folded, side.start(), end, new Place(end, end, "")).start();
    boolean told = end - start <= LONGEST_APPOSITION || isRelative(folded, clause);
    return told ? new Place(start, end, "") : new Place(end, end, "");
  }

  /// Whether a clause is told of what the one before ends with: sold the pit at Arden, which had
  /// shipped 120,000 tonnes.
  private boolean isRelative(char[] folded, Place clause) {
    boolean apart = clause.start() < clause.end() && folded[clause.start()] == ' ';
    int at = apart ? clause.start() + 1 : clause.start();
    return relatives.stream().anyMatch(word -> ContextReader.isWord(folded, at, word));
  }

  private static boolean isOneSentence(char[] folded, List<Place> places, int index) {
    return ContextReader.isOneSentence(
        folded, places.get(index - 1).end(), places.get(index).start());
  }

  private boolean carriesOn(char[] folded, int from) {
    int at = from;
    while (at < folded.length && "，,、 ".indexOf(folded[at]) >= 0) {
      at++;
    }
    int end = Math.min(folded.length, at + LONGEST_PREPOSITION);
    String head = new String(folded, at, Math.max(0, end - at));
    return prepositions.stream().anyMatch(head::startsWith);
  }

  /// Adds the things of the lexicon within `all`, and within its `clause` what is only written like
  /// a name.
  private void collect(String text, char[] folded, Place all, Place clause, Set<Long> found) {
    int to = all.end();
    int i = all.start();
    while (i < to) {
      boolean near = i >= clause.start() && i < clause.end();
      boolean latin = WordTable.isLatin(folded[i]);
      boolean start = i == 0 || !latin || !WordTable.isLatin(folded[i - 1]);
      WordTable.Match<Long> term = start ? contexts.term(folded, i, to) : null;
      if (term != null && ids.contains(term.value())) {
        found.add(term.value());
        i = term.end();
        named(folded, i, clause, found);
      } else if (latin) {
        term(folded, i, found);
        i = word(text, folded, i, to, start && near, found);
      } else {
        term(folded, i, found);
        if (SHORT_FORM_AFTER.indexOf(i == 0 ? ' ' : folded[i - 1]) >= 0) {
          Long id = shortForms.get(folded[i]);
          if (id != null) {
            found.add(id);
          }
        }
        named(folded, ++i, clause, found);
      }
    }
  }

  /// Adds the Chinese name that ends before `end`, if one does.
  private void named(char[] folded, int end, Place clause, Set<Long> found) {
    boolean part = end < folded.length && PART_OF_TEAM.indexOf(folded[end]) >= 0;
    boolean near = end > clause.start() && end <= clause.end() && !part;
    WordTable.Match<Boolean> ending = near ? ends.before(folded, end, clause.start()) : null;
    if (ending != null
        && (end - ending.end() == 1 || ending.end() - clause.start() <= LONGEST_STEM)) {
      han(folded, ending.end(), clause.start(), found);
    }
  }

  /// Adds the term of a loan or a bond that the word at `i` is of: 五年期, the two-year yield.
  private static void term(char[] folded, int i, Set<Long> found) {
    boolean latin = i > 0 && folded[i - 1] == '-' && isYear(folded, i);
    boolean months = isBehind(folded, i, "个月期");
    if (!latin && !months && !isBehind(folded, i, "年期")) {
      return;
    }
    int end = months ? i - 2 : i - 1;
    int start = end;
    while (start > 0 && end - start <= LONGEST_NUMBER && isTermNumber(folded, start - 1, latin)) {
      start--;
    }
    boolean small = start < end && end - start <= LONGEST_NUMBER;
    int number = small ? TimeMarks.number(new String(folded, start, end - start)) : 0;
    if (number > 0) {
      found.add(TERM + (months ? number : (long) number * MONTHS_OF_YEAR));
    }
  }

  /// Whether `word` ends with the character at `i`.
  private static boolean isBehind(char[] folded, int i, String word) {
    int start = i + 1 - word.length();
    return folded[i] == word.charAt(word.length() - 1)
        && start >= 0
        && new String(folded, start, word.length()).equals(word);
  }

  private static boolean isYear(char[] folded, int i) {
    return i + YEAR.length() <= folded.length
        && new String(folded, i, YEAR.length()).equals(YEAR)
        && (i + YEAR.length() == folded.length || folded[i + YEAR.length()] == ' ');
  }

  private static boolean isTermNumber(char[] folded, int i, boolean latin) {
    return Character.isDigit(folded[i])
        || (latin ? WordTable.isLatin(folded[i]) : TERM_NUMBERS.indexOf(folded[i]) >= 0);
  }

  /// Adds the word at `i` if it is written like a name; its end.
  private int word(String text, char[] folded, int i, int to, boolean start, Set<Long> found) {
    int end = i;
    long hash = 17;
    while (end < to && WordTable.isLatin(folded[end])) {
      hash = 31 * hash + folded[end++];
    }
    boolean name =
        start
            && end - i >= LEAST_LETTERS
            && Character.isUpperCase(text.charAt(i))
            && !noNames.contains(new String(folded, i, end - i));
    if (name) {
      found.add(LATIN + (hash & (LATIN - 1)));
    }
    return end;
  }

  /// Adds the two characters before the end of a name at `i`, and the three, if there are: 东岸渔港 is
  /// not 西岸渔港.
  private void han(char[] folded, int i, int from, Set<Long> found) {
    if (i - 2 < from || !isStem(folded[i - 2]) || !isStem(folded[i - 1])) {
      return;
    }
    long two = ((long) folded[i - 2] << 16) + folded[i - 1];
    found.add(HAN + two);
    if (i - LONGER_STEM >= from && isStem(folded[i - LONGER_STEM])) {
      found.add(LONGER + 31 * two + folded[i - LONGER_STEM]);
    }
  }

  private boolean isStem(char c) {
    return HanScript.isHan(c) && noStems.indexOf(c) < 0;
  }
}
