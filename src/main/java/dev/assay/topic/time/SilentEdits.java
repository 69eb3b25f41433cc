package dev.assay.topic.time;

import dev.assay.article.Paragraph;
import dev.assay.fold.EditKind;
import dev.assay.fold.Edits;
import dev.assay.store.ArticleHead;
import dev.assay.store.ArticleTable.Revision;
import dev.assay.store.EditTable;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.topic.ArticleLine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What sources changed in their texts after publication: a list over all of them, and the record
/// of each. Safe for use by many threads.
public final class SilentEdits {

  private static final int PAGE = 30;

  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration MONTH = Duration.ofDays(30);

  private final Store store;
  private final Edits edits;
  private final InstantSource clock;

  public SilentEdits(Store store, Edits edits, InstantSource clock) {
    this.store = store;
    this.edits = edits;
    this.clock = clock;
  }

  /// A page of the list.
  ///
  /// @param source of this outlet; of all if empty
  /// @param kind of this kind alone; null for any
  /// @param before found before this moment; null for the newest
  public EditPage page(String source, @Nullable EditKind kind, @Nullable Instant before) {
    return store.read(
        session -> {
          List<EditTable.Row> rows =
              session
                  .edits()
                  .newest(
                      source,
                      kind == null ? "" : kind.word(),
                      before == null ? Instant.ofEpochMilli(Long.MAX_VALUE) : before,
                      PAGE + 1);
          List<EditPage.Line> lines = new ArrayList<>();
          rows.stream().limit(PAGE).forEach(row -> line(session, row).ifPresent(lines::add));
          return new EditPage(
              lines,
              source.isEmpty() ? null : record(session, source),
              rows.size() > PAGE ? rows.get(PAGE - 1).foundAt() : null);
        });
  }

  private Optional<EditPage.Line> line(Session session, EditTable.Row row) {
    return session.articles().find(row.article()).flatMap(stored -> line(session, row, stored));
  }

  private Optional<EditPage.Line> line(Session session, EditTable.Row row, StoredArticle stored) {
    Revision before = session.articles().revision(row.article(), row.number()).orElse(null);
    if (before == null) {
      return Optional.empty();
    }
    Revision after = session.articles().revision(row.article(), row.number() + 1).orElse(null);
    String title = after == null ? stored.article().title() : after.title();
    List<Paragraph> paragraphs = after == null ? stored.article().paragraphs() : after.paragraphs();
    Edits.Edit edit = edits.between(before.title(), before.paragraphs(), title, paragraphs);
    ArticleHead head = session.articles().heads(List.of(row.article())).get(row.article());
    return head == null
        ? Optional.empty()
        : Optional.of(
            new EditPage.Line(
                ArticleLine.of(head),
                row.number(),
                row.foundAt(),
                row.kinds(),
                row.silent(),
                edit.parts(),
                edit.retitled() ? List.of(before.title(), title) : List.of()));
  }

  private EditPage.Record record(Session session, String source) {
    Instant now = clock.instant();
    List<EditTable.Row> rows = session.edits().since(source, now.minus(YEAR));
    Map<EditKind, Integer> byKind = new EnumMap<>(EditKind.class);
    rows.forEach(row -> row.kinds().forEach(kind -> byKind.merge(kind, 1, Integer::sum)));
    long days =
        rows.isEmpty()
            ? 0
            : Duration.between(rows.getLast().foundAt(), now).toDays() / MONTH.toDays() + 1;
    return new EditPage.Record(
        source,
        rows.size(),
        (int) rows.stream().filter(EditTable.Row::silent).count(),
        (int) Math.min(12, days),
        byKind);
  }
}
