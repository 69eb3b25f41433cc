package dev.assay.watch;

import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.store.Session;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// The rules of all readers. Used by one thread, within its session.
final class RuleTable {

  private static final String ALL =
      "select id, reader_id, name, scope, subject, told_of, outside, languages, kinds, least_sources, schedule, quiet,"
          + " zone, language, is_on, muted_until, created_at, seen, posted_at from watch_rule";

  private final Handle handle;

  RuleTable(Session session) {
    this.handle = session.handle();
  }

  /// A rule at work.
  ///
  /// @param seen the last happening that was looked at for it
  /// @param postedAt its last message; the beginning of time if it had none
  record Running(Rule rule, long seen, Instant postedAt) {}

  /// The rules of a reader, the first made first.
  List<Rule> of(ReaderId reader) {
    return rules(
        handle
            .createQuery(ALL + " where reader_id = :reader order by created_at, id")
            .bind("reader", reader.value()));
  }

  Optional<Rule> find(ReaderId reader, String id) {
    return rules(
            handle
                .createQuery(ALL + " where reader_id = :reader and id = :id")
                .bind("reader", reader.value())
                .bind("id", id))
        .stream()
        .findFirst();
  }

  private List<Rule> rules(Query query) {
    return running(query).stream().map(Running::rule).toList();
  }

  /// Those that look at what happens.
  List<Running> on() {
    return running(handle.createQuery(ALL + " where is_on = 1 order by id"));
  }

  private List<Running> running(Query query) {
    Map<String, List<String>> channels =
        handle
            .createQuery("select rule_id, channel_id from watch_rule_channel order by channel_id")
            .map((row, _) -> Map.entry(row.getString("rule_id"), row.getString("channel_id")))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return query.map((row, _) -> running(row, channels)).list();
  }

  void put(Rule rule, long seen) {
    bind(
            handle.createUpdate(
                "insert into watch_rule (id, reader_id, name, scope, subject, told_of, outside,"
                    + " languages, kinds, least_sources, schedule, quiet, zone, language, is_on, created_at,"
                    + " seen, posted_at)"
                    + " values (:id, :reader, :name, :scope, :subject, :toldOf, :outside, :languages,"
                    + " :kinds, :leastSources, :schedule, :quiet, :zone, :language, :on, :createdAt, :seen, 0)"
                    + " on conflict (id) do update set name = excluded.name, scope = excluded.scope,"
                    + " subject = excluded.subject, told_of = excluded.told_of,"
                    + " outside = excluded.outside, languages = excluded.languages,"
                    + " kinds = excluded.kinds, least_sources = excluded.least_sources,"
                    + " schedule = excluded.schedule, quiet = excluded.quiet, zone = excluded.zone,"
                    + " language = excluded.language, is_on = excluded.is_on"),
            rule)
        .bind("seen", seen)
        .execute();
  }

  private static Update bind(Update update, Rule rule) {
    BigDecimal outside = rule.outside();
    return update
        .bind("id", rule.id())
        .bind("reader", rule.reader().value())
        .bind("name", rule.name())
        .bind("scope", rule.scope().kind().word())
        .bind("subject", rule.scope().subject())
        .bind("toldOf", joined(rule.when(), When::word))
        .bind("outside", outside == null ? "" : outside.toPlainString())
        .bind("languages", joined(rule.filter().languages(), Language::tag))
        .bind("kinds", joined(rule.filter().kinds(), ArticleKind::word))
        .bind("leastSources", rule.filter().leastSources())
        .bind("schedule", rule.schedule().text())
        .bind("quiet", rule.quiet().text())
        .bind("zone", rule.zone().getId())
        .bind("language", rule.language().tag())
        .bind("on", rule.on() ? 1 : 0)
        .bind("createdAt", rule.createdAt().toEpochMilli());
  }

  private static <T> String joined(Collection<T> values, Function<T, String> word) {
    return values.stream().map(word).sorted().collect(Collectors.joining(","));
  }

  /// Gives a rule these places, each with a word that ends it there.
  ///
  /// @param tokens one for each channel, for those that the rule did not have
  void tellAt(String rule, Map<String, String> tokens) {
    Set<String> had =
        handle
            .createQuery("select channel_id from watch_rule_channel where rule_id = :rule")
            .bind("rule", rule)
            .mapTo(String.class)
            .set();
    for (String gone : had) {
      if (!tokens.containsKey(gone)) {
        handle.execute(
            "delete from watch_rule_channel where rule_id = ? and channel_id = ?", rule, gone);
      }
    }
    tokens.forEach(
        (channel, token) ->
            handle.execute(
                "insert into watch_rule_channel (rule_id, channel_id, token) values (?, ?, ?)"
                    + " on conflict (rule_id, channel_id) do nothing",
                rule,
                channel,
                token));
  }

  void turn(String rule, boolean on) {
    handle.execute("update watch_rule set is_on = ? where id = ?", on ? 1 : 0, rule);
  }

  /// Nothing is sent of what it found before a moment.
  void mute(String rule, Instant until) {
    handle.execute(
        "update watch_rule set muted_until = ? where id = ?", until.toEpochMilli(), rule);
  }

  /// What happened up to `last` needs no look any more.
  void saw(String rule, long last) {
    handle.execute("update watch_rule set seen = ? where id = ? and seen < ?", last, rule, last);
  }

  void posted(String rule, Instant at) {
    handle.execute("update watch_rule set posted_at = ? where id = ?", at.toEpochMilli(), rule);
  }

  boolean remove(ReaderId reader, String id) {
    return handle.execute(
            "delete from watch_rule where id = ? and reader_id = ?", id, reader.value())
        > 0;
  }

  /// What a word ends: a rule at a place.
  record Ending(String rule, String address) {}

  Optional<Ending> ending(String token) {
    return handle
        .createQuery(
            "select watch_rule.name, watch_channel.address from watch_rule_channel as told"
                + " join watch_rule on watch_rule.id = told.rule_id"
                + " join watch_channel on watch_channel.id = told.channel_id where token = :token")
        .bind("token", token)
        .map((row, _) -> new Ending(row.getString("name"), row.getString("address")))
        .findOne();
  }

  /// The word that ends a rule at a place.
  Optional<String> token(String rule, String channel) {
    return handle
        .createQuery(
            "select token from watch_rule_channel where rule_id = :rule and channel_id = :channel")
        .bind("rule", rule)
        .bind("channel", channel)
        .mapTo(String.class)
        .findOne();
  }

  boolean end(String token) {
    return handle.execute("delete from watch_rule_channel where token = ?", token) > 0;
  }

  private static Running running(ResultSet row, Map<String, List<String>> channels)
      throws SQLException {
    String id = row.getString("id");
    String outside = row.getString("outside");
    Rule rule =
        new Rule(
            id,
            new ReaderId(row.getString("reader_id")),
            row.getString("name"),
            new RuleScope(
                RuleScope.Kind.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
                row.getString("subject")),
            words(row.getString("told_of"), word -> When.of(word).orElseThrow()),
            outside.isEmpty() ? null : new BigDecimal(outside),
            new RuleFilter(
                words(row.getString("languages"), Language::new),
                words(row.getString("kinds"), ArticleKind::of),
                row.getInt("least_sources")),
            Schedule.parse(row.getString("schedule")).orElseThrow(),
            QuietHours.parse(row.getString("quiet")).orElseThrow(),
            ZoneId.of(row.getString("zone")),
            new Language(row.getString("language")),
            channels.getOrDefault(id, List.of()),
            row.getInt("is_on") == 1,
            Instant.ofEpochMilli(row.getLong("muted_until")),
            Instant.ofEpochMilli(row.getLong("created_at")));
    return new Running(rule, row.getLong("seen"), Instant.ofEpochMilli(row.getLong("posted_at")));
  }

  private static <T> Set<T> words(String joined, Function<String, T> reader) {
    return Arrays.stream(joined.split(","))
        .filter(word -> !word.isEmpty())
        .map(reader)
        .collect(Collectors.toSet());
  }
}
