package dev.assay.index.meaning;

import dev.assay.article.ArticleId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The vectors of all passages. Derived from the store like the index of words, and slower to make:
/// it lags behind and says how far.
///
/// All methods may be called by many threads; changes need an index opened for writing. Failures of
/// the disk come as [dev.assay.index.IndexFailure].
public interface VectorIndex extends AutoCloseable {

  /// Puts the passages of one article in place of its earlier ones.
  ///
  /// @param textHash marks the text that they were made of
  void put(ArticleId article, long textHash, List<PassageVector> passages);

  /// Removes these articles; those not there are passed over.
  void delete(Collection<ArticleId> articles);

  /// Of which text the passages of `article` were made; empty if it has none.
  OptionalLong textHash(ArticleId article);

  /// Makes all changes last and visible, and notes that they are those of the store up to
  /// `sequence`.
  void commit(long sequence);

  /// Begins to write again at the last commit, if a fault of the disk ended the writing. Whoever
  /// calls this goes on from [#committedSequence].
  default void mend() {}

  /// The sequence of the last commit; 0 for an empty index or one of another model.
  long committedSequence();

  /// Passages that are found.
  long size();

  /// The articles with the nearest passages, each with its nearest one, nearest first.
  ///
  /// @param limit articles wanted
  /// @param among only these articles, if given
  List<NearPassage> nearest(float[] question, int limit, Optional<Set<ArticleId>> among);

  @Override
  void close();
}
