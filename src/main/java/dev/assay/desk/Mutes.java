package dev.assay.desk;

import dev.assay.article.ArticleId;
import dev.assay.article.ReaderId;
import dev.assay.store.Session;
import dev.assay.store.Store;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What readers have muted. It does not count as unread, stands on no first page and sets off no
/// alert of theirs; nothing is taken away, and all of it is back when the mute ends. Safe for use
/// by many threads.
public final class Mutes {

  private final Store store;
  private final InstantSource clock;

  /// @param store opened to write, for what changes mutes
  public Mutes(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// The first muted first.
  public List<Mute> of(ReaderId reader) {
    return store.read(session -> new MuteTable(session, reader).all());
  }

  /// Those of `ids` that a reader muted, each with why.
  public Map<ArticleId, Mute> among(ReaderId reader, Collection<ArticleId> ids) {
    return store.read(session -> among(session, reader, ids));
  }

  private static Map<ArticleId, Mute> among(
      Session session, ReaderId reader, Collection<ArticleId> ids) {
    MuteTable table = new MuteTable(session, reader);
    return ids.isEmpty() || table.all().isEmpty() ? Map.of() : table.among(ids);
  }

  /// The reader's mutes of what a topic is.
  ///
  /// @param name what the topic is called where it is looked for by its words
  public List<Mute> of(ReaderId reader, String name, ReadingScope topic) {
    return store.read(
        session -> {
          MuteTable table = new MuteTable(session, reader);
          return topic instanceof ReadingScope.About about && !about.entities().isEmpty()
              ? table.of(about.entities())
              : table.all().stream().filter(new Mute(Mute.Kind.TOPIC, name)::equals).toList();
        });
  }

  public MutedTopics topics(ReaderId reader) {
    return store.read(session -> new MuteTable(session, reader).topics());
  }

  public void muteSource(ReaderId reader, String outlet) {
    mute(reader, new Mute(Mute.Kind.SOURCE, outlet), List.of(outlet.strip()));
  }

  /// Mutes what articles are about.
  ///
  /// @param name the topic by any of its names
  /// @param topic the articles of that name
  public void muteTopic(ReaderId reader, String name, ReadingScope topic) {
    if (of(reader, name, topic).isEmpty()) { // by another of its names it may be muted already
      mute(
          reader,
          new Mute(Mute.Kind.TOPIC, name),
          topic instanceof ReadingScope.About about ? about.entities() : List.of(""));
    }
  }

  private void mute(ReaderId reader, Mute mute, List<String> values) {
    if (!mute.subject().isEmpty()) {
      store.change(session -> new MuteTable(session, reader).add(mute, values, clock.instant()));
    }
  }

  /// False if the reader did not mute it.
  public boolean end(ReaderId reader, Mute mute) {
    return store.write(session -> new MuteTable(session, reader).remove(mute));
  }
}
