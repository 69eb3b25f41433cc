package dev.assay.event.kept;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.article.ArticleId;
import dev.assay.event.Clusters;
import dev.assay.event.EventReader;
import dev.assay.event.EventText;
import dev.assay.event.OneEvent;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Has texts find the event that they tell of.
///
/// A text that came is compared with those of about the same time that share rare names, figures or
/// words with it, and those that are like it are kept. Its [neighbourhood][Neighbourhoods] is
/// grouped anew. How alike two texts are hangs on nothing else, and what is grouped together on
/// which texts are alike: so the same texts make the same events, whichever came first. What a
/// reader said holds against every comparison. Safe for use by many threads.
public final class EventJoin {

  /// The most alike by shared keys. Of more it does matter which came first.
  private static final int MOST_CANDIDATES = 200;

  /// Texts that are grouped at once.
  private static final int MOST_TEXTS = 160;

  /// Likeness of texts that must stand together, and of those that must not.
  private static final double TOGETHER = 1e6;

  private static final double APART = -1e9;

  private final EventReader reader;
  private final Weighing weighing;
  private final OneEvent oneEvent;

  public EventJoin(EventReader reader) {
    this.reader = reader;
    this.weighing = reader.weighing();
    this.oneEvent = reader.oneEvent();
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

  /// Has an article find its event, after it was folded with its copies. What it speaks of was kept
  /// before.
  ///
  /// @param at since when what is found holds
  public void join(Session session, ArticleId id, Instant at) {
    Round round = new Round(session, at);
    ArticleId canonical = session.articles().canonical(id);
    Set<ArticleId> changed = round.leaveToCopies(canonical);
    boolean isCopy = !canonical.equals(id);
    if (!isCopy || !round.likenesses.isLinked(canonical)) {
      changed.addAll(round.link(canonical));
    }
    round.regroup(changed, isCopy ? null : id);
  }

  /// Brings events up to date after groups of copies changed and no text came: what stands for a
  /// group from now on finds the event of the text that it was a copy of, and what became a copy
  /// leaves its own.
  ///
  /// @param articles of the groups that changed, and those that were [#beside] one that is gone;
  ///   those that are gone are passed over
  public void follow(Session session, Collection<ArticleId> articles, Instant at) {
    Round round = new Round(session, at);
    Set<ArticleId> changed = new LinkedHashSet<>();
    for (ArticleHead head : session.articles().heads(articles).values()) {
      changed.add(head.canonical());
    }
    for (ArticleId canonical : List.copyOf(changed)) {
      changed.addAll(round.leaveToCopies(canonical));
      if (!round.likenesses.isLinked(canonical)) {
        changed.addAll(round.link(canonical));
      }
    }
    round.regroup(changed, null);
  }

  /// The texts that an article may be in an event with, to be [followed][#follow] when it is gone.
  public Set<ArticleId> beside(Session session, ArticleId id) {
    Set<ArticleId> beside = new LinkedHashSet<>(new LikenessTable(session).near(id));
    beside.addAll(session.handEvents().withThem(List.of(id)));
    beside.remove(id);
    return beside;
  }

  /// Groups the events of some articles anew, by a reader's word.
  void regroup(Session session, Collection<ArticleId> articles, Instant at) {
    new Round(session, at).regroup(articles, null);
  }

  /// One grouping of a few events.
  private final class Round {
    private final Session session;
    private final EventTable table;
    private final LikenessTable likenesses;
    private final Instant at;

    /// As the likenesses are since the last change of them.
    private Neighbourhoods neighbourhoods;

    Round(Session session, Instant at) {
      this.session = session;
      this.table = new EventTable(session);
      this.likenesses = new LikenessTable(session);
      this.at = at;
      this.neighbourhoods = neighbourhoods();
    }

    private Neighbourhoods neighbourhoods() {
      return new Neighbourhoods(session, likenesses, MOST_TEXTS);
    }

    /// Takes the copies of a text out of their events.
    ///
    /// @return the texts that they may have been in an event with
    Set<ArticleId> leaveToCopies(ArticleId canonical) {
      List<ArticleId> copies = table.copies(canonical);
      if (copies.isEmpty()) {
        return new LinkedHashSet<>();
      }
      copies.forEach(copy -> table.leave(copy, at));
      Set<ArticleId> left = likenesses.forget(copies);
      neighbourhoods = neighbourhoods();
      left.addAll(session.handEvents().withThem(copies));
      return left;
    }

    /// Finds what a text is like.
    ///
    /// @return the texts whose neighbourhoods that changes
    Set<ArticleId> link(ArticleId id) {
      Spoken spoken = table.spoken(List.of(id)).get(id);
      ArticleHead head = session.articles().heads(List.of(id)).get(id);
      if (spoken == null || head == null) {
        return Set.of();
      }
      Set<ArticleId> changed = new LinkedHashSet<>(List.of(id));
      changed.addAll(likenesses.near(id));
      likenesses.put(id, like(id, head.orderedBy(), weighing.weigh(spoken)));
      neighbourhoods = neighbourhoods();
      changed.addAll(neighbourhoods.brokenUp(id));
      return changed;
    }

    private Map<ArticleId, Double> like(ArticleId id, Instant orderedBy, EventText text) {
      List<Long> keys = text.keys();
      likenesses.putKeys(id, orderedBy, keys);
      Map<ArticleId, Double> like = new LinkedHashMap<>();
      table
          .spoken(likenesses.candidates(id, orderedBy, keys, MOST_CANDIDATES))
          .forEach(
              (other, spoken) -> {
                double likeness = oneEvent.chance(weighing.weigh(spoken), text);
                if (likeness >= OneEvent.LIKELY) {
                  like.put(other, likeness);
                }
              });
      return like;
    }

    /// @param newcomer whose coming is told; null if nobody's is
    void regroup(Collection<ArticleId> changed, @Nullable ArticleId newcomer) {
      Set<ArticleId> done = new HashSet<>();
      for (ArticleId id : changed) {
        if (!done.contains(id)) {
          Set<ArticleId> neighbourhood = neighbourhoods.of(id);
          done.addAll(neighbourhood);
          group(neighbourhood, newcomer);
        }
      }
    }

    private void group(Collection<ArticleId> neighbourhood, @Nullable ArticleId newcomer) {
      Map<ArticleId, Spoken> spoken = table.spoken(neighbourhood);
      List<ArticleHead> texts =
          session.articles().heads(neighbourhood).values().stream()
              .filter(head -> !head.isCopy() && spoken.containsKey(head.id()))
              .sorted(Comparator.comparing(ArticleHead::orderedBy).thenComparing(ArticleHead::id))
              .toList();
      List<ArticleId> ids = texts.stream().map(ArticleHead::id).toList();
      List<Map<Integer, Double>> similarities = similarities(ids, spoken);
      keep(texts, Clusters.of(OneEvent.LIKELY, similarities), similarities, newcomer);
    }

    private List<Map<Integer, Double>> similarities(
        List<ArticleId> ids, Map<ArticleId, Spoken> spoken) {
      List<EventText> texts =
          ids.stream().map(id -> weighing.weigh(Objects.requireNonNull(spoken.get(id)))).toList();
      List<Map<Integer, Double>> similarities = new ArrayList<>();
      for (int i = 0; i < ids.size(); i++) {
        similarities.add(new HashMap<>());
        for (int k = 0; k < i; k++) {
          set(similarities, i, k, oneEvent.chance(texts.get(i), texts.get(k)));
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

    private void set(List<Map<Integer, Double>> similarities, int one, int other, double likeness) {
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
