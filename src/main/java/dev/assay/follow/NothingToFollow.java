package dev.assay.follow;

import dev.assay.article.Article;
import dev.assay.article.RawDocument;
import dev.assay.clean.CleanResult;
import dev.assay.clean.Cleaner;
import dev.assay.clean.text.TextDecoder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// What is at an address where nothing can be followed, and what a person can do.
final class NothingToFollow {

  /// A paragraph of so many letters is more than a line of a menu.
  private static final int LINE = 40;

  private static final int FEWEST_PARAGRAPHS = 3;

  private NothingToFollow() {}

  /// Made when it is first needed, once: it reads tables.
  private static final class Reading {
    static final Cleaner CLEANER = new Cleaner();
  }

  /// @param page null if it is not known
  static String at(String what, @Nullable RawDocument page) {
    if (page == null) {
      return noList(what);
    }
    if (isBlank(page.bytes())) {
      return "The page at %s is empty. Open it in a browser; if it lists articles there, name the address of its feed."
          .formatted(what);
    }
    return page.mediaType().contains("html") ? ofPage(what, page) : ofOther(what, page.mediaType());
  }

  private static String ofOther(String what, String type) {
    return type.contains("xml") || type.contains("json")
        ? noList(what)
        : "There is one document at %s, and no list of articles. To take it in: assay import %s"
            .formatted(what, what);
  }

  private static String ofPage(String what, RawDocument page) {
    if (isArticle(page)) {
      return "There is one article at %s, and no list of articles. To take it in: assay import %s"
          .formatted(what, what);
    }
    Document html = Jsoup.parse(TextDecoder.decode(page.bytes(), "").text());
    if (isMadeByScript(html)) {
      return "The page at %s is made by a script in the browser, which Assay does not run. Name the address of its feed, or of its sitemap."
          .formatted(what);
    }
    return html.selectFirst("input[type=password]") != null
        ? "The page at %s asks to sign in. Name a page that is open, or put what lets you in into sources.secrets (docs/sources.md)."
            .formatted(what)
        : noList(what);
  }

  private static String noList(String what) {
    return "There is nothing to follow at %s: no feed, no sitemap, and no list of articles. Name a page that lists articles."
        .formatted(what);
  }

  /// Whether a page holds scripts, and hardly a word.
  private static boolean isMadeByScript(Document html) {
    html.select("noscript").remove();
    return html.selectFirst("script[src]") != null
        && html.selectFirst("a[href], input") == null
        && html.body().text().length() < LINE;
  }

  private static boolean isArticle(RawDocument page) {
    return Reading.CLEANER.clean(page) instanceof CleanResult.Cleaned(Article article, _)
        && article.paragraphs().stream().filter(one -> one.text().length() >= LINE).count()
            >= FEWEST_PARAGRAPHS;
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0 || b > ' ') {
        return false;
      }
    }
    return true;
  }
}
