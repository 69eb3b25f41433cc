package dev.assay.watch;

import dev.assay.article.ArticleId;
import dev.assay.article.ExpectedFailure;
import dev.assay.store.ArticleHead;
import dev.assay.store.Happening;
import dev.assay.store.Happening.Kind;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.topic.ledger.Ledgers;
import dev.assay.watch.RuleTable.Running;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at what happened, and writes what rules have to tell. Used by one thread at a time.
///
/// What a rule found, the message and a row of the outbox for each place are written in one
/// transaction with how far the rule looked: whenever the process is killed, what happened is
/// looked at again, or is on its way.
public final class Firing {

  private static final Logger LOG = LoggerFactory.getLogger(Firing.class);

  /// Happenings to one transaction.
  private static final int STEP = 200;

  /// Two messages of one rule are no nearer than this.
  private static final Duration GAP = Duration.ofMinutes(10);

  /// What was sent is remembered as long.
  private static final Duration REMEMBERED = Duration.ofDays(90);

  private final Store store;
  private final Ledgers ledgers;
  private final RuleMatcher matcher;
  private final Runnable indexing;
  private final InstantSource clock;

  /// @param indexing brings the index up to the store, so that a query finds what happened
  Firing(
      Store store, Ledgers ledgers, RuleMatcher matcher, Runnable indexing, InstantSource clock) {
    this.store = store;
    this.ledgers = ledgers;
    this.matcher = matcher;
    this.indexing = indexing;
    this.clock = clock;
  }

  /// Looks at all that happened since the last round, and has go out what is due.
  ///
  /// @return how many things were found that are told
  public int round() {
    int found = 0;
    long last = store.readOnce(session -> session.happenings().last());
    boolean more = true;
    boolean indexed = false;
    while (more) {
      List<Running> rules = store.readOnce(session -> new RuleTable(session).on());
      List<Happening> happenings = next(rules, last);
      more = !happenings.isEmpty();
      if (more && !indexed) {
        indexing.run();
        indexed = true;
      }
      if (more) {
        found +=
            tell(rules, happenings, happenings.size() < STEP ? last : happenings.getLast().id());
      }
    }
    postWhatIsDue();
    return found;
  }

  private List<Happening> next(List<Running> rules, long last) {
    long seen = rules.stream().mapToLong(Running::seen).min().orElse(last);
    return seen >= last
        ? List.of()
        : store
            .<List<Happening>>readOnce(session -> session.happenings().after(seen, kinds(), STEP))
            .stream()
            .filter(happening -> happening.id() <= last)
            .toList();
  }

  static Set<Kind> kinds() {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (Kind kind : Kind.values()) {
      if (Arrays.stream(When.values()).anyMatch(when -> when.isOf(kind))) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  /// @param until the last happening that was looked at
  private int tell(List<Running> rules, List<Happening> happenings, long until) {
    Map<Running, List<Found>> found = new LinkedHashMap<>();
    rules.forEach(rule -> found.put(rule, new ArrayList<>()));
    for (Happening happening : happenings) {
      Scene scene = new Scene(happening, store, ledgers);
      if (!scene.isNews()) { // asked first: much may be brought in by hand at once
        continue;
      }
      for (Running running : rules) {
        if (running.seen() < happening.id()) {
          List<Found> its = found.computeIfAbsent(running, _ -> new ArrayList<>());
          matched(running.rule(), scene).ifPresent(its::add);
        }
      }
    }
    store.change(session -> write(session, found, until));
    return found.values().stream().mapToInt(List::size).sum();
  }

  /// A happening that a rule cannot be held against is passed over: it must not hold up the others.
  private Optional<Found> matched(Rule rule, Scene scene) {
    try {
      return matcher.match(rule, scene);
    } catch (ExpectedFailure e) {
      throw e; // the store or the index is not there: the next round looks again
    } catch (RuntimeException e) {
      LOG.error(
          "rule {} cannot be held against happening {}", rule.id(), scene.happening().id(), e);
      return Optional.empty();
    }
  }

  private void write(Session session, Map<Running, List<Found>> all, long until) {
    Instant now = clock.instant();
    RuleTable rules = new RuleTable(session);
    AlertTable alerts = new AlertTable(session);
    all.forEach(
        (running, found) -> {
          Rule rule = running.rule();
          found.forEach(one -> alerts.add(rule.id(), one, group(session, one), now));
          rules.saw(rule.id(), until);
          if (!found.isEmpty() && isDue(running, alerts, now)) {
            post(session, rule, now);
          }
        });
  }

  /// All copies of the text that something found is about; empty for what is told of more than
  /// once.
  private static Collection<ArticleId> group(Session session, Found found) {
    ArticleId article = found.article();
    return article == null || !found.toldBy().equals(Found.ofArticle(article))
        ? List.of()
        : session.articles().group(article).stream().map(ArticleHead::id).toList();
  }

  private static boolean isDue(Running running, AlertTable alerts, Instant now) {
    Rule rule = running.rule();
    return alerts
        .waitingSince(rule)
        .filter(since -> !rule.schedule().next(since, rule.zone()).isAfter(now))
        .filter(_ -> rule.schedule().isDigest() || !isHeldBack(running, now))
        .isPresent();
  }

  private static boolean isHeldBack(Running running, Instant now) {
    Rule rule = running.rule();
    return rule.quiet().holds(now, rule.zone()) || running.postedAt().plus(GAP).isAfter(now);
  }

  private static void post(Session session, Rule rule, Instant now) {
    String message = Ids.made();
    new OutboxTable(session).post(message, rule.id(), "", rule.channels(), now);
    new AlertTable(session).sendWith(rule, message);
    new RuleTable(session).posted(rule.id(), now);
  }

  /// What was held back, and what a schedule gathers.
  private void postWhatIsDue() {
    Instant now = clock.instant();
    List<Running> due =
        store.read(
            session ->
                new RuleTable(session)
                    .on().stream()
                        .filter(running -> isDue(running, new AlertTable(session), now))
                        .toList());
    if (!due.isEmpty()) {
      store.change(session -> due.forEach(running -> post(session, running.rule(), now)));
    }
  }

  /// Forgets what went out long ago.
  public void forgetOld() {
    store.change(session -> new OutboxTable(session).forget(clock.instant().minus(REMEMBERED)));
  }
}
