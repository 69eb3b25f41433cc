package dev.assay.clean;

import dev.assay.article.CanonicalAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The address at which a page's article goes on.
///
/// A page says so by `rel=next` or by a link such as 下一页 or "Next page". Blogs and galleries say
/// the same of their next article, so only an address of the same host is believed that differs
/// from the page's own in the number of the page alone: `a.html` and `a_2.html`, `/a` and `/a/2`,
/// `?page=2` and `?page=3`.
final class NextPage {

  /// No article is told on more pages.
  static final int MOST = 50;

  private NextPage() {}

  /// A number after a hyphen is more often that of the article; below this it is that of the page.
  private static final int MOST_AFTER_HYPHEN = 10;

  private static final List<String> PARAMETERS = List.of("page", "p", "pg", "pagenum", "seite");

  static Optional<URI> of(List<String> links, URI own) {
    return links.stream()
        .flatMap(link -> resolved(own, link).stream())
        .filter(next -> goesOn(own, next))
        .findFirst();
  }

  private static Optional<URI> resolved(URI own, String link) {
    String place = link.strip().replace(" ", "%20");
    try {
      // URI.resolve takes a query alone for one of the folder
      return CanonicalAddress.of(
          own.resolve(place.startsWith("?") ? own.getRawPath() + place : place));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean goesOn(URI own, URI next) {
    if (!next.getHost().equalsIgnoreCase(own.getHost())) {
      return false;
    }
    int here = pageOf(own.getRawQuery());
    int there = pageOf(next.getRawQuery());
    if (own.getRawPath().equals(next.getRawPath())) {
      return there == here + 1 && there <= MOST && others(own).equals(others(next));
    }
    return here == 1
        && there == 1
        && others(own).equals(others(next))
        && goesOn(stem(own.getRawPath()), stem(next.getRawPath()));
  }

  /// Whether a path is that of the second page after the first, or of one page after another. Some
  /// sites count from none: `a.html` goes on at `a_1.html`.
  private static boolean goesOn(String own, String next) {
    int cut = border(next);
    int there = cut < 0 ? -1 : number(next.substring(cut + 1).replace("page", ""));
    if (there < 1 || there > MOST) {
      return false;
    }
    char border = next.charAt(cut);
    if (own.equals(next.substring(0, cut))) {
      return there == 2 || there == 1 && border != '/';
    }
    boolean same = border(own) == cut && own.startsWith(next.substring(0, cut + 1));
    return same
        && number(own.substring(cut + 1).replace("page", "")) == there - 1
        && (border != '-' || there < MOST_AFTER_HYPHEN)
        && (border != '/' || !isNumber(next.substring(next.lastIndexOf('/', cut - 1) + 1, cut)));
  }

  private static int border(String stem) {
    return Math.max(stem.lastIndexOf('/'), Math.max(stem.lastIndexOf('_'), stem.lastIndexOf('-')));
  }

  /// The page that a query names; 1 if none.
  private static int pageOf(@Nullable String query) {
    return parameters(query)
        .filter(NextPage::isPage)
        .mapToInt(parameter -> number(parameter.substring(parameter.indexOf('=') + 1)))
        .findFirst()
        .orElse(1);
  }

  private static Set<String> others(URI address) {
    return parameters(address.getRawQuery())
        .filter(parameter -> !isPage(parameter))
        .collect(Collectors.toSet());
  }

  private static Stream<String> parameters(@Nullable String query) {
    return query == null ? Stream.empty() : Stream.of(query.split("&"));
  }

  private static boolean isPage(String parameter) {
    int equals = parameter.indexOf('=');
    return equals > 0
        && PARAMETERS.contains(parameter.substring(0, equals))
        && number(parameter.substring(equals + 1)) > 0;
  }

  /// A path without its ending and without a slash at the end.
  private static String stem(String path) {
    String cut = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    int dot = cut.lastIndexOf('.');
    return dot > cut.lastIndexOf('/') ? cut.substring(0, dot) : cut;
  }

  private static int number(String text) {
    return text.length() <= 2 && isNumber(text) ? Integer.parseInt(text) : -1;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
