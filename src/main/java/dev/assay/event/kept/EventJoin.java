package dev.assay.event.kept;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.article.ArticleId;
import dev.assay.event.Clusters;
import dev.assay.event.EventReader;
import dev.assay.event.EventText;
import dev.assay.event.Spoken;
import dev.assay.event.Weighing;
import dev.assay.event.kept.EventTable.Member;
import dev.assay.fold.ByHand;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.ArticleHead;
import dev.assay.store.Happening;
import dev.assay.store.Happening.Kind;
import dev.assay.store.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Has texts find the event that they tell of.
///
/// A text that came is compared with those of about the same time that share rare names, figures or
/// words with it. The events of those that are like it are grouped anew, all their texts and the
/// newcomer together, so that it does not matter which came first; what a reader said of them holds
/// against every comparison. How much a term tells depends on what the newest texts of the desk
/// speak of too. Safe for use by many threads.
public final class EventJoin {

  /// The most alike by shared keys.
  private static final int MOST_CANDIDATES = 48;

  /// Texts that are grouped at once; of more, those of the events that are most alike.
  private static final int MOST_TEXTS = 160;

  /// The newest texts of the desk, by which it is known what is common there.
  private static final int SAMPLE = 400;

  /// With so many more texts the sample is taken anew: at the same texts on every desk, however
  /// often it is opened.
  private static final int RENEWED = 64;

  /// Likeness of texts that must stand together, and of those that must not.
  private static final double TOGETHER = 1e6;

  private static final double APART = -1e9;

  private final EventReader reader;
  private @Nullable Weighing weighing;
  private long upTo = -1;

  public EventJoin(EventReader reader) {
    this.reader = reader;
  }

  /// With the names that the program ships.
  public static EventJoin of(Lexicon lexicon) {
    TagMatcher names = new TagMatcher(Names.load(lexicon));
    return new EventJoin(new EventReader(lexicon, () -> names));
  }

  /// What an article speaks of, for [EventTable#put].
  public EventReader reader() {
    return reader;
  }

  private synchronized Weighing weighing(EventTable table) {
    long whole = table.last() / RENEWED * RENEWED;
    if (weighing == null || whole != upTo) {
      Weighing fresh = reader.weighing();
      table.between(whole - SAMPLE, whole).forEach(fresh::add);
      weighing = fresh;
      upTo = whole;
    }
    return weighing;
  }

  /// Has an article find its event, after it was folded with its copies. What it speaks of was kept
  /// before.
  ///
  /// @param at since when what is found holds
  public void join(Session session, ArticleId id, Instant at) {
    EventTable table = new EventTable(session);
    ArticleId canonical = session.articles().canonical(id);
    table.dropKeysOfCopies(canonical);
    Set<ArticleId> left = leave(table, table.copies(canonical), at);
    Round round = new Round(session, table, weighing(table), at);
    if (canonical.equals(id) || table.of(List.of(canonical)).isEmpty()) {
      round.regroup(List.of(canonical), canonical.equals(id));
    }
    left.forEach(text -> round.regroup(List.of(text), false));
  }

  /// Brings events up to date after groups of copies changed and no text came: what stands for a
  /// group from now on finds the event of the text that it was a copy of, and what became a copy
  /// leaves its own.
  ///
  /// @param articles of the groups that changed; those that are gone are passed over
  public void follow(Session session, Collection<ArticleId> articles, Instant at) {
    EventTable table = new EventTable(session);
    Set<ArticleId> spokenOf = new LinkedHashSet<>();
    for (ArticleHead head : session.articles().heads(articles).values()) {
      spokenOf.add(head.canonical());
    }
    for (ArticleId canonical : List.copyOf(spokenOf)) {
      table.dropKeysOfCopies(canonical);
      spokenOf.addAll(leave(table, table.copies(canonical), at));
    }
    if (!spokenOf.isEmpty()) {
      Round round = new Round(session, table, weighing(table), at);
      spokenOf.forEach(text -> round.regroup(List.of(text), false));
    }
  }

  /// Takes texts out of their events.
  ///
  /// @return a text of each event that they left, which may have been called by one of them. Each
  ///   is grouped by itself: through a copy that stood between them events that are weeks apart
  ///   would become one
  private static Set<ArticleId> leave(EventTable table, Collection<ArticleId> leaving, Instant at) {
    Set<ArticleId> events = new LinkedHashSet<>();
    table.of(leaving).values().forEach(row -> events.add(row.event()));
    leaving.forEach(text -> table.leave(text, at));
    Set<ArticleId> left = new LinkedHashSet<>();
    for (ArticleId event : events) {
      table.members(List.of(event)).stream().findFirst().map(Member::article).ifPresent(left::add);
    }
    return left;
  }

  /// Groups the events of some articles anew, by a reader's word.
  void regroup(Session session, Collection<ArticleId> articles, Instant at) {
    EventTable table = new EventTable(session);
    new Round(session, table, weighing(table), at).regroup(articles, false);
  }

  /// One grouping of a few events.
  private static final class Round {
    private final Session session;
    private final EventTable table;
    private final Weighing weighing;
    private final Instant at;

    Round(Session session, EventTable table, Weighing weighing, Instant at) {
      this.session = session;
      this.table = table;
      this.weighing = weighing;
      this.at = at;
    }

    void regroup(Collection<ArticleId> spokenOf, boolean told) {
      Set<ArticleId> members = members(spokenOf);
      Map<ArticleId, Spoken> spoken = table.spoken(members);
      List<ArticleHead> texts =
          session.articles().heads(members).values().stream()
              .filter(head -> !head.isCopy() && spoken.containsKey(head.id()))
              .sorted(Comparator.comparing(ArticleHead::orderedBy).thenComparing(ArticleHead::id))
              .toList();
      List<ArticleId> ids = texts.stream().map(ArticleHead::id).toList();
      if (ids.size() == 1) {
        table.leave(ids.getFirst(), at);
      } else if (ids.size() > 1) {
        List<Map<Integer, Double>> similarities = similarities(ids, spoken);
        keep(
            texts,
            Clusters.of(similarities),
            similarities,
            told ? spokenOf.iterator().next() : null);
      }
    }

    /// The texts that are grouped: those spoken of, those like them, and the events of all these.
    private Set<ArticleId> members(Collection<ArticleId> spokenOf) {
      Set<ArticleId> near = new LinkedHashSet<>(spokenOf);
      near.addAll(session.handEvents().withThem(spokenOf));
      Map<ArticleId, Spoken> own = table.spoken(near);
      Map<ArticleId, ArticleHead> heads = session.articles().heads(near);
      for (ArticleId id : List.copyOf(near)) {
        Spoken spoken = own.get(id);
        ArticleHead head = heads.get(id);
        if (spoken != null && head != null) {
          near.addAll(like(id, head.orderedBy(), weighing.weigh(spoken)));
        }
      }
      Set<ArticleId> events = new LinkedHashSet<>();
      Map<ArticleId, Member> rows = table.of(near);
      near.forEach(
          id -> {
            Member row = rows.get(id);
            if (row != null) {
              events.add(row.event());
            }
          });
      Set<ArticleId> members = new LinkedHashSet<>(near);
      for (ArticleId event : events) {
        Set<ArticleId> withThese = new LinkedHashSet<>(members);
        table.members(List.of(event)).forEach(text -> withThese.add(text.article()));
        if (withThese.size() <= MOST_TEXTS) {
          members.addAll(withThese);
        }
      }
      return members;
    }

    private List<ArticleId> like(ArticleId id, Instant orderedBy, EventText text) {
      List<Long> keys = text.keys();
      table.putKeys(id, orderedBy, keys);
      List<ArticleId> candidates = table.candidates(id, orderedBy, keys, MOST_CANDIDATES);
      Map<ArticleId, Spoken> spoken = table.spoken(candidates);
      return candidates.stream()
          .filter(spoken::containsKey)
          .filter(
              other ->
                  weighing.weigh(Objects.requireNonNull(spoken.get(other))).likeness(text)
                      >= Clusters.ONE_EVENT)
          .toList();
    }

    private List<Map<Integer, Double>> similarities(
        List<ArticleId> ids, Map<ArticleId, Spoken> spoken) {
      List<EventText> texts =
          ids.stream().map(id -> weighing.weigh(Objects.requireNonNull(spoken.get(id)))).toList();
      List<Map<Integer, Double>> similarities = new ArrayList<>();
      for (int i = 0; i < ids.size(); i++) {
        similarities.add(new HashMap<>());
        for (int k = 0; k < i; k++) {
          set(similarities, i, k, texts.get(i).likeness(texts.get(k)));
        }
      }
      ByHand said = session.handEvents().of(ids);
      for (Set<ArticleId> together : said.together()) {
        for (ArticleId one : together) {
          for (ArticleId other : together) {
            if (!one.equals(other)) {
              set(similarities, ids.indexOf(one), ids.indexOf(other), TOGETHER);
            }
          }
        }
      }
      said.apart()
          .forEach(
              pair ->
                  set(similarities, ids.indexOf(pair.first()), ids.indexOf(pair.second()), APART));
      return similarities;
    }

    private static void set(
        List<Map<Integer, Double>> similarities, int one, int other, double likeness) {
      similarities.get(one).put(other, likeness);
      similarities.get(other).put(one, likeness);
    }

    /// @param newcomer whose coming is told; null if nobody's is
    private void keep(
        List<ArticleHead> texts,
        int[] clusters,
        List<Map<Integer, Double>> similarities,
        @Nullable ArticleId newcomer) {
      List<ArticleId> ids = texts.stream().map(ArticleHead::id).toList();
      Map<ArticleId, Member> known = table.of(ids);
      Map<ArticleId, Instant> arrived = table.arrived(ids);
      for (int i = 0; i < ids.size(); i++) {
        List<Integer> others = others(clusters, i);
        Member before = known.get(ids.get(i));
        if (others.isEmpty()) {
          if (before != null) {
            table.leave(ids.get(i), since(arrived, ids));
          }
          continue;
        }
        Map<Integer, Double> own = similarities.get(i);
        int like =
            others.stream()
                .max(
                    Comparator.<Integer>comparingDouble(k -> own.getOrDefault(k, 0.0))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        double likeness = own.getOrDefault(like, 0.0);
        Member member =
            new Member(
                ids.get(i),
                ids.get(clusters[i]),
                texts.get(i).orderedBy(),
                ids.get(like),
                Math.min(1, likeness),
                likeness >= TOGETHER,
                since(arrived, List.of(ids.get(i), ids.get(clusters[i]), ids.get(like))));
        if (before == null || !before.says(member)) {
          table.join(member);
        }
        if (before == null && ids.get(i).equals(newcomer)) {
          tell(member, others.size() + 1);
        }
      }
    }

    /// The moment of this grouping, but not before the last of `ids` came.
    private Instant since(Map<ArticleId, Instant> arrived, List<ArticleId> ids) {
      return ids.stream()
          .map(arrived::get)
          .filter(Objects::nonNull)
          .filter(at::isBefore)
          .max(Comparator.naturalOrder())
          .orElse(at);
    }

    private void tell(Member member, int texts) {
      session
          .happenings()
          .add(
              texts == 2 ? Kind.EVENT_CREATED : Kind.EVENT_JOINED,
              member.seenFrom(),
              new Happening.About(
                  member.article(),
                  member.event().toString(),
                  texts == 2 ? "" : String.valueOf(texts)));
    }

    private static List<Integer> others(int[] clusters, int text) {
      List<Integer> others = new ArrayList<>();
      for (int i = 0; i < clusters.length; i++) {
        if (i != text && clusters[i] == clusters[text]) {
          others.add(i);
        }
      }
      return others;
    }
  }
}
