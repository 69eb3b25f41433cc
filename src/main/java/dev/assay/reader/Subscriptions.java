package dev.assay.reader;

import dev.assay.desk.ReadingScope;
import dev.assay.topic.OutletLine;
import dev.assay.topic.Topics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The feeds of a desk: its outlets, those with most articles first, then its saved topics.
/// Programs that show an article in one feed only show it in the last that has it, which is a
/// topic.
final class Subscriptions {

  /// More would only make the programs' lists useless.
  private static final int MOST_OUTLETS = 500;

  private final Topics topics;

  Subscriptions(Topics topics) {
    this.topics = topics;
  }

  List<Subscription> all() {
    Stream<Subscription> saved =
        topics.saved().stream().map(name -> new Subscription(Subscription.Kind.TOPIC, name));
    Stream<Subscription> outlets =
        topics.outlets().stream()
            .map(OutletLine::name)
            .filter(name -> !name.isBlank())
            .limit(MOST_OUTLETS)
            .map(name -> new Subscription(Subscription.Kind.OUTLET, name));
    return Stream.concat(outlets, saved).toList();
  }

  Optional<Subscription> find(String stream) {
    return all().stream().filter(known -> known.stream().equals(stream)).findFirst();
  }

  /// The articles behind a feed.
  ReadingScope scope(Subscription subscription) {
    return switch (subscription.kind()) {
      case TOPIC -> topics.scope(subscription.name());
      case OUTLET -> new ReadingScope.From(subscription.name());
    };
  }
}
