package dev.assay.topic.ledger;

import dev.assay.ledger.OverTime;
import dev.assay.topic.Heading;
import java.util.List;

/// What has figures for several times in the ledger of a topic.
///
/// @param entries what is of the topic's things themselves first, then what has figures for the
///   most times; [Ledgers#MOST_SERIES] at most
public record TopicSeries(Heading heading, List<OverTime> entries) {

  public TopicSeries {
    entries = List.copyOf(entries);
  }
}
