package dev.assay.web.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.article.Language;
import dev.assay.cite.Span;
import dev.assay.ledger.Doubt;
import dev.assay.ledger.Evidence;
import dev.assay.ledger.Wording;
import dev.assay.topic.ledger.ReviewPage;
import dev.assay.web.EntryView.Said;
import dev.assay.web.Messages;
import dev.assay.web.MixedText;
import dev.assay.web.Piece;
import java.time.LocalDate;
import java.util.List;

/// What a reader should look at, in the words of a page.
///
/// @param done id of the figure that was judged last; empty if none was
public record ReviewView(ReviewPage page, List<Item> items, String done) {

  public ReviewView {
    items = List.copyOf(items);
  }

  /// A figure to look at, and what it contradicts.
  ///
  /// @param about of what the figure was taken to be
  /// @param value as which it was read
  /// @param why it is asked for
  public record Item(List<Said> about, String value, Quoted asked, Quoted against, String why) {
    public Item {
      about = List.copyOf(about);
    }
  }

  /// A figure where it stands.
  ///
  /// @param quote its sentence, the figure marked
  /// @param outlet its name, or that none is named
  /// @param day of publication in words, or that it is not known
  public record Quoted(Evidence evidence, List<Piece> quote, String outlet, String day) {
    public Quoted {
      quote = List.copyOf(quote);
    }

    /// The language of the text.
    public Language language() {
      return evidence.language();
    }

    public int paragraph() {
      return evidence.claim().paragraph();
    }
  }

  static ReviewView of(ReviewPage page, String done, Wording wording, Messages say) {
    return new ReviewView(
        page, page.doubts().stream().map(doubt -> item(doubt, wording, say)).toList(), done);
  }

  private static Item item(Doubt doubt, Wording wording, Messages say) {
    Claim claim = doubt.asked().claim();
    return new Item(
        MixedText.of(wording.title(claim), say.language()),
        wording.value(claim),
        quoted(doubt.asked(), say),
        quoted(doubt.against(), say),
        wording.why(doubt.why()));
  }

  private static Quoted quoted(Evidence evidence, Messages say) {
    Claim claim = evidence.claim();
    int from = claim.value().span().start() - claim.sentence().start();
    int to = claim.value().span().end() - claim.sentence().start();
    LocalDate day = evidence.day();
    return new Quoted(
        evidence,
        Piece.of(
            evidence.quote(), from >= 0 && to > from ? List.of(new Span(from, to)) : List.of()),
        evidence.source().isEmpty() ? say.text("article.unnamed-source") : evidence.source(),
        day == null ? say.text("figure.no-day") : say.day(day));
  }
}
