package dev.assay.search.dictionary;

import java.util.List;

/// One entry as the dictionary has it.
///
/// @param senses explanations in English, each of one or more glosses separated by `;`
record Entry(String traditional, String simplified, List<String> senses) {
  Entry {
    senses = List.copyOf(senses);
  }
}
