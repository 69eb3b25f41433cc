package dev.assay.analyze.name;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Takes off what has a capital before a person's name only because it begins a sentence: `Farmer
/// Tess Corrigan`, and in an article that names Jonas Hallberg in full, `Veteran Hallberg had
/// waited`.
///
/// A word that may be a given name too (`Mark Hallberg`, a brother) stays, and so does one that has
/// its capital within a sentence as well.
final class SentenceHeads {

  private final CandidateWords words;
  private final List<String> blocks;

  /// What follows the first name of persons of whom that is no word of the language.
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
            .map(Person::rest)
            .collect(Collectors.toSet());
    this.within =
        names.stream().filter(name -> !isHead(name)).map(this::written).collect(Collectors.toSet());
  }

  private record Person(String first, String rest) {
    private static final Pattern INITIAL = Pattern.compile("\\p{Lu}\\.? .*");

    /// `Farmer Tess Corrigan`: what is left without the first word is a full name; that of `Tess C.
    /// Corrigan` is none.
    boolean isFull() {
      return Generation.without(rest).indexOf(' ') > 0 && !INITIAL.matcher(rest).matches();
    }
  }

  /// The name without such a word, if it begins with one.
  ReadName without(ReadName name) {
    boolean said =
        person(name)
            .filter(person -> isWord(person.first()))
            .filter(person -> person.isFull() || lastNames.contains(person.rest()))
            .isPresent();
    if (!said || within.contains(written(name))) {
      return name;
    }
    int rest = name.start() + written(name).indexOf(' ') + 1;
    return new ReadName(name.block(), rest, name.end(), name.kind());
  }

  private Optional<Person> person(ReadName name) {
    String written = written(name);
    int space = written.indexOf(' ');
    return name.kind() == NameKind.PERSON && space > 0
        ? Optional.of(new Person(written.substring(0, space), written.substring(space + 1)))
        : Optional.empty();
  }

  private boolean isWord(String first) {
    return NameRecogniser.isCommon(first) && !words.isGiven(first);
  }

  private boolean isHead(ReadName name) {
    return isHead(blocks.get(name.block()), name.start());
  }

  /// Whether a sentence of `text` begins at `start`.
  static boolean isHead(String text, int start) {
    int before = start - 1;
    while (before >= 0 && " \"“‘'".indexOf(text.charAt(before)) >= 0) {
      before--;
    }
    return before < 0 || ".!?:\n".indexOf(text.charAt(before)) >= 0;
  }

  private String written(ReadName name) {
    return name.in(blocks.get(name.block()));
  }
}
