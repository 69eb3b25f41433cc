package dev.assay.analyze.name;

import dev.assay.analyze.name.NameOverlaps.Known;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.Folding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells a person of a pack from somebody of the same last name: where an article names Daniel
/// Pelosi in full before any other Pelosi, and Nancy Pelosi nowhere, its `Pelosi` is he.
final class Namesakes {

  private final List<String> blocks;
  private final Map<String, Long> fullNames = new HashMap<>();
  private final Set<String> introduced = new HashSet<>();

  /// @param read persons and others that were read in the article
  /// @param known the known names of the article
  Namesakes(List<String> blocks, List<ReadName> read, List<Known> known) {
    this.blocks = blocks;
    for (ReadName name : read) {
      String full = name.in(blocks.get(name.block()));
      if (name.kind() == NameKind.PERSON) {
        long at = place(name.block(), name.start());
        NameSpread.lastName(full).ifPresent(last -> fullNames.merge(key(last), at, Math::min));
      }
    }
    for (Known one : known) {
      if (isPerson(one) && (NameSpread.lastName(text(one)).isPresent() || !isBehindOther(one))) {
        introduced.add(one.entity().id());
      }
    }
  }

  private static long place(int block, int start) {
    return ((long) block << Integer.SIZE) + start;
  }

  /// Whether somebody of that last name was named in full before.
  private boolean isBehindOther(Known one) {
    Long other = fullNames.get(key(text(one)));
    return other != null && other < place(one.match().block(), one.match().start());
  }

  /// Whether the name stands for somebody else whom the article names in full.
  boolean isOther(Known one) {
    return isPerson(one) && isBehindOther(one) && !introduced.contains(one.entity().id());
  }

  private static boolean isPerson(Known one) {
    return one.entity().type() == EntityType.PERSON;
  }

  private String text(Known one) {
    return blocks.get(one.match().block()).substring(one.match().start(), one.match().end());
  }

  private static String key(String spelling) {
    return new String(Folding.fold(spelling));
  }
}
