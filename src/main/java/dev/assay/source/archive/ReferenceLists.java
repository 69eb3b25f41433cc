package dev.assay.source.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Libraries of references as Zotero and its like give them away: RIS, CSL-JSON.
public final class ReferenceLists {

  private static final int MOST = 100_000;
  private static final int HEAD = 4_000;

  private static final Pattern RIS_LINE = Pattern.compile("^([A-Z][A-Z0-9])  - ?(.*)$");
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:[-/](\\d{1,2})(?:[-/](\\d{1,2}))?)?.*");

  private ReferenceLists() {}

  /// Whether bytes begin as such a library does.
  public static boolean looksLikeOne(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.UTF_8)
            .replace("\uFEFF", "")
            .stripLeading();
    return head.startsWith("TY  - ")
        || head.startsWith("[")
            && head.contains("\"type\"")
            && head.contains("\"title\"")
            && (head.contains("\"issued\"")
                || head.contains("\"container-title\"")
                || head.contains("\"id\""));
  }

  /// The works, in their order; empty if the bytes are no such library.
  public static List<Reference> read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    return text.startsWith("[") ? csl(text) : ris(text);
  }

  private static List<Reference> ris(String text) {
    List<Reference> works = new ArrayList<>();
    Map<String, List<StringBuilder>> work = new LinkedHashMap<>();
    String last = "";
    for (String line : text.lines().toList()) {
      Matcher field = RIS_LINE.matcher(line.stripTrailing());
      if (!field.matches()) {
        continued(work, last, line);
      } else if (field.group(1).equals("ER")) {
        if (!work.isEmpty() && works.size() < MOST) {
          works.add(ris(written(work), works.size() + 1));
        }
        work = new LinkedHashMap<>();
      } else {
        last = field.group(1);
        work.computeIfAbsent(last, _ -> new ArrayList<>())
            .add(new StringBuilder(field.group(2).strip()));
      }
    }
    return works;
  }

  /// A value that goes on in the next line.
  private static void continued(Map<String, List<StringBuilder>> work, String field, String line) {
    List<StringBuilder> values = work.get(field);
    if (values != null && !line.isBlank()) {
      values.getLast().append(' ').append(line.strip());
    }
  }

  private static Map<String, List<String>> written(Map<String, List<StringBuilder>> work) {
    Map<String, List<String>> written = new HashMap<>();
    work.forEach(
        (field, values) -> written.put(field, values.stream().map(Object::toString).toList()));
    return written;
  }

  private static Reference ris(Map<String, List<String>> work, int number) {
    String address = first(work, "UR");
    String key = first(work, "ID");
    return new Reference(
        key.isEmpty() ? Integer.toString(number) : key,
        first(work, "TI", "T1"),
        all(work, "AU", "A1"),
        date(first(work, "DA", "PY", "Y1")),
        first(work, "T2", "JO", "JF", "PB"),
        address.isEmpty() ? resolver(first(work, "DO")) : address,
        first(work, "AB", "N2"),
        all(work, "L1", "L2", "L4"));
  }

  private static String first(Map<String, List<String>> work, String... names) {
    return all(work, names).stream().findFirst().orElse("");
  }

  private static List<String> all(Map<String, List<String>> work, String... names) {
    return Stream.of(names)
        .flatMap(name -> work.getOrDefault(name, List.of()).stream())
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private static List<Reference> csl(String text) {
    List<Reference> works = new ArrayList<>();
    try {
      for (JsonNode work : JsonMapper.shared().readTree(text)) {
        if (works.size() < MOST) {
          works.add(csl(work, works.size() + 1));
        }
      }
    } catch (JacksonException e) {
      return List.of();
    }
    return works;
  }

  private static Reference csl(JsonNode work, int number) {
    String address = work.path("URL").asString("");
    return new Reference(
        work.path("id").asString(Integer.toString(number)),
        work.path("title").asString(""),
        work.path("author").valueStream().map(ReferenceLists::name).toList(),
        cslDate(work.path("issued")),
        Stream.of("container-title", "publisher")
            .map(name -> work.path(name).asString(""))
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse(""),
        address.isEmpty() ? resolver(work.path("DOI").asString("")) : address,
        work.path("abstract").asString(""),
        List.of());
  }

  private static String name(JsonNode author) {
    String literal = author.path("literal").asString("");
    return literal.isEmpty()
        ? (author.path("given").asString("") + " " + author.path("family").asString("")).strip()
        : literal;
  }

  private static String cslDate(JsonNode issued) {
    JsonNode parts = issued.path("date-parts").path(0);
    StringBuilder date = new StringBuilder();
    for (JsonNode part : parts) {
      int number = part.isNumber() ? part.asInt() : parse(part.asString(""));
      date.append(date.isEmpty() ? "%04d".formatted(number) : "-%02d".formatted(number));
    }
    return date.isEmpty() ? date(issued.path("raw").asString("")) : date.toString();
  }

  private static int parse(String digits) {
    return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
  }

  /// As precise as it is written: RIS writes `2024/05/01/` and `2024///`.
  private static String date(String text) {
    Matcher date = DATE.matcher(text.strip());
    if (!date.matches()) {
      return "";
    }
    StringBuilder iso = new StringBuilder(date.group(1));
    for (int i = 2; i <= 3 && date.group(i) != null; i++) {
      iso.append("-%02d".formatted(Integer.parseInt(date.group(i))));
    }
    return iso.toString();
  }

  private static String resolver(String doi) {
    return doi.isEmpty()
        ? ""
        : "https://doi.org/"
            + doi.toLowerCase(Locale.ROOT)
                .replaceFirst("^(?:https?://(?:dx\\.)?doi\\.org/|doi:)", "");
  }
}
