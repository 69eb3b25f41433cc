package dev.assay.search;

import dev.assay.article.ArticleId;
import dev.assay.index.IndexPage;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.Best;
import dev.assay.index.IndexQuery.Every;
import dev.assay.index.IndexQuery.Scored;
import dev.assay.index.IndexRequest;
import dev.assay.index.SearchIndex;
import dev.assay.index.meaning.NearPassage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Joins what words find with what meaning finds: of each list's beginning, the share of its best
/// score that a hit has, meaning at a part of the worth of words. So a hit that words put clearly
/// first stays first, and meaning decides where words leave several alike, or find nothing.
/// Reciprocal rank fusion, which forgets how far ahead a hit is, was measured and made every set
/// worse, see docs/measurements/search.md.
///
/// The joined order is given to the index as a query with a score for each of its articles, so that
/// filters, counts, copies and pages work as ever; hits by words beyond the beginning come after.
record Fusion(SearchIndex index, Meanings meanings) {

  /// Articles taken from the beginning of either list.
  private static final int DEPTH = 100;

  /// What the nearest article by meaning is worth beside the best by words. Measured: from .05 to
  /// .2 no set of either language got worse.
  private static final float MEANING = 0.15f;

  /// Articles without the words of the question that meaning may add: there is always something
  /// nearest, however far.
  private static final int ADDED = 10;

  /// Puts every joined score above any sum of words.
  private static final float ABOVE_WORDS = 1_000;

  /// Spreads shares, so that floats keep them apart.
  private static final float SPREAD = 1_000;

  /// A filter that leaves more articles than this is put on what was found, not on the search.
  private static final int MOST_FILTERED = 10_000;

  /// A query, and the passages by which meaning found its articles.
  ///
  /// @param byWords whether words have a part in it
  record Fused(IndexQuery query, Map<ArticleId, NearPassage> near, boolean byWords) {}

  /// What is near to `question` by meaning alone, nearest first.
  Fused byMeaning(String question, IndexQuery filter) {
    List<NearPassage> near = nearest(question, filter);
    Map<ArticleId, Float> scores = new HashMap<>();
    near.forEach(passage -> scores.put(passage.article(), score(share(passage, near))));
    return new Fused(new Scored(scores), byArticle(near), false);
  }

  /// What `words` finds, in the order of both.
  ///
  /// @param demand what a hit by words must match, `filter` what any must
  Fused byBoth(String question, IndexQuery words, IndexQuery demand, IndexQuery filter) {
    List<IndexPage.Hit> said = found(words, demand);
    Map<ArticleId, Float> shares = new HashMap<>();
    said.forEach(hit -> shares.put(hit.id(), hit.score() / said.getFirst().score()));
    List<NearPassage> near = withFewStrangers(nearest(question, filter), words, demand);
    near.forEach(
        passage -> shares.merge(passage.article(), MEANING * share(passage, near), Float::sum));
    shares.replaceAll((_, share) -> score(share));
    return new Fused(new Best(List.of(words, new Scored(shares))), byArticle(near), true);
  }

  private static float score(float share) {
    return ABOVE_WORDS + SPREAD * share;
  }

  /// What joined scores stand for, so that they compare; a score by words alone is as it is.
  static float worth(float score) {
    return score < ABOVE_WORDS ? score : score - ABOVE_WORDS;
  }

  /// 1 for the nearest of `all`, 0 for the farthest.
  private static float share(NearPassage passage, List<NearPassage> all) {
    float least = all.getLast().likeness();
    float most = all.getFirst().likeness();
    return most == least ? 1 : (passage.likeness() - least) / (most - least);
  }

  private static Map<ArticleId, NearPassage> byArticle(List<NearPassage> near) {
    return near.stream().collect(Collectors.toMap(NearPassage::article, passage -> passage));
  }

  /// `near` with only the first few of those that do not have the words of the question.
  private List<NearPassage> withFewStrangers(
      List<NearPassage> near, IndexQuery words, IndexQuery filter) {
    Set<ArticleId> known = matching(words, filter, near);
    List<NearPassage> kept = new ArrayList<>();
    int strangers = 0;
    for (NearPassage passage : near) {
      boolean stranger = !known.contains(passage.article());
      strangers += stranger ? 1 : 0;
      if (!stranger || strangers <= ADDED) {
        kept.add(passage);
      }
    }
    return kept;
  }

  /// Those of the articles of `near` that match `words`.
  private Set<ArticleId> matching(IndexQuery words, IndexQuery filter, List<NearPassage> near) {
    Map<ArticleId, Float> wanted = new HashMap<>();
    near.forEach(passage -> wanted.put(passage.article(), 1f));
    IndexQuery among = new Every(List.of(words, new Scored(wanted), filter));
    return index.matching(among, DEPTH).orElse(Set.of());
  }

  private List<IndexPage.Hit> found(IndexQuery query, IndexQuery filter) {
    return index.find(IndexRequest.best(query, filter, IndexRequest.Copies.SHOWN, DEPTH)).hits();
  }

  private List<NearPassage> nearest(String question, IndexQuery filter) {
    Optional<Set<ArticleId>> among =
        filter instanceof IndexQuery.All ? Optional.empty() : index.matching(filter, MOST_FILTERED);
    return meanings.vectors().nearest(meanings.embedder().question(question), DEPTH, among);
  }
}
