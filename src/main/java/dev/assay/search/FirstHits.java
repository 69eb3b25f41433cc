package dev.assay.search;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.index.IndexPage;
import dev.assay.index.IndexPage.Hit;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.Every;
import dev.assay.index.IndexQuery.Except;
import dev.assay.index.IndexQuery.KeywordField;
import dev.assay.index.IndexQuery.Value;
import dev.assay.index.IndexRequest;
import dev.assay.index.IndexRequest.Copies;
import dev.assay.index.SearchIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts the hits in order that a first page is made of. The index tells how often words stand in a
/// text, and what it tells of two languages does not compare. So the best hits of each language are
/// read: those come first in which the words stand near to each other, and where the very first are
/// of one language, a good one of the other stands last among them.
final class FirstHits {

  /// Hits that are read.
  private static final int READ = 20;

  /// Hits that are read of a language that has fewer among those.
  private static final int READ_OF_EACH = 5;

  /// Hits that are looked at before any other.
  private static final int FIRST = 5;

  /// A hit that counts for this share of the best one is a good one.
  private static final double GOOD = 0.5;

  /// The same of one that has all words of the query.
  private static final double GOOD_WITH_ALL_WORDS = 0.15;

  private static final IndexQuery CHINESE = new Value(KeywordField.LANGUAGE, Search.CHINESE);

  private final SearchIndex index;
  private final Function<Collection<ArticleId>, Map<ArticleId, Article>> articles;
  private final @Nullable Closeness closeness;
  private final Map<ArticleId, Article> read = new HashMap<>();

  /// @param articles loads articles by id
  /// @param closeness null to leave the hits of the index in its order
  FirstHits(
      SearchIndex index,
      Function<Collection<ArticleId>, Map<ArticleId, Article>> articles,
      @Nullable Closeness closeness) {
    this.index = index;
    this.articles = articles;
    this.closeness = closeness;
  }

  /// How many hits the index is asked for, for a page of so many.
  int asked(int limit) {
    return closeness == null ? limit : Math.max(limit, READ);
  }

  /// The articles of these hits and those that stand for their groups, which a page shows, beside
  /// all that were read before.
  Map<ArticleId, Article> read(List<Hit> hits) {
    List<ArticleId> unread =
        hits.stream()
            .flatMap(hit -> Stream.of(hit.id(), hit.group()))
            .distinct()
            .filter(id -> !read.containsKey(id))
            .toList();
    if (!unread.isEmpty()) {
      read.putAll(articles.apply(unread));
    }
    return read;
  }

  /// A hit and what it counts for among the others.
  ///
  /// @param near how near the words stand, which compares between languages
  private record Weighed(Hit hit, boolean chinese, double near) {

    double worth() {
      return near * Fusion.worth(hit.score());
    }
  }

  /// The hits of `page`, and good ones of a language that it lacks, best first.
  ///
  /// @param query what found them, among what passes `demand`
  List<Hit> of(IndexPage page, IndexQuery query, Demand demand, Copies copies) {
    read(page.hits());
    List<Hit> all = new ArrayList<>(page.hits());
    all.addAll(lacking(page, query, demand, copies));
    List<Hit> looked = closeness == null ? all : lookedAt(all);
    List<Weighed> ordered = ordered(looked);
    moveOther(ordered, demand.every() ? GOOD_WITH_ALL_WORDS : GOOD);
    return placed(looked.size() == all.size() ? ordered : beforeOthers(ordered, all));
  }

  /// The best hits, and the best of each language.
  private List<Hit> lookedAt(List<Hit> hits) {
    List<Hit> looked = new ArrayList<>();
    int[] ofEach = new int[2];
    for (Hit hit : hits) {
      boolean few = ofEach[isChinese(hit) ? 1 : 0]++ < READ_OF_EACH;
      if (looked.size() < READ || few) {
        looked.add(hit);
      }
    }
    return looked;
  }

  /// The first of `ordered`, and behind them all other hits of a long page as they were.
  private List<Weighed> beforeOthers(List<Weighed> ordered, List<Hit> hits) {
    List<Weighed> all = new ArrayList<>(ordered.subList(0, READ));
    Set<Hit> first = all.stream().map(Weighed::hit).collect(Collectors.toSet());
    hits.stream()
        .filter(hit -> !first.contains(hit))
        .forEach(hit -> all.add(new Weighed(hit, isChinese(hit), 1)));
    return all;
  }

  /// The same hits in order, those behind the ones that are read as they were.
  List<Hit> ofOne(List<Hit> hits) {
    List<Hit> first = hits.subList(0, Math.min(closeness == null ? 0 : READ, hits.size()));
    read(first);
    return Stream.concat(
            placed(ordered(first)).stream(), hits.subList(first.size(), hits.size()).stream())
        .toList();
  }

  /// The best hits of the language of which the page has too few.
  private List<Hit> lacking(IndexPage page, IndexQuery query, Demand demand, Copies copies) {
    int enough = closeness == null ? 1 : READ_OF_EACH;
    long chinese = page.hits().stream().filter(this::isChinese).count();
    boolean few = chinese < enough || page.hits().size() - chinese < enough;
    boolean others = page.more() && !isKnownToBeOfOneLanguage(page);
    if (page.hits().size() < FIRST || !few || !others) {
      return List.of();
    }
    IndexQuery filter =
        chinese < enough
            ? new Every(List.of(demand.filter(), CHINESE))
            : new Except(demand.filter(), CHINESE);
    Set<ArticleId> known = Set.copyOf(page.hits().stream().map(Hit::group).toList());
    List<Hit> found =
        index.find(IndexRequest.best(query, filter, copies, enough)).hits().stream()
            .filter(hit -> !known.contains(hit.group()))
            .toList();
    read(found);
    return found;
  }

  /// Whether all that matches is Chinese, or none of it.
  private static boolean isKnownToBeOfOneLanguage(IndexPage page) {
    List<IndexPage.Count> counts = page.counts().getOrDefault(KeywordField.LANGUAGE, List.of());
    long chinese = counts.stream().filter(count -> Search.CHINESE.contains(count.value())).count();
    return page.total().exact() && (chinese == 0 || chinese == counts.size());
  }

  private boolean isChinese(Hit hit) {
    Article article = read.get(hit.id());
    return article != null && article.language().isChinese();
  }

  private List<Weighed> ordered(List<Hit> hits) {
    List<Weighed> weighed = new ArrayList<>(hits.stream().map(this::weighed).toList());
    if (closeness != null) {
      weighed.sort(Comparator.comparingDouble(Weighed::worth).reversed());
    }
    return weighed;
  }

  private Weighed weighed(Hit hit) {
    Article article = read.get(hit.id());
    double near = closeness == null || article == null ? 1 : closeness.worth(article);
    return new Weighed(hit, isChinese(hit), near);
  }

  /// Moves the hit of the other language in which the words stand nearest to the end of the first
  /// ones, where these are all of one and it is good enough.
  private static void moveOther(List<Weighed> ordered, double share) {
    List<Weighed> first = ordered.subList(0, Math.min(FIRST, ordered.size()));
    boolean both = first.stream().map(Weighed::chinese).distinct().count() > 1;
    if (both || ordered.size() <= FIRST) {
      return;
    }
    double good = share * first.getFirst().worth();
    ordered.stream()
        .filter(one -> one.chinese() != first.getFirst().chinese() && one.worth() >= good)
        .max(Comparator.comparingDouble(Weighed::near).thenComparingDouble(Weighed::worth))
        .ifPresent(
            one -> {
              ordered.remove(one);
              ordered.add(FIRST - 1, one);
            });
  }

  /// Each with the score of its place.
  private List<Hit> placed(List<Weighed> ordered) {
    if (closeness == null) {
      return ordered.stream().map(Weighed::hit).toList();
    }
    List<Float> scores =
        ordered.stream().map(one -> one.hit().score()).sorted(Comparator.reverseOrder()).toList();
    List<Hit> placed = new ArrayList<>();
    for (Weighed one : ordered) {
      Hit hit = one.hit();
      float score = scores.get(placed.size());
      placed.add(new Hit(hit.id(), hit.group(), score, hit.seconds(), hit.copies()));
    }
    return placed;
  }
}
