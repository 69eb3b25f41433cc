package dev.assay.event.kept;

import dev.assay.event.TitlePhrases;
import dev.assay.event.kept.RiseFinder.Kind;
import dev.assay.event.kept.RiseFinder.Scored;
import dev.assay.event.kept.RiseTable.Titled;
import dev.assay.event.kept.RiseWindow.Behind;
import dev.assay.fold.Outlets;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Phrases that more titles have than their past would give. Used by one thread.
///
/// On a large desk the titles of a part of all texts are read, the same part of both times.
final class PhraseRises {

  /// Titles of the three days that are cut into words.
  private static final int MOST_TITLES = 4_000;

  /// Titles of the time before in which phrases are looked for.
  private static final int MOST_BEFORE = 40_000;

  /// Phrases that are looked for in the titles before.
  private static final int MOST_PHRASES = 200;

  private static final Comparator<Scored> FARTHEST_LONGEST =
      Comparator.comparingDouble(Scored::score)
          .thenComparingInt(rise -> rise.things().getFirst().length())
          .reversed()
          .thenComparing(Scored::id);

  private final RiseTable table;
  private final Outlets outlets;
  private final RiseWindow window;

  PhraseRises(RiseTable table, Outlets outlets, RiseWindow window) {
    this.table = table;
    this.outlets = outlets;
    this.window = window;
  }

  /// A phrase with the forms in which titles have it, and those titles, the newest first.
  private record Found(Map<String, Integer> forms, Set<Titled> titles) {

    void add(String form, Titled titled) {
      forms.merge(form, 1, Integer::sum);
      titles.add(titled);
    }

    /// The form that most titles have.
    String written() {
      return forms.entrySet().stream()
          .max(
              Map.Entry.<String, Integer>comparingByValue()
                  .thenComparing(Map.Entry.comparingByKey()))
          .orElseThrow()
          .getKey();
    }

    int in(List<String> titles) {
      List<String> folded = forms.keySet().stream().map(PhraseRises::folded).toList();
      return (int)
          titles.stream()
              .filter(title -> folded.stream().anyMatch(form -> stands(form, title)))
              .count();
    }

    Behind behind(Outlets outlets) {
      return new Behind(
          RiseFinder.owners(outlets, titles.stream().map(Titled::source).toList()),
          titles.stream().limit(RiseWindow.MOST_TEXTS).map(Titled::id).toList());
    }
  }

  /// The phrases that rise, the farthest above what is expected first. Of phrases of the very same
  /// titles the longest is told.
  List<Scored> rising() {
    int every =
        1
            + Math.max(
                table.texts(window.from(), window.until()) / MOST_TITLES,
                table.texts(window.past(), window.from()) / MOST_BEFORE);
    List<Found> candidates = candidates(every);
    List<String> before =
        candidates.isEmpty()
            ? List.of()
            : table.titles(window.past(), window.from(), every).stream()
                .map(titled -> folded(titled.title()))
                .toList();
    Overlaps overlaps = new Overlaps();
    return candidates.stream()
        .flatMap(found -> rise(found, before).stream())
        .sorted(FARTHEST_LONGEST)
        .filter(rise -> overlaps.isApart(rise.newest()))
        .toList();
  }

  /// The phrases that enough titles have.
  private List<Found> candidates(int every) {
    Map<String, Found> found = new HashMap<>();
    List<Titled> titles = table.titles(window.from(), window.until(), every);
    List<Map<String, String>> phrases =
        TitlePhrases.of(titles.stream().map(Titled::title).toList());
    for (int i = 0; i < titles.size(); i++) {
      Titled titled = titles.get(i);
      phrases
          .get(i)
          .forEach(
              (key, form) ->
                  found
                      .computeIfAbsent(key, _ -> new Found(new HashMap<>(), new LinkedHashSet<>()))
                      .add(form, titled));
    }
    return found.values().stream()
        .filter(one -> one.titles().size() >= RiseWindow.LEAST_TEXTS)
        .sorted(
            Comparator.comparingInt((Found one) -> one.titles().size())
                .reversed()
                .thenComparing(Found::written))
        .limit(MOST_PHRASES)
        .toList();
  }

  private Optional<Scored> rise(Found found, List<String> before) {
    return window.rise(
        Kind.PHRASE,
        List.of(found.written()),
        found.titles().size(),
        found.in(before),
        () -> found.behind(outlets));
  }

  private static String folded(String title) {
    return new String(Folding.fold(title));
  }

  /// Whether a phrase stands in a title; one in Latin letters by itself.
  private static boolean stands(String phrase, String title) {
    int at = title.indexOf(phrase);
    while (at >= 0 && !isApart(title, at, at + phrase.length())) {
      at = title.indexOf(phrase, at + 1);
    }
    return at >= 0;
  }

  private static boolean isApart(String title, int start, int end) {
    return !(isLatin(title, start - 1) && isLatin(title, start))
        && !(isLatin(title, end - 1) && isLatin(title, end));
  }

  private static boolean isLatin(String title, int i) {
    return i >= 0
        && i < title.length()
        && Character.isLetterOrDigit(title.charAt(i))
        && !HanScript.isHan(title.charAt(i));
  }
}
