package dev.assay.clean;

import dev.assay.article.Article;
import dev.assay.article.RawDocument;
import java.net.URI;
import java.util.List;

/// Makes an article of a document: the whole text, and nothing else that stood on its page.
///
/// Reads HTML, plain text, Markdown, PDF, DOCX and the lines of a batch, by the document's media
/// type. Any input ends in a result or a reason, within bounds of size, depth and time. Pure: the
/// same document gives the same result, the present is the document's `fetchedAt`. Safe for use by
/// many threads.
public final class Cleaner {

  /// The article, or why there is none and what a person can do.
  public CleanResult clean(RawDocument document) {
    if (document.bytes().length == 0) {
      return new CleanResult.Refused(
          "the document is empty; fetch it again or look at it in a browser");
    }
    return switch (read(document)) {
      case CleanResult.Cleaned(Article article, URI next) ->
          Bounds.tooMuch(article)
              .<CleanResult>map(CleanResult.Refused::new)
              .orElseGet(
                  () -> new CleanResult.Cleaned(Bounds.cut(Stated.over(article, document)), next));
      case CleanResult.Untold(Article article, String reason) ->
          new CleanResult.Untold(Bounds.cut(Stated.over(article, document)), reason);
      case CleanResult.Refused refused -> refused;
    };
  }

  private static CleanResult read(RawDocument document) {
    return switch (document.mediaType()) {
      case RawDocument.HTML, "application/xhtml+xml" -> HtmlReader.read(document);
      case RawDocument.PAGES -> PagesReader.read(document);
      case RawDocument.PLAIN -> TextReader.readPlain(document);
      case RawDocument.MARKDOWN, "text/x-markdown" -> TextReader.readMarkdown(document);
      case RawDocument.PDF -> PdfReader.read(document);
      case RawDocument.DOCX -> DocxReader.read(document);
      case RawDocument.BATCH_LINE -> BatchLineReader.read(document);
      case String other ->
          new CleanResult.Refused(
              "documents of type %s are not read; save it as HTML, PDF, DOCX, Markdown or plain text"
                  .formatted(other));
    };
  }

  /// The pages of one article, the first one first, as one document that [#clean] reads as one
  /// article.
  public static RawDocument joined(List<RawDocument> pages) {
    return PagesReader.joined(pages);
  }
}
