package dev.assay.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes the page of a past moment of what a template wrote: its links lead on to pages of the same
/// moment, and it has nothing by which the desk of today would be changed.
final class PastHtml {

  /// Addresses of pages and of data that are shown as of a moment.
  private static final String SHOWN =
      "(?:/api/v1)?/(?:topics|articles|search|ledger|events|timeline|series|rising|chain|edits)";

  /// All of them but the way to the page of today.
  private static final Pattern LINK =
      Pattern.compile(
          "((?:href|hx-get|src|srcset)=\""
              + SHOWN
              + "(?=[/?.\"#])[^\"#]*)(#[^\"]*)?\"(?! data-today)");

  private static final Pattern FORM =
      Pattern.compile("<form(?![^>]*method=\"post\")[^>]*action=\"" + SHOWN + "(?=[/?.\"])[^>]*>");

  private static final Pattern CHANGE =
      Pattern.compile("<form[^>]*method=\"post\"[^>]*>.*?</form>", Pattern.DOTALL);

  private PastHtml() {}

  /// @param asOf the moment as it stands in the address
  static String of(String html, String asOf) {
    String field = Links.AS_OF + "=" + Links.escape(asOf);
    String hidden =
        "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(Links.AS_OF, attribute(asOf));
    String unchanging = CHANGE.matcher(html).replaceAll("");
    String linked =
        LINK.matcher(unchanging)
            .replaceAll(
                link -> {
                  String address = link.group(1);
                  String joint = address.contains("?") ? "&amp;" : "?";
                  String anchor = link.group(2) == null ? "" : link.group(2);
                  return Matcher.quoteReplacement(address + joint + field + anchor + "\"");
                });
    return FORM.matcher(linked).replaceAll(form -> Matcher.quoteReplacement(form.group() + hidden));
  }

  private static String attribute(String value) {
    return value.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }
}
