package dev.assay.store;

import dev.assay.analyze.claim.Claim;
import dev.assay.article.ArticleId;
import dev.assay.lexicon.Folding;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// What a reader said is wrong: readings of figures, and verdicts of ledger entries. Kept whatever
/// is derived anew.
public final class CorrectionTable {

  private static final int MARK_BYTES = 8;

  private final Handle handle;

  CorrectionTable(Handle handle) {
    this.handle = handle;
  }

  /// That a figure was read wrongly.
  ///
  /// @param mark of the claim, see [#mark]
  /// @param note the reader's words; may be empty
  public record WrongReading(ArticleId article, String mark, String note, Instant madeAt) {}

  /// That an entry's verdict is wrong. It holds as long as the rules come to `wrong`.
  ///
  /// @param entry the id under which the reader saw it
  /// @param drawer the entry's
  /// @param wrong the verdict that the reader saw
  /// @param right what it should be
  /// @param note the reader's words; may be empty
  public record WrongVerdict(
      String entry, String drawer, String wrong, String right, String note, Instant madeAt) {}

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

  public void put(WrongReading wrong) {
    handle.execute(
        "insert into wrong_reading (article_id, mark, note, made_at) values (?, ?, ?, ?)"
            + " on conflict (article_id, mark) do update set note = excluded.note",
        wrong.article().value(),
        wrong.mark(),
        wrong.note(),
        wrong.madeAt().toEpochMilli());
    new ClaimTable(handle).markStale(wrong.article(), wrong.madeAt());
  }

  /// Takes a correction back.
  public void deleteReading(ArticleId article, String mark, Instant at) {
    handle.execute(
        "insert into wrong_reading_then (article_id, mark, note, made_at, seen_until)"
            + " select article_id, mark, note, made_at, ? from wrong_reading"
            + " where article_id = ? and mark = ? on conflict do nothing",
        at.toEpochMilli(),
        article.value(),
        mark);
    handle.execute(
        "delete from wrong_reading where article_id = ? and mark = ?", article.value(), mark);
    new ClaimTable(handle).markStale(article, at);
  }

  /// The wrong readings of each of `articles`.
  public Map<ArticleId, List<WrongReading>> readings(Collection<ArticleId> articles) {
    return articles.isEmpty()
        ? Map.of()
        : handle
            .createQuery(
                "select article_id, mark, note, made_at from wrong_reading where article_id in (<ids>)")
            .bindList("ids", articles.stream().map(ArticleId::value).toList())
            .map((row, _) -> reading(row))
            .collect(Collectors.groupingBy(WrongReading::article));
  }

  /// A correction that held from when it was made until it was taken back.
  ///
  /// @param until [ThenTable#STANDING] if it holds
  public record Held<T>(T correction, Instant from, Instant until) {

    /// Whether it held at a moment.
    public boolean heldAt(Instant at) {
      return !from.isAfter(at) && until.isAfter(at);
    }
  }

  /// Every wrong reading that was ever said of these articles.
  public List<Held<WrongReading>> readingsEver(Collection<ArticleId> articles) {
    return articles.isEmpty()
        ? List.of()
        : handle
            .createQuery(
                "select article_id, mark, note, made_at, :standing as until from wrong_reading"
                    + " where article_id in (<ids>) union all"
                    + " select article_id, mark, note, made_at, seen_until from wrong_reading_then"
                    + " where article_id in (<ids>)")
            .bind("standing", ThenTable.STANDING.toEpochMilli())
            .bindList("ids", articles.stream().map(ArticleId::value).toList())
            .map((row, _) -> held(reading(row), row))
            .list();
  }

  /// Every wrong verdict that was ever said of an entry of a drawer, the oldest first.
  public List<Held<WrongVerdict>> verdictsEver(String drawer) {
    return handle
        .createQuery(
            "select entry_id, drawer, wrong, \"right\", note, made_at, :standing as until from wrong_verdict"
                + " where drawer = :drawer union all"
                + " select entry_id, drawer, wrong, \"right\", note, made_at, seen_until"
                + " from wrong_verdict_then where drawer = :drawer order by made_at, entry_id")
        .bind("standing", ThenTable.STANDING.toEpochMilli())
        .bind("drawer", drawer)
        .map((row, _) -> held(verdict(row), row))
        .list();
  }

  private static <T> Held<T> held(T correction, ResultSet row) throws SQLException {
    return new Held<>(
        correction,
        Instant.ofEpochMilli(row.getLong("made_at")),
        Instant.ofEpochMilli(row.getLong("until")));
  }

  private static WrongReading reading(ResultSet row) throws SQLException {
    return new WrongReading(
        new ArticleId(row.getLong("article_id")),
        row.getString("mark"),
        row.getString("note"),
        Instant.ofEpochMilli(row.getLong("made_at")));
  }

  private static WrongVerdict verdict(ResultSet row) throws SQLException {
    return new WrongVerdict(
        row.getString("entry_id"),
        row.getString("drawer"),
        row.getString("wrong"),
        row.getString("right"),
        row.getString("note"),
        Instant.ofEpochMilli(row.getLong("made_at")));
  }

  public void put(WrongVerdict wrong) {
    endVerdicts(List.of(wrong.entry()), wrong.madeAt());
    handle.execute(
        "insert into wrong_verdict (entry_id, drawer, wrong, \"right\", note, made_at) values (?, ?, ?, ?, ?, ?)"
            + " on conflict (entry_id) do update set drawer = excluded.drawer, wrong = excluded.wrong,"
            + " \"right\" = excluded.\"right\", note = excluded.note, made_at = excluded.made_at",
        wrong.entry(),
        wrong.drawer(),
        wrong.wrong(),
        wrong.right(),
        wrong.note(),
        wrong.madeAt().toEpochMilli());
    new ClaimTable(handle).markStale(wrong.drawer(), wrong.madeAt());
  }

  /// Takes back what was said of the verdict of an entry.
  ///
  /// @param entries all ids that it is or was known by
  public void deleteVerdict(Collection<String> entries, String drawer, Instant at) {
    endVerdicts(entries, at);
    handle
        .createUpdate("delete from wrong_verdict where entry_id in (<ids>)")
        .bindList("ids", List.copyOf(entries))
        .execute();
    new ClaimTable(handle).markStale(drawer, at);
  }

  private void endVerdicts(Collection<String> entries, Instant at) {
    handle
        .createUpdate(
            "insert into wrong_verdict_then (entry_id, drawer, wrong, \"right\", note, made_at, seen_until)"
                + " select entry_id, drawer, wrong, \"right\", note, made_at, :at from wrong_verdict"
                + " where entry_id in (<ids>) on conflict do nothing")
        .bind("at", at.toEpochMilli())
        .bindList("ids", List.copyOf(entries))
        .execute();
  }

  /// The wrong verdicts in a drawer, the oldest first.
  public List<WrongVerdict> verdictsIn(String drawer) {
    return handle
        .createQuery(
            "select entry_id, drawer, wrong, \"right\", note, made_at from wrong_verdict"
                + " where drawer = :drawer order by made_at, entry_id")
        .bind("drawer", drawer)
        .map((row, _) -> verdict(row))
        .list();
  }
}
