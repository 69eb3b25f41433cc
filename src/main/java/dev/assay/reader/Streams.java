package dev.assay.reader;

import dev.assay.article.ReaderId;
import dev.assay.desk.Item;
import dev.assay.desk.ItemQuery;
import dev.assay.desk.Marks;
import dev.assay.desk.ReadingScope;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Streams of items, by the names that the protocol has for them.
final class Streams {

  static final String READ = "user/-/state/com.google/read";
  static final String KEPT_UNREAD = "user/-/state/com.google/kept-unread";
  static final String STARRED = "user/-/state/com.google/starred";
  static final String READING_LIST = "user/-/state/com.google/reading-list";
  static final String LABEL = "user/-/label/";

  /// Programs put an account's number where we have a line.
  private static final Pattern OF_USER = Pattern.compile("user/[^/]*/(.*)");

  private final Subscriptions subscriptions;
  private final Marks marks;

  Streams(Subscriptions subscriptions, Marks marks) {
    this.subscriptions = subscriptions;
    this.marks = marks;
  }

  /// What a stream holds.
  ///
  /// @param scopes any of these
  record Stream(List<ReadingScope> scopes, ItemQuery.Only only) {}

  /// The name with a line for the account.
  static String plain(String name) {
    Matcher ofUser = OF_USER.matcher(name);
    return ofUser.matches() ? "user/-/" + ofUser.group(1) : name;
  }

  Optional<Stream> find(String given) {
    String name = plain(given);
    return switch (name) {
      case READING_LIST -> everything(ItemQuery.Only.ALL);
      case STARRED -> everything(ItemQuery.Only.STARRED);
      case READ -> everything(ItemQuery.Only.READ);
      case KEPT_UNREAD -> everything(ItemQuery.Only.UNREAD);
      default ->
          name.startsWith(LABEL)
              ? label(name.substring(LABEL.length()))
              : subscriptions
                  .find(name)
                  .map(
                      found -> new Stream(List.of(subscriptions.scope(found)), ItemQuery.Only.ALL));
    };
  }

  private static Optional<Stream> everything(ItemQuery.Only only) {
    return Optional.of(new Stream(List.of(new ReadingScope.Everything()), only));
  }

  /// What comes from any outlet is everything.
  private Optional<Stream> label(String folder) {
    if (folder.equals(Subscription.Kind.OUTLET.folder())) {
      return everything(ItemQuery.Only.ALL);
    }
    List<ReadingScope> scopes =
        subscriptions.all().stream()
            .filter(subscription -> subscription.folder().equals(folder))
            .map(subscriptions::scope)
            .toList();
    return scopes.isEmpty() && !folder.equals(Subscription.Kind.TOPIC.folder())
        ? Optional.empty()
        : Optional.of(new Stream(scopes, ItemQuery.Only.ALL));
  }

  /// The first items of a stream, each once.
  List<Item> items(ReaderId reader, Stream stream, ItemQuery query) {
    if (stream.scopes().size() == 1) {
      return marks.items(reader, stream.scopes().getFirst(), query);
    }
    Map<Item.Place, Item> found = new LinkedHashMap<>();
    stream.scopes().stream()
        .flatMap(scope -> marks.items(reader, scope, query).stream())
        .sorted(order(query.order()))
        .forEach(item -> found.put(item.place(), item));
    return found.values().stream().limit(query.limit()).toList();
  }

  private static Comparator<Item> order(ItemQuery.Order order) {
    Comparator<Item> oldest = Comparator.comparing(Item::arrivedAt).thenComparing(Item::id);
    return order == ItemQuery.Order.OLDEST_FIRST ? oldest : oldest.reversed();
  }
}
