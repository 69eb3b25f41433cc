package dev.assay.watch;

import dev.assay.article.ArticleId;
import dev.assay.article.ReaderId;
import dev.assay.store.ArticleHead;
import dev.assay.store.Happening;
import dev.assay.store.Happening.Kind;
import dev.assay.store.Session;
import dev.assay.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What happens, for those who wait for it: what happened on the desk, and what a reader's own
/// rules found. Safe for use by many threads.
public final class Live {

  /// How far events are looked for anew.
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Store store;
  private final InstantSource clock;
  private volatile Looked looked = new Looked(new Position(0, 0), Instant.MIN);

  Live(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// How far somebody has heard.
  ///
  /// @param happening the last thing that happened
  /// @param alert the last thing that a rule found
  public record Position(long happening, long alert) {

    /// As it stands in an event's id.
    public String text() {
      return happening + "-" + alert;
    }

    /// The further of two, in each part: what lies between is somebody else's.
    public Position orLater(Position other) {
      return new Position(Math.max(happening, other.happening), Math.max(alert, other.alert));
    }

    public static Optional<Position> parse(String text) {
      return text.matches("\\d{1,18}-\\d{1,18}")
          ? Optional.of(
              new Position(
                  Long.parseLong(text.substring(0, text.indexOf('-'))),
                  Long.parseLong(text.substring(text.indexOf('-') + 1))))
          : Optional.empty();
    }
  }

  private record Looked(Position newest, Instant at) {}

  /// One thing.
  ///
  /// @param position after it
  /// @param type such as `article.created`; `alert` for what a rule found
  /// @param article that it is about; null if there is none
  /// @param title of that article; may be empty
  /// @param language of the title; a tag
  /// @param source the outlet's name; may be empty
  /// @param subject id of what it is about
  /// @param detail more of it; `copy` of an article whose text was there
  /// @param item what a rule found; null of what happened
  /// @param rule id of that rule; empty of what happened
  public record Event(
      Position position,
      String type,
      Instant at,
      @Nullable ArticleId article,
      String title,
      String language,
      String source,
      String subject,
      String detail,
      @Nullable Item item,
      String rule) {}

  /// The end of what happened: asked again every half second at most, however many wait.
  public Position newest() {
    Instant now = clock.instant();
    Looked last = looked;
    if (last.at().plus(LOOK).isBefore(now)) {
      Position newest =
          store.readOnce(
              session -> new Position(session.happenings().last(), new AlertTable(session).last()));
      looked = new Looked(newest, now);
      return newest;
    }
    return last.newest();
  }

  /// What came after `position`, in order: what happened first, then what the reader's rules found
  /// in it.
  public List<Event> after(ReaderId reader, Position position, int limit) {
    return store.read(
        session -> {
          List<Happening> happenings =
              session.happenings().after(position.happening(), EnumSet.allOf(Kind.class), limit);
          List<Event> events = happened(session, happenings, position.alert());
          long last = happenings.isEmpty() ? position.happening() : happenings.getLast().id();
          new AlertTable(session)
              .after(reader, position.alert(), limit)
              .forEach(alert -> events.add(found(alert, last)));
          return events;
        });
  }

  private static List<Event> happened(Session session, List<Happening> happenings, long alert) {
    Map<ArticleId, ArticleHead> heads =
        session
            .articles()
            .heads(
                happenings.stream()
                    .flatMap(happening -> Stream.ofNullable(happening.about().article()))
                    .distinct()
                    .toList());
    List<Event> events = new ArrayList<>();
    for (Happening happening : happenings) {
      ArticleId article = happening.about().article();
      ArticleHead head = article == null ? null : heads.get(article);
      events.add(
          new Event(
              new Position(happening.id(), alert),
              happening.kind().word(),
              happening.at(),
              article,
              head == null ? "" : head.title(),
              head == null ? "" : head.language().tag(),
              head == null ? "" : head.source(),
              happening.about().subject(),
              happening.about().detail(),
              null,
              ""));
    }
    return events;
  }

  private static Event found(AlertTable.Of alert, long happening) {
    Item item = alert.alert().item();
    return new Event(
        new Position(happening, alert.alert().id()),
        "alert",
        alert.alert().foundAt(),
        item.article() == null ? null : ArticleId.parse(item.article()).orElse(null),
        item.title(),
        item.language(),
        item.outlet(),
        alert.rule(),
        item.what(),
        item,
        alert.rule());
  }
}
