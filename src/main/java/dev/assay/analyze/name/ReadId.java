package dev.assay.analyze.name;

import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.HanScript;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The ids of things that no pack has and that were read in a text: `read-person:汪文斌`. Such a thing
/// is its name, in simplified characters; two articles that write it alike mean one thing.
///
/// @param type what it was taken for
/// @param name as it is shown
public record ReadId(EntityType type, String name) {

  /// How every such id begins.
  public static final String PREFIX = "read-";

  /// What no such id comes behind, in the order of their characters.
  public static final String AFTER = "read.";

  /// The id of the thing that is written so, as the store keeps it.
  public static ReadId of(EntityType type, String written) {
    return new ReadId(type, HanScript.simplifyName(written));
  }

  /// Reads an id; empty if it is that of a thing that a pack or a user has.
  public static Optional<ReadId> parse(String id) {
    int colon = id.indexOf(':');
    if (!id.startsWith(PREFIX) || colon < 0) {
      return Optional.empty();
    }
    return EntityType.of(id.substring(PREFIX.length(), colon))
        .map(type -> new ReadId(type, id.substring(colon + 1).replace('_', ' ')));
  }

  /// The ids under which articles may have the thing called `name`, whatever it was taken for.
  public static List<String> all(String name) {
    return Arrays.stream(NameKind.values())
        .map(kind -> of(kind.type(), name.strip()).id())
        .toList();
  }

  /// The id as it is stored.
  public String id() {
    return PREFIX + type.word() + ":" + name.replace(' ', '_');
  }
}
