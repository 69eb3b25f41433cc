package dev.assay.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What is in a pack, for machines: RO-Crate 1.2, <https://w3id.org/ro/crate/1.2>.
final class Crate {

  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("html", "text/html"),
          Map.entry("md", "text/markdown"),
          Map.entry(
              "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
          Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
          Map.entry("csv", "text/csv"),
          Map.entry("ris", "application/x-research-info-systems"),
          Map.entry("bib", "application/x-bibtex"),
          Map.entry("json", "application/vnd.citationstyles.csl+json"),
          Map.entry("jsonld", "application/ld+json"),
          Map.entry("gz", "application/warc"),
          Map.entry("txt", "text/plain"));

  private Crate() {}

  /// @param sums of the files, by name
  static String of(Memo memo, Instant state, List<PackSource> sources, Map<String, String> sums) {
    List<Map<String, Object>> graph = new ArrayList<>();
    Map<String, Object> self = thing("ro-crate-metadata.json", "CreativeWork");
    self.put("conformsTo", reference("https://w3id.org/ro/crate/1.2"));
    self.put("about", reference("./"));
    graph.add(self);
    Map<String, Object> root = thing("./", "Dataset");
    root.put("name", memo.title());
    root.put("description", String.join(" ", memo.lead()));
    root.put("datePublished", state.toString());
    root.put(
        "license",
        "Quotations; the rights in each text are its source's. See the file of each source.");
    root.put("hasPart", sums.keySet().stream().map(Crate::reference).toList());
    root.put(
        "mentions", sources.stream().map(source -> reference("urn:assay:" + source.id())).toList());
    graph.add(root);
    sums.forEach(
        (name, sum) -> {
          Map<String, Object> file = thing(name, "File");
          file.put("name", name);
          file.put(
              "encodingFormat",
              FORMATS.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain"));
          file.put("sha256", sum);
          graph.add(file);
        });
    sources.forEach(source -> graph.add(work(source)));
    Map<String, Object> crate = new LinkedHashMap<>();
    crate.put("@context", "https://w3id.org/ro/crate/1.2/context");
    crate.put("@graph", graph);
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(crate);
  }

  private static Map<String, Object> work(PackSource source) {
    Map<String, Object> work = thing("urn:assay:" + source.id(), "CreativeWork");
    work.put("name", source.article().title());
    work.put("inLanguage", source.article().language().tag());
    if (source.address() != null) {
      work.put("url", source.address().toASCIIString());
    }
    if (!source.outlet().isEmpty()) {
      work.put("publisher", source.outlet());
    }
    if (!source.published().isEmpty()) {
      work.put("datePublished", source.published());
    }
    if (source.isReserved()) {
      work.put("usageInfo", source.reserved());
    }
    return work;
  }

  private static Map<String, Object> thing(String id, String type) {
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put("@id", id);
    thing.put("@type", type);
    return thing;
  }

  private static Map<String, String> reference(String id) {
    return Map.of("@id", id);
  }
}
