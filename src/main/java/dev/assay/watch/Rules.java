package dev.assay.watch;

import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.ledger.EntryId;
import dev.assay.store.Happening;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.topic.ledger.Ledgers;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rules of readers, and what they found. Safe for use by many threads.
public final class Rules {

  private static final int MOST_PREVIEWED = 5_000;
  private static final int EXAMPLES = 5;
  private static final BigDecimal LEAST_PERCENT = new BigDecimal("0.1");
  private static final BigDecimal MOST_PERCENT = new BigDecimal(1_000);
  private static final int LONGEST_PERCENT = 12;

  private final Store store;
  private final Ledgers ledgers;
  private final RuleMatcher matcher;
  private final InstantSource clock;

  Rules(Store store, Ledgers ledgers, RuleMatcher matcher, InstantSource clock) {
    this.store = store;
    this.ledgers = ledgers;
    this.matcher = matcher;
    this.clock = clock;
  }

  /// A reader's rules, the first made first.
  public List<Rule> of(ReaderId reader) {
    return store.readOnce(session -> new RuleTable(session).of(reader));
  }

  public Optional<Rule> find(ReaderId reader, String id) {
    return store.readOnce(session -> new RuleTable(session).find(reader, id));
  }

  /// What a rule found, the last first.
  public List<Alert> found(Rule rule, int limit) {
    return found(rule, Long.MAX_VALUE, limit);
  }

  /// What a rule found before one thing, the last first.
  ///
  /// @param before id of that thing
  public List<Alert> found(Rule rule, long before, int limit) {
    return store.readOnce(session -> new AlertTable(session).foundBy(rule.id(), before, limit));
  }

  /// How much it found.
  public long count(Rule rule) {
    return store.readOnce(session -> new AlertTable(session).count(rule.id()));
  }

  /// Makes a rule. What happened before is not told.
  public Kept<Rule> add(ReaderId reader, RuleDraft draft) {
    if (of(reader).size() >= Rule.MOST) {
      return new Kept.Refused<>(Mistake.TOO_MANY, String.valueOf(Rule.MOST));
    }
    return kept(read(reader, draft, Standing.fresh(Ids.made(), clock.instant())));
  }

  /// Has a rule look for something else, or tell of it elsewhere.
  ///
  /// @return empty if the reader has no such rule
  public Optional<Kept<Rule>> change(ReaderId reader, String id, RuleDraft draft) {
    return find(reader, id).map(known -> kept(read(reader, draft, Standing.of(known))));
  }

  private Kept<Rule> kept(Kept<Rule> read) {
    if (read instanceof Kept.Done<Rule>(Rule rule)) {
      store.change(session -> put(session, rule));
    }
    return read;
  }

  private static void put(Session session, Rule rule) {
    RuleTable table = new RuleTable(session);
    table.put(rule, session.happenings().last());
    Map<String, String> tokens = new HashMap<>();
    rule.channels().forEach(channel -> tokens.put(channel, Ids.made() + Ids.made()));
    table.tellAt(rule.id(), tokens);
  }

  /// Has a rule look at what happens from now on, or at nothing.
  ///
  /// @return false if the reader has no such rule
  public boolean turn(ReaderId reader, String id, boolean on) {
    return store.write(
        session -> {
          RuleTable table = new RuleTable(session);
          Optional<Rule> known = table.find(reader, id);
          known.ifPresent(
              rule -> {
                table.turn(rule.id(), on);
                if (on && !rule.on()) {
                  table.saw(rule.id(), session.happenings().last());
                }
              });
          return known.isPresent();
        });
  }

  /// Has a rule send nothing for a while, though it finds: what it found is read on its page and in
  /// its feed, and is not sent afterwards.
  ///
  /// @param span such as `8h`, as [Mute] reads it
  /// @return empty if the reader has no such rule
  public Optional<Kept<Rule>> mute(ReaderId reader, String id, String span) {
    Optional<Instant> end = Mute.end(span, clock.instant());
    return end.isEmpty()
        ? find(reader, id).map(_ -> new Kept.Refused<>(Mistake.NO_SPAN, span))
        : mute(reader, id, end.get()).map(Kept.Done::new);
  }

  /// Has a muted rule send again what it finds from now on. One that is not muted stays as it is:
  /// what waits there is sent.
  ///
  /// @return empty if the reader has no such rule
  public Optional<Rule> unmute(ReaderId reader, String id) {
    Instant now = clock.instant();
    return find(reader, id)
        .flatMap(rule -> rule.isMuted(now) ? mute(reader, id, now) : Optional.of(rule));
  }

  private Optional<Rule> mute(ReaderId reader, String id, Instant until) {
    return store.write(
        session -> {
          RuleTable table = new RuleTable(session);
          table.find(reader, id).ifPresent(rule -> table.mute(rule.id(), until));
          return table.find(reader, id);
        });
  }

  /// Takes a rule away, with what it found.
  public boolean remove(ReaderId reader, String id) {
    return store.write(session -> new RuleTable(session).remove(reader, id));
  }

  /// What a rule would have told in the last [Preview#DAYS] days. Nothing is kept.
  public Kept<Preview> preview(ReaderId reader, RuleDraft draft) {
    return switch (read(reader, draft, Standing.fresh("", clock.instant()))) {
      case Kept.Refused<Rule>(Mistake mistake, String given) -> new Kept.Refused<>(mistake, given);
      case Kept.Done<Rule>(Rule rule) -> new Kept.Done<>(preview(rule));
    };
  }

  private Preview preview(Rule rule) {
    Instant since = clock.instant().minus(Duration.ofDays(Preview.DAYS));
    Set<Happening.Kind> kinds = new HashSet<>(Firing.kinds());
    kinds.removeIf(kind -> rule.when().stream().noneMatch(when -> when.isOf(kind)));
    List<Happening> happenings =
        store.readOnce(session -> session.happenings().since(since, kinds, MOST_PREVIEWED));
    Set<String> told = new HashSet<>();
    List<Item> examples = new ArrayList<>();
    long news = 0;
    for (Happening happening : happenings) {
      Optional<Found> found = matcher.match(rule, new Scene(happening, store, ledgers));
      if (found.isPresent() && told.add(found.get().toldBy())) {
        news += found.get().news() ? 1 : 0;
        if (examples.size() < EXAMPLES) {
          examples.add(found.get().item());
        }
      }
    }
    return new Preview(news, told.size() - news, examples, happenings.size() < MOST_PREVIEWED);
  }

  /// What a token ends, in words: a rule's name and an address; empty if it ends nothing.
  public Optional<List<String>> ending(String token) {
    return store
        .<Optional<RuleTable.Ending>>readOnce(session -> new RuleTable(session).ending(token))
        .map(ending -> List.of(ending.rule(), ending.address()));
  }

  /// Ends a rule at the place that a message with this token went to.
  public boolean end(String token) {
    return store.write(session -> new RuleTable(session).end(token));
  }

  /// Ends the reading of a draft.
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    private final Mistake mistake;
    private final String given;

    Wrong(Mistake mistake, String given) {
      super(mistake.word());
      this.mistake = mistake;
      this.given = given;
    }
  }

  /// What a draft does not say of a rule.
  private record Standing(String id, boolean on, Instant mutedUntil, Instant createdAt) {
    static Standing fresh(String id, Instant now) {
      return new Standing(id, true, Mute.NEVER, now);
    }

    static Standing of(Rule rule) {
      return new Standing(rule.id(), rule.on(), rule.mutedUntil(), rule.createdAt());
    }
  }

  private Kept<Rule> read(ReaderId reader, RuleDraft draft, Standing standing) {
    try {
      RuleScope scope = scope(draft);
      Set<When> when = when(draft);
      return new Kept.Done<>(
          new Rule(
              standing.id(),
              reader,
              name(draft, scope),
              scope,
              when,
              outside(draft, when),
              filter(draft.only()),
              Schedule.parse(draft.schedule().isBlank() ? "now" : draft.schedule())
                  .orElseThrow(() -> new Wrong(Mistake.NO_SCHEDULE, draft.schedule())),
              QuietHours.parse(draft.quiet())
                  .orElseThrow(() -> new Wrong(Mistake.NO_HOURS, draft.quiet())),
              zone(draft.zone()),
              Language.parse(draft.language()).isChinese() ? Language.ZH_HANS : Language.EN,
              channels(reader, draft),
              standing.on(),
              standing.mutedUntil(),
              standing.createdAt()));
    } catch (Wrong e) {
      return new Kept.Refused<>(e.mistake, e.given);
    }
  }

  private RuleScope scope(RuleDraft draft) throws Wrong {
    RuleScope.Kind kind =
        Arrays.stream(RuleScope.Kind.values())
            .filter(one -> one.word().equals(draft.scope().strip().toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() -> new Wrong(Mistake.NO_SCOPE, draft.scope()));
    String subject = plain(draft.subject());
    if (kind == RuleScope.Kind.EVERYTHING) {
      return new RuleScope(kind, "");
    }
    if (subject.isEmpty() || subject.length() > Rule.LONGEST_SUBJECT) {
      throw new Wrong(Mistake.NO_SUBJECT, "");
    }
    if (kind == RuleScope.Kind.ENTRY && ledgers.entry(new EntryId(subject)).isEmpty()) {
      throw new Wrong(Mistake.NO_ENTRY, subject);
    }
    String path = subject.replaceAll("^/+|/+$", "");
    if (kind == RuleScope.Kind.FOLDER && path.isEmpty()) {
      throw new Wrong(Mistake.NO_SUBJECT, "");
    }
    return new RuleScope(kind, kind == RuleScope.Kind.FOLDER ? path : subject);
  }

  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}|\\s+", " ").strip();
  }

  private static String name(RuleDraft draft, RuleScope scope) throws Wrong {
    String name = plain(draft.name());
    String shown = name.isEmpty() ? scope.subject() : name;
    if (shown.isEmpty() || name.length() > Rule.LONGEST_NAME) {
      throw new Wrong(Mistake.NO_NAME, "");
    }
    return shown.length() <= Rule.LONGEST_NAME ? shown : shown.substring(0, Rule.LONGEST_NAME);
  }

  private static Set<When> when(RuleDraft draft) throws Wrong {
    Set<When> when = new HashSet<>();
    for (String word : draft.when()) {
      when.add(When.of(word.strip()).orElseThrow(() -> new Wrong(Mistake.NOTHING_WANTED, word)));
    }
    if (when.isEmpty()) {
      throw new Wrong(Mistake.NOTHING_WANTED, "");
    }
    return when;
  }

  private static @Nullable BigDecimal outside(RuleDraft draft, Set<When> when) throws Wrong {
    if (!when.contains(When.OUTSIDE)) {
      return null;
    }
    String given = draft.outside().replace("%", "").strip();
    try {
      if (given.length() <= LONGEST_PERCENT) {
        BigDecimal percent = new BigDecimal(given);
        if (percent.compareTo(LEAST_PERCENT) >= 0 && percent.compareTo(MOST_PERCENT) <= 0) {
          return percent;
        }
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new Wrong(Mistake.NO_PERCENT, given);
  }

  private static RuleFilter filter(RuleDraft.Only only) throws Wrong {
    Set<ArticleKind> kinds = new HashSet<>();
    for (String word : only.kinds()) {
      if (!word.isBlank()) {
        kinds.add(
            Arrays.stream(ArticleKind.values())
                .filter(kind -> kind.word().equals(word.strip()))
                .findFirst()
                .orElseThrow(() -> new Wrong(Mistake.NO_SORT, word)));
      }
    }
    String least = only.sources().isBlank() ? "1" : only.sources().strip();
    if (!least.matches("[1-9]\\d?|100")) {
      throw new Wrong(Mistake.NO_SOURCES, least);
    }
    return new RuleFilter(languages(only), kinds, Integer.parseInt(least));
  }

  private static Set<Language> languages(RuleDraft.Only only) throws Wrong {
    Set<Language> languages = new HashSet<>();
    for (String tag : only.languages()) {
      if (!tag.isBlank()) {
        languages.add(Language.asked(tag).orElseThrow(() -> new Wrong(Mistake.NO_LANGUAGE, tag)));
      }
    }
    return languages;
  }

  private static ZoneId zone(String given) throws Wrong {
    try {
      return given.isBlank() ? ZoneOffset.UTC : ZoneId.of(given.strip());
    } catch (DateTimeException e) {
      throw new Wrong(Mistake.NO_ZONE, given);
    }
  }

  private List<String> channels(ReaderId reader, RuleDraft draft) throws Wrong {
    List<String> known =
        store
            .<List<Channel>>readOnce(
                session -> new ChannelTable(session).of(reader, clock.instant()))
            .stream()
            .map(Channel::id)
            .toList();
    for (String id : draft.channels()) {
      if (!known.contains(id)) {
        throw new Wrong(Mistake.NO_CHANNEL, id);
      }
    }
    return draft.channels().stream().distinct().toList();
  }
}
