package dev.assay.analyze.choice;

import dev.assay.cite.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A passage with the claims that a person read in it, to learn from.
///
/// @param id its own
/// @param page where it is from: passages of one page are learned from together or not at all
/// @param language `zh` or `en`
public record LabelledText(
    String id, String page, String language, String text, Sort sort, List<Label> labels) {

  /// What a passage can teach.
  public enum Sort {
    /// News of others, with every claim labelled.
    NEWS,
    /// Written to teach, with every claim labelled. It is plainer than news: that it is read
    /// rightly says little of how far a reading can be trusted.
    WRITTEN,
    /// Not every claim is labelled: a figure without a label teaches nothing.
    PART
  }

  /// One claim.
  ///
  /// @param entity an English name of the subject
  /// @param subject the passage's own namings of it
  /// @param property the word of the property
  /// @param surface the figure as it is written
  /// @param measurand what it counts or measures; null if nobody was asked
  public record Label(
      String entity,
      List<String> subject,
      String property,
      String surface,
      @Nullable Double low,
      @Nullable Double high,
      String unit,
      @Nullable Measurand measurand) {

    public Label {
      subject = List.copyOf(subject);
    }

    /// A claim of which nobody was asked what it counts or measures.
    public Label(
        String entity,
        List<String> subject,
        String property,
        String surface,
        @Nullable Double low,
        @Nullable Double high,
        String unit) {
      this(entity, subject, property, surface, low, high, unit, null);
    }

    /// The property as it is chosen: a fall is `change-`.
    String chosen() {
      boolean falls = low != null && low < 0 || high != null && high < 0;
      return property.equals("change") && falls ? "change-" : property;
    }
  }

  /// What a figure counts or measures, as a person read it.
  ///
  /// @param places of the phrases that say it, the best first; none where the text has no words for
  ///   it or needs none
  /// @param tells whether the number is one that anybody would put into a table
  public record Measurand(List<Span> places, boolean tells) {
    public Measurand {
      places = List.copyOf(places);
    }
  }

  public LabelledText {
    labels = List.copyOf(labels);
  }

  /// Whether every claim of the passage is labelled.
  public boolean isWhole() {
    return sort != Sort.PART;
  }
}
