package dev.assay.topic;

import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.store.Store;
import dev.assay.topic.TopicTable.SavedTopic;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The topics that stand on the first page, and the names that a reader gave them. Safe for use by
/// many threads.
public final class SavedTopics {

  private final Store store;
  private final Supplier<Names> names;
  private final InstantSource clock;

  SavedTopics(Store store, Supplier<Names> names, InstantSource clock) {
    this.store = store;
    this.names = names;
    this.clock = clock;
  }

  /// What the saved topics are called, the first saved first.
  public List<String> names() {
    return store.readOnce(session -> new TopicTable(session).all()).stream()
        .map(SavedTopic::name)
        .toList();
  }

  /// The saved topics with their other names, the first saved first.
  public List<SavedTopic> all() {
    return store.readOnce(session -> new TopicTable(session).all());
  }

  /// Saves the topic, so that it stands on the first page; a thing is saved once, whatever it is
  /// called, and keeps the other names that it has.
  public void save(String name) {
    add(name, List.of());
  }

  /// Saves the topic with other names that stand for it, in place of those it had.
  public void save(String name, List<Name> aliases) {
    store.change(
        session -> {
          TopicTable table = new TopicTable(session);
          String known =
              find(table, name.strip(), names.get()).map(SavedTopic::name).orElse(name.strip());
          table.save(new SavedTopic(known, aliases), clock.instant());
        });
  }

  /// Saves the topic, and adds these to the names that stand for it.
  ///
  /// @return the topic as it is then; a thing that was saved keeps what it was called
  public SavedTopic add(String name, List<Name> further) {
    return store.write(session -> add(new TopicTable(session), name.strip(), further));
  }

  private SavedTopic add(TopicTable table, String name, List<Name> further) {
    SavedTopic had =
        find(table, name, names.get()).orElseGet(() -> new SavedTopic(name, List.of()));
    SavedTopic topic =
        new SavedTopic(
            had.name(),
            Stream.concat(had.aliases().stream(), further.stream()).distinct().toList());
    table.save(topic, clock.instant());
    return topic;
  }

  /// Calls a saved topic by another name. Where that is a topic already, the two become one.
  ///
  /// @return the topic as it is then
  public SavedTopic rename(SavedTopic topic, String name) {
    return store.write(
        session -> {
          TopicTable table = new TopicTable(session);
          table.delete(topic.name());
          return add(table, name.strip(), topic.aliases());
        });
  }

  /// Forgets a saved topic; its articles stay.
  ///
  /// @return false if there is none of this name, nor of another name of the same thing
  public boolean remove(String name) {
    return store.write(
        session -> {
          TopicTable table = new TopicTable(session);
          return find(table, name.strip(), names.get())
              .map(topic -> table.delete(topic.name()))
              .orElse(false);
        });
  }

  /// The saved topic of this name, or of another name of the same thing.
  static Optional<SavedTopic> find(TopicTable table, String name, Names names) {
    Optional<SavedTopic> exact = table.find(name);
    Optional<NamedEntity> thing = names.lookup(name);
    return exact.isPresent() || thing.isEmpty()
        ? exact
        : table.all().stream()
            .filter(topic -> names.lookup(topic.name()).equals(thing))
            .findFirst();
  }
}
