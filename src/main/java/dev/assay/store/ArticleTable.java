package dev.assay.store;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.store.TallyTable.Subject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Every article, with the texts it had before.
public final class ArticleTable {

  private static final String HEAD =
      "id, canonical_id, address, source, external_id, title, language, kind, ordered_by, published, fetched_at";

  private final Handle handle;

  ArticleTable(Handle handle) {
    this.handle = handle;
  }

  /// Where an article came from, as the write path needs it.
  ///
  /// @param rawHash SHA-256 of the document's bytes
  /// @param headers of the document, see RawDocument
  public record Origin(Identity identity, byte[] rawHash, Map<String, String> headers) {}

  /// A place in the newest-first order: what comes after it is older.
  public record Place(long orderedBy, long id) {

    /// Before everything.
    public static final Place START = new Place(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /// Numbers of articles, and of those that are no copy of another.
  public record Counts(long articles, long independent) {}

  /// The largest sequence that any change has had.
  public long lastSequence() {
    return handle
        .createQuery(
            "select max(sequence) from (select sequence from"
                + " (select sequence from article order by sequence desc limit 1) as newest"
                + " union all select max(sequence) from deleted_article union all select 0) as each")
        .mapTo(Long.class)
        .one();
  }

  /// Stores an article that was not there.
  public void insert(Article article, Origin origin, ArticleId canonical) {
    insert(article, origin, canonical, lastSequence() + 1);
  }

  /// Stores an article that was not there, for others to settle. No index follows it until then.
  ///
  /// @param number of its coming, see [UnsettledTable]
  public void insertUnsettled(Article article, Origin origin, long number) {
    insert(article, origin, article.id(), -number);
  }

  private void insert(Article article, Origin origin, ArticleId canonical, long sequence) {
    bind(
            handle.createUpdate(
                "insert into article (id, sequence, identity, address, source, external_id, title, language,"
                    + " kind, ordered_by, published, updated, fetched_at, arrived_at, formed_at, raw_hash, headers, revision,"
                    + " canonical_id, body) values (:id, :sequence, :identity, :address, :source, :externalId,"
                    + " :title, :language, :kind, :orderedBy, :published, :updated, :fetchedAt, :fetchedAt, :fetchedAt, :rawHash,"
                    + " :headers, 1, :canonical, :body)"),
            article,
            origin,
            canonical)
        .bind("sequence", sequence)
        .execute();
    handle.execute("delete from deleted_article where id = ?", article.id().value());
  }

  /// Puts a text in the place of the article's present one, which is kept as a revision.
  ///
  /// @return the number of the new text, 2 or more
  public int replace(Article article, Origin origin, ArticleId canonical) {
    handle.execute(
        "insert into revision (article_id, number, title, published, updated, fetched_at, raw_hash, body, seen_until,"
            + " replaced_at) select id, revision, title, published, updated, fetched_at, raw_hash, body,"
            + " coalesce(seen_until, fetched_at), ? from article where id = ?",
        article.fetchedAt().toEpochMilli(),
        article.id().value());
    endForm(article.id(), article.fetchedAt());
    update(article, origin, canonical, 1);
    return handle
        .createQuery("select revision from article where id = :id")
        .bind("id", article.id().value())
        .mapTo(Integer.class)
        .one();
  }

  /// Keeps the form that an article had until `at`: its text and its group.
  private void endForm(ArticleId id, Instant at) {
    handle.execute(
        "insert into article_then (id, sequence, identity, address, source, external_id, title, language, kind,"
            + " ordered_by, published, updated, fetched_at, arrived_at, last_seen, raw_hash, headers, revision,"
            + " canonical_id, seen_from, seen_until) select id, sequence, identity, address, source, external_id,"
            + " title, language, kind, ordered_by, published, updated, fetched_at, arrived_at, seen_until, raw_hash,"
            + " headers, revision, canonical_id, formed_at, ? from article where id = ? and formed_at < ?",
        at.toEpochMilli(),
        id.value(),
        at.toEpochMilli());
    handle.execute(
        "update article set formed_at = ? where id = ? and formed_at < ?",
        at.toEpochMilli(),
        id.value(),
        at.toEpochMilli());
  }

  /// Puts what a better program made of the same bytes in the place of the article's present text;
  /// the source changed nothing, so there is no revision.
  public void rewrite(Article article, Origin origin, ArticleId canonical) {
    update(article, origin, canonical, 0);
    handle.execute(
        "update article_then set (title, language, kind, source, ordered_by, published, updated) ="
            + " (select title, language, kind, source, ordered_by, published, updated from article"
            + " where article.id = article_then.id) where id = ? and revision ="
            + " (select revision from article where article.id = article_then.id)",
        article.id().value());
  }

  private void update(Article article, Origin origin, ArticleId canonical, int step) {
    bind(
            handle.createUpdate(
                "update article set sequence = :sequence, identity = :identity, address = :address,"
                    + " source = :source, external_id = :externalId, title = :title, language = :language,"
                    + " kind = :kind, ordered_by = :orderedBy, published = :published, updated = :updated,"
                    + " fetched_at = :fetchedAt, raw_hash = :rawHash, headers = :headers, canonical_id = :canonical,"
                    + " body = :body, revision = revision + :step,"
                    + " seen_until = case when :step = 0 then seen_until end where id = :id"),
            article,
            origin,
            canonical)
        .bind("sequence", lastSequence() + 1)
        .bind("step", step)
        .execute();
  }

  private <S extends SqlStatement<S>> S bind(
      S statement, Article article, Origin origin, ArticleId canonical) {
    return statement
        .bind("id", article.id().value())
        .bind("identity", origin.identity().key())
        .bindByType(
            "address",
            article.address() == null ? null : article.address().toString(),
            String.class)
        .bind("source", article.source())
        .bindByType("externalId", article.externalId(), String.class)
        .bind("title", article.title())
        .bind("language", article.language().tag())
        .bind("kind", article.kind().word())
        .bind("orderedBy", article.orderedBy().toEpochMilli())
        .bindByType("published", PublicationTimes.write(article.publishedAt()), String.class)
        .bindByType("updated", PublicationTimes.write(article.updatedAt()), String.class)
        .bind("fetchedAt", article.fetchedAt().toEpochMilli())
        .bind("rawHash", origin.rawHash())
        .bind("headers", Headers.write(origin.headers()))
        .bind("canonical", canonical.value())
        .bind("body", ArticleBody.of(article).write());
  }

  /// The article's present text was seen at its source once more.
  public void seen(ArticleId id, Instant at) {
    handle.execute(
        "update article set seen_until = ? where id = ? and coalesce(seen_until, fetched_at) < ?",
        at.toEpochMilli(),
        id.value(),
        at.toEpochMilli());
  }

  /// Says that what is known of an article changed, so that the index follows.
  public void touch(ArticleId id) {
    handle.execute("update article set sequence = ? where id = ?", lastSequence() + 1, id.value());
  }

  /// The sequence of the last change of each of some articles: one that was read anew has another.
  public Map<ArticleId, Long> sequences(Collection<ArticleId> ids) {
    Map<ArticleId, Long> found = new HashMap<>();
    if (!ids.isEmpty()) {
      handle
          .createQuery("select id, sequence from article where id in (<ids>)")
          .bindList("ids", values(ids))
          .map((row, _) -> Map.entry(new ArticleId(row.getLong("id")), row.getLong("sequence")))
          .forEach(one -> found.put(one.getKey(), one.getValue()));
    }
    return found;
  }

  /// The ids of all articles.
  public List<ArticleId> ids() {
    return handle
        .createQuery("select id from article")
        .map((row, _) -> new ArticleId(row.getLong("id")))
        .list();
  }

  /// The articles that had another text, or stood in another group, at a moment.
  public List<ArticleId> inAnotherFormAt(Instant at) {
    return handle
        .createQuery("select id from article_then where seen_from <= :at and seen_until > :at")
        .bind("at", at.toEpochMilli())
        .map((row, _) -> new ArticleId(row.getLong("id")))
        .list();
  }

  /// How many articles have an id after `id`.
  public long countAfter(long id) {
    return handle
        .createQuery("select count(*) from article where id > :id")
        .bind("id", id)
        .mapTo(Long.class)
        .one();
  }

  /// Says which group an article belongs to, since `since`, but not before the article came that
  /// stands for the group.
  public void setCanonical(ArticleId id, ArticleId canonical, Instant since) {
    if (canonical(id).equals(canonical)) {
      return;
    }
    Instant at =
        handle
            .createQuery("select arrived_at from article where id = :id")
            .bind("id", canonical.value())
            .map((row, _) -> Instant.ofEpochMilli(row.getLong("arrived_at")))
            .findOne()
            .filter(since::isBefore)
            .orElse(since);
    new ClaimTable(handle).markStale(id, at);
    endForm(id, at);
    handle.execute(
        "update article set canonical_id = ?, sequence = ? where id = ?",
        canonical.value(),
        lastSequence() + 1,
        id.value());
  }

  /// The article that stands for the group of a stored article.
  public ArticleId canonical(ArticleId id) {
    return handle
        .createQuery("select canonical_id from article where id = :id")
        .bind("id", id.value())
        .map((row, _) -> new ArticleId(row.getLong("canonical_id")))
        .one();
  }

  /// Takes an article away with everything that was derived from it; the entries in which its
  /// claims stood become stale.
  ///
  /// @return whether it was there
  public boolean delete(ArticleId id) {
    List<byte[]> hashes =
        handle
            .createQuery(
                "select raw_hash from article where id = :id union select raw_hash from revision where article_id = :id")
            .bind("id", id.value())
            .mapTo(byte[].class)
            .list();
    long sequence = lastSequence() + 1;
    new ClaimTable(handle).markStale(id, Instant.EPOCH);
    handle.execute("update article_then set canonical_id = id where canonical_id = ?", id.value());
    int deleted = handle.execute("delete from article where id = ?", id.value());
    if (deleted == 0) {
      return false;
    }
    handle.execute(
        "insert into deleted_article (id, sequence) values (?, ?)"
            + " on conflict (id) do update set sequence = excluded.sequence",
        id.value(),
        sequence);
    hashes.forEach(new RawDocumentTable(handle)::deleteIfUnused);
    new OutcomeTable(handle).delete(id);
    deleteWhatQuotes(id);
    return true;
  }

  /// Kept answers and briefs of topics hold sentences of the articles that they cite.
  private void deleteWhatQuotes(ArticleId id) {
    handle.execute(
        "delete from answer where id in"
            + " (select answer_id from answer_article where article_id = ?)",
        id.value());
    handle.execute(
        "delete from topic_brief where (topic, day) in"
            + " (select topic, day from topic_brief_article where article_id = ?)",
        id.value());
    for (String table :
        List.of("answer", "topic_brief")) { // kept before their articles were listed
      handle.execute(
          "delete from " + table + " where listed = 0 and content like ?", "%\"" + id + "\"%");
    }
  }

  public Optional<StoredArticle> find(ArticleId id) {
    return handle
        .createQuery("select " + ArticleRow.COLUMNS + " from article where id = :id")
        .bind("id", id.value())
        .map((row, _) -> ArticleRow.read(row))
        .findOne();
  }

  /// The articles among `ids` that are there. Every search reads its page so: the driver is asked
  /// without anything between, which takes a quarter of the time.
  public Map<ArticleId, StoredArticle> find(Collection<ArticleId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<ArticleId, StoredArticle> found = new HashMap<>();
    String marks = String.join(",", Collections.nCopies(ids.size(), "?"));
    try (PreparedStatement statement =
        handle
            .getConnection()
            .prepareStatement(
                "select " + ArticleRow.COLUMNS + " from article where id in (" + marks + ")")) {
      int place = 1;
      for (ArticleId id : ids) {
        statement.setLong(place++, id.value());
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          StoredArticle article = ArticleRow.read(rows);
          found.put(article.article().id(), article);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("articles could not be read from the store", e);
    }
    return found;
  }

  /// The ids of the articles that a batch called `externalId`, oldest first: one, unless two
  /// sources use the same id.
  public List<ArticleId> byExternalId(String externalId) {
    return handle
        .createQuery("select id from article where external_id = :id order by fetched_at, id")
        .bind("id", externalId)
        .map((row, _) -> new ArticleId(row.getLong("id")))
        .list();
  }

  /// The oldest article of each of these names, as [#byExternalId] finds it.
  public Map<String, ArticleId> byExternalIds(Collection<String> externalIds) {
    Map<String, ArticleId> found = new HashMap<>();
    if (!externalIds.isEmpty()) {
      handle
          .createQuery(
              "select id, external_id from article where external_id in (<ids>)"
                  + " order by fetched_at, id")
          .bindList("ids", List.copyOf(externalIds))
          .map(
              (row, _) -> Map.entry(row.getString("external_id"), new ArticleId(row.getLong("id"))))
          .forEach(row -> found.putIfAbsent(row.getKey(), row.getValue()));
    }
    return found;
  }

  /// The ids of the articles that are known by what passes, in the order of ids.
  public List<ArticleId> knownAs(Predicate<Identity> passes) {
    return handle
        .createQuery("select id, identity from article order by id")
        .map((row, _) -> Map.entry(row.getLong("id"), Identity.parse(row.getString("identity"))))
        .stream()
        .filter(row -> passes.test(row.getValue()))
        .map(row -> new ArticleId(row.getKey()))
        .toList();
  }

  /// SHA-256 of the bytes that the article now rests on, if it is there.
  public Optional<byte[]> rawHash(ArticleId id) {
    return handle
        .createQuery("select raw_hash from article where id = :id")
        .bind("id", id.value())
        .mapTo(byte[].class)
        .findOne();
  }

  /// Where the article came from, if it is there.
  public Optional<Origin> origin(ArticleId id) {
    return handle
        .createQuery("select identity, raw_hash, headers from article where id = :id")
        .bind("id", id.value())
        .map(
            (row, _) ->
                new Origin(
                    Identity.parse(row.getString("identity")),
                    row.getBytes("raw_hash"),
                    Headers.read(row.getString("headers"))))
        .findOne();
  }

  /// What came with the documents of those of `ids` that are there.
  public Map<ArticleId, Map<String, String>> headers(Collection<ArticleId> ids) {
    Map<ArticleId, Map<String, String>> found = new HashMap<>();
    if (!ids.isEmpty()) {
      handle
          .createQuery("select id, headers from article where id in (<ids>)")
          .bindList("ids", values(ids))
          .map(
              (row, _) ->
                  Map.entry(
                      new ArticleId(row.getLong("id")), Headers.read(row.getString("headers"))))
          .forEach(row -> found.put(row.getKey(), row.getValue()));
    }
    return found;
  }

  public Map<ArticleId, ArticleHead> heads(Collection<ArticleId> ids) {
    Map<ArticleId, ArticleHead> found = new HashMap<>();
    if (!ids.isEmpty()) {
      handle
          .createQuery("select " + HEAD + " from article where id in (<ids>)")
          .bindList("ids", values(ids))
          .map((row, _) -> head(row))
          .forEach(head -> found.put(head.id(), head));
    }
    return found;
  }

  /// Articles that are no copy of another, newest first, after `place`.
  public List<ArticleHead> newest(Place place, int limit) {
    return handle
        .createQuery(
            "select "
                + HEAD
                + " from article where canonical_id = id and (ordered_by, id) < (:orderedBy, :id)"
                + " order by ordered_by desc, id desc limit :limit")
        .bind("orderedBy", place.orderedBy())
        .bind("id", place.id())
        .bind("limit", limit)
        .map((row, _) -> head(row))
        .list();
  }

  /// The other articles of each group, oldest first.
  ///
  /// @param canonicals the first articles of the groups
  public Map<ArticleId, List<ArticleHead>> copies(Collection<ArticleId> canonicals) {
    if (canonicals.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery(
            "select "
                + HEAD
                + " from article where canonical_id in (<ids>) and id <> canonical_id"
                + " order by ordered_by, id")
        .bindList("ids", values(canonicals))
        .map((row, _) -> head(row))
        .collect(Collectors.groupingBy(ArticleHead::canonical));
  }

  /// Whether so many articles or more are copies of this one.
  public boolean hasCopies(ArticleId canonical, int count) {
    return handle
        .createQuery(
            "select 1 from article where canonical_id = :id and id <> canonical_id"
                + " limit 1 offset :others")
        .bind("id", canonical.value())
        .bind("others", count - 1)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// All members of a group, the canonical one among them.
  public List<ArticleHead> group(ArticleId canonical) {
    return handle
        .createQuery(
            "select " + HEAD + " from article where canonical_id = :id order by ordered_by, id")
        .bind("id", canonical.value())
        .map((row, _) -> head(row))
        .list();
  }

  /// Articles with an id after `id`, in the order of ids.
  public List<Article> after(long id, int limit) {
    return handle
        .createQuery(
            "select "
                + ArticleRow.COLUMNS
                + " from article where id > :id order by id limit :limit")
        .bind("id", id)
        .bind("limit", limit)
        .map((row, _) -> ArticleRow.read(row).article())
        .list();
  }

  /// Articles changed after `sequence`, in the order of change.
  public List<StoredArticle> changedAfter(long sequence, int limit) {
    return handle
        .createQuery(
            "select "
                + ArticleRow.COLUMNS
                + " from article where sequence > :sequence order by sequence limit :limit")
        .bind("sequence", sequence)
        .bind("limit", limit)
        .map((row, _) -> ArticleRow.read(row))
        .list();
  }

  /// Which articles changed after `sequence`, in the order of change, each with its own. Reads none
  /// of their texts.
  public Map<ArticleId, Long> sequencesAfter(long sequence, int limit) {
    Map<ArticleId, Long> changed = new LinkedHashMap<>();
    handle
        .createQuery(
            "select id, sequence from article where sequence > :sequence order by sequence limit :limit")
        .bind("sequence", sequence)
        .bind("limit", limit)
        .map((row, _) -> Map.entry(new ArticleId(row.getLong("id")), row.getLong("sequence")))
        .forEach(row -> changed.put(row.getKey(), row.getValue()));
    return changed;
  }

  /// How many articles changed after `sequence`.
  public long countChangedAfter(long sequence) {
    return handle
        .createQuery("select count(*) from article where sequence > :sequence")
        .bind("sequence", sequence)
        .mapTo(Long.class)
        .one();
  }

  /// Articles deleted after `sequence`.
  public List<ArticleId> deletedAfter(long sequence) {
    return handle
        .createQuery("select id from deleted_article where sequence > :sequence order by sequence")
        .bind("sequence", sequence)
        .map((row, _) -> new ArticleId(row.getLong("id")))
        .list();
  }

  /// The earlier texts of an article, newest first.
  public List<Revision> revisions(ArticleId id) {
    return handle
        .createQuery("select * from revision where article_id = :id order by number desc")
        .bind("id", id.value())
        .map((row, _) -> revision(row))
        .list();
  }

  /// The text of an article that had this number, and was replaced.
  public Optional<Revision> revision(ArticleId id, int number) {
    return handle
        .createQuery("select * from revision where article_id = :id and number = :number")
        .bind("id", id.value())
        .bind("number", number)
        .map((row, _) -> revision(row))
        .findOne();
  }

  private static Revision revision(ResultSet row) throws SQLException {
    return new Revision(
        row.getInt("number"),
        row.getString("title"),
        Instant.ofEpochMilli(row.getLong("fetched_at")),
        seenUntil(row),
        ArticleBody.read(row.getBytes("body")).paragraphs());
  }

  public Counts count() {
    TallyTable tally = new TallyTable(handle);
    return new Counts(tally.number(Subject.ARTICLE), tally.number(Subject.INDEPENDENT));
  }

  /// How many articles each language has, by its tag, most first.
  public Map<String, Long> countByLanguage() {
    return new TallyTable(handle).of(Subject.LANGUAGE);
  }

  /// How many articles each outlet has, most first; those without an outlet under an empty name.
  public Map<String, Long> countBySource() {
    return new TallyTable(handle).of(Subject.SOURCE);
  }

  /// An earlier text of an article.
  ///
  /// @param fetchedAt when it was first seen
  /// @param seenUntil when it was last seen
  public record Revision(
      int number, String title, Instant fetchedAt, Instant seenUntil, List<Paragraph> paragraphs) {}

  private static Instant seenUntil(ResultSet row) throws SQLException {
    long until = row.getLong("seen_until");
    return Instant.ofEpochMilli(row.wasNull() ? row.getLong("fetched_at") : until);
  }

  private static List<Long> values(Collection<ArticleId> ids) {
    return ids.stream().map(ArticleId::value).toList();
  }

  private static ArticleHead head(ResultSet row) throws SQLException {
    return new ArticleHead(
        new ArticleId(row.getLong("id")),
        new ArticleId(row.getLong("canonical_id")),
        ArticleRow.address(row.getString("address")),
        row.getString("source"),
        row.getString("external_id"),
        row.getString("title"),
        new Language(row.getString("language")),
        ArticleKind.of(row.getString("kind")),
        Instant.ofEpochMilli(row.getLong("ordered_by")),
        PublicationTimes.read(row.getString("published")),
        Instant.ofEpochMilli(row.getLong("fetched_at")));
  }
}
