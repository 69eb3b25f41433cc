package dev.assay.store;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.name.Thing;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.cite.Span;
import dev.assay.lexicon.Folding;
import dev.assay.store.CorrectionTable.Held;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What readers said of the readings of figures. Kept whatever is derived anew, as long as the
/// article is kept.
public final class LabelTable {

  private static final int MARK_BYTES = 8;

  /// Of so many articles, as a drawer of the ledger may have, few have a label: which, is asked
  /// first.
  private static final int MANY = 200;

  private final Handle handle;

  LabelTable(Handle handle) {
    this.handle = handle;
  }

  /// A reader's word on one reading.
  ///
  /// @param mark of the claim, see [#mark]
  /// @param verdict a word that the ledger knows
  /// @param note the reader's words; may be empty
  public record Label(
      ArticleId article, String mark, String verdict, String note, Instant madeAt) {}

  /// A label with the reading as the reader saw it.
  ///
  /// @param passage the paragraph of the claim, or the title
  /// @param published null if it is not known
  public record Kept(
      Label label,
      String passage,
      Language language,
      @Nullable PublicationTime published,
      Claim claim) {}

  /// By what a claim is known again when its article is read anew: its sentence, where the figure
  /// stands in it, and what it was taken for. The same figure read as another thing has another
  /// mark.
  public static String mark(StoredClaim stored) {
    Claim claim = stored.claim();
    String entity = claim.entity().id() == null ? claim.entity().words() : claim.entity().id();
    return hash(
        String.join(
            "\n",
            stored.sentence(),
            String.valueOf(stored.figure().start()),
            new String(Folding.fold(entity)),
            claim.property().word()));
  }

  private static String hash(String text) {
    byte[] digest = RawDocumentTable.hash(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, MARK_BYTES);
  }

  /// Puts a reader's word on `stored` in the place of an earlier one.
  ///
  /// @param passage the claim's paragraph
  public void put(Label label, StoredClaim stored, String passage) {
    Claim claim = stored.claim();
    Thing speaker = claim.speaker();
    Span subject = claim.reading().subject();
    Claim.Second second = claim.reading().second();
    PublicationTime published = stored.place().published();
    end(label.article(), label.mark(), label.madeAt());
    handle
        .createUpdate(
            "insert into reading_label (article_id, mark, verdict, note, made_at, passage, language,"
                + " published, entity_id, entity, property, scope, time, value, paragraph,"
                + " sentence_start, sentence_end, speaker_id, speaker, stance, trust, subject_start,"
                + " subject_end, model, agreement) values (:article, :mark, :verdict, :note, :madeAt, :passage,"
                + " :language, :published, :entityId, :entity, :property, :scope, :time, :value,"
                + " :paragraph, :start, :end, :speakerId, :speaker, :stance, :trust, :subjectStart,"
                + " :subjectEnd, :model, :agreement)")
        .bind("article", label.article().value())
        .bind("mark", label.mark())
        .bind("verdict", label.verdict())
        .bind("note", label.note())
        .bind("madeAt", label.madeAt().toEpochMilli())
        .bind("passage", passage)
        .bind("language", stored.place().language().tag())
        .bindByType(
            "published", published == null ? null : PublicationTimes.write(published), String.class)
        .bindByType("entityId", claim.entity().id(), String.class)
        .bind("entity", claim.entity().words())
        .bind("property", claim.property().word())
        .bind("scope", ClaimValues.write(claim.of()))
        .bindByType(
            "time", claim.time() == null ? null : ClaimValues.write(claim.time()), String.class)
        .bind("value", ClaimValues.write(claim.value()))
        .bind("paragraph", claim.paragraph())
        .bind("start", claim.sentence().start())
        .bind("end", claim.sentence().end())
        .bindByType("speakerId", speaker == null ? null : speaker.id(), String.class)
        .bindByType("speaker", speaker == null ? null : speaker.words(), String.class)
        .bind("stance", claim.stance().word())
        .bind("trust", claim.reading().trust())
        .bindByType("subjectStart", subject == null ? null : subject.start(), Integer.class)
        .bindByType("subjectEnd", subject == null ? null : subject.end(), Integer.class)
        .bindByType("model", second == null ? null : second.model(), String.class)
        .bindByType("agreement", second == null ? null : second.agreement().word(), String.class)
        .execute();
    new ClaimTable(handle).markStale(label.article(), label.madeAt());
  }

  /// Takes a reader's word back.
  public void delete(ArticleId article, String mark, Instant at) {
    end(article, mark, at);
    new ClaimTable(handle).markStale(article, at);
  }

  private void end(ArticleId article, String mark, Instant at) {
    handle.execute(
        "insert into reading_label_then (article_id, mark, verdict, note, made_at, seen_until)"
            + " select article_id, mark, verdict, note, made_at, ? from reading_label"
            + " where article_id = ? and mark = ? on conflict do nothing",
        at.toEpochMilli(),
        article.value(),
        mark);
    handle.execute(
        "delete from reading_label where article_id = ? and mark = ?", article.value(), mark);
  }

  /// The labels of each of `articles`.
  public Map<ArticleId, List<Label>> of(Collection<ArticleId> articles) {
    return articles.isEmpty()
        ? Map.of()
        : handle
            .createQuery(
                "select article_id, mark, verdict, note, made_at from reading_label"
                    + " where article_id in (<ids>)")
            .bindList("ids", articles.stream().map(ArticleId::value).toList())
            .map((row, _) -> label(row))
            .collect(Collectors.groupingBy(Label::article));
  }

  /// Every label that articles ever had.
  public List<Held<Label>> ever(Set<ArticleId> articles) {
    List<Long> labelled =
        articles.size() < MANY
            ? articles.stream().map(ArticleId::value).toList()
            : handle
                .createQuery(
                    "select article_id from reading_label"
                        + " union select article_id from reading_label_then")
                .mapTo(Long.class)
                .filter(id -> articles.contains(new ArticleId(id)))
                .list();
    return labelled.isEmpty()
        ? List.of()
        : handle
            .createQuery(
                "select article_id, mark, verdict, note, made_at, :standing as until from reading_label"
                    + " where article_id in (<ids>) union all"
                    + " select article_id, mark, verdict, note, made_at, seen_until"
                    + " from reading_label_then where article_id in (<ids>)")
            .bind("standing", ThenTable.STANDING.toEpochMilli())
            .bindList("ids", labelled)
            .map((row, _) -> Held.of(label(row), row))
            .list();
  }

  /// Hands each label to `sink` with what the reader saw, the oldest first. Those that were made
  /// before readings were kept with them are left out.
  public void each(Consumer<Kept> sink) {
    handle
        .createQuery(
            "select * from reading_label where passage is not null order by made_at, article_id, mark")
        .map((row, _) -> kept(row))
        .forEach(sink);
  }

  private static Label label(ResultSet row) throws SQLException {
    return new Label(
        new ArticleId(row.getLong("article_id")),
        row.getString("mark"),
        row.getString("verdict"),
        row.getString("note"),
        Instant.ofEpochMilli(row.getLong("made_at")));
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        label(row),
        row.getString("passage"),
        new Language(row.getString("language")),
        PublicationTimes.read(row.getString("published")),
        ClaimTable.told(row));
  }
}
