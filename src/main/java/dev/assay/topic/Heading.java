package dev.assay.topic;

import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.text.WordList;
import dev.assay.ledger.LedgerEntry;
import dev.assay.lexicon.EntityType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a topic is called.
///
/// @param name as the reader asked for it, or as the lexicon writes it
/// @param type what it is, or what the machine took a name for that nobody has confirmed; null for
///   other words: the page then holds the articles that match them as a query
/// @param otherNames labels and aliases in other languages and scripts
/// @param saved whether the reader has saved the topic
/// @param thing id of what the name stands for; null for a query
/// @param own names that the user gave the thing
/// @param byWords whether no article is tagged with the thing, so that the page has those that
///   match its names as words
public record Heading(
    Name name,
    @Nullable EntityType type,
    List<Name> otherNames,
    boolean saved,
    @Nullable String thing,
    List<Name> own,
    boolean byWords) {

  public Heading {
    otherNames = List.copyOf(otherNames);
    own = List.copyOf(own);
  }

  /// A heading of words that stand for nothing known.
  public Heading(Name name, List<Name> otherNames, boolean saved) {
    this(name, null, otherNames, saved);
  }

  /// A heading of words that stand for nothing known, which the machine may have taken for a name.
  Heading(Name name, @Nullable EntityType type, List<Name> otherNames, boolean saved) {
    this(name, type, otherNames, saved, null, List.of(), false);
  }

  /// Whether an entry of the ledger is of the thing, or its scope holds it.
  public boolean isOf(LedgerEntry entry) {
    return thing != null
        && (thing.equals(entry.entity().id())
            || entry.scope().stream().anyMatch(part -> thing.equals(part.id())));
  }

  /// Whether one of its names stands in a sentence, a Latin one as a word: tin is not in
  /// continuing.
  public boolean isNamedIn(String sentence) {
    FoldedText text = new FoldedText(spaced(sentence));
    List<String> names =
        Stream.of(List.of(name), otherNames, own)
            .flatMap(List::stream)
            .map(one -> FoldedText.fold(spaced(one.label())).strip())
            .filter(one -> !one.isEmpty())
            .flatMap(one -> Stream.of(one, one + "s"))
            .toList();
    return new WordList(names).isWithin(text, 0, text.length);
  }

  private static String spaced(String text) {
    return text.replace('-', ' ');
  }

  /// Whether the page is about a thing, not about words to look for.
  public boolean isThing() {
    return thing != null;
  }
}
