package dev.assay.analyze.name;

import dev.assay.analyze.name.NameOverlaps.Known;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.Folding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

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

  /// Whether the name stands for somebody else whom the article names in full: behind a form of
  /// address whatever else has that name too (`Ms Holland`).
  boolean isOther(Known one) {
    boolean person = isPerson(one) && !introduced.contains(one.entity().id());
    return (person || isAddressed(one)) && isBehindOther(one);
  }

  private static final Pattern ADDRESS = Pattern.compile("\\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\\.? $");

  private static final int LONGEST_ADDRESS = 6;

  private boolean isAddressed(Known one) {
    String text = blocks.get(one.match().block());
    int start = one.match().start();
    return ADDRESS.matcher(text.substring(Math.max(0, start - LONGEST_ADDRESS), start)).find();
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
