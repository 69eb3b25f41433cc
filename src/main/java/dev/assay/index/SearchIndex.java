package dev.assay.index;

import dev.assay.article.ArticleId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What we search. Derived from the store: it may lag behind or be thrown away, never the reverse.
///
/// All methods may be called by many threads. [#put], [#delete] and [#commit] need an index opened
/// for writing; one opened for reading refuses them with an [IllegalStateException]. Failures of
/// the disk, and damaged files, come as [IndexFailure].
public interface SearchIndex extends AutoCloseable {

  /// Adds these articles, in place of earlier forms of them. Found after [#refresh], lasting after
  /// [#commit].
  void put(List<IndexedArticle> articles);

  /// Removes these articles; those not there are passed over.
  void delete(Collection<ArticleId> ids);

  /// Removes all articles.
  void clear();

  /// Makes all changes last, and notes that they are those of the store up to `sequence`.
  void commit(long sequence);

  /// Whether a fault of the disk ended the writing: what came since the last commit is lost, and
  /// what was visible can still be found.
  default boolean isBroken() {
    return false;
  }

  /// Begins to write again at the last commit, if the writing was ended. Whoever calls this puts
  /// all that came after that commit before anybody writes anything else.
  ///
  /// @throws IndexFailure if the disk is as it was
  default void mend() {}

  /// The sequence of the last commit: the store's changes after it are to be put again. 0 for an
  /// empty index, or one whose terms were made by another version of [IndexTerms].
  long committedSequence();

  /// What is wrong with the files of the last commit, each a line for a person; reads all of them.
  List<String> problems();

  /// Makes what was put or committed by now visible to [#find]. Cheap when nothing changed.
  void refresh();

  /// Articles in the index, as [#find] sees it.
  long size();

  /// The hits for `request`. Bounded in time and memory whatever the query.
  IndexPage find(IndexRequest request);

  /// The articles that match `filter`; empty if there are more than `most`.
  Optional<Set<ArticleId>> matching(IndexQuery filter, int most);

  /// In how many articles each of these terms stands.
  Map<IndexQuery.Term, Integer> frequencies(Collection<IndexQuery.Term> terms);

  /// What articles are filed under in `field`, at most `most` values, in no order that counts.
  Set<String> values(IndexQuery.KeywordField field, int most);

  /// IndexTerms of the index at most `edits` letters away from `word`, the nearest and most
  /// frequent first, with the number of articles.
  Map<String, Integer> similar(String word, int edits, int limit);

  /// This index as it was known at a moment, to read. Close it; this one stays open.
  SearchIndex asOf(KnownThen then);

  @Override
  void close();
}
