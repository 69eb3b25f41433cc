package dev.assay.check;

import dev.assay.analyze.quantity.BasisReader;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.check.ArithmeticWords.Words;
import dev.assay.lexicon.Alias;
import dev.assay.lexicon.Ends;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.Units;
import dev.assay.lexicon.WordTable;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads what stands with each number of a text: the terms of the lexicon in either language, Latin
/// words, and pairs of Han characters, heavier the nearer they are. Immutable; safe for use by many
/// threads.
final class ContextReader {

  private static final float TERM = 3;
  private static final float WORD = 2;
  private static final float PAIR = 1;

  /// The share of a mark that stands before the first number of a change, in the second.
  private static final float SUBJECT = 0.7f;

  /// The share of a mark of another clause.
  private static final float OTHER_CLAUSE = 0.6f;

  /// At this distance, in characters, a mark weighs half.
  private static final float HALF_WEIGHT = 30;

  /// Nothing further away belongs to a number.
  private static final int REACH = 120;

  /// So near a number "to" tells what it came to, and else a place: $20 billion to China.
  private static final int TO_REACH = 16;

  /// So near behind a new number stands the "from" of its old one.
  private static final int FROM_REACH = 28;

  private static final String CHANGES = "升降增跌涨提减调";

  /// 升至, 提高到, 降为, but not 升幅为.
  private static final Pattern CHANGED =
      Pattern.compile("[升降增跌涨提减调]\\p{IsHan}?[至到]|[升降增跌涨提减调][长低少加高升]?[为成]");

  private static final String TO_WORD = " to ";
  private static final String FROM_WORD = " from ";

  /// So many clauses back stands what leads one that leaves it out.
  private static final int LEADING_CLAUSES = 3;

  /// Before the word that tells where or by what a number is so.
  private static final Set<String> WHERE = Set.of("in", "at", "by", "on", "among");

  private static final int LONGEST_WHERE = 5;

  /// What stands before the word that leads a clause.
  private static final Set<String> ARTICLES =
      Set.of(
          "the", "a", "an", "and", "while", "but", "its", "their", "his", "her", "each", "every");

  private static final List<String> JOINTS = List.of("and", "while", "but", "or");

  private static final String FUNCTION_CHARACTERS = "的了在是和与及也为对将等这那有以于并或而被把由向到从至每约近超多余";

  private final WordTable<Long> terms;
  private final Set<String> noLeads;

  ContextReader(Names names, Words noLead) {
    Map<String, Long> all = new HashMap<>();
    long id = 1;
    for (NamedEntity entity : names.entities()) {
      for (String label : entity.labels().values()) {
        put(all, label, id);
      }
      for (Alias alias : entity.aliases()) {
        if (alias.use() == Alias.Use.SURE || alias.use() == Alias.Use.CAPITAL) {
          put(all, alias.text(), id);
        }
      }
      id++;
    }
    for (LexiconFile.Row row : names.lexicon().table("bridge.tsv").rows()) {
      bridge(all, row, id++);
    }
    this.terms = WordTable.forwards(all);
    this.noLeads = Set.copyOf(noLead.words());
  }

  /// One row of the bridge; it joins the name that has one of its words already.
  private static void bridge(Map<String, Long> all, LexiconFile.Row row, long id) {
    List<String> words = new ArrayList<>(List.of(row.cell(0).split(" +")));
    words.addAll(List.of(row.cell(1).split(", *")));
    long known = id;
    for (String word : words) {
      known = known == id ? all.getOrDefault(new String(Folding.letters(word)), id) : known;
    }
    for (String word : words) {
      all.put(new String(Folding.letters(word)), known);
    }
  }

  /// One character is enough for the name of an element in Chinese, and for nothing else.
  private static void put(Map<String, Long> all, String word, long id) {
    if (word.length() > 1 || HanScript.isHan(word.charAt(0))) {
      all.putIfAbsent(new String(Folding.letters(word)), id);
    }
  }

  /// A number's place in its text, for finding what belongs to it.
  record Place(int start, int end, String kind) {

    private static final String EVERY = "every";

    /// The place of a number. What stands beside it does not end at the several that it is of: 4
    /// per 100,000 people in the north.
    static Place of(Quantity quantity, char[] text) {
      boolean isEvery = BasisReader.isEvery(text, quantity.span());
      return new Place(
          quantity.span().start(),
          quantity.span().end(),
          isEvery ? EVERY : measured(quantity.unit().kind()));
    }

    boolean isEvery() {
      return kind.equals(EVERY);
    }

    /// The kind of a unit, that of a price being its currency's (每吨报7万元，锡27万元/吨) and that of a
    /// place in a series a rank's: she came third, and he seventh.
    static String measured(String kind) {
      int slash = kind.indexOf('/');
      String plain = slash < 0 ? kind : kind.substring(0, slash);
      return plain.equals(Units.ORDINAL.kind()) ? Units.RANK.kind() : plain;
    }
  }

  /// What stands with the number at `index` of `places`, which are all numbers of the text in
  /// order.
  Context read(char[] text, List<Place> places, int index) {
    Place place = places.get(index);
    Place item = DealtNumbers.item(text, places, index);
    if (item != null) {
      return dealt(text, item, places);
    }
    int left = leftEdge(text, places, index);
    int right = rightEdge(text, places, index);
    Context.Builder marks = new Context.Builder();
    collect(text, left, place.start(), place, places, 1, marks);
    collect(text, place.end(), right, place, places, 1, marks);
    subject(text, places, index, marks);
    change(text, places, index, marks);
    marks.head(head(text, place));
    marks.lead(lead(text, left, place, places));
    marks.tail(tail(text, place, right));
    return marks.build();
  }

  /// What stands with a number that is dealt out to an item of a list.
  private Context dealt(char[] text, Place item, List<Place> places) {
    Context.Builder marks = new Context.Builder();
    collect(text, item.start(), item.end(), item, places, 1, marks);
    marks.lead(Math.max(0, leadOf(text, item.start(), item.end(), places)));
    return marks.build();
  }

  /// Whether no sentence ends in `[from, to)` of a text, of which no more is copied than is looked
  /// at.
  static boolean isOneSentence(String text, int from, int to) {
    int start = Math.max(0, from - 2);
    char[] near =
        text.substring(start, Math.max(start, Math.min(text.length(), to + 1))).toCharArray();
    return isOneSentence(near, from - start, to - start);
  }

  static boolean isOneSentence(char[] text, int from, int to) {
    return IntStream.range(from, to).noneMatch(i -> isSentenceEnd(text, i));
  }

  /// What the clause of a number begins with, past times and numbers, or, where that tells of
  /// nothing, the clause before it: 西库 of 西库蓄水六千万方，占四成五. 0 if nothing leads.
  private long lead(char[] text, int left, Place place, List<Place> places) {
    int start = Math.max(left, clauseStart(text, place.start()));
    long lead = leadOf(text, start, place.start(), places);
    for (int clauses = 1; clauses < LEADING_CLAUSES && lead == 0; clauses++) {
      if (start == 0 || isSentenceEnd(text, start - 1)) {
        return 0;
      }
      int end = isClauseEnd(text, start - 1) ? start - 1 : start;
      start = clauseStart(text, end);
      lead = leadOf(text, start, end, places);
    }
    return Math.max(lead, 0);
  }

  /// Where the clause begins that `end` stands in; a comma within a number ends none.
  private static int clauseStart(char[] text, int end) {
    int start = end;
    while (start > 0 && end - start < REACH && !isClauseEnd(text, start - 1)) {
      start--;
    }
    return start;
  }

  private static boolean isClauseEnd(char[] text, int i) {
    boolean mark = "，,；;".indexOf(text[i]) >= 0;
    return mark && !isInNumber(text, i) || isSentenceEnd(text, i);
  }

  private static boolean isInNumber(char[] text, int i) {
    return text[i] == ',' && i + 1 < text.length && Character.isDigit(text[i + 1]);
  }

  /// The mark of the first words of `[from, to)`: 0 if they tell of nothing, less if nobody knows.
  private long leadOf(char[] text, int from, int to, List<Place> places) {
    int i = from;
    while (i < to && (pastNumber(i, places) > i || isSkipped(text[i]) || isArticle(text, i, to))) {
      i = Math.max(isArticle(text, i, to) ? wordEnd(text, i, to) : i + 1, pastNumber(i, places));
    }
    if (i < to && WordTable.isLatin(text[i])) {
      return latinLead(text, i, to);
    }
    boolean leads = i + 2 <= to && isPair(text, i) && !noLeads.contains(new String(text, i, 2));
    return leads ? pair(text, i) : 0;
  }

  private long latinLead(char[] text, int at, int to) {
    int i = pastOwner(text, at, to);
    String word = new String(text, i, wordEnd(text, i, to) - i);
    long lead = wordAt(text, i, to);
    boolean form = (word.endsWith("ing") || word.endsWith("ed")) && term(text, i, to) == null;
    if (noLeads.contains(word) || form) {
      return 0;
    }
    return lead == 0 ? -1 : lead;
  }

  /// Past whose it is that leads: the tram of Brackley's tram.
  private static int pastOwner(char[] text, int i, int to) {
    int end = wordEnd(text, i, to);
    boolean owner =
        end + 3 < to
            && "'’".indexOf(text[end]) >= 0
            && text[end + 1] == 's'
            && text[end + 2] == ' '
            && WordTable.isLatin(text[end + 3]);
    return owner ? end + 3 : i;
  }

  /// The word behind the first preposition after a number in its clause: 38 in the south.
  private static long tail(char[] text, Place place, int right) {
    int at = place.end();
    while (at < right && !isClauseEnd(text, at)) {
      int end = WordTable.isLatin(text[at]) ? wordEnd(text, at, right) : at + 1;
      boolean fits = end - at >= 2 && end - at <= LONGEST_WHERE;
      if (fits && WHERE.contains(new String(text, at, end - at))) {
        int from = Math.min(end + 1, right);
        while (from < right && isArticle(text, from, right)) {
          from = Math.min(wordEnd(text, from, right) + 1, right);
        }
        return from < right ? wordAt(text, from, right) : 0;
      }
      at = end;
    }
    return 0;
  }

  private static boolean isArticle(char[] text, int i, int to) {
    return WordTable.isLatin(text[i])
        && (i == 0 || !WordTable.isLatin(text[i - 1]))
        && ARTICLES.contains(new String(text, i, wordEnd(text, i, to) - i));
  }

  private static int wordEnd(char[] text, int i, int to) {
    int end = i;
    while (end < to && WordTable.isLatin(text[end])) {
      end++;
    }
    return end;
  }

  private static boolean isSkipped(char c) {
    return Character.isDigit(c)
        || " 、，年月日季度上下去今明前后".indexOf(c) >= 0
        || FUNCTION_CHARACTERS.indexOf(c) >= 0;
  }

  /// The word that tells what a number counts: 鱿鱼1.4万吨, 18 suites. 0 if none touches it.
  private static long head(char[] text, Place place) {
    int end = place.start();
    while (end > 0 && FUNCTION_CHARACTERS.indexOf(text[end - 1]) >= 0) {
      end--;
    }
    if (end >= 2 && isPair(text, end - 2)) {
      return pair(text, end - 2);
    }
    int start =
        place.end() < text.length && text[place.end()] == ' ' ? place.end() + 1 : place.end();
    return wordAt(text, start, text.length);
  }

  /// Where what stands with the number at `index` begins.
  int left(char[] text, List<Place> places, int index) {
    return leftEdge(text, places, index);
  }

  /// Where what stands with the number at `index` ends.
  int right(char[] text, List<Place> places, int index) {
    return rightEdge(text, places, index);
  }

  /// The term of the lexicon at `i`, or null.
  WordTable.@Nullable Match<Long> term(char[] text, int i, int to) {
    return terms.at(text, i, to);
  }

  /// What stands with the number at `index` in its own clause.
  Context readClause(char[] text, List<Place> places, int index) {
    Place place = places.get(index);
    int left = leftEdge(text, places, index);
    int right = rightEdge(text, places, index);
    int start = clause(text, left, place.start(), place).start();
    int end = clause(text, place.end(), right, place).end();
    Context.Builder marks = new Context.Builder();
    collect(text, start, place.start(), place, places, 1, marks);
    collect(text, place.end(), end, place, places, 1, marks);
    return marks.build();
  }

  /// The words of some stretches, whatever their distance.
  Context read(char[] text, List<TableContext.Stretch> stretches) {
    Context.Builder marks = new Context.Builder();
    for (TableContext.Stretch stretch : stretches) {
      Place here = new Place(stretch.start(), stretch.end(), "");
      collect(text, stretch.start(), stretch.end(), here, List.of(), 1, marks);
    }
    return marks.build();
  }

  /// In "the margin rose from 18 % to 20 %" both are margins: what stands before the first of a
  /// change belongs to the second as well.
  private void subject(char[] text, List<Place> places, int index, Context.Builder marks) {
    Place place = places.get(index);
    int before = index - 1;
    while (before >= 0
        && place.start() - places.get(before).end() <= REACH
        && !places.get(before).kind().equals(place.kind())) {
      before--;
    }
    if (before < 0
        || place.start() - places.get(before).end() > REACH
        || !isChange(text, places.get(before).end(), place.start())) {
      return;
    }
    Place first = places.get(before);
    collect(text, leftEdge(text, places, before), first.start(), first, places, SUBJECT, marks);
  }

  /// In a change one number is the old one and one the new.
  private static void change(char[] text, List<Place> places, int index, Context.Builder marks) {
    Place place = places.get(index);
    for (int k = index - 1; k >= 0 && index - k < 3; k--) {
      Place before = places.get(k);
      if (before.kind().equals(place.kind())) {
        if (isChange(text, before.end(), place.start()) || isFromTo(text, before, place)) {
          marks.add(Context.TO, TERM);
        } else if (isChangeBack(text, before, place)) {
          marks.add(Context.FROM, TERM);
        }
        break;
      }
    }
    for (int k = index + 1; k < places.size() && k - index < 3; k++) {
      Place after = places.get(k);
      if (after.kind().equals(place.kind())) {
        if (isChange(text, place.end(), after.start()) || isFromTo(text, place, after)) {
          marks.add(Context.FROM, TERM);
        } else if (isChangeBack(text, place, after)) {
          marks.add(Context.TO, TERM);
        }
        break;
      }
    }
  }

  /// To 62 million from 97 million, last year from: the new number stands first.
  private static boolean isChangeBack(char[] text, Place first, Place second) {
    int from = first.end();
    int to = second.start();
    boolean near = to - from >= FROM_WORD.length() && to - from <= FROM_REACH;
    return near
        && endsWith(text, first.start(), TO_WORD)
        && endsWith(text, to, FROM_WORD)
        && !isChange(text, from, to);
  }

  /// 从12人精简到9人, whatever the verb.
  private static boolean isFromTo(char[] text, Place first, Place second) {
    boolean near = second.start() > first.end() && second.start() - first.end() <= TO_REACH;
    return near
        && first.start() > 0
        && "从由自".indexOf(text[first.start() - 1]) >= 0
        && "到至".indexOf(text[second.start() - 1]) >= 0;
  }

  private static boolean endsWith(char[] text, int end, String word) {
    int start = end - word.length();
    return start >= 0 && new String(text, start, word.length()).equals(word);
  }

  private static boolean isChange(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Ends.OF_CHECKED_CLAUSE.indexOf(text[i]) >= 0 || isSentenceEnd(text, i)) {
        return false;
      }
      if (isChangeVerb(text, i, to)) {
        return true;
      }
    }
    return false;
  }

  private static int leftEdge(char[] text, List<Place> places, int index) {
    Place place = places.get(index);
    int edge = Math.max(0, place.start() - REACH);
    for (int i = place.start() - 1; i >= edge; i--) {
      if (isSentenceEnd(text, i)) {
        edge = i + 1;
        break;
      }
    }
    for (int k = index - 1; k >= 0; k--) {
      Place before = places.get(k);
      if (before.end() <= edge) {
        break;
      }
      if (before.kind().equals(place.kind())) {
        return Math.max(edge, split(text, before.end(), place.start(), true));
      }
    }
    return edge;
  }

  private static int rightEdge(char[] text, List<Place> places, int index) {
    Place place = places.get(index);
    int edge = Math.min(text.length, place.end() + REACH);
    for (int i = place.end(); i < edge; i++) {
      if (isSentenceEnd(text, i)) {
        edge = i;
        break;
      }
    }
    for (int k = index + 1; k < places.size(); k++) {
      Place after = places.get(k);
      if (after.start() >= edge) {
        break;
      }
      if (after.kind().equals(place.kind()) && !isOf(text, place.end(), after.start())) {
        return Math.min(edge, split(text, place.end(), after.start(), false));
      }
    }
    return edge;
  }

  /// In "twelve of the 17 speakers" the words after the second number belong to both.
  private static boolean isOf(char[] text, int from, int to) {
    return to - from <= 10 && isWord(text, from + 1, "of") && text[from] == ' ';
  }

  static boolean isSentenceEnd(char[] text, int i) {
    return Ends.OF_CHECKED_SENTENCE.indexOf(text[i]) >= 0
        || text[i] == '.'
            && (i + 1 == text.length || text[i + 1] == ' ')
            && i > 1
            && text[i - 2] != '.';
  }

  /// Where the text between two numbers of one kind goes from the first to the second: at its first
  /// joint, since what comes behind mostly opens with whose the second is, and with other numbers
  /// of it (净流入858万元，占总额2.4%). Without a joint it belongs to both.
  private static int split(char[] text, int from, int to, boolean forSecond) {
    for (int i = from; i < to; i++) {
      if (isJoint(text, i) || isChangeVerb(text, i, to)) {
        return i;
      }
    }
    return forSecond ? from : to;
  }

  /// Whether what is said goes on at `i` with something else.
  static boolean isJoint(char[] text, int i) {
    return Ends.OF_CHECKED_CLAUSE.indexOf(text[i]) >= 0 && !isInNumber(text, i)
        || "和与及而但".indexOf(text[i]) >= 0
        || text[i] == ' ' && JOINTS.stream().anyMatch(word -> isWord(text, i + 1, word));
  }

  /// From 84 % to 125 %, 由84%提高至125%: what follows the verb belongs to the second.
  private static boolean isChangeVerb(char[] text, int i, int to) {
    boolean verb =
        CHANGES.indexOf(text[i]) >= 0
            && CHANGED.matcher(CharBuffer.wrap(text, i, to - i)).lookingAt();
    return verb || text[i] == ' ' && isWord(text, i + 1, "to") && to - i <= TO_REACH;
  }

  static boolean isWord(char[] text, int at, String word) {
    if (at + word.length() >= text.length || text[at + word.length()] != ' ') {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Adds to `marks` what stands in `[from, to)`, the heavier the nearer to `place`.
  ///
  /// @param part the share of its weight that each mark has
  void collect(
      char[] text,
      int from,
      int to,
      Place place,
      List<Place> places,
      float part,
      Context.Builder marks) {
    Place edge = clause(text, from, to, place);
    int i = from;
    while (i < to && !marks.isFull()) {
      int past = pastNumber(i, places);
      boolean wordStart = i == 0 || !WordTable.isLatin(text[i - 1]) || !WordTable.isLatin(text[i]);
      WordTable.Match<Long> term = wordStart ? terms.at(text, i, to) : null;
      float clause = i < edge.start() || i >= edge.end() ? OTHER_CLAUSE : 1;
      float near = part * clause / (1 + distance(i, place) / HALF_WEIGHT);
      if (past > i && term != null && term.end() >= past && i != place.start()) {
        marks.add(term.value(), TERM * near); // 一期, first phase
      }
      if (past > i) {
        i = past;
        continue;
      }
      if (term != null) {
        marks.add(term.value(), TERM * near);
      }
      i =
          HanScript.isHan(text[i])
              ? pair(text, i, to, near, marks)
              : WordTable.isLatin(text[i]) ? word(text, i, to, near, marks) : i + 1;
    }
  }

  /// The clause of a number, as far as `[from, to)` goes.
  static Place clause(char[] text, int from, int to, Place place) {
    int start = Math.max(from, Math.min(place.start(), to));
    while (start > from && "，,；;".indexOf(text[start - 1]) < 0) {
      start--;
    }
    int end = Math.max(from, Math.min(place.end(), to));
    while (end < to && "，,；;".indexOf(text[end]) < 0) {
      end++;
    }
    return new Place(to <= place.start() ? start : from, from >= place.end() ? end : to, "");
  }

  /// The end of the number that covers `i`, or `i`; the places are in order.
  private static int pastNumber(int i, List<Place> places) {
    int low = 0;
    int high = places.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Place place = places.get(middle);
      if (place.start() > i) {
        high = middle - 1;
      } else if (place.end() <= i) {
        low = middle + 1;
      } else {
        return place.end();
      }
    }
    return i;
  }

  private static int distance(int i, Place place) {
    if (place.start() <= i && i < place.end()) {
      return 0;
    }
    return i < place.start() ? place.start() - i : i - place.end();
  }

  private static int pair(char[] text, int i, int to, float near, Context.Builder marks) {
    if (i + 1 < to && isPair(text, i)) {
      marks.add(pair(text, i), PAIR * near);
    }
    return i + 1;
  }

  private static boolean isPair(char[] text, int i) {
    return HanScript.isHan(text[i])
        && HanScript.isHan(text[i + 1])
        && FUNCTION_CHARACTERS.indexOf(text[i]) < 0
        && FUNCTION_CHARACTERS.indexOf(text[i + 1]) < 0;
  }

  private static long pair(char[] text, int i) {
    return (1L << 40) + ((long) text[i] << 16) + text[i + 1];
  }

  private static int word(char[] text, int i, int to, float near, Context.Builder marks) {
    int end = i;
    while (end < to && WordTable.isLatin(text[end])) {
      end++;
    }
    long word = wordAt(text, i, end);
    if (word != 0) {
      marks.add(word, WORD * near);
    }
    return end;
  }

  /// The first six letters of a word of four or more: enough to hold its forms together. 0 if none
  /// begins at `i`.
  private static long wordAt(char[] text, int i, int to) {
    int end = i;
    long hash = 17;
    while (end < to && WordTable.isLatin(text[end])) {
      if (end - i < 6) {
        hash = 31 * hash + text[end];
      }
      end++;
    }
    return end - i >= 4 ? (1L << 41) + hash : 0;
  }
}
