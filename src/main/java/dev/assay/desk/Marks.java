package dev.assay.desk;

import dev.assay.article.ArticleId;
import dev.assay.article.ReaderId;
import dev.assay.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What readers have read, starred and looked at. Safe for use by many threads.
public final class Marks {

  /// Who comes back later than this begins another visit.
  private static final Duration PAUSE = Duration.ofMinutes(30);

  /// A reader who turns a page is not written down again within this.
  private static final Duration GLANCE = Duration.ofMinutes(1);

  private final Store store;
  private final InstantSource clock;

  /// @param store opened to write, for what changes a mark
  public Marks(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// The marks of those of `ids` that are stored; of a copy it tells whether its text was read.
  public Map<ArticleId, Mark> of(ReaderId reader, Collection<ArticleId> ids) {
    return store.read(session -> new MarkTable(session, reader).of(ids));
  }

  /// Keeps what a reader says of articles; those that are not stored are passed over.
  public void say(ReaderId reader, Collection<ArticleId> ids, Mark.Said said) {
    store.change(session -> new MarkTable(session, reader).say(ids, said, clock.instant()));
  }

  /// Marks all of `scope` as read that arrived up to `until`.
  ///
  /// @return how many texts were unread
  public long readAll(ReaderId reader, ReadingScope scope, Instant until) {
    return store.write(
        session -> {
          MarkTable table = new MarkTable(session, reader);
          long unread = table.countUnread(scope, until, Long.MAX_VALUE);
          table.readAll(scope, until);
          return unread;
        });
  }

  /// How many texts of `scope` are unread, without what the reader muted; counted up to `most`.
  public Unread unread(ReaderId reader, ReadingScope scope, long most) {
    long count =
        store.read(
            session -> new MarkTable(session, reader).countUnread(scope, Instant.MAX, most + 1));
    return new Unread(Math.min(count, most), count <= most);
  }

  /// How many texts arrived after a moment, copies once, without what the reader muted.
  public long arrivedAfter(ReaderId reader, Instant since) {
    return store.read(session -> new MarkTable(session, reader).countArrived(since));
  }

  /// What readers want to hear nothing of.
  public Mutes mutes() {
    return new Mutes(store, clock);
  }

  /// One page of a reader's list; of what is unread, without what the reader muted.
  public List<Item> items(ReaderId reader, ReadingScope scope, ItemQuery query) {
    return store.read(session -> new MarkTable(session, reader).items(scope, query));
  }

  /// When the reader looked at the first page, as [#look] left it.
  public Visit visit(ReaderId reader) {
    return store.read(session -> new MarkTable(session, reader).visit());
  }

  /// The visit that a look at this moment belongs to. Nothing is kept: see [#look].
  public Visit visitNow(ReaderId reader) {
    return at(visit(reader), clock.instant());
  }

  /// Keeps that the reader looks at the first page now. All that is seen within one visit is news
  /// since the one before.
  public void look(ReaderId reader) {
    Instant now = clock.instant();
    Visit last = visit(reader);
    if (last.lookedAt() == null || last.lookedAt().plus(GLANCE).isBefore(now)) {
      store.change(session -> new MarkTable(session, reader).keep(at(last, now)));
    }
  }

  private static Visit at(Visit last, Instant now) {
    Instant lookedAt = last.lookedAt();
    boolean another = lookedAt != null && lookedAt.plus(PAUSE).isBefore(now);
    return new Visit(now, another ? lookedAt : last.since());
  }
}
