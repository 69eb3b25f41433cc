package dev.assay.watch;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.desk.Mute;
import dev.assay.desk.Mutes;
import dev.assay.desk.ReadingScope;
import dev.assay.fold.Outlets;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Reason;
import dev.assay.ledger.Row;
import dev.assay.ledger.RowStanding;
import dev.assay.ledger.Verdict;
import dev.assay.source.Source;
import dev.assay.store.Happening;
import dev.assay.store.StoredArticle;
import dev.assay.store.source.SourceTable.Followed;
import dev.assay.topic.DifferencePage;
import dev.assay.topic.Differences;
import dev.assay.topic.Topics;
import dev.assay.topic.ledger.Ledgers;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a happening means to a rule. Safe for use by many threads.
final class RuleMatcher {

  /// Figures that are compared before another one makes a dispute larger, and does not begin it.
  private static final int IN_DISPUTE = 3;

  private final Topics topics;
  private final Ledgers ledgers;
  private final Differences differences;
  private final Mutes mutes;
  private final ItemWords.InLanguages words;
  private final Outlets outlets;

  RuleMatcher(
      Topics topics,
      Ledgers ledgers,
      Differences differences,
      Mutes mutes,
      ItemWords.InLanguages words,
      Outlets outlets) {
    this.topics = topics;
    this.ledgers = ledgers;
    this.differences = differences;
    this.mutes = mutes;
    this.words = words;
    this.outlets = outlets;
  }

  /// What `rule` has to tell of a happening; empty if nothing. Of several things that it could
  /// tell, the one that says most.
  Optional<Found> match(Rule rule, Scene scene) {
    boolean asked = rule.when().stream().anyMatch(when -> when.isOf(scene.happening().kind()));
    return asked
            && isIn(rule.scope(), scene)
            && isWanted(rule.filter(), scene)
            && isToldByEnough(rule.filter(), scene)
            && !isMuted(rule, scene)
        ? found(rule, scene)
        : Optional.empty();
  }

  private static boolean isWanted(RuleFilter filter, Scene scene) {
    return filter.wantsAnyArticle()
        || scene.happening().about().article() == null
        || scene
            .article()
            .map(StoredArticle::article)
            .filter(article -> filter.wants(article.language(), article.kind()))
            .isPresent();
  }

  private boolean isToldByEnough(RuleFilter filter, Scene scene) {
    int least = filter.leastSources();
    return least == 1
        || switch (scene.happening().kind()) {
          case ARTICLE_CREATED, ARTICLE_EDITED, EVENT_CREATED -> scene.sources(outlets) >= least;
          case FIGURE_CREATED, DISPUTE_OPENED, DISPUTE_CLOSED ->
              scene.entry().filter(entry -> entry.independent() >= least).isPresent();
          case EDIT_FOUND, EVENT_JOINED, NAME_RISING, SOURCE_FAILING, SOURCE_RECOVERED -> true;
        };
  }

  /// What its reader muted is not told, but by a rule on just that.
  private boolean isMuted(Rule rule, Scene scene) {
    Happening happening = scene.happening();
    ArticleId article = happening.about().article();
    Collection<Mute> why =
        article != null
            ? mutes.among(rule.reader(), List.of(article)).values()
            : happening.kind() == Happening.Kind.NAME_RISING
                ? mutes.of(
                    rule.reader(), "", new ReadingScope.About(List.of(happening.about().subject())))
                : List.of();
    return why.stream().anyMatch(mute -> !mute.subject().equalsIgnoreCase(rule.scope().subject()));
  }

  private boolean isIn(RuleScope scope, Scene scene) {
    return scene.isIn(
        scope,
        () ->
            switch (scope.kind()) {
              case EVERYTHING -> true;
              case TOPIC -> isOf(scope.subject(), scene);
              case QUERY -> isOf('(' + scope.subject() + ')', scene);
              case SOURCE -> isFrom(scope.subject(), scene);
              case FOLDER -> isFiled(scope.subject(), scene);
              case ENTRY -> isAbout(new EntryId(scope.subject()), scene);
            });
  }

  private boolean isOf(String topic, Scene scene) {
    Happening happening = scene.happening();
    ArticleId article = happening.about().article();
    return switch (happening.kind()) {
      case ARTICLE_CREATED, ARTICLE_EDITED, EVENT_CREATED ->
          article != null && topics.among(topic, List.of(article)).contains(article);
      case FIGURE_CREATED, DISPUTE_OPENED, DISPUTE_CLOSED ->
          ledgers.has(topic, new EntryId(happening.about().subject()));
      case NAME_RISING ->
          topics.scope(topic) instanceof ReadingScope.About about
              && about.entities().contains(happening.about().subject());
      case EDIT_FOUND, EVENT_JOINED, SOURCE_FAILING, SOURCE_RECOVERED -> false;
    };
  }

  private static boolean isFrom(String name, Scene scene) {
    return switch (scene.happening().kind()) {
      case ARTICLE_CREATED, ARTICLE_EDITED, FIGURE_CREATED, EVENT_CREATED ->
          scene
              .article()
              .filter(stored -> stored.article().source().equalsIgnoreCase(name))
              .isPresent();
      case SOURCE_FAILING, SOURCE_RECOVERED ->
          scene.source().map(Followed::source).filter(source -> isCalled(source, name)).isPresent();
      case EDIT_FOUND, EVENT_JOINED, DISPUTE_OPENED, DISPUTE_CLOSED, NAME_RISING -> false;
    };
  }

  /// Whether it came from a source that is filed in a folder, or in one of its own folders.
  private static boolean isFiled(String folder, Scene scene) {
    Optional<Followed> source =
        switch (scene.happening().kind()) {
          case ARTICLE_CREATED, ARTICLE_EDITED, FIGURE_CREATED, EVENT_CREATED -> scene.origin();
          case SOURCE_FAILING, SOURCE_RECOVERED -> scene.source();
          case EDIT_FOUND, EVENT_JOINED, DISPUTE_OPENED, DISPUTE_CLOSED, NAME_RISING ->
              Optional.empty();
        };
    return source
        .map(followed -> followed.source().folder())
        .filter(
            filed ->
                filed.equalsIgnoreCase(folder)
                    || filed.regionMatches(true, 0, folder + "/", 0, folder.length() + 1))
        .isPresent();
  }

  private static boolean isCalled(Source source, String name) {
    return Stream.of(source.title(), source.address(), String.valueOf(source.id()))
        .anyMatch(called -> called.equalsIgnoreCase(name));
  }

  private static boolean isAbout(EntryId id, Scene scene) {
    return switch (scene.happening().kind()) {
      case FIGURE_CREATED, DISPUTE_OPENED, DISPUTE_CLOSED ->
          scene.happening().about().subject().equals(id.value())
              || scene.entry().filter(entry -> entry.isKnownAs(id)).isPresent();
      case ARTICLE_CREATED,
          ARTICLE_EDITED,
          EDIT_FOUND,
          EVENT_CREATED,
          EVENT_JOINED,
          NAME_RISING,
          SOURCE_FAILING,
          SOURCE_RECOVERED ->
          false;
    };
  }

  private Optional<Found> found(Rule rule, Scene scene) {
    return switch (scene.happening().kind()) {
      case ARTICLE_CREATED -> created(rule, scene);
      case ARTICLE_EDITED -> edited(rule, scene);
      case FIGURE_CREATED -> figure(rule, scene);
      case DISPUTE_OPENED -> opened(rule, scene);
      case DISPUTE_CLOSED -> settled(rule, scene);
      case EVENT_CREATED -> event(rule, scene);
      case NAME_RISING -> rising(rule, scene);
      case SOURCE_FAILING -> failing(rule, scene);
      case SOURCE_RECOVERED -> recovered(rule, scene);
      case EDIT_FOUND, EVENT_JOINED -> Optional.empty();
    };
  }

  private ItemWords words(Rule rule) {
    return words.of(rule.language());
  }

  /// Copies are never told of: their text was.
  private Optional<Found> created(Rule rule, Scene scene) {
    return scene
        .article()
        .filter(stored -> !stored.isCopy())
        .map(
            stored ->
                new Found(
                    Found.ofArticle(stored.canonical()),
                    stored.id(),
                    words(rule).article(stored.article()),
                    scene.isNews()));
  }

  private Optional<Found> edited(Rule rule, Scene scene) {
    Optional<StoredArticle> stored = scene.article().filter(found -> !found.isCopy());
    int number = Integer.parseInt(scene.happening().about().detail());
    Optional<DifferencePage> page =
        stored.flatMap(found -> differences.ofRevision(found.id(), number));
    if (page.isEmpty()) {
      return Optional.empty();
    }
    boolean ofFigures = page.get().changes().ofFigures() > 0;
    boolean wanted =
        rule.when().contains(When.EDITED) || ofFigures && rule.when().contains(When.FIGURES_EDITED);
    Article article = stored.orElseThrow().article();
    return wanted
        ? Optional.of(
            new Found(
                "edited %s %d".formatted(article.id(), number),
                article.id(),
                words(rule).edited(article, number, page.get().changes(), scene.happening().at()),
                scene.isNews()))
        : Optional.empty();
  }

  private Optional<Found> figure(Rule rule, Scene scene) {
    Optional<Row> row = scene.row();
    if (row.isEmpty()) {
      return Optional.empty();
    }
    LedgerEntry entry = scene.entry().orElseThrow();
    Optional<Outside> outside = outside(rule, entry, row.get());
    if (outside.isPresent()) {
      return Optional.of(
          of(
              "outside " + told(entry, row.get()),
              words(rule).outside(entry, row.get(), outside.get()),
              row.get(),
              scene));
    }
    if (rule.when().contains(When.DISPUTE_CHANGED) && isOneMore(entry, row.get())) {
      return Optional.of(
          of(
              "joined " + told(entry, row.get()),
              words(rule).joined(entry, row.get()),
              row.get(),
              scene));
    }
    return rule.when().contains(When.FIGURE)
        ? Optional.of(
            of(
                "figure " + told(entry, row.get()),
                words(rule).figure(entry, row.get()),
                row.get(),
                scene))
        : Optional.empty();
  }

  private static Optional<Outside> outside(Rule rule, LedgerEntry entry, Row row) {
    BigDecimal least = rule.outside();
    return least == null || !rule.when().contains(When.OUTSIDE)
        ? Optional.empty()
        : Outside.of(entry, row).filter(found -> found.percent().compareTo(least) >= 0);
  }

  private static boolean isOneMore(LedgerEntry entry, Row row) {
    return entry.verdict() == Verdict.DIFFER
        && row.standing() instanceof RowStanding.Compared
        && entry.rows().stream()
                .filter(one -> one.standing() instanceof RowStanding.Compared)
                .count()
            >= IN_DISPUTE;
  }

  /// A speaker who repeats a figure says nothing new.
  private static String told(LedgerEntry entry, Row row) {
    String voice = row.evidence().voice();
    String who = voice.isEmpty() ? row.evidence().source() : voice;
    String figure =
        switch (row.figure()) {
          case Row.Figure.Number number ->
              number.mark().stripTrailingZeros().toPlainString() + number.unit();
          case Row.Figure.Moment moment -> moment.time().iso();
        };
    return String.join(" ", entry.id().value(), who, figure);
  }

  private static Found of(String toldBy, Item item, Row row, Scene scene) {
    return new Found(toldBy, row.evidence().article(), item, scene.isNews());
  }

  private Optional<Found> opened(Rule rule, Scene scene) {
    return scene
        .entry()
        .flatMap(
            entry ->
                entry
                    .dispute()
                    .map(
                        apart ->
                            new Found(
                                "dispute " + entry.id() + " " + sides(apart),
                                apart.other().evidence().article(),
                                words(rule).opened(entry, scene.happening().at()),
                                scene.isNews())));
  }

  /// The same two texts dispute once.
  private static String sides(Reason.Apart apart) {
    return Stream.of(apart.one(), apart.other())
        .map(row -> row.evidence().group().toString())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private Optional<Found> settled(Rule rule, Scene scene) {
    return scene
        .entry()
        .filter(entry -> entry.verdict() != Verdict.DIFFER)
        .map(
            entry ->
                new Found(
                    "settled %s %d".formatted(entry.id(), scene.happening().at().toEpochMilli()),
                    null,
                    words(rule).settled(entry, scene.happening().at()),
                    scene.isNews()));
  }

  /// It is told by the headline of its first text, once, whatever its number becomes.
  private Optional<Found> event(Rule rule, Scene scene) {
    return scene
        .first()
        .flatMap(
            first ->
                scene
                    .article()
                    .map(
                        second ->
                            new Found(
                                "event " + first.id(),
                                first.id(),
                                words(rule)
                                    .event(
                                        first.article(), second.article(), scene.happening().at()),
                                scene.isNews())));
  }

  private Optional<Found> rising(Rule rule, Scene scene) {
    Happening happening = scene.happening();
    String id = happening.about().subject();
    List<String> counts = new ArrayList<>(List.of(happening.about().detail().split(" ", -1)));
    var day = happening.at().atOffset(ZoneOffset.UTC);
    return Optional.ofNullable(topics.labels(List.of(id), rule.language()).get(id))
        .map(
            name ->
                new Found(
                    "rising %s %d-%d"
                        .formatted(
                            id,
                            day.get(IsoFields.WEEK_BASED_YEAR),
                            day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                    null,
                    words(rule)
                        .rising(
                            name, counts.getFirst(), counts.get(1), counts.get(2), happening.at()),
                    true));
  }

  private Optional<Found> failing(Rule rule, Scene scene) {
    Happening happening = scene.happening();
    return scene
        .source()
        .map(
            followed ->
                new Found(
                    "failing %s %d"
                        .formatted(happening.about().subject(), happening.at().toEpochMilli()),
                    null,
                    words(rule)
                        .failing(followed.source(), happening.about().detail(), happening.at()),
                    true));
  }

  private Optional<Found> recovered(Rule rule, Scene scene) {
    Happening happening = scene.happening();
    return scene
        .source()
        .map(
            followed ->
                new Found(
                    "recovered %s %d"
                        .formatted(happening.about().subject(), happening.at().toEpochMilli()),
                    null,
                    words(rule).recovered(followed.source(), happening.at()),
                    true));
  }
}
