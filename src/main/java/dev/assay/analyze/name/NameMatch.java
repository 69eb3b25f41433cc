package dev.assay.analyze.name;

import dev.assay.lexicon.Names.Reading;
import java.util.List;

/// A known spelling that stands in a text, before it is known which thing it means.
///
/// @param block 0 for the title, else the paragraph's number
/// @param readings what it may mean; none if it is a longer word that only holds a name
record NameMatch(int block, int start, int end, List<Reading> readings) {

  int length() {
    return end - start;
  }
}
