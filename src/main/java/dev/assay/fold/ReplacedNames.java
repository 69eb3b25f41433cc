package dev.assay.fold;

import dev.assay.analyze.name.NameSpots;
import dev.assay.cite.Span;
import dev.assay.lexicon.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds where two texts that agree in their words name another person, company, place, court or
/// day in one and the same place: a notice of somebody else.
///
/// Looked at are stretches between words that both have, in order. In texts of any length two names
/// must stand there of which neither is a form of the other and neither stands anywhere in the
/// other text. In a short notice one of two names may stand elsewhere in the other text too, and it
/// is enough that one side is a name or a noun and the other something else.
final class ReplacedNames {

  /// Tokens of a stretch; longer ones are other sentences.
  private static final int LONGEST = 16;

  /// Stretches that are looked at for the one before; a text has few, and order is soon found
  /// again.
  private static final int LOOKED_BACK = 200;

  private static final int SHORTEST_VARIANT = 3;
  private static final int LONGEST_VARIANT = 5;

  private static final Set<String> OUTLETS = Furniture.words("outlet");

  private static final Pattern CITED =
      Pattern.compile(
          "(?:%s|\\P{L}(?:%s))\\s*$"
              .formatted(
                  String.join("|", Furniture.words("citing")),
                  String.join("|", Furniture.words("citing-first"))));

  private static final Set<String> FRAME = Furniture.words("frame");
  private static final Set<String> WORDS_FOR_ANYONE = Furniture.words("anyone");

  /// The longest first: *the* before *he*.
  private static final List<String> IN_TURN =
      WORDS_FOR_ANYONE.stream()
          .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
          .toList();

  private static final Set<String> COMING = Furniture.words("coming");
  private static final Set<String> DAYS = Furniture.words("day");
  private static final Set<String> COUNTS = Furniture.words("count");

  private final Edition first;
  private final Edition second;
  private final boolean notices;

  private ReplacedNames(Edition first, Edition second) {
    this.first = first;
    this.second = second;
    this.notices = first.isNotice() && second.isNotice();
  }

  /// A stretch of tokens in each text, in one place.
  record Gap(int first, int firstEnd, int second, int secondEnd) {}

  /// The first place where the names differ.
  static Optional<Gap> find(List<TextAlignment.Tile> tiles, Edition first, Edition second) {
    ReplacedNames names = new ReplacedNames(first, second);
    return names.gaps(tiles).stream().filter(names::isAnother).findFirst();
  }

  /// What stands between neighbouring stretches of both texts. Before the first and behind the last
  /// only in a notice, since outlets put lines of their own around longer texts.
  private List<Gap> gaps(List<TextAlignment.Tile> tiles) {
    List<Gap> gaps = new ArrayList<>();
    int from = 0;
    int fromOfSecond = 0;
    boolean inside = notices;
    for (TextAlignment.Tile tile : inOrder(tiles)) {
      if (inside) {
        add(new Gap(from, tile.first(), fromOfSecond, tile.second()), gaps);
      }
      inside = true;
      from = tile.first() + tile.length();
      fromOfSecond = tile.second() + tile.length();
    }
    if (notices) {
      add(new Gap(from, first.tokens().size(), fromOfSecond, second.tokens().size()), gaps);
    }
    return gaps;
  }

  /// The stretches that come one after the other in both texts: the heaviest such chain.
  private static List<TextAlignment.Tile> inOrder(List<TextAlignment.Tile> tiles) {
    int[] weights = new int[tiles.size()];
    int[] before = new int[tiles.size()];
    int last = -1;
    for (int i = 0; i < weights.length; i++) {
      before[i] = -1;
      for (int k = Math.max(0, i - LOOKED_BACK); k < i; k++) {
        TextAlignment.Tile tile = tiles.get(k);
        boolean follows = tile.second() + tile.length() <= tiles.get(i).second();
        if (follows && weights[k] > weights[i]) {
          weights[i] = weights[k];
          before[i] = k;
        }
      }
      weights[i] += tiles.get(i).length();
      last = last < 0 || weights[i] > weights[last] ? i : last;
    }
    List<TextAlignment.Tile> chain = new ArrayList<>();
    for (int i = last; i >= 0; i = before[i]) {
      chain.addFirst(tiles.get(i));
    }
    return chain;
  }

  private static void add(Gap gap, List<Gap> gaps) {
    int ofFirst = gap.firstEnd() - gap.first();
    int ofSecond = gap.secondEnd() - gap.second();
    if (ofFirst > 0 && ofSecond > 0 && ofFirst <= LONGEST && ofSecond <= LONGEST) {
      gaps.add(gap);
    }
  }

  private boolean isAnother(Gap gap) {
    String here = words(first, gap.first(), gap.firstEnd());
    String there = words(second, gap.second(), gap.secondEnd());
    if (areOthers(DAYS, here, there)
        || notices && (areOthers(COMING, here, there) || areOthers(COUNTS, here, there))) {
      return true;
    }
    boolean anyone = WORDS_FOR_ANYONE.contains(here) || WORDS_FOR_ANYONE.contains(there);
    if (anyone || FRAME.stream().anyMatch(word -> here.contains(word) || there.contains(word))) {
      return false;
    }
    boolean foot = isFoot(gap);
    List<String> named =
        without(
            namesIn(first, foot ? first.named() : first.names(), gap.first(), gap.firstEnd()),
            second);
    List<String> others =
        without(
            namesIn(second, foot ? second.named() : second.names(), gap.second(), gap.secondEnd()),
            first);
    return areOtherNames(named, others)
        || notices && isOtherFigure(gap)
        || notices && others.isEmpty() && isCertain(named, here) && isOther(there, first)
        || notices && named.isEmpty() && isCertain(others, there) && isOther(here, second)
        || notices && isNamedElsewhere(gap);
  }

  /// Whether two names stand here of which one may stand elsewhere in the other text: nouns do as
  /// often as not (*vessel* for *ferry*), and are left out.
  private boolean isNamedElsewhere(Gap gap) {
    List<String> named = namesIn(first, first.named(), gap.first(), gap.firstEnd());
    List<String> others = namesIn(second, second.named(), gap.second(), gap.secondEnd());
    return areOtherNames(without(named, second), others)
        || areOtherNames(without(others, first), named);
  }

  /// Whether whole sentences end both texts here: a line of each outlet's own, or the last sentence
  /// of a text that the other has cut. Its nouns are about nothing that the other text tells.
  private boolean isFoot(Gap gap) {
    return gap.firstEnd() == first.tokens().size()
        && gap.secondEnd() == second.tokens().size()
        && first.beginsSentence(gap.first())
        && second.beginsSentence(gap.second());
  }

  /// Whether one of the names stands here whole, or is longer than two characters: two that begin
  /// in words of both texts, while the other text has no name there, are words cut wrongly
  /// (勘探中|大有提高).
  private static boolean isCertain(List<String> names, String words) {
    return names.stream()
        .anyMatch(name -> name.length() >= SHORTEST_VARIANT || words.contains(name));
  }

  /// Whether each text has one of these days that the other has not. 明天 in place of 今天 is another
  /// forecast. 昨天 in place of 今天 is a copy of the day after.
  private static boolean areOthers(Set<String> days, String here, String there) {
    Set<String> some = in(here, days);
    Set<String> others = in(there, days);
    return !some.containsAll(others) && !others.containsAll(some);
  }

  private static Set<String> in(String words, Set<String> days) {
    return Arrays.stream(words.split("\\s+")).filter(days::contains).collect(Collectors.toSet());
  }

  /// Something of its own, and not only words for anyone: 他, 该公司.
  private static boolean isOther(String words, Edition other) {
    String left = words;
    for (String word : IN_TURN) {
      left = left.replace(word, "");
    }
    return !left.isBlank() && !other.folded().contains(words);
  }

  /// Whether the two have figures here of which neither stands in the other text.
  private boolean isOtherFigure(Gap gap) {
    return hasOwnFigure(first, gap.first(), gap.firstEnd(), second)
        && hasOwnFigure(second, gap.second(), gap.secondEnd(), first);
  }

  private static boolean hasOwnFigure(Edition edition, int from, int to, Edition other) {
    for (int i = from; i < to; i++) {
      if (edition.tokens().isFigure(i) && !other.hasFigure(edition.tokens().hash(i))) {
        return true;
      }
    }
    return false;
  }

  /// Whether there are names on both sides, and one of the first is no form of any of the others.
  private boolean areOtherNames(List<String> named, List<String> others) {
    return !others.isEmpty()
        && named.stream().anyMatch(name -> others.stream().noneMatch(o -> isForm(name, o)));
  }

  private static List<String> without(List<String> names, Edition other) {
    return names.stream().filter(name -> !other.folded().contains(name)).toList();
  }

  /// The names that stand in these tokens, in part at least.
  private static List<String> namesIn(Edition edition, List<Span> names, int from, int to) {
    int start = edition.tokens().start(from);
    int end = edition.tokens().end(to - 1);
    return names.stream()
        .filter(span -> span.start() < end && span.end() > start)
        .filter(span -> !isOutlet(span, edition) || isCited(span, edition))
        .map(span -> edition.folded().substring(span.start(), span.end()))
        .toList();
  }

  private static boolean isOutlet(Span name, Edition edition) {
    return OUTLETS.stream().anyMatch(name.in(edition.folded())::endsWith);
  }

  /// Whether an outlet is told of, and not the one that tells: that one stands in the first
  /// sentence of a line.
  private static boolean isCited(Span name, Edition edition) {
    int from = edition.firstSentenceEnd(name.start());
    return from < name.start() && CITED.matcher(edition.folded()).region(from, name.start()).find();
  }

  /// Whether one name is the other's short form, or a slip of the pen for it.
  private boolean isForm(String one, String other) {
    return holds(one, other)
        || holds(other, one)
        || NameSpots.isTitled(one, other)
        || NameSpots.isTitled(other, one)
        || !notices && isVariant(one, other)
        || one.charAt(0) < '\u0250'
            && one.charAt(0) == other.charAt(0)
            && MistypedWords.isSlip(one, other);
  }

  /// 朔尔茨 and 肖尔茨, 党中央 and 中共中央: foreign or short names that have more in common than not.
  private static boolean isVariant(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int longer = Math.max(one.length(), other.length());
    boolean foreign = one.contains("·") && other.contains("·");
    return shorter >= SHORTEST_VARIANT
        && (foreign || longer <= LONGEST_VARIANT)
        && 2 * one.chars().filter(c -> other.indexOf(c) >= 0).count() > shorter;
  }

  /// Whether the characters of `part` stand in `whole`, in order.
  private static boolean holds(String whole, String part) {
    int at = 0;
    for (int i = 0; i < whole.length() && at < part.length(); i++) {
      at += whole.charAt(i) == part.charAt(at) ? 1 : 0;
    }
    return at == part.length();
  }

  private static String words(Edition edition, int from, int to) {
    return new String(Folding.fold(edition.words(from, to)));
  }
}
