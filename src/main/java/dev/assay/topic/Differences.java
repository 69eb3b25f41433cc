package dev.assay.topic;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.fold.Changes;
import dev.assay.fold.DuplicateGroups.Decision;
import dev.assay.fold.DuplicateGroups.Pair;
import dev.assay.fold.Origin;
import dev.assay.fold.Outlets;
import dev.assay.store.ArticleHead;
import dev.assay.store.ArticleTable.Revision;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What differs between the copies of a text, and between the texts that an article has had. Safe
/// for use by many threads.
public final class Differences {

  /// Copies that are laid beside an article when its page is shown; a millisecond each.
  private static final int MOST_COMPARED = 20;

  /// Articles that read alike and are not folded; more are templates, one like the other.
  private static final int MOST_APART = 8;

  private final Store store;

  public Differences(Store store) {
    this.store = store;
  }

  /// What differs between a copy and the first of its group.
  ///
  /// @param id of the copy; of the canonical article, then its first copy is laid beside it
  /// @return empty if the article is not there or has no copy
  public Optional<DifferencePage> ofCopy(ArticleId id) {
    return store.read(
        session ->
            session
                .articles()
                .find(id)
                .flatMap(found -> counterpart(session, found))
                .flatMap(other -> between(session, other, id)));
  }

  private static Optional<ArticleId> counterpart(Session session, StoredArticle article) {
    return session.articles().group(article.canonical()).stream()
        .map(ArticleHead::id)
        .filter(other -> !other.equals(article.id()))
        .findFirst();
  }

  /// What differs between any two articles; the earlier one is the text before.
  ///
  /// @return empty if one of them is not there
  public Optional<DifferencePage> between(ArticleId first, ArticleId second) {
    return store.read(session -> between(session, first, second));
  }

  private static Optional<DifferencePage> between(
      Session session, ArticleId first, ArticleId second) {
    Map<ArticleId, StoredArticle> found = session.articles().find(List.of(first, second));
    if (found.size() < 2) {
      return Optional.empty();
    }
    List<StoredArticle> inOrder =
        found.values().stream()
            .sorted(
                Comparator.<StoredArticle>comparingInt(stored -> stored.isCopy() ? 1 : 0)
                    .thenComparing(stored -> stored.article().orderedBy())
                    .thenComparing(StoredArticle::id))
            .toList();
    return Optional.of(page(inOrder.getFirst(), inOrder.getLast()));
  }

  private static DifferencePage page(StoredArticle before, StoredArticle after) {
    return new DifferencePage(
        present(before), present(after), Changes.between(text(before), text(after)));
  }

  /// What an article's source changed after its text `number`.
  ///
  /// @return empty if the article is not there or has no such earlier text
  public Optional<DifferencePage> ofRevision(ArticleId id, int number) {
    return store.read(
        session -> session.articles().find(id).flatMap(found -> revision(session, found, number)));
  }

  private static Optional<DifferencePage> revision(
      Session session, StoredArticle stored, int number) {
    List<Revision> revisions = session.articles().revisions(stored.id());
    Map<Integer, Revision> byNumber =
        revisions.stream().collect(Collectors.toMap(Revision::number, revision -> revision));
    Revision before = byNumber.get(number);
    if (before == null) {
      return Optional.empty();
    }
    Revision after = byNumber.get(number + 1);
    String textAfter = after == null ? text(stored) : text(after.paragraphs());
    return Optional.of(
        new DifferencePage(
            version(stored, before),
            after == null ? present(stored) : version(stored, after),
            Changes.between(text(before.paragraphs()), textAfter)));
  }

  /// All that is known of the other editions of an article.
  static Editions editions(
      Session session, StoredArticle stored, Outlets outlets, Language reader) {
    ArticleId id = stored.id();
    List<ArticleHead> group =
        session.articles().group(stored.canonical()).stream()
            .filter(head -> !head.id().equals(id))
            .toList();
    List<ArticleId> ids = group.stream().map(ArticleHead::id).toList();
    Map<ArticleId, StoredArticle> compared =
        session.articles().find(ids.stream().limit(MOST_COMPARED).toList());
    List<CopyLine> copies =
        group.stream().map(head -> copy(stored, head, compared.get(head.id()))).toList();
    Origin origin = session.origins().of(List.of(id)).get(id);
    return new Editions(
        copies.stream().filter(copy -> isOriginal(copy, stored)).findFirst().orElse(null),
        copies.stream().filter(copy -> !isOriginal(copy, stored)).toList(),
        apart(session, id, ids),
        session.articles().revisions(id).stream()
            .map(revision -> version(stored, revision))
            .toList(),
        session.handFolds().isSaid(id),
        origin == null ? null : From.of(origin, outlets, reader));
  }

  private static boolean isOriginal(CopyLine copy, StoredArticle stored) {
    return stored.isCopy() && copy.article().id().equals(stored.canonical());
  }

  private static CopyLine copy(
      StoredArticle shown, ArticleHead head, @Nullable StoredArticle compared) {
    Likeness likeness =
        compared == null ? null : Likeness.of(Changes.between(text(shown), text(compared)));
    return new CopyLine(ArticleLine.of(head), likeness);
  }

  private static List<ArticleLine> apart(Session session, ArticleId id, List<ArticleId> group) {
    List<ArticleId> ids =
        session.copyPairs().of(List.of(id)).stream()
            .filter(pair -> pair.decision() == Decision.VETO)
            .map((Pair pair) -> pair.first().equals(id) ? pair.second() : pair.first())
            .filter(other -> !group.contains(other))
            .toList();
    List<ArticleId> parted = session.handFolds().partedFrom(id);
    return session
        .articles()
        .heads(Stream.concat(parted.stream(), ids.stream()).distinct().toList())
        .values()
        .stream()
        .sorted(Comparator.comparing(ArticleHead::orderedBy).thenComparing(ArticleHead::id))
        .limit(MOST_APART)
        .map(ArticleLine::of)
        .toList();
  }

  private static Version present(StoredArticle stored) {
    return new Version(
        ArticleLine.of(stored.article()),
        stored.revision(),
        stored.article().title(),
        stored.article().fetchedAt());
  }

  private static Version version(StoredArticle stored, Revision revision) {
    return new Version(
        ArticleLine.of(stored.article()),
        revision.number(),
        revision.title(),
        revision.fetchedAt());
  }

  private static String text(StoredArticle stored) {
    return text(stored.article().paragraphs());
  }

  private static String text(List<Paragraph> paragraphs) {
    return paragraphs.stream().map(Paragraph::text).collect(Collectors.joining("\n"));
  }
}
