package dev.assay.store;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.cite.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// What each article claims, found by article and by drawer, and the drawers whose entries must be
/// made anew.
///
/// A drawer holds all claims that could stand in one entry of the ledger; the ledger says which
/// drawer a claim belongs to.
public final class ClaimTable {

  /// A claim with what the ledger must know of its article, read at once: a ledger may ask for
  /// thousands.
  private static final String CLAIM_COLUMNS =
      "select claim.*, article.canonical_id, article.source, article.language, article.ordered_by,"
          + " article.published, claim_reading.voice";

  private static final String FROM =
      " from claim join article on article.id = claim.article_id"
          + " join claim_reading on claim_reading.article_id = claim.article_id";

  private static final String CLAIM = CLAIM_COLUMNS + FROM;

  static final String COLUMNS =
      "article_id, number, drawer, entity_id, entity, property, scope, time, value, paragraph,"
          + " sentence_start, sentence_end, sentence, speaker_id, speaker, stance, trust,"
          + " subject_start, subject_end, scope_id, model, agreement";

  private final Handle handle;

  ClaimTable(Handle handle) {
    this.handle = handle;
  }

  /// What was read in an article.
  ///
  /// @param claims in the order of the text, with their drawers; the numbers are given by the table
  /// @param version of the reading that found them
  /// @param voice who speaks in the article, see [dev.assay.fold.Independence]; empty if not known
  public record Reading(List<DrawnClaim> claims, String version, String voice) {
    public Reading {
      claims = List.copyOf(claims);
    }
  }

  /// A claim before it is stored.
  ///
  /// @param scopeId the entry of its scope; empty if that is not known
  /// @param sentence the text of the claim's sentence
  public record DrawnClaim(Claim claim, String drawer, String scopeId, String sentence) {}

  /// Replaces the claims of an article by what was read in its present text; their drawers, and
  /// those of the claims it had, become stale.
  public void put(ArticleId id, Reading reading) {
    put(id, reading, ThenTable.textOf(handle, id));
  }

  /// As the other, of what is known since `from`: later than the text if a person's word on names
  /// changed what is read in it.
  public void put(ArticleId id, Reading reading, Instant from) {
    markStale(id, from);
    keep(id, reading, from);
    markStale(id, from);
  }

  /// Adds claims to those that an article has, known since `from`, or since those that it had
  /// before ended, if that is later; their drawers become stale.
  public void add(ArticleId id, List<DrawnClaim> claims, Instant from) {
    Instant ended = lastEnd(id);
    Instant since = ended.isAfter(from) ? ended : from;
    int last =
        handle
            .createQuery("select coalesce(max(number), 0) from claim where article_id = :id")
            .bind("id", id.value())
            .mapTo(Integer.class)
            .one();
    insert(id, claims, last, since);
    claims.forEach(claim -> markStale(claim.drawer(), since));
  }

  /// When the last claim ended that an article had and has no more; the epoch if there is none.
  public Instant lastEnd(ArticleId id) {
    return handle
        .createQuery("select coalesce(max(seen_until), 0) from claim_then where article_id = :id")
        .bind("id", id.value())
        .mapTo(Long.class)
        .map(Instant::ofEpochMilli)
        .one();
  }

  /// Replaces the claims of an article by what was read in its present text, which is known since
  /// `from`, for whoever marks their drawers.
  public void keep(ArticleId id, Reading reading, Instant from) {
    ThenTable.end(handle, "claim", COLUMNS, id, from);
    endEvidence(id, from);
    handle.execute("delete from claim where article_id = ?", id.value());
    handle.execute(
        "insert into claim_reading (article_id, version, voice) values (?, ?, ?)"
            + " on conflict (article_id) do update set version = excluded.version, voice = excluded.voice",
        id.value(),
        reading.version(),
        reading.voice());
    insert(id, reading.claims(), 0, from);
  }

  /// @param last the number of the claim before them
  private void insert(ArticleId id, List<DrawnClaim> claims, int last, Instant from) {
    if (claims.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into claim ("
                + COLUMNS
                + ", seen_from)"
                + " values (:article, :number, :drawer, :entityId, :entity, :property, :scope, :time,"
                + " :value, :paragraph, :start, :end, :sentence, :speakerId, :speaker, :stance, :trust,"
                + " :subjectStart, :subjectEnd, :scopeId, :model, :agreement, :from)");
    for (int i = 0; i < claims.size(); i++) {
      bind(batch, claims.get(i))
          .bind("article", id.value())
          .bind("number", last + i + 1)
          .bind("from", from.toEpochMilli())
          .add();
    }
    batch.execute();
  }

  /// Where claims stood goes with them.
  private void endEvidence(ArticleId id, Instant at) {
    handle.execute(
        "insert into evidence_then (entry_id, place, article_id, number, against_article, against_number,"
            + " drawer, seen_from, seen_until) select evidence.entry_id, evidence.place,"
            + " evidence.article_id, evidence.number, evidence.against_article, evidence.against_number,"
            + " entry.drawer, evidence.seen_from, ? from evidence"
            + " join ledger_entry as entry on entry.id = evidence.entry_id"
            + " where evidence.article_id = ? and evidence.seen_from < ? on conflict do nothing",
        at.toEpochMilli(),
        id.value(),
        at.toEpochMilli());
  }

  private static PreparedBatch bind(PreparedBatch batch, DrawnClaim drawn) {
    Claim claim = drawn.claim();
    Thing speaker = claim.speaker();
    Span subject = claim.reading().subject();
    Claim.Second second = claim.reading().second();
    return batch
        .bind("drawer", drawn.drawer())
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
        .bind("sentence", drawn.sentence())
        .bindByType("speakerId", speaker == null ? null : speaker.id(), String.class)
        .bindByType("speaker", speaker == null ? null : speaker.words(), String.class)
        .bind("stance", claim.stance().word())
        .bind("trust", claim.reading().trust())
        .bindByType("subjectStart", subject == null ? null : subject.start(), Integer.class)
        .bindByType("subjectEnd", subject == null ? null : subject.end(), Integer.class)
        .bind("scopeId", drawn.scopeId())
        .bindByType("model", second == null ? null : second.model(), String.class)
        .bindByType("agreement", second == null ? null : second.agreement().word(), String.class);
  }

  /// Says that the entries in which claims of this article stand must be made anew: before it goes,
  /// or when its group or a correction of it changed.
  ///
  /// @param since from which moment on; what was before stays
  public void markStale(ArticleId id, Instant since) {
    handle.execute(
        "insert into stale_claim (drawer, scope_id, article_id) select distinct drawer, scope_id,"
            + " article_id from claim where article_id = ? on conflict do nothing",
        id.value());
    handle.execute(
        "insert into stale_drawer (drawer, since, whole) select distinct drawer, ?, 0 from claim"
            + " where article_id = ?"
            + EARLIER,
        since.toEpochMilli(),
        id.value());
  }

  /// Says that the entries of a drawer must be made anew, from `since` on.
  public void markStale(String drawer, Instant since) {
    handle.execute(
        "insert into stale_drawer (drawer, since, whole) values (?, ?, 1)" + EARLIER,
        drawer,
        since.toEpochMilli());
  }

  private static final String EARLIER =
      " on conflict (drawer) do update set since ="
          + " case when excluded.since < stale_drawer.since then excluded.since else stale_drawer.since end,"
          + " whole = case when stale_drawer.whole = 2 then 1"
          + " when excluded.whole > stale_drawer.whole then excluded.whole else stale_drawer.whole end";

  /// From which moment on the entries of a drawer must be made anew; empty if they are as they
  /// should be.
  public Optional<Instant> staleSince(String drawer) {
    return handle
        .createQuery("select since from stale_drawer where drawer = :drawer")
        .bind("drawer", drawer)
        .map((row, _) -> Instant.ofEpochMilli(row.getLong("since")))
        .findOne();
  }

  /// What changed in a drawer.
  ///
  /// @param scopes that alone must be; empty if all of it must be
  /// @param articles whose claims came, went or changed
  public record Stale(Set<String> scopes, Set<ArticleId> articles) {}

  /// What of a drawer must be made anew.
  public Stale staleOf(String drawer) {
    Set<String> scopes = new HashSet<>();
    Set<ArticleId> articles = new HashSet<>();
    handle
        .createQuery(
            "select stale_claim.scope_id, stale_claim.article_id from stale_claim join stale_drawer"
                + " on stale_drawer.drawer = stale_claim.drawer"
                + " where stale_claim.drawer = :drawer and stale_drawer.whole = 0")
        .bind("drawer", drawer)
        .map(
            (row, _) ->
                Map.entry(row.getString("scope_id"), new ArticleId(row.getLong("article_id"))))
        .forEach(
            claim -> {
              scopes.add(claim.getKey());
              articles.add(claim.getValue());
            });
    return new Stale(scopes.contains("") ? Set.of() : scopes, articles);
  }

  /// Drawers whose entries must be made anew, at most `limit` of them.
  public List<String> stale(int limit) {
    return staleAfter("", limit);
  }

  /// Those of them that come after `drawer` in their order.
  public List<String> staleAfter(String drawer, int limit) {
    return handle
        .createQuery(
            "select drawer from stale_drawer where whole < 2 and drawer > :drawer"
                + " order by drawer limit :limit")
        .bind("drawer", drawer)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  /// How many drawers must be made anew.
  public long countStale() {
    return handle
        .createQuery("select count(*) from stale_drawer where whole < 2")
        .mapTo(Long.class)
        .one();
  }

  /// Says that the entries of this drawer cannot be made anew as it is: it is not stale until
  /// something in it changes, and then all of it is, from the moment from which it is now. In the
  /// column `whole` that is 2.
  public void leaveUntilChanged(String drawer) {
    handle.execute("update stale_drawer set whole = 2 where drawer = ?", drawer);
  }

  /// Says that the entries of this drawer are as they should be.
  public void markFresh(String drawer) {
    handle.execute("delete from stale_drawer where drawer = ?", drawer);
    handle.execute("delete from stale_claim where drawer = ?", drawer);
  }

  /// Every claim in a drawer, by article and number.
  public List<StoredClaim> in(String drawer) {
    return handle
        .createQuery(CLAIM + " where claim.drawer = :drawer order by claim.article_id, number")
        .bind("drawer", drawer)
        .map((row, _) -> claim(row))
        .list();
  }

  /// A claim as it was known from one moment to another, with its article as it was then.
  ///
  /// @param until the moment from which on it was known no more, or its article had another text or
  ///   group; [ThenTable#STANDING] if it stands
  public record Version(StoredClaim claim, Instant from, Instant until) {

    private static final Comparator<Version> IN_ORDER =
        Comparator.<Version>comparingLong(version -> version.claim.article().value())
            .thenComparingInt(version -> version.claim.number())
            .thenComparing(Version::from);

    /// Whether this is how it was known at a moment.
    public boolean stoodAt(Instant at) {
      return !from.isAfter(at) && until.isAfter(at);
    }
  }

  /// Scopes that one question names, each of them four times: SQLite takes 32,766 values.
  private static final int MOST_SCOPES = 4_000;

  /// Every claim that is or was in a drawer, in each form it had, by article, number and time.
  ///
  /// @param scopes of the claims; empty for all of the drawer
  public List<Version> versions(String drawer, Collection<String> scopes) {
    return versions(drawer, scopes, Set.of());
  }

  /// The same of some articles.
  ///
  /// @param articles empty for all
  public List<Version> versions(
      String drawer, Collection<String> scopes, Collection<ArticleId> articles) {
    List<String> named = List.copyOf(scopes);
    if (named.size() <= MOST_SCOPES) {
      return versionsOf(drawer, named, articles);
    }
    List<Version> versions = new ArrayList<>();
    for (int from = 0; from < named.size(); from += MOST_SCOPES) {
      int until = Math.min(named.size(), from + MOST_SCOPES);
      versions.addAll(versionsOf(drawer, named.subList(from, until), articles));
    }
    versions.sort(Version.IN_ORDER);
    return versions;
  }

  private List<Version> versionsOf(
      String drawer, List<String> scopes, Collection<ArticleId> articles) {
    String which =
        (scopes.isEmpty() ? "" : " and scope_id in (<scopes>)")
            + (articles.isEmpty() ? "" : " and article_id in (<articles>)");
    Query query =
        handle
            .createQuery(
                versions("claim", ALWAYS, "article", "formed_at", ALWAYS, which)
                    + " union all "
                    + versions("claim", ALWAYS, "article_then", "seen_from", "seen_until", which)
                    + " union all "
                    + versions("claim_then", "seen_until", "article", "formed_at", ALWAYS, which)
                    + " union all "
                    + versions(
                        "claim_then",
                        "seen_until",
                        "article_then",
                        "seen_from",
                        "seen_until",
                        which)
                    + " order by article_id, number, known_from")
            .bind("drawer", drawer);
    if (!scopes.isEmpty()) {
      query.bindList("scopes", scopes);
    }
    if (!articles.isEmpty()) {
      query.bindList("articles", articles.stream().map(ArticleId::value).toList());
    }
    return query
        .map(
            (row, _) ->
                new Version(
                    claim(row),
                    Instant.ofEpochMilli(row.getLong("known_from")),
                    Instant.ofEpochMilli(row.getLong("known_until"))))
        .list();
  }

  private static String versions(
      String claims, String claimUntil, String forms, String from, String until, String which) {
    return VERSIONS.formatted(claims, claimUntil, forms, from, until, which);
  }

  private static final String ALWAYS = String.valueOf(ThenTable.STANDING.toEpochMilli());

  /// Of a claim known from one moment to another, and a form of its article, what they have in
  /// common.
  private static final String VERSIONS =
      "select * from (select said.*, form.canonical_id, form.source, form.language, form.ordered_by,"
          + " form.published, claim_reading.voice,"
          + " case when said.claim_from > form.form_from then said.claim_from else form.form_from end as known_from,"
          + " case when said.claim_until < form.form_until then said.claim_until else form.form_until end as known_until"
          + " from (select "
          + COLUMNS
          + ", seen_from as claim_from, %2$s as claim_until from %1$s where drawer = :drawer%6$s) as said"
          + " join (select id, canonical_id, source, language, ordered_by, published, %4$s as form_from,"
          + " %5$s as form_until from %3$s) as form on form.id = said.article_id"
          + " join claim_reading on claim_reading.article_id = said.article_id) as version"
          + " where known_from < known_until";

  /// The claims of each of `ids`, in the order of its text.
  public Map<ArticleId, List<StoredClaim>> of(Collection<ArticleId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : handle
            .createQuery(
                CLAIM + " where claim.article_id in (<ids>) order by claim.article_id, number")
            .bindList("ids", ids.stream().map(ArticleId::value).toList())
            .map((row, _) -> claim(row))
            .collect(Collectors.groupingBy(StoredClaim::article));
  }

  /// The claims of one entry of the ledger, at most `limit`: those that show best what it holds.
  public List<StoredClaim> standingIn(String entry, int limit) {
    return handle
        .createQuery(
            CLAIM_COLUMNS
                + ", evidence.place"
                + FROM
                + " join evidence on evidence.article_id = claim.article_id"
                + " and evidence.number = claim.number"
                + " where evidence.entry_id = :entry order by evidence.place limit :limit")
        .bind("entry", entry)
        .bind("limit", limit)
        .map((row, _) -> claim(row))
        .list();
  }

  public Optional<StoredClaim> find(ArticleId id, int number) {
    return handle
        .createQuery(CLAIM + " where claim.article_id = :id and number = :number")
        .bind("id", id.value())
        .bind("number", number)
        .map((row, _) -> claim(row))
        .findOne();
  }

  /// Articles after `id` whose claims were never read, or not by this version of the reading, in
  /// the order of their ids.
  public List<ArticleId> unread(long id, String version, int limit) {
    return handle
        .createQuery(
            "select id from article where id > :id and not exists"
                + " (select 1 from claim_reading where article_id = article.id and version = :version)"
                + " order by id limit :limit")
        .bind("id", id)
        .bind("version", version)
        .bind("limit", limit)
        .map((row, _) -> new ArticleId(row.getLong("id")))
        .list();
  }

  /// Has the claims of an article read again, at the next chance.
  public void readAgain(ArticleId id) {
    handle.execute("update claim_reading set version = '' where article_id = ?", id.value());
  }

  /// Numbers of claims, and of articles whose claims were read.
  public record Counts(long claims, long articles) {}

  public Counts count() {
    return handle
        .createQuery(
            "select (select count(*) from claim) as claims, (select count(*) from claim_reading) as articles")
        .map((row, _) -> new Counts(row.getLong("claims"), row.getLong("articles")))
        .one();
  }

  private static StoredClaim claim(ResultSet row) throws SQLException {
    return new StoredClaim(
        new ArticleId(row.getLong("article_id")),
        row.getInt("number"),
        row.getString("drawer"),
        row.getString("sentence"),
        new StoredClaim.Place(
            new ArticleId(row.getLong("canonical_id")),
            row.getString("source"),
            row.getString("voice"),
            PublicationTimes.read(row.getString("published")),
            Instant.ofEpochMilli(row.getLong("ordered_by")),
            new Language(row.getString("language"))),
        told(row));
  }

  /// The claim of a row that has its columns.
  static Claim told(ResultSet row) throws SQLException {
    String time = row.getString("time");
    return new Claim(
        new Thing(row.getString("entity_id"), row.getString("entity")),
        Property.of(row.getString("property")),
        ClaimValues.readScope(row.getString("scope")),
        time == null ? null : ClaimValues.readTime(time),
        ClaimValues.readValue(row.getString("value")),
        row.getInt("paragraph"),
        new Span(row.getInt("sentence_start"), row.getInt("sentence_end")),
        ClaimValues.thing(row.getString("speaker_id"), row.getString("speaker")),
        Claim.Stance.of(row.getString("stance")),
        new Claim.Reading(row.getDouble("trust"), subject(row), second(row)));
  }

  private static Claim.@Nullable Second second(ResultSet row) throws SQLException {
    String model = row.getString("model");
    return model == null
        ? null
        : new Claim.Second(model, Claim.Agreement.of(row.getString("agreement")));
  }

  private static @Nullable Span subject(ResultSet row) throws SQLException {
    int start = row.getInt("subject_start");
    return row.wasNull() ? null : new Span(start, row.getInt("subject_end"));
  }
}
