package dev.assay.ledger.kept;

import dev.assay.analyze.quantity.Property;
import dev.assay.article.ArticleId;
import dev.assay.ledger.Doubt;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.KeptEntry;
import dev.assay.ledger.KeptEntry.ClaimKey;
import dev.assay.ledger.KeptEntry.Dispute;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Verdict;
import dev.assay.store.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The entries of the ledger as they are kept: in the order of lists, each with its verdict and the
/// claims that stand in it.
public final class LedgerTable {

  /// A verdict is stored as its place in this list; a further verdict comes last.
  static final List<Verdict> VERDICTS =
      List.of(Verdict.DIFFER, Verdict.AGREE, Verdict.NOT_COMPARABLE, Verdict.NONE);

  private static final int MOST_ARRIVED = 5_000;

  private final Handle handle;

  public LedgerTable(Session session) {
    this.handle = session.handle();
  }

  /// An entry before it is kept.
  ///
  /// @param entities ids of what it is about
  /// @param claims what stands in it, those first that show best what it holds
  /// @param doubts what a reader should look at
  record Made(
      KeptEntry kept,
      LedgerEntry entry,
      List<String> entities,
      List<Standpoint> claims,
      List<Doubted> doubts) {
    Made {
      entities = List.copyOf(entities);
      claims = List.copyOf(claims);
      doubts = List.copyOf(doubts);
    }
  }

  /// A claim that a reader should look at.
  ///
  /// @param against what it contradicts
  public record Doubted(Doubt.Why why, ClaimKey claim, ClaimKey against) {}

  /// A claim in an entry.
  ///
  /// @param against a comparable claim that cannot hold together with it; null if there is none
  record Standpoint(ClaimKey claim, @Nullable ClaimKey against) {}

  /// What a reader should look at, those of the entries of most sources first.
  ///
  /// @param offset how many to leave out
  public List<Doubted> doubts(int offset, int limit) {
    return handle
        .createQuery(
            "select * from ledger_doubt order by sources desc, ordered_by desc, entry_id, place"
                + " limit :limit offset :offset")
        .bind("limit", limit)
        .bind("offset", offset)
        .map(
            (row, _) ->
                new Doubted(
                    Doubt.Why.of(row.getString("why")).orElseThrow(),
                    key(row, "article_id", "number"),
                    key(row, "against_article", "against_number")))
        .list();
  }

  /// How many figures a reader should look at.
  public long doubts() {
    return handle.createQuery("select count(*) from ledger_doubt").mapTo(Long.class).one();
  }

  /// How many articles are stored whose claims this version of the reading did not read.
  public long unread(String version) {
    return handle
        .createQuery(
            "select (select count(*) from article)"
                + " - (select count(*) from claim_reading where version = :version)")
        .bind("version", version)
        .mapTo(Long.class)
        .one();
  }

  /// Other ids of an entry.
  public List<EntryId> otherIds(EntryId id) {
    return handle
        .createQuery("select id from entry_other_id where entry_id = :id")
        .bind("id", id.value())
        .map((row, _) -> new EntryId(row.getString("id")))
        .list();
  }

  /// Raised whenever entries were made anew.
  public long round() {
    return handle.createQuery("select number from ledger_round").mapTo(Long.class).one();
  }

  /// The entry that is or was known as `id`.
  public Optional<KeptEntry> find(EntryId id) {
    Optional<KeptEntry> found =
        handle
            .createQuery("select * from ledger_entry as entry where id = :id")
            .bind("id", id.value())
            .map((row, _) -> entry(row))
            .findOne();
    return found.isPresent()
        ? found
        : handle
            .createQuery(
                "select entry.* from entry_other_id join ledger_entry as entry"
                    + " on entry.id = entry_other_id.entry_id where entry_other_id.id = :id"
                    + " order by entry.figures desc, entry.id limit 1")
            .bind("id", id.value())
            .map((row, _) -> entry(row))
            .findOne();
  }

  /// What is about the entities themselves first; then by verdict, what differs first; then what
  /// most sources speak of, and what is newest.
  ///
  /// @param offset how many to leave out
  public List<KeptEntry> list(About about, LedgerFilter filter, int offset, int limit) {
    if (isEmpty(about)) {
      return List.of();
    }
    List<KeptEntry> listed = new ArrayList<>();
    for (Standing standing : Standing.of(about)) {
      for (Verdict verdict : Verdict.values()) {
        int wanted = offset + limit - listed.size();
        if (wanted > 0 && filter.verdicts().contains(verdict)) {
          listed.addAll(list(about, standing, filter, verdict, wanted));
        }
      }
    }
    return listed.subList(Math.min(offset, listed.size()), listed.size());
  }

  /// How entries stand to the entities that are asked about.
  private enum Standing {
    ANY("", ""),
    /// Their figures are of one of them.
    OWN(" and tagged.aside = 0", " having min(tagged.aside) = 0"),
    /// Their figures only stand in articles that name one of them.
    ASIDE(" and tagged.aside = 1", " having min(tagged.aside) = 1");

    private final String ofOne;
    private final String ofSeveral;

    Standing(String ofOne, String ofSeveral) {
      this.ofOne = ofOne;
      this.ofSeveral = ofSeveral;
    }

    static List<Standing> of(About about) {
      return about instanceof About.Entities ? List.of(OWN, ASIDE) : List.of(ANY);
    }
  }

  private List<KeptEntry> list(
      About about, Standing standing, LedgerFilter filter, Verdict verdict, int limit) {
    String sql =
        switch (about) {
          case About.Everything() ->
              "select entry.* from ledger_entry as entry where entry.verdict = :verdict"
                  + EntrySourceTable.conditions(filter)
                  + " order by entry.sources desc, entry.ordered_by desc, entry.id";
          case About.Entities(List<String> ids) ->
              ids.size() == 1
                  ? "select entry.*, tagged.sources, tagged.ordered_by, tagged.entry_id"
                      + " from entry_tag as tagged join ledger_entry as entry"
                      + " on entry.id = tagged.entry_id where tagged.entity_id in (<about>)"
                      + " and tagged.verdict = :verdict"
                      + standing.ofOne
                      + EntrySourceTable.conditions(filter)
                      + " order by tagged.sources desc, tagged.ordered_by desc, tagged.entry_id"
                  : "select entry.* from (select entry_id from entry_tag as tagged"
                      + " where tagged.entity_id in (<about>) and tagged.verdict = :verdict"
                      + " group by entry_id"
                      + standing.ofSeveral
                      + ") as tagged join ledger_entry as entry on entry.id = tagged.entry_id"
                      + " where true"
                      + EntrySourceTable.conditions(filter)
                      + " order by entry.sources desc, entry.ordered_by desc, entry.id";
          case About.Articles _ ->
              "select entry.* from ledger_entry as entry where entry.verdict = :verdict"
                  + " and entry.id in (select entry_id from evidence where article_id in (<about>))"
                  + EntrySourceTable.conditions(filter)
                  + " order by entry.sources desc, entry.ordered_by desc, entry.id";
        };
    Query query = handle.createQuery(sql + " limit :limit");
    bind(query, about);
    EntrySourceTable.bind(query, filter);
    return query
        .bind("verdict", VERDICTS.indexOf(verdict))
        .bind("limit", limit)
        .map((row, _) -> entry(row))
        .list();
  }

  private static void bind(Query query, About about) {
    switch (about) {
      case About.Everything() -> {}
      case About.Entities(List<String> ids) -> query.bindList("about", ids);
      case About.Articles(List<ArticleId> ids) ->
          query.bindList("about", ids.stream().map(ArticleId::value).toList());
    }
  }

  private static boolean isEmpty(About about) {
    return switch (about) {
      case About.Everything() -> false;
      case About.Entities(List<String> ids) -> ids.isEmpty();
      case About.Articles(List<ArticleId> ids) -> ids.isEmpty();
    };
  }

  /// Those of `ids` that are about what is asked for.
  public Set<EntryId> among(About about, Collection<EntryId> ids) {
    if (isEmpty(about) || ids.isEmpty()) {
      return Set.of();
    }
    String where =
        switch (about) {
          case About.Everything() -> "true";
          case About.Entities _ ->
              "id in (select entry_id from entry_tag where entity_id in (<about>))";
          case About.Articles _ ->
              "id in (select entry_id from evidence where article_id in (<about>))";
        };
    Query query =
        handle.createQuery("select id from ledger_entry where id in (<ids>) and " + where);
    bind(query, about);
    return query
        .bindList("ids", ids.stream().map(EntryId::value).toList())
        .map((row, _) -> new EntryId(row.getString("id")))
        .set();
  }

  /// How many entries have a verdict, and how many figures stand in them.
  public record Tally(long entries, long figures) {
    static final Tally NONE = new Tally(0, 0);
  }

  /// Entries that pass the filter, and their figures, by verdict, whichever verdicts it asks for;
  /// verdicts that no entry has are left out.
  public Map<Verdict, Tally> tallies(About about, LedgerFilter filter) {
    if (isEmpty(about)) {
      return Map.of();
    }
    String from = filter.isOfVerdictsOnly() ? tallied(about) : passing(about, filter);
    Query query =
        handle.createQuery(
            "select verdict, count(*) as entries, sum(figures) as figures from "
                + from
                + " group by verdict");
    bind(query, about);
    EntrySourceTable.bind(query, filter);
    Map<Verdict, Tally> tallies = new EnumMap<>(Verdict.class);
    query
        .map(
            (row, _) ->
                Map.entry(
                    VERDICTS.get(row.getInt("verdict")),
                    new Tally(row.getLong("entries"), row.getLong("figures"))))
        .forEach(tally -> tallies.put(tally.getKey(), tally.getValue()));
    return tallies;
  }

  private static String tallied(About about) {
    return switch (about) {
      case About.Everything() -> "ledger_entry";
      case About.Entities(List<String> ids) when ids.size() == 1 ->
          "entry_tag where entity_id in (<about>)";
      case About.Entities _ ->
          "(select distinct entry_id, verdict, figures from entry_tag where entity_id in (<about>))";
      case About.Articles _ ->
          "ledger_entry where id in (select entry_id from evidence where article_id in (<about>))";
    };
  }

  private static String passing(About about, LedgerFilter filter) {
    String of =
        switch (about) {
          case About.Everything() -> "true";
          case About.Entities _ ->
              "entry.id in (select entry_id from entry_tag where entity_id in (<about>))";
          case About.Articles _ ->
              "entry.id in (select entry_id from evidence where article_id in (<about>))";
        };
    return "ledger_entry as entry where " + of + EntrySourceTable.conditions(filter);
  }

  /// How many entries of several figures each property has, most first.
  public Map<Property, Long> properties(About about) {
    Map<Property, Long> found = new LinkedHashMap<>();
    counted(about, "entry.property", "", Property.values().length)
        .forEach((word, count) -> found.put(Property.of(word), count));
    return found;
  }

  /// How many entries of several figures each thing has, most first; by what the thing goes by.
  /// What a figure is of by the words around it has but one, and no name.
  public Map<String, Long> things(About about, int limit) {
    String named = " and entry.property <> '%s'".formatted(Property.ALIKE.word());
    return counted(about, "entry.entity_key", named, limit);
  }

  private Map<String, Long> counted(About about, String column, String which, int limit) {
    if (isEmpty(about)) {
      return Map.of();
    }
    String where =
        switch (about) {
          case About.Everything() -> "true";
          case About.Entities _ ->
              "entry.id in (select entry_id from entry_tag where entity_id in (<about>) and verdict < 3)";
          case About.Articles _ ->
              "entry.id in (select entry_id from evidence where article_id in (<about>))";
        };
    Query query =
        handle.createQuery(
            "select %s as value, count(*) as entries from ledger_entry as entry where %s"
                    .formatted(column, where)
                + " and entry.verdict < 3"
                + which
                + " group by value order by entries desc, value limit :limit");
    bind(query, about);
    Map<String, Long> found = new LinkedHashMap<>();
    query
        .bind("limit", limit)
        .map((row, _) -> Map.entry(row.getString("value"), row.getLong("entries")))
        .forEach(count -> found.put(count.getKey(), count.getValue()));
    return found;
  }

  /// How many entries that differ are about things themselves, or have them as a part of their
  /// scope, and not only figures of articles that mention them; of no things, all that differ.
  public long disputes(About about) {
    if (isEmpty(about)) {
      return 0;
    }
    String where =
        switch (about) {
          case About.Everything _ -> "";
          case About.Entities _ ->
              " and id in (select entry_id from entry_tag where entity_id in (<about>) and aside = 0)";
          case About.Articles _ ->
              " and id in (select entry_id from evidence where article_id in (<about>))";
        };
    Query query =
        handle
            .createQuery("select count(*) from ledger_entry where verdict = :verdict" + where)
            .bind("verdict", VERDICTS.indexOf(Verdict.DIFFER));
    bind(query, about);
    return query.mapTo(Long.class).one();
  }

  /// Outlets with a figure in any of `entries`, most figures first.
  public List<String> sources(Collection<EntryId> entries, int limit) {
    return new EntrySourceTable(handle).most(entries, limit);
  }

  /// All articles that have a disputed claim.
  public Set<ArticleId> inDispute() {
    return handle
        .createQuery(
            "select distinct evidence.article_id from ledger_entry as entry"
                + " join evidence on evidence.entry_id = entry.id"
                + " where entry.verdict = 0 and evidence.against_article is not null")
        .map((row, _) -> new ArticleId(row.getLong("article_id")))
        .collect(Collectors.toSet());
  }

  /// Those of `articles` that have a disputed claim.
  public Set<ArticleId> inDispute(Collection<ArticleId> articles) {
    return articles.isEmpty()
        ? Set.of()
        : handle
            .createQuery(
                "select evidence.article_id from evidence"
                    + " join ledger_entry as entry on entry.id = evidence.entry_id"
                    + " where evidence.article_id in (<ids>) and evidence.against_article is not null"
                    + " and entry.verdict = 0")
            .bindList("ids", articles.stream().map(ArticleId::value).toList())
            .map((row, _) -> new ArticleId(row.getLong("article_id")))
            .collect(Collectors.toSet());
  }

  /// A figure in an entry that differs.
  ///
  /// @param sentence in which it stands
  public record Quoted(KeptEntry entry, String sentence) {}

  /// The figures of `articles` in entries that differ, those of the entries of most sources first.
  public List<Quoted> disputedBy(Collection<ArticleId> articles) {
    return articles.isEmpty()
        ? List.of()
        : handle
            .createQuery(
                "select entry.*, claim.sentence from evidence"
                    + " join ledger_entry as entry on entry.id = evidence.entry_id"
                    + " join claim on claim.article_id = evidence.article_id"
                    + " and claim.number = evidence.number"
                    + " where evidence.article_id in (<ids>) and entry.verdict = 0"
                    + " order by entry.sources desc, entry.ordered_by desc, entry.id")
            .bindList("ids", articles.stream().map(ArticleId::value).toList())
            .map((row, _) -> new Quoted(entry(row), row.getString("sentence")))
            .list();
  }

  /// A claim that cannot hold together with a comparable one.
  ///
  /// @param against the plainest of those
  public record Disputed(EntryId entry, ClaimKey claim, ClaimKey against) {}

  /// The disputed claims of `articles`, those of the entries of most sources first. The plus keeps
  /// SQLite from going through all entries that differ, of which there is an index in that order.
  public List<Disputed> disputed(Collection<ArticleId> articles) {
    return articles.isEmpty()
        ? List.of()
        : handle
            .createQuery(
                "select evidence.*, entry.id, entry.sources, entry.ordered_by from evidence"
                    + " join ledger_entry as entry on entry.id = evidence.entry_id"
                    + " where evidence.article_id in (<ids>) and evidence.against_article is not null"
                    + " and +entry.verdict = 0"
                    + " order by entry.sources desc, entry.ordered_by desc, entry.id, evidence.number")
            .bindList("ids", articles.stream().map(ArticleId::value).toList())
            .map(
                (row, _) ->
                    new Disputed(
                        new EntryId(row.getString("entry_id")),
                        key(row, "article_id", "number"),
                        key(row, "against_article", "against_number")))
            .list();
  }

  /// Entries that articles touched which arrived after a moment.
  ///
  /// @param disputes those in which they contradict, or are contradicted
  /// @param entries those that had figures before
  public record Moved(long disputes, long entries) {}

  /// Of the articles that arrived after `since` the last ones, at most [#MOST_ARRIVED].
  public Moved movedSince(Instant since) {
    return handle
        .createQuery(
            "select count(distinct case when entry.verdict = 0 and evidence.against_article is not null"
                + " then entry.id end) as disputes, count(distinct case when exists (select 1"
                + " from evidence as earlier join article as before on before.id = earlier.article_id"
                + " where earlier.entry_id = entry.id and before.arrived_at <= :since)"
                + " then entry.id end) as entries"
                + " from (select id from article where canonical_id = id and arrived_at > :since"
                + " order by arrived_at desc limit :most) as arrived"
                + " join evidence on evidence.article_id = arrived.id"
                + " join ledger_entry as entry on entry.id = evidence.entry_id")
        .bind("since", since.toEpochMilli())
        .bind("most", MOST_ARRIVED)
        .map((row, _) -> new Moved(row.getLong("disputes"), row.getLong("entries")))
        .one();
  }

  static KeptEntry entry(ResultSet row) throws SQLException {
    return new KeptEntry(
        new EntryId(row.getString("id")),
        row.getString("drawer"),
        VERDICTS.get(row.getInt("verdict")),
        row.getInt("figures"),
        row.getInt("compared"),
        row.getInt("sources"),
        dispute(row));
  }

  private static @Nullable Dispute dispute(ResultSet row) throws SQLException {
    return row.getObject("one_article") == null
        ? null
        : new Dispute(
            key(row, "one_article", "one_number"), key(row, "other_article", "other_number"));
  }

  static ClaimKey key(ResultSet row, String article, String number) throws SQLException {
    return new ClaimKey(new ArticleId(row.getLong(article)), row.getInt(number));
  }
}
