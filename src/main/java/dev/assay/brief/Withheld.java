package dev.assay.brief;

import dev.assay.cite.Citation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sentence that a model wrote and that is not shown in its brief, with the reasons.
///
/// Stored with the text it is of: a component may be added but never renamed.
///
/// @param key what tells it from any other sentence and from the same one about other words: it is
///   the same as long as the sentence and the words it cites are
/// @param heading of the group it was written for; empty if for the viewpoint
/// @param text empty if its words are not to be shown to anybody: they hold an address, markup or
///   what cannot be seen
/// @param citations empty if it cites nothing that there is
/// @param numbers every number of the text with its check
/// @param faults at least one
/// @param passedBy the reader who let it pass all the same; null in what is stored, and if nobody
///   did
public record Withheld(
    String key,
    String heading,
    String text,
    List<Citation> citations,
    List<CheckedNumber> numbers,
    List<Fault> faults,
    @Nullable String passedBy) {

  public Withheld {
    citations = List.copyOf(citations);
    numbers = List.copyOf(numbers);
    faults = List.copyOf(faults);
  }

  /// Whether a reader may let it pass: there are words, and lines to hold them against.
  public boolean mayPass() {
    return !text.isEmpty() && !citations.isEmpty();
  }

  public Withheld passedBy(@Nullable String reader) {
    return new Withheld(key, heading, text, citations, numbers, faults, reader);
  }

  /// As it is shown in the brief once a reader let it pass, with their name beside it.
  ///
  /// @throws IllegalStateException if nobody did
  public BriefSentence passed() {
    if (passedBy == null) {
      throw new IllegalStateException("nobody let it pass: " + text);
    }
    Doubt mark = new Doubt(Doubt.Kind.LET_PASS, passedBy);
    return new BriefSentence(text, citations, numbers, List.of(), List.of(mark));
  }
}
