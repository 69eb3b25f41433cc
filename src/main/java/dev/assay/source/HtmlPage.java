package dev.assay.source;

import dev.assay.clean.text.TextDecoder;
import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A page that is looked through for links, in whatever charset it is.
final class HtmlPage {

  private HtmlPage() {}

  static Document of(byte[] html, URI address) {
    return Jsoup.parse(TextDecoder.decode(html, "").text(), address.toString());
  }
}
