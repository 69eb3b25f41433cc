package dev.assay.analyze.choice;

import dev.assay.analyze.choice.Phrase.Kind;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.text.Word.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds what may be the subject of a figure: names that packs know, noun phrases with their parts,
/// phrases joined by "of" or 的, lists, and what stands between quotation marks.
///
/// It finds too many rather than too few: which of them it is, is weighed later. Linear in the
/// text.
final class PhraseFinder {

  private static final int LONGEST = 80;
  private static final int LONGEST_QUOTATION = 25;
  private static final int MOST_LISTED = 6;
  private static final List<String> QUOTES = List.of("《》", "“”", "「」", "‘’");

  private final WordedText text;
  private final Map<Long, Phrase> found = new LinkedHashMap<>();
  private final List<Phrase> wholes = new ArrayList<>();

  private PhraseFinder(WordedText text) {
    this.text = text;
  }

  /// The phrases of a text, in the order of their last words.
  static List<Phrase> of(WordedText text) {
    PhraseFinder finder = new PhraseFinder(text);
    text.names.forEach(finder::addName);
    finder.addWholes();
    finder.addJoined();
    QUOTES.forEach(finder::addQuoted);
    finder.found.values().removeIf(finder::isNationality);
    finder.found.values().removeIf(finder::isHome);
    finder.found.values().removeIf(finder::isMoney);
    return finder.found.values().stream()
        .sorted((a, b) -> Integer.compare(a.last(), b.last()))
        .toList();
  }

  // ---- noun phrases

  private void addWholes() {
    int i = 0;
    while (i < text.size()) {
      int from = i;
      while (i < text.size()
          && isInside(i, from)
          && (i == from || text.together(i, i - 1) && !text.isApart(i))) {
        i++;
      }
      int to = i - 1;
      while (to >= from && !isHead(to)) {
        to--;
      }
      int first = from;
      while (first <= to && isLeading(first)) {
        first++;
      }
      if (first <= to && add(first, to, to, Kind.WHOLE)) {
        addParts(first, to);
      }
      i = Math.max(i, from + 1);
    }
  }

  private boolean isInside(int i, int from) {
    return text.isChinese ? isChineseInside(i) : isEnglishInside(i, from);
  }

  private boolean isEnglishInside(int i, int from) {
    return switch (text.word(i).part()) {
      case DETERMINER, ADJECTIVE, ATTRIBUTE, OTHER -> true;
      case NOUN, VERB_NOUN, NAME, PERSON, PLACE, BODY -> true;
      case LINK -> i > from;
      case NUMBER -> !text.isFigure(i) || isDescribing(i);
      case PRONOUN -> text.base(i).matches("my|your|his|her|its|our|their");
      case SIGN -> text.base(i).matches("[-–&]") && i > from;
      case VERB -> i > from && isParticiple(i);
      case AUXILIARY, ADVERB, MEASURE, DIRECTION, TIME, PREPOSITION, CONJUNCTION, PARTICLE -> false;
    };
  }

  /// "the proposed mine", "a growing market".
  private boolean isParticiple(int i) {
    boolean before = text.is(i - 1, Part.DETERMINER) || text.is(i - 1, Part.ADJECTIVE);
    String written = text.written(i);
    boolean form = written.endsWith("ed") || written.endsWith("ing");
    return before && form && text.has(i + 1) && text.word(i + 1).part().isNoun();
  }

  /// "34-year-old", "second": a figure that says more of the noun behind it.
  private boolean isDescribing(int i) {
    return text.base(i).equals("#rank") || text.written(i).indexOf('-') > 0;
  }

  private boolean isChineseInside(int i) {
    return switch (text.word(i).part()) {
      case NOUN, VERB_NOUN, PERSON, PLACE, BODY, NAME, ATTRIBUTE, ADJECTIVE -> true;
      case OTHER -> true;
      case DIRECTION -> !text.base(i).matches("[中上内里下前后外间]|之.|以.|期间");
      case VERB -> text.cue(i).startsWith("n:") && text.base(i).length() > 1;
      case NUMBER -> !text.isFigure(i) && text.written(i).matches("[A-Za-z0-9]+");
      case AUXILIARY, ADVERB, PRONOUN, DETERMINER, MEASURE, TIME, PREPOSITION -> false;
      case SIGN -> text.base(i).equals("·");
      case CONJUNCTION, LINK, PARTICLE -> false;
    };
  }

  private boolean isHead(int i) {
    return text.word(i).part().isNoun()
        || text.is(i, Part.OTHER) && text.written(i).length() > 1
        || text.isChinese && text.is(i, Part.VERB)
        || text.isChinese && text.is(i, Part.NUMBER) && !text.isFigure(i);
  }

  private boolean isLeading(int i) {
    return switch (text.word(i).part()) {
      case DETERMINER, LINK, PRONOUN, ADVERB, SIGN, NUMBER -> !text.isChinese;
      case ADJECTIVE, DIRECTION, VERB -> false;
      default -> false;
    };
  }

  private void addParts(int first, int last) {
    int start = first;
    for (int i = first; i <= last; i++) {
      if (text.is(i, Part.LINK)) {
        add(start, i - 1, i - 1, Kind.OWNER);
        add(i + 1, last, last, Kind.PART);
        start = i + 1;
      }
    }
    for (int i = start; i < last; i++) {
      boolean ends = text.isName(i) && (!text.isName(i + 1) || text.isChinese);
      if (ends || text.isChinese && i - first < 3) {
        add(start, i, i, text.isName(i) ? Kind.OWNER : Kind.PART);
      }
      if (text.isChinese && text.isName(i) && i > start) {
        add(i, i, i, Kind.PART);
      }
    }
    for (int i = last; i > start && last - i < (text.isChinese ? 3 : 2); i--) {
      add(i, last, last, Kind.PART);
    }
  }

  // ---- joined phrases

  /// Phrases that "of" or 的 joins, and lists.
  private void addJoined() {
    for (int k = 0; k + 1 < wholes.size(); k++) {
      Phrase whole = wholes.get(k);
      Phrase next = wholes.get(k + 1);
      int link = whole.last() + 1;
      if (text.isChinese && text.is(link, Part.LINK) && next.first() == link + 1) {
        add(whole.first(), next.last(), next.head(), Kind.OF);
      }
      boolean of = text.base(link).equals("of") && next.first() - link <= 2;
      if (of && text.together(link, next.first())) {
        add(whole.first(), next.last(), whole.head(), Kind.OF);
      }
      addList(k);
    }
  }

  /// "Peru, Chile and Brazil": from the first of a list to the one behind "and".
  private void addList(int first) {
    for (int k = first; k + 1 < Math.min(wholes.size(), first + MOST_LISTED); k++) {
      int from = wholes.get(k).last() + 1;
      int to = wholes.get(k + 1).first() - 1;
      if (!text.together(from, wholes.get(k + 1).first()) || to - from > 1 || to < from) {
        return;
      }
      if (to > from && !text.base(to).matches("and|or|the|an?")) {
        return; // countries, which France and Japan
      }
      boolean joins = text.base(from).matches("and|&|和|与|及|以及|并") || text.base(to).equals("and");
      if (joins) {
        add(
            wholes.get(first).first(),
            wholes.get(k + 1).last(),
            wholes.get(k + 1).head(),
            Kind.LIST);
        return;
      }
      if (!text.base(from).matches("[,、]")) {
        return;
      }
    }
  }

  // ---- names and quotations

  /// Italy of "the 22-year-old Italian", 意大利指挥家马里奥·罗西: it only tells where a person is from.
  private boolean isNationality(Phrase phrase) {
    return phrase.kind() == Kind.KNOWN
        && text.isPlace(phrase)
        && wholes.stream().anyMatch(whole -> whole.holds(phrase) && isPerson(whole));
  }

  /// Singapore of "Pearl Pianos of Singapore", 美国 of 美国的福特公司: it only tells where a firm is.
  private boolean isHome(Phrase phrase) {
    if (!text.isPlace(phrase)) {
      return false;
    }
    int link = text.isChinese ? phrase.last() + 1 : phrase.first() - 1;
    int firm = text.isChinese ? link + 1 : link - 1;
    boolean joined = text.isChinese ? text.is(link, Part.LINK) : text.base(link).equals("of");
    return joined && text.together(firm, link) && isFirm(firm);
  }

  private boolean isFirm(int i) {
    return text.is(i, Part.BODY) || text.is(i, Part.NAME);
  }

  /// 人民币 of 人民币贷款.
  private boolean isMoney(Phrase phrase) {
    return text.isCurrency(phrase)
        && wholes.stream().anyMatch(whole -> whole.holds(phrase) && whole.isLonger(phrase));
  }

  private boolean isPerson(Phrase whole) {
    int before = Math.max(0, whole.start() - "-year-old ".length());
    String described = text.text.original.substring(before, whole.end());
    return text.is(whole.head(), Part.PERSON) || described.contains("year-old");
  }

  private void addName(Mark.Name name) {
    addSpan(name.start(), name.end(), Kind.KNOWN, name.id());
  }

  private void addQuoted(String signs) {
    String all = text.text.original;
    int open = all.indexOf(signs.charAt(0));
    while (open >= 0) {
      int close = all.indexOf(signs.charAt(1), open);
      if (close > open + 1 && close - open < LONGEST_QUOTATION) {
        addSpan(open + 1, close, Kind.QUOTED, null);
      }
      open = all.indexOf(signs.charAt(0), open + 1);
    }
  }

  private void addSpan(int start, int end, Kind kind, @Nullable String id) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < text.size(); i++) {
      if (text.word(i).start() < end && text.word(i).end() > start) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first >= 0 && !text.isFigure(first)) {
      put(new Phrase(start, end, first, last, last, kind, id));
    }
  }

  private boolean add(int first, int last, int head, Kind kind) {
    if (first > last || first == last && (isPronoun(first) || isActing(first))) {
      return false;
    }
    int start = text.word(first).start();
    int end = text.word(last).end();
    boolean short1 = text.isChinese && end - start < 2 && !text.isName(first);
    if (end - start > LONGEST || short1 || isTorn(start, end)) {
      return false;
    }
    Phrase phrase = new Phrase(start, end, first, last, head, kind, null);
    if (kind == Kind.WHOLE) {
      wholes.add(phrase);
    }
    put(phrase);
    return true;
  }

  /// D of D-Wave: a single letter that a hyphen binds to more of its name.
  private boolean isTorn(int start, int end) {
    FoldedText all = text.text;
    return end - start == 1
        && (all.at(end) == '-' && all.isLatin(end + 1)
            || all.at(start - 1) == '-' && all.isLatin(start - 2));
  }

  /// What points and is no noun: "it", and not 该公司, which stands for the one before it.
  private boolean isPronoun(int i) {
    return text.isPointing(i) && !(text.isChinese && text.word(i).part().isNoun());
  }

  /// Despite holding 34 percent, after buying the mine: a verb that says more of the subject behind
  /// it, and no thing.
  private boolean isActing(int i) {
    return !text.isChinese
        && text.written(i).endsWith("ing")
        && text.is(i - 1, Part.PREPOSITION)
        && text.together(i, i + 1)
        && opensObject(i + 1);
  }

  private boolean opensObject(int i) {
    return switch (text.word(i).part()) {
      case DETERMINER, ADJECTIVE, ADVERB, NUMBER, PRONOUN -> true;
      default -> false;
    };
  }

  private void put(Phrase phrase) {
    found.putIfAbsent(((long) phrase.start() << 32) | phrase.end(), phrase);
  }
}
