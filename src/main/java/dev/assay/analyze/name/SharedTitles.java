package dev.assay.analyze.name;

import dev.assay.lexicon.Alias;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A name that bodies of two countries share, once a text has said whose it means: after 美国国务院 a
/// bare 国务院 is the US Department of State, unless the text names 中国国务院 too.
final class SharedTitles {

  private SharedTitles() {}

  /// `found` with such names read so, from the first full name on.
  static List<NameMatch> read(List<NameMatch> found, List<String> blocks, List<String> titles) {
    List<NameMatch> read = found;
    for (String title : titles) {
      read = read(read, blocks, title);
    }
    return read;
  }

  private static List<NameMatch> read(List<NameMatch> found, List<String> blocks, String title) {
    Optional<NameMatch> full =
        found.stream().filter(match -> isFull(match, blocks, title)).findFirst();
    if (full.isEmpty() || ownerNamed(found, blocks, title)) {
      return found;
    }
    NamedEntity body = full.get().readings().getFirst().entity();
    List<NameMatch> read = new ArrayList<>();
    boolean after = false;
    for (NameMatch match : found) {
      after |= match.equals(full.get());
      boolean bare = after && text(match, blocks).equals(title);
      read.add(bare ? as(match, body, title) : match);
    }
    return read;
  }

  private static NameMatch as(NameMatch match, NamedEntity body, String title) {
    return new NameMatch(
        match.block(), match.start(), match.end(), List.of(new Reading(body, Alias.sure(title))));
  }

  /// Another country's body that ends with the title.
  private static boolean isFull(NameMatch match, List<String> blocks, String title) {
    String text = text(match, blocks);
    return text.length() > title.length()
        && text.endsWith(title)
        && match.readings().stream()
            .noneMatch(reading -> reading.entity().id().startsWith("agency:cn-"));
  }

  private static boolean ownerNamed(List<NameMatch> found, List<String> blocks, String title) {
    return found.stream().anyMatch(match -> text(match, blocks).equals("中国" + title));
  }

  private static String text(NameMatch match, List<String> blocks) {
    return HanScript.simplify(blocks.get(match.block()).substring(match.start(), match.end()));
  }
}
