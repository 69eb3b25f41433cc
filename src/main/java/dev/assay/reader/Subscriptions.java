package dev.assay.reader;

import dev.assay.desk.FeedNumbers;
import dev.assay.desk.ReadingScope;
import dev.assay.follow.Sources;
import dev.assay.source.Source;
import dev.assay.topic.OutletLine;
import dev.assay.topic.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The feeds of a desk: its outlets that are not followed, those with most articles first, then
/// what is followed, then its saved topics. Programs that show an article in one feed only show it
/// in the last that has it, which is a topic.
final class Subscriptions {

  /// More would only make the programs' lists useless.
  private static final int MOST_OUTLETS = 500;

  private final Topics topics;
  private final Sources sources;
  private final FeedNumbers numbers;

  Subscriptions(Topics topics, Sources sources, FeedNumbers numbers) {
    this.topics = topics;
    this.sources = sources;
    this.numbers = numbers;
  }

  List<Subscription> all() {
    List<Subscription> followed = sources.followed().stream().map(Subscription::of).toList();
    Set<String> names =
        followed.stream().map(one -> folded(one.name())).collect(Collectors.toSet());
    Stream<Subscription> outlets =
        topics.outlets().stream()
            .map(OutletLine::name)
            .filter(name -> !name.isBlank() && !names.contains(folded(name)))
            .limit(MOST_OUTLETS)
            .map(Subscription::outlet);
    return Stream.of(
            outlets, followed.stream(), topics.saved().names().stream().map(Subscription::topic))
        .flatMap(all -> all)
        .toList();
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /// Their streams, such as `feed/12`.
  Map<Subscription, String> streams(Collection<Subscription> subscriptions) {
    Map<Long, Integer> known = numbers.of(subscriptions.stream().map(Subscription::mark).toList());
    return subscriptions.stream()
        .distinct()
        .collect(Collectors.toMap(one -> one, one -> "feed/" + known.get(one.mark())));
  }

  Optional<Subscription> find(String stream) {
    List<Subscription> all = all();
    Map<Subscription, String> streams = streams(all);
    return all.stream().filter(known -> stream.equals(streams.get(known))).findFirst();
  }

  /// The articles behind a feed.
  ReadingScope scope(Subscription subscription) {
    Source source = subscription.source();
    if (source != null) {
      return new ReadingScope.Listed(source.id());
    }
    return subscription.kind() == Subscription.Kind.TOPIC
        ? topics.scope(subscription.name())
        : new ReadingScope.From(subscription.name());
  }
}
