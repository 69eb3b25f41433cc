package dev.assay.topic.ledger;

import dev.assay.ledger.Doubt;
import java.util.List;

/// A page of the figures that a reader should look at.
///
/// @param all how many there are
/// @param number of the page, from 1
/// @param more whether others come after it
public record ReviewPage(List<Doubt> doubts, long all, int number, boolean more) {
  public ReviewPage {
    doubts = List.copyOf(doubts);
  }
}
