package dev.assay.store;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.Names;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// What a user said of names, and with which names articles are tagged. The user's words are kept
/// whatever is derived anew.
public final class NameTable {

  private static final long DONE = Long.MAX_VALUE;

  private final Handle handle;

  NameTable(Handle handle) {
    this.handle = handle;
  }

  /// A thing that no pack has.
  public record OwnThing(String id, EntityType type) {}

  /// How a spelling that a user named counts.
  public enum Use {
    SURE,
    AMBIGUOUS,
    /// It is no name of the thing, whatever the packs say.
    NOT;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A spelling as a user wrote it.
  ///
  /// @param entityId of an own thing, or of one that CLDR or a pack has
  public record OwnName(String entityId, String name, Language language, Use use, Instant madeAt) {}

  /// Has a name that a user gave shown before the others in its language.
  ///
  /// @return false if the thing has no such name
  public boolean show(String entityId, String name, Instant now) {
    return handle.execute(
            "update own_name set shown_at = ? where entity_id = ? and folded = ?",
            now.toEpochMilli(),
            entityId,
            Names.key(name))
        > 0;
  }

  /// How far articles are tagged.
  ///
  /// @param version of the names
  /// @param lastId every article up to this id is tagged with them
  public record Tagged(String version, long lastId) {

    /// Whether no article is left.
    public boolean isDone() {
      return lastId == DONE;
    }
  }

  public void put(OwnThing thing, Instant now) {
    handle.execute(
        "insert into own_thing (id, type, made_at) values (?, ?, ?) on conflict (id) do nothing",
        thing.id(),
        thing.type().word(),
        now.toEpochMilli());
  }

  public void put(OwnName name) {
    handle.execute(
        "insert into own_name (entity_id, folded, name, language, use, made_at)"
            + " values (?, ?, ?, ?, ?, ?) on conflict (entity_id, folded) do update set"
            + " name = excluded.name, language = excluded.language, use = excluded.use",
        name.entityId(),
        Names.key(name.name()),
        name.name(),
        name.language().tag(),
        name.use().word(),
        name.madeAt().toEpochMilli());
  }

  /// Forgets what was said of a spelling; an own thing without a name goes with its last one.
  ///
  /// @return false if nothing was said
  public boolean delete(String entityId, String name, Instant at) {
    handle.execute(
        "insert into own_name_then (entity_id, folded, name, language, use, made_at, shown_at, seen_until)"
            + " select entity_id, folded, name, language, use, made_at, shown_at, ? from own_name"
            + " where entity_id = ? and folded = ? on conflict do nothing",
        at.toEpochMilli(),
        entityId,
        Names.key(name));
    int gone =
        handle.execute(
            "delete from own_name where entity_id = ? and folded = ?", entityId, Names.key(name));
    String nameless =
        " from own_thing where id not in (select entity_id from own_name where use <> 'not')";
    handle.execute(
        "insert into own_thing_then (id, type, made_at, seen_until) select id, type, made_at, ?"
            + nameless
            + " on conflict do nothing",
        at.toEpochMilli());
    handle.execute("delete" + nameless);
    if (gone > 0) {
      handle.execute(
          "delete from name_split where thing_id = ? and thing_id not in (select id from own_thing)",
          entityId);
    }
    return gone > 0;
  }

  /// All own things, the oldest first.
  public List<OwnThing> things() {
    return handle
        .createQuery("select id, type from own_thing order by made_at, id")
        .map(
            (row, _) ->
                new OwnThing(
                    row.getString("id"), EntityType.of(row.getString("type")).orElseThrow()))
        .list();
  }

  /// All that was said of spellings: those to be shown, then the oldest first.
  public List<OwnName> all() {
    return names(handle.createQuery(NAME + " order by shown_at desc, made_at, entity_id, folded"));
  }

  /// What was said of the spellings of these things, the oldest first.
  public List<OwnName> of(Collection<String> entityIds) {
    return entityIds.isEmpty()
        ? List.of()
        : names(
            handle
                .createQuery(NAME + " where entity_id in (<ids>) order by made_at, folded")
                .bindList("ids", List.copyOf(entityIds)));
  }

  private static final String NAME = "select entity_id, name, language, use, made_at from own_name";

  private static List<OwnName> names(Query query) {
    return query
        .map(
            (row, _) ->
                new OwnName(
                    row.getString("entity_id"),
                    row.getString("name"),
                    new Language(row.getString("language")),
                    Use.valueOf(row.getString("use").toUpperCase(Locale.ROOT)),
                    Instant.ofEpochMilli(row.getLong("made_at"))))
        .list();
  }

  /// Remembers that something that looks like a name is none.
  public void dismiss(String name, Instant now) {
    handle.execute(
        "insert into not_a_name (folded, name, made_at) values (?, ?, ?)"
            + " on conflict (folded) do nothing",
        Names.key(name),
        name,
        now.toEpochMilli());
  }

  /// What was dismissed, folded.
  public Set<String> dismissed() {
    return handle.createQuery("select folded from not_a_name").mapTo(String.class).stream()
        .collect(Collectors.toSet());
  }

  /// Says that what an article is tagged with as `entityId` is there the thing `thingId`; also
  /// where it is `entityId` because that was said before.
  public void split(ArticleId article, String entityId, String thingId, Instant now) {
    handle.execute(
        "update name_split set thing_id = ?, made_at = ? where article_id = ? and thing_id = ?",
        thingId,
        now.toEpochMilli(),
        article.value(),
        entityId);
    handle.execute(
        "insert into name_split (article_id, entity_id, thing_id, made_at) values (?, ?, ?, ?)"
            + " on conflict (article_id, entity_id) do update set thing_id = excluded.thing_id,"
            + " made_at = excluded.made_at",
        article.value(),
        entityId,
        thingId,
        now.toEpochMilli());
  }

  /// For each of these articles in which names were told apart, what its tags stand for.
  public Map<ArticleId, Map<String, String>> splits(Collection<ArticleId> articles) {
    if (articles.isEmpty()) {
      return Map.of();
    }
    Map<ArticleId, Map<String, String>> splits = new HashMap<>();
    handle
        .createQuery(
            "select article_id, entity_id, thing_id from name_split where article_id in (<ids>)")
        .bindList("ids", articles.stream().map(ArticleId::value).toList())
        .map(
            (row, _) ->
                splits
                    .computeIfAbsent(new ArticleId(row.getLong("article_id")), _ -> new HashMap<>())
                    .put(row.getString("entity_id"), row.getString("thing_id")))
        .list();
    return splits;
  }

  /// When a person last said anything of names; the epoch if nobody did.
  public Instant lastSaid() {
    return Instant.ofEpochMilli(
        handle
            .createQuery(
                "select coalesce(max(said), 0) from (select max(made_at) as said from own_name"
                    + " union all select max(made_at) from own_thing"
                    + " union all select max(made_at) from not_a_name"
                    + " union all select max(made_at) from name_split"
                    + " union all select max(seen_until) from own_name_then) as words")
            .mapTo(Long.class)
            .one());
  }

  /// How far articles are tagged; empty before the first was.
  public Optional<Tagged> tagged() {
    return handle
        .createQuery("select version, last_id from tagging")
        .map((row, _) -> new Tagged(row.getString("version"), row.getLong("last_id")))
        .findOne();
  }

  /// Says that the articles up to `lastId` are tagged with names of this version.
  public void tagged(String version, long lastId) {
    handle.execute(
        "insert into tagging (id, version, last_id) values (1, ?, ?)"
            + " on conflict (id) do update set version = excluded.version, last_id = excluded.last_id",
        version,
        lastId);
  }

  /// Says that all articles are tagged with names of this version.
  public void taggedAll(String version) {
    tagged(version, DONE);
  }
}
