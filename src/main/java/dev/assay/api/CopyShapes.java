package dev.assay.api;

import dev.assay.article.ArticleId;
import dev.assay.fold.Change;
import dev.assay.fold.Independence;
import dev.assay.topic.DifferencePage;
import dev.assay.topic.From;
import dev.assay.topic.Version;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The published JSON of copies: where a text comes from, what differs, and who is folded with
/// whom.
public final class CopyShapes {

  private CopyShapes() {}

  /// Where a text says that it comes from.
  ///
  /// @param name of the agency or outlet, in the reader's language if the table has it
  /// @param kind `wire` or `syndicated`
  /// @param mark the words that say so
  public record Origin(String name, String kind, String mark) {
    static @Nullable Origin of(@Nullable From from) {
      return from == null
          ? null
          : new Origin(
              from.name().label(),
              from.origin().kind().name().toLowerCase(Locale.ROOT),
              from.origin().mark());
    }
  }

  /// An independent source.
  ///
  /// @param name of the outlet, agency or owner; empty if the source is not known
  /// @param texts different texts that it stands behind
  /// @param articles these texts with their copies
  public record Voice(String name, int texts, int articles) {
    static List<Voice> of(List<Independence.Voice> voices) {
      return voices.stream()
          .map(voice -> new Voice(voice.name(), voice.texts(), voice.articles()))
          .toList();
    }
  }

  /// A text that an article has or had.
  public record Text(Shapes.Line article, int revision, String title, String fetched_at) {
    static Text of(Version version) {
      return new Text(
          Shapes.Line.of(version.article()),
          version.revision(),
          version.title(),
          version.fetchedAt().toString());
    }
  }

  /// A sentence that differs.
  ///
  /// @param kind `changed`, `removed` or `added`
  /// @param figures whether a number, date or code is another
  /// @param before_marks words of `before` that `after` lacks
  /// @param after_marks words of `after` that `before` lacks
  public record Difference(
      String kind,
      boolean figures,
      @Nullable String before,
      @Nullable String after,
      List<Shapes.Mark> before_marks,
      List<Shapes.Mark> after_marks) {
    static Difference of(Change change) {
      return switch (change) {
        case Change.Added(String sentence) ->
            new Difference("added", false, null, sentence, List.of(), List.of());
        case Change.Removed(String sentence) ->
            new Difference("removed", false, sentence, null, List.of(), List.of());
        case Change.Changed changed ->
            new Difference(
                "changed",
                changed.figures(),
                changed.before(),
                changed.after(),
                Shapes.Mark.of(changed.inBefore()),
                Shapes.Mark.of(changed.inAfter()));
      };
    }
  }

  /// What differs between two texts.
  ///
  /// @param kept_percent share of the first text that the second has too
  /// @param changes those of figures first
  public record Differences(Text before, Text after, int kept_percent, List<Difference> changes) {
    public static Differences of(DifferencePage page) {
      return new Differences(
          Text.of(page.before()),
          Text.of(page.after()),
          page.likeness().percent(),
          page.changes().list().stream().map(Difference::of).toList());
    }
  }

  /// Which articles to fold with the one in the address.
  public record FoldWith(List<String> with) {}

  /// What a reader's word came to.
  ///
  /// @param group the articles that are one text, the canonical one first
  /// @param changed false if it was so already
  public record Folded(List<String> group, boolean changed) {
    public static Folded of(List<ArticleId> group, boolean changed) {
      return new Folded(group.stream().map(ArticleId::toString).toList(), changed);
    }
  }
}
