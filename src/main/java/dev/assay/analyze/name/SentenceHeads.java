package dev.assay.analyze.name;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes off what has a capital before a last name only because it begins a sentence: in an article
/// that names Jonas Hallberg in full, `Veteran Hallberg had waited` is he.
///
/// A word that may be a given name too (`Mark Hallberg`, a brother) stays, and so does one that has
/// its capital within a sentence as well.
final class SentenceHeads {

  private final CandidateWords words;
  private final List<String> blocks;

  /// Last names of persons whose first name is no word of the language.
  private final Set<String> lastNames;

  /// Spellings that stand within a sentence.
  private final Set<String> within;

  SentenceHeads(CandidateWords words, List<String> blocks, List<ReadName> names) {
    this.words = words;
    this.blocks = blocks;
    this.lastNames =
        names.stream()
            .flatMap(name -> person(name).stream())
            .filter(person -> !isWord(person.first()))
            .map(Person::last)
            .collect(Collectors.toSet());
    this.within =
        names.stream().filter(name -> !isHead(name)).map(this::written).collect(Collectors.toSet());
  }

  private record Person(String first, String last) {}

  /// The name without such a word, if it begins with one.
  ReadName without(ReadName name) {
    boolean said =
        person(name)
            .filter(person -> isWord(person.first()) && lastNames.contains(person.last()))
            .isPresent();
    if (!said || within.contains(written(name))) {
      return name;
    }
    int last = name.start() + written(name).indexOf(' ') + 1;
    return new ReadName(name.block(), last, name.end(), name.kind());
  }

  private Optional<Person> person(ReadName name) {
    String written = written(name);
    int space = written.indexOf(' ');
    return name.kind() == NameKind.PERSON && space > 0 && space == written.lastIndexOf(' ')
        ? Optional.of(new Person(written.substring(0, space), written.substring(space + 1)))
        : Optional.empty();
  }

  private boolean isWord(String first) {
    return NameRecogniser.isCommon(first) && !words.isGiven(first);
  }

  private boolean isHead(ReadName name) {
    String text = blocks.get(name.block());
    int before = name.start() - 1;
    while (before >= 0 && " \"“‘'".indexOf(text.charAt(before)) >= 0) {
      before--;
    }
    return before < 0 || ".!?:\n".indexOf(text.charAt(before)) >= 0;
  }

  private String written(ReadName name) {
    return name.in(blocks.get(name.block()));
  }
}
