package dev.assay.event.kept;

import dev.assay.analyze.name.Aboutness;
import dev.assay.article.ArticleId;
import dev.assay.event.kept.RiseTable.Named;
import dev.assay.event.kept.RiseWindow.Behind;
import dev.assay.fold.Outlets;
import dev.assay.store.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds what rises: independent texts of three days against the four weeks before, each name, each
/// two names and each phrase against its own past. Used by one thread, within its session.
public final class RiseFinder {

  private static final int MOST_QUIET = 5;

  /// Things whose texts are counted at once.
  private static final int STEP = 500;

  private final RiseTable table;
  private final Outlets outlets;
  private final RiseWindow window;

  /// @param now the end of the three days
  public RiseFinder(Session session, Outlets outlets, Instant now) {
    this.table = new RiseTable(session);
    this.outlets = outlets;
    this.window = RiseWindow.of(table, now);
  }

  /// What may rise.
  public enum Kind {
    NAME,
    /// Two names in the same texts.
    PAIR,
    /// Words of titles that no list has to have.
    PHRASE;

    /// The word used in JSON.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Something with how far it is from its own past.
  ///
  /// @param things ids of the name, or of the two; the words of a phrase
  /// @param sources independent ones behind the texts
  /// @param expected as many texts as its past would give
  /// @param isNew whether no text was about it before
  /// @param newest of the texts, the newest first
  public record Scored(
      Kind kind,
      List<String> things,
      int texts,
      int sources,
      double expected,
      double score,
      boolean isNew,
      List<ArticleId> newest) {

    static final Comparator<Scored> FARTHEST =
        Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::id);

    static final Comparator<Scored> QUIETEST =
        Comparator.comparingDouble(Scored::score).thenComparing(Scored::id);

    public Scored {
      things = List.copyOf(things);
      newest = List.copyOf(newest);
    }

    private Scored with(List<ArticleId> texts) {
      return new Scored(kind, things, this.texts, sources, expected, score, isNew, texts);
    }

    /// What it goes by: the id of a name, or the kind with what it is of.
    public String id() {
      return switch (kind) {
        case NAME -> things.getFirst();
        case PAIR -> "pair:" + String.join("+", things);
        case PHRASE -> "phrase:" + things.getFirst();
      };
    }
  }

  /// Where the three days begin.
  public Instant from() {
    return window.from();
  }

  public Instant until() {
    return window.until();
  }

  /// What rises: names, then two names together, then phrases, of each the farthest above what is
  /// expected first.
  public List<Scored> rising() {
    if (!window.hasPast()) {
      return List.of();
    }
    List<Scored> rising = new ArrayList<>(names());
    List<String> names = rising.stream().map(Scored::id).toList();
    rising.addAll(new PairRises(table, outlets, window).rising(names));
    rising.addAll(new PhraseRises(table, outlets, window).rising());
    return rising;
  }

  private List<Scored> names() {
    List<Named> named =
        table.named(window.from(), window.until(), Aboutness.ABOUT, RiseWindow.LEAST_TEXTS).stream()
            .filter(one -> one.outlets() >= RiseWindow.LEAST_SOURCES)
            .toList();
    Map<String, Integer> before = counts(named, window.past(), window.from());
    return named.stream()
        .flatMap(
            one ->
                window
                    .rise(
                        Kind.NAME,
                        List.of(one.entity()),
                        one.texts(),
                        before.getOrDefault(one.entity(), 0),
                        () -> new Behind(sources(one.entity()), newest(one.entity())))
                    .stream())
        .sorted(Scored.FARTHEST)
        .toList();
  }

  private List<ArticleId> newest(String entity) {
    return table.newest(
        entity, window.from(), window.until(), Aboutness.ABOUT, RiseWindow.MOST_TEXTS);
  }

  private int sources(String entity) {
    return owners(outlets, table.sources(entity, window.from(), window.until(), Aboutness.ABOUT));
  }

  /// How many owners stand behind some outlets.
  static int owners(Outlets outlets, Collection<String> sources) {
    return (int) sources.stream().map(outlets::owner).distinct().count();
  }

  private Map<String, Integer> counts(List<Named> named, Instant start, Instant end) {
    Map<String, Integer> counts = new HashMap<>();
    List<String> entities = named.stream().map(Named::entity).toList();
    for (int i = 0; i < entities.size(); i += STEP) {
      counts.putAll(
          table.counts(
              entities.subList(i, Math.min(i + STEP, entities.size())),
              start,
              end,
              Aboutness.ABOUT));
    }
    return counts;
  }

  /// What much was told of, and now hardly anything: names, then two names together.
  public List<Scored> quiet() {
    if (!window.hasPast()) {
      return List.of();
    }
    List<Named> named =
        table.named(window.past(), window.from(), Aboutness.ABOUT, window.leastForQuiet());
    Map<String, Integer> now = counts(named, window.from(), window.until());
    List<Scored> all =
        named.stream()
            .flatMap(
                one ->
                    window
                        .quiet(
                            Kind.NAME,
                            List.of(one.entity()),
                            now.getOrDefault(one.entity(), 0),
                            one.texts(),
                            List::of)
                        .stream())
            .sorted(Scored.QUIETEST)
            .toList();
    // Texts are asked for those alone that are told.
    List<Scored> quiet =
        new ArrayList<>(
            all.stream().limit(MOST_QUIET).map(one -> one.with(newest(one.id()))).toList());
    Set<String> names = all.stream().map(Scored::id).collect(Collectors.toSet());
    quiet.addAll(new PairRises(table, outlets, window).quiet(names, MOST_QUIET));
    return quiet;
  }
}
