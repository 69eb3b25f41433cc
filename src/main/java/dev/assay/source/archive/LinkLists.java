package dev.assay.source.archive;

import dev.assay.article.CanonicalAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Lists of links as other programs give them away: bookmarks of browsers (the Netscape form),
/// Pocket (HTML and CSV), Instapaper (CSV).
public final class LinkLists {

  private static final int MOST = 100_000;
  private static final int HEAD = 2_000;

  private LinkLists() {}

  /// Whether bytes begin as such a list does.
  public static boolean looksLikeOne(byte[] bytes) {
    String head = head(bytes);
    return isBookmarks(head) || isTable(head);
  }

  private static boolean isBookmarks(String head) {
    return head.contains("<!doctype netscape-bookmark-file-1>")
        || head.contains("<title>pocket export</title>");
  }

  /// `title,url,time_added,...` of Pocket, `URL,Title,...` of Instapaper.
  private static boolean isTable(String head) {
    List<String> names = head.isEmpty() ? List.of() : names(head);
    return names.contains("url") && names.contains("title") && names.size() >= 3;
  }

  private static String head(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.UTF_8)
        .replace("\uFEFF", "")
        .stripLeading()
        .toLowerCase(Locale.ROOT);
  }

  private static List<String> names(String text) {
    return Arrays.stream(text.lines().findFirst().orElse("").split(","))
        .map(name -> name.replace("\"", "").strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  /// The links, each address once; what is no http(s) address is left out.
  public static List<SavedLink> read(byte[] bytes) {
    Map<String, SavedLink> links = new LinkedHashMap<>();
    for (SavedLink link : isBookmarks(head(bytes)) ? bookmarks(bytes) : table(bytes)) {
      if (links.size() < MOST) {
        links.putIfAbsent(link.address().toString(), link);
      }
    }
    return List.copyOf(links.values());
  }

  private static List<SavedLink> bookmarks(byte[] bytes) {
    List<SavedLink> links = new ArrayList<>();
    for (Element link : parsed(bytes).select("a[href]")) {
      String added = link.hasAttr("add_date") ? link.attr("add_date") : link.attr("time_added");
      saved(link.attr("href"), link.text(), added, link.attr("tags")).ifPresent(links::add);
    }
    return links;
  }

  private static Document parsed(byte[] bytes) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e); // from memory
    }
  }

  private static List<SavedLink> table(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
    List<String> names = names(text);
    List<SavedLink> links = new ArrayList<>();
    for (List<String> row : Csv.rows(text)) {
      saved(
              cell(row, names.indexOf("url")),
              cell(row, names.indexOf("title")),
              cell(row, Math.max(names.indexOf("time_added"), names.indexOf("timestamp"))),
              cell(row, names.indexOf("tags")))
          .ifPresent(links::add);
    }
    return links; // the first row is no address
  }

  private static String cell(List<String> row, int column) {
    return column >= 0 && column < row.size() ? row.get(column) : "";
  }

  private static Optional<SavedLink> saved(
      String address, String title, String added, String tags) {
    return CanonicalAddress.of(address)
        .map(
            canonical ->
                new SavedLink(
                    canonical,
                    title.strip(),
                    time(added),
                    Arrays.stream(tags.replaceAll("[\\[\\]\"]", "").split("[,|]"))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .toList()));
  }

  /// Seconds since 1970.
  private static @Nullable Instant time(String seconds) {
    return seconds.strip().matches("\\d{9,10}")
        ? Instant.ofEpochSecond(Long.parseLong(seconds.strip()))
        : null;
  }
}
