package dev.assay.export;

import dev.assay.article.ArticleKind;
import dev.assay.article.PublicationTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The sources of a pack as reference managers read them: RIS, BibLaTeX and CSL-JSON.
final class Bibliography {

  private Bibliography() {}

  static String ris(List<PackSource> sources) {
    StringBuilder out = new StringBuilder();
    for (PackSource source : sources) {
      line(out, "TY", risType(source.article().kind()));
      line(out, "ID", source.id().toString());
      line(out, "TI", source.article().title());
      line(out, "T2", source.outlet());
      source.article().authors().forEach(author -> line(out, "AU", author));
      LocalDate day = day(source);
      if (day != null) {
        // with DA alone Pandoc finds no date
        line(out, "PY", String.valueOf(day.getYear()));
        line(out, "DA", "%tY/%<tm/%<td".formatted(day));
      }
      line(out, "UR", address(source));
      line(out, "Y2", "%tY/%<tm/%<td".formatted(fetched(source)));
      line(out, "LA", source.article().language().tag());
      line(out, "N1", "Assay " + source.id());
      out.append("ER  - \r\n\r\n");
    }
    return out.toString();
  }

  private static void line(StringBuilder out, String tag, String text) {
    String plain = text.replaceAll("\\s+", " ").strip();
    if (!plain.isEmpty()) {
      out.append(tag).append("  - ").append(plain).append("\r\n");
    }
  }

  private static String risType(ArticleKind kind) {
    return switch (kind) {
      case NEWS, ANALYSIS -> "NEWS";
      case REPORT, FILING -> "RPRT";
      case TRANSCRIPT, SOCIAL, FILE -> "ELEC";
    };
  }

  private static String cslType(ArticleKind kind) {
    return switch (kind) {
      case NEWS, ANALYSIS -> "article-newspaper";
      case REPORT, FILING -> "report";
      case TRANSCRIPT, SOCIAL, FILE -> "webpage";
    };
  }

  static String biblatex(List<PackSource> sources) {
    StringBuilder out = new StringBuilder();
    for (PackSource source : sources) {
      out.append("@online{assay-").append(source.id());
      field(out, "title", "{" + tex(source.article().title()) + "}");
      field(out, "organization", "{" + tex(source.outlet()) + "}");
      List<String> authors = source.article().authors();
      field(
          out,
          "author",
          String.join(" and ", authors.stream().map(name -> "{" + tex(name) + "}").toList()));
      LocalDate day = day(source);
      field(out, "date", day == null ? "" : day.toString());
      field(out, "url", address(source).replaceAll("[{}]", ""));
      field(out, "urldate", fetched(source).toString());
      field(out, "langid", source.article().language().isChinese() ? "chinese" : "english");
      out.append("\n}\n\n");
    }
    return out.toString();
  }

  private static void field(StringBuilder out, String name, String text) {
    if (!text.isEmpty() && !text.equals("{}")) {
      out.append(",\n  ").append(name).append(" = {").append(text).append('}');
    }
  }

  private static String tex(String text) {
    return text.replaceAll("\\s+", " ")
        .strip()
        .replace("\\", "\\textbackslash ")
        .replaceAll("([{}$&#%_])", "\\\\$1")
        .replace("~", "\\textasciitilde ")
        .replace("^", "\\textasciicircum ");
  }

  static String csl(List<PackSource> sources) {
    return JsonMapper.shared()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(sources.stream().map(Bibliography::csl).toList());
  }

  private static Map<String, Object> csl(PackSource source) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", source.id().toString());
    item.put("type", cslType(source.article().kind()));
    item.put("title", source.article().title());
    if (!source.outlet().isEmpty()) {
      item.put("container-title", source.outlet());
    }
    if (!source.article().authors().isEmpty()) {
      item.put(
          "author",
          source.article().authors().stream().map(name -> Map.of("literal", name)).toList());
    }
    LocalDate day = day(source);
    if (day != null) {
      item.put("issued", date(day));
    }
    item.put("accessed", date(fetched(source)));
    if (!address(source).isEmpty()) {
      item.put("URL", address(source));
    }
    item.put("archive", "Assay");
    item.put("archive_location", source.id().toString());
    item.put("language", source.article().language().tag());
    return item;
  }

  private static Map<String, Object> date(LocalDate day) {
    List<List<Integer>> parts = new ArrayList<>();
    parts.add(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
    return Map.of("date-parts", parts);
  }

  /// The day of publication on the source's own clock.
  private static @Nullable LocalDate day(PackSource source) {
    PublicationTime time = source.article().publishedAt();
    return time == null ? null : time.local().toLocalDate();
  }

  private static LocalDate fetched(PackSource source) {
    return LocalDate.ofInstant(source.article().fetchedAt(), ZoneOffset.UTC);
  }

  private static String address(PackSource source) {
    return source.address() == null ? "" : source.address().toASCIIString();
  }
}
