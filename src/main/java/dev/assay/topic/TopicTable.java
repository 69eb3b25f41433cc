package dev.assay.topic;

import dev.assay.analyze.name.Aboutness;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.fold.Independence.Heard;
import dev.assay.store.ArticleTable.Place;
import dev.assay.store.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Saved topics with their aliases, and which articles are about a named entity. Used by one
/// thread, within its session.
public final class TopicTable {

  private final Handle handle;

  public TopicTable(Session session) {
    this.handle = session.handle();
  }

  /// A topic that a person saved.
  ///
  /// @param aliases other names, by language and label
  public record SavedTopic(String name, List<Name> aliases) {
    public SavedTopic {
      aliases = List.copyOf(aliases);
    }
  }

  /// An article of a topic, as far as counting needs it.
  ///
  /// @param stated whether its source states when it was published
  /// @param origin the agency or outlet that its text names; null if it names none
  public record Row(
      ArticleId id,
      ArticleId canonical,
      Instant orderedBy,
      boolean stated,
      Language language,
      ArticleKind kind,
      String source,
      @Nullable String origin) {

    public Heard heard() {
      return new Heard(canonical, origin, source);
    }
  }

  /// Saves a topic, or gives one that is saved these aliases in place of those it had.
  void save(SavedTopic topic, Instant now) {
    handle.execute(
        "insert into topic (name, created_at) values (?, ?) on conflict (name) do nothing",
        topic.name(),
        now.toEpochMilli());
    handle.execute(
        "delete from topic_alias where topic_id = (select id from topic where name = ?)",
        topic.name());
    for (Name alias : topic.aliases()) {
      handle.execute(
          "insert into topic_alias (topic_id, label, language)"
              + " select id, ?, ? from topic where name = ? on conflict do nothing",
          alias.label(),
          alias.language().tag(),
          topic.name());
    }
  }

  /// Forgets a saved topic; its articles stay.
  ///
  /// @return false if there is none of this name
  boolean delete(String name) {
    return handle.execute("delete from topic where name = ?", name) > 0;
  }

  /// The saved topic with this very name.
  Optional<SavedTopic> find(String name) {
    return Optional.ofNullable(
        read(handle.createQuery(SAVED.formatted("where topic.name = :name")).bind("name", name))
            .get(name));
  }

  /// All saved topics, the first saved first.
  List<SavedTopic> all() {
    return List.copyOf(read(handle.createQuery(SAVED.formatted(""))).values());
  }

  private static final String SAVED =
      "select topic.name, label, language from topic"
          + " left join topic_alias on topic_alias.topic_id = topic.id %s"
          + " order by topic.id, language, label";

  private static Map<String, SavedTopic> read(Query query) {
    Map<String, SavedTopic> topics = new LinkedHashMap<>();
    query
        .map(
            (row, _) -> {
              String label = row.getString("label");
              List<Name> aliases =
                  label == null
                      ? List.of()
                      : List.of(new Name(label, new Language(row.getString("language"))));
              return new SavedTopic(row.getString("name"), aliases);
            })
        .forEach(topic -> topics.merge(topic.name(), topic, TopicTable::both));
    return topics;
  }

  private static SavedTopic both(SavedTopic one, SavedTopic other) {
    List<Name> aliases = new ArrayList<>(one.aliases());
    aliases.addAll(other.aliases());
    return new SavedTopic(one.name(), aliases);
  }

  /// How much an article must be about a topic.
  enum Grade {
    ANY,
    ABOUT,
    PASSING;

    String condition() {
      return switch (this) {
        case ANY -> "";
        case ABOUT -> " and tag.salience >= :about";
        case PASSING ->
            " and tag.salience < :about and not exists (select 1 from tag as of_other"
                + " where of_other.article_id = tag.article_id"
                + " and of_other.entity_id in (<entities>) and of_other.salience >= :about)";
      };
    }
  }

  /// Ids of the articles of this grade about any of `entities`, newest first, after `place`. With
  /// copies folded, a copy stands for itself only if its original is about none of them. The order
  /// is that of the table's key, so that a page of one entity reads no more rows than it shows.
  List<Place> about(
      Collection<String> entities, Selection selection, Grade grade, Place after, int limit) {
    String conditions =
        languages(selection)
            + kinds(selection)
            + (selection.sources().isEmpty() ? "" : " and article.source in (<sources>)")
            + folded(selection);
    Query query =
        handle
            .createQuery(
                "select "
                    + (entities.size() == 1 ? "" : "distinct ")
                    + "tag.ordered_by, tag.article_id from tag"
                    + " where tag.entity_id in (<entities>)"
                    + " and tag.ordered_by <= :orderedBy"
                    + " and (tag.ordered_by < :orderedBy or tag.article_id > :id)"
                    + (conditions.isEmpty() ? "" : WITH_ARTICLE + conditions + ")")
                    + grade.condition()
                    + (selection.start() == null ? "" : " and tag.ordered_by >= :start")
                    + (selection.end() == null ? "" : " and tag.ordered_by < :end")
                    + " order by tag.ordered_by desc, tag.article_id limit :limit")
            .bindList("entities", List.copyOf(entities))
            .bind("orderedBy", after.orderedBy())
            .bind("id", after.id())
            .bind("limit", limit);
    if (grade != Grade.ANY) {
      query.bind("about", Aboutness.ABOUT);
    }
    if (!selection.languages().isEmpty()) {
      query.bindList("languages", selection.languages().stream().map(Language::tag).toList());
    }
    if (!selection.kinds().isEmpty()) {
      query.bindList("kinds", selection.kinds().stream().map(ArticleKind::word).toList());
    }
    if (!selection.sources().isEmpty()) {
      query.bindList("sources", List.copyOf(selection.sources()));
    }
    bind(query, "start", selection.start());
    bind(query, "end", selection.end());
    return query
        .map((row, _) -> new Place(row.getLong("ordered_by"), row.getLong("article_id")))
        .list();
  }

  /// An article that passes what follows; asked for each tag by itself, or SQLite reads all
  /// articles that ever were for the tags of the past.
  private static final String WITH_ARTICLE =
      " and exists (select 1 from article where article.id = tag.article_id";

  private static void bind(Query query, String name, @Nullable Instant moment) {
    if (moment != null) {
      query.bind(name, moment.toEpochMilli());
    }
  }

  /// How likely a reader takes each of `ids` to be about one of `entities`, 0 to 1; those that name
  /// none are left out.
  Map<ArticleId, Double> salience(Collection<String> entities, Collection<ArticleId> ids) {
    if (entities.isEmpty() || ids.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery(
            "select article_id, max(salience) as salience from tag where article_id in (<ids>)"
                + " and entity_id in (<entities>) group by article_id")
        .bindList("ids", ids.stream().map(ArticleId::value).toList())
        .bindList("entities", List.copyOf(entities))
        .map(
            (row, _) ->
                Map.entry(new ArticleId(row.getLong("article_id")), row.getDouble("salience")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Those of `ids` that are about one of `entities`.
  ///
  /// @param least salience that a tag must have
  Set<ArticleId> among(Collection<String> entities, double least, Collection<ArticleId> ids) {
    return handle
        .createQuery(
            "select distinct article_id from tag where article_id in (<ids>)"
                + " and entity_id in (<entities>) and salience >= :least")
        .bindList("ids", ids.stream().map(ArticleId::value).toList())
        .bindList("entities", List.copyOf(entities))
        .bind("least", least)
        .map((row, _) -> new ArticleId(row.getLong("article_id")))
        .set();
  }

  /// Whether any article is about one of `entities`.
  boolean hasArticles(Collection<String> entities) {
    return handle
        .createQuery("select exists (select 1 from tag where entity_id in (<entities>))")
        .bindList("entities", List.copyOf(entities))
        .mapTo(Boolean.class)
        .one();
  }

  /// Those of `entities` that articles are tagged with, what most are tagged with first.
  List<String> tagged(Collection<String> entities) {
    return handle
        .createQuery(
            "select entity_id from tag where entity_id in (<entities>)"
                + " group by entity_id order by count(*) desc, entity_id")
        .bindList("entities", List.copyOf(entities))
        .mapTo(String.class)
        .list();
  }

  /// Whether any article is about one of `entities`, rather than naming it in passing.
  boolean isSubjectOfAny(Collection<String> entities) {
    return handle
        .createQuery(
            "select exists (select 1 from tag where entity_id in (<entities>)"
                + " and salience >= :about)")
        .bindList("entities", List.copyOf(entities))
        .bind("about", Aboutness.ABOUT)
        .mapTo(Boolean.class)
        .one();
  }

  private static String languages(Selection selection) {
    return selection.languages().isEmpty() ? "" : " and article.language in (<languages>)";
  }

  private static String kinds(Selection selection) {
    return selection.kinds().isEmpty() ? "" : " and article.kind in (<kinds>)";
  }

  private static String folded(Selection selection) {
    return switch (selection.copies()) {
      case SHOWN -> "";
      case FOLDED ->
          " and (article.canonical_id = article.id or not exists (select 1 from tag of_original"
              + " where of_original.article_id = article.canonical_id"
              + " and of_original.entity_id in (<entities>)))";
    };
  }

  /// Every article about any of `entities`, newest first.
  List<Row> rowsAbout(Collection<String> entities) {
    return rows(
        handle
            .createQuery(
                ROW
                    + " where id in (select article_id from tag where entity_id in (<entities>))"
                    + " order by ordered_by desc")
            .bindList("entities", List.copyOf(entities)));
  }

  /// The articles with these ids, newest first.
  List<Row> rowsOf(Collection<ArticleId> ids) {
    return ids.isEmpty()
        ? List.of()
        : rows(
            handle
                .createQuery(ROW + " where id in (<ids>) order by ordered_by desc")
                .bindList("ids", ids.stream().map(ArticleId::value).toList()));
  }

  /// The articles of these texts, copies among them.
  ///
  /// @param texts canonical articles
  public List<Row> rowsOfTexts(Collection<ArticleId> texts) {
    return texts.isEmpty()
        ? List.of()
        : rows(
            handle
                .createQuery(ROW + " where canonical_id in (<ids>) order by ordered_by desc")
                .bindList("ids", texts.stream().map(ArticleId::value).toList()));
  }

  /// The newest texts about any of some things, copies left out.
  public List<ArticleId> newestTexts(Collection<String> entities, double about, int limit) {
    return handle
        .createQuery(
            "select distinct tag.article_id, tag.ordered_by from tag"
                + " where tag.entity_id in (<entities>) and tag.salience >= :about"
                + WITH_ARTICLE
                + " and article.canonical_id = article.id)"
                + " order by tag.ordered_by desc, tag.article_id limit :limit")
        .bindList("entities", List.copyOf(entities))
        .bind("about", about)
        .bind("limit", limit)
        .map((row, _) -> new ArticleId(row.getLong("article_id")))
        .list();
  }

  /// The outlets with two or more articles about a thing in a time, those with most first.
  public List<String> outletsAbout(String entity, Instant from, Instant until, int limit) {
    return handle
        .createQuery(
            "select source from article where id in (select article_id from tag"
                + " where entity_id = :entity and ordered_by between :from and :until"
                + " and salience >= :about) and source <> ''"
                + " group by source having count(*) > 1"
                + " order by count(*) desc, source limit :limit")
        .bind("entity", entity)
        .bind("from", from.toEpochMilli())
        .bind("until", until.toEpochMilli())
        .bind("about", Aboutness.ABOUT)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  private static final String ROW =
      "select id, canonical_id, ordered_by, coalesce(published, '') like '%STATED%' as stated,"
          + " language, kind, source, (select name from origin where article_id = article.id) as origin"
          + " from article";

  private static List<Row> rows(Query query) {
    return query
        .map(
            (row, _) ->
                new Row(
                    new ArticleId(row.getLong("id")),
                    new ArticleId(row.getLong("canonical_id")),
                    Instant.ofEpochMilli(row.getLong("ordered_by")),
                    row.getBoolean("stated"),
                    new Language(row.getString("language")),
                    ArticleKind.of(row.getString("kind")),
                    row.getString("source"),
                    row.getString("origin")))
        .list();
  }

  /// An entity that articles name.
  ///
  /// @param about how many of them are about it
  public record Beside(String entityId, long articles, long about) {}

  /// What `ids` name, what they are most about first.
  public List<Beside> entitiesOf(Collection<ArticleId> ids, int limit) {
    return ids.isEmpty()
        ? List.of()
        : handle
            .createQuery(
                "select entity_id, count(*) as articles,"
                    + " sum(case when salience >= :about then 1 else 0 end) as about"
                    + " from tag where article_id in (<ids>)"
                    + " group by entity_id order by sum(salience) desc, entity_id limit :limit")
            .bindList("ids", ids.stream().map(ArticleId::value).toList())
            .bind("about", Aboutness.ABOUT)
            .bind("limit", limit)
            .map(
                (row, _) ->
                    new Beside(
                        row.getString("entity_id"), row.getLong("articles"), row.getLong("about")))
            .list();
  }
}
