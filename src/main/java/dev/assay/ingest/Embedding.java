package dev.assay.ingest;

import dev.assay.article.Article;
import dev.assay.index.meaning.Embedder;
import dev.assay.index.meaning.PassageTexts;
import dev.assay.index.meaning.PassageTexts.PassageText;
import dev.assay.index.meaning.PassageVector;
import dev.assay.index.meaning.VectorIndex;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Gives the passages of every article their vectors, a batch at a time, in the order in which the
/// store took the articles in. What is done lasts: a process that was stopped goes on from there.
///
/// For one thread; [#state] for any.
public final class Embedding {

  /// Articles between two commits: some seconds of work.
  private static final int STEP = 16;

  private final Store store;
  private final VectorIndex vectors;
  private final Embedder embedder;

  public Embedding(Store store, VectorIndex vectors, Embedder embedder) {
    this.store = store;
    this.vectors = vectors;
    this.embedder = embedder;
  }

  /// How far the vectors are.
  ///
  /// @param model what makes them
  /// @param passages that have one
  /// @param waiting articles that have none of their present text
  public record State(String model, long passages, long waiting) {}

  public State state() {
    long sequence = vectors.committedSequence();
    return new State(
        embedder.name(),
        vectors.size(),
        store.read(session -> session.articles().countChangedAfter(sequence)));
  }

  /// Does the next few articles.
  ///
  /// @return how many; 0 if nothing waits
  public int step() {
    vectors.mend();
    long from = vectors.committedSequence();
    long last = store.read(session -> session.articles().lastSequence());
    if (from == last) {
      return 0;
    }
    vectors.delete(store.read(session -> session.articles().deletedAfter(from)));
    List<StoredArticle> changed =
        store.read(session -> session.articles().changedAfter(from, STEP));
    embed(changed.stream().map(StoredArticle::article).toList());
    vectors.commit(changed.size() < STEP ? last : changed.getLast().sequence());
    return changed.size();
  }

  private void embed(List<Article> articles) {
    List<Article> fresh = new ArrayList<>();
    List<List<PassageText>> passages = new ArrayList<>();
    for (Article article : articles) {
      List<PassageText> texts = PassageTexts.of(article);
      if (!vectors.textHash(article.id()).equals(OptionalLong.of(hash(texts)))) {
        fresh.add(article);
        passages.add(texts);
      }
    }
    List<float[]> made =
        embedder.passages(passages.stream().flatMap(List::stream).map(PassageText::text).toList());
    int next = 0;
    for (int i = 0; i < fresh.size(); i++) {
      List<PassageText> texts = passages.get(i);
      vectors.put(
          fresh.get(i).id(), hash(texts), joined(texts, made.subList(next, next + texts.size())));
      next += texts.size();
    }
  }

  private static List<PassageVector> joined(List<PassageText> texts, List<float[]> made) {
    List<PassageVector> joined = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      PassageText text = texts.get(i);
      joined.add(new PassageVector(text.paragraph(), text.span(), made.get(i)));
    }
    return joined;
  }

  /// FNV-1a over the UTF-16 units, with a mark between passages.
  private static long hash(List<PassageText> texts) {
    long hash = 0xcbf29ce484222325L;
    for (PassageText passage : texts) {
      for (int i = 0; i < passage.text().length(); i++) {
        hash = (hash ^ passage.text().charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ 0xffff) * 0x100000001b3L;
    }
    return hash;
  }
}
