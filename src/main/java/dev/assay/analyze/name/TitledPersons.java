package dev.assay.analyze.name;

import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// By what an article calls the Chinese persons whom it names in full: 裘老师 is 裘文蔚, if she is the
/// only one of that last name. Who only wrote or took something for it is nobody of whom it tells.
final class TitledPersons {

  private static final int LONGEST_NAME = 4;

  /// Characters before a name in which a byline says what its person did.
  private static final int BYLINE = 8;

  private final Set<String> titles = new HashSet<>();

  /// Full names by their last name, in folded characters.
  private final Map<String, Set<String>> byLastName = new HashMap<>();

  TitledPersons(CandidateWords words, List<String> blocks, Collection<ReadName> names) {
    words.of("zh-title").forEach(title -> titles.add(fold(title)));
    for (ReadName name : names) {
      String text = blocks.get(name.block());
      String full = fold(name.in(text));
      String before = text.substring(Math.max(0, name.start() - BYLINE), name.start());
      if (name.kind() == NameKind.PERSON
          && isFull(full)
          && words.of("zh-byline").stream().noneMatch(before::contains)) {
        byLastName.computeIfAbsent(full.substring(0, 1), _ -> new HashSet<>()).add(full);
      }
    }
  }

  private boolean isFull(String name) {
    return name.length() > 1
        && name.length() <= LONGEST_NAME
        && name.chars().allMatch(c -> HanScript.isHan((char) c))
        && HanRoles.isSurname(name.charAt(0))
        && !titles.contains(name.substring(1));
  }

  /// What to look for.
  List<String> spellings() {
    return byLastName.entrySet().stream()
        .filter(entry -> entry.getValue().size() == 1)
        .flatMap(entry -> titles.stream().map(title -> entry.getKey() + title))
        .sorted()
        .toList();
  }

  /// The full name of whom a last name with a title means, both in folded characters.
  Optional<String> person(String titled) {
    Set<String> full = byLastName.getOrDefault(titled.substring(0, 1), Set.of());
    return full.size() == 1 && titles.contains(titled.substring(1))
        ? full.stream().findFirst()
        : Optional.empty();
  }

  private static String fold(String written) {
    return new String(Folding.fold(written));
  }
}
