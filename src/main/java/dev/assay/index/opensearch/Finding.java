package dev.assay.index.opensearch;

import dev.assay.article.ArticleId;
import dev.assay.index.IndexPage;
import dev.assay.index.IndexPage.Count;
import dev.assay.index.IndexPage.Hit;
import dev.assay.index.IndexPage.Total;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.KeywordField;
import dev.assay.index.IndexRequest;
import dev.assay.index.IndexRequest.Anchor;
import dev.assay.index.IndexRequest.Copies;
import dev.assay.index.IndexRequest.Order;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One question to the cluster: the hits in their order, folded as they are asked for, and the
/// counts. The cluster folds a first page; what comes after another page is folded here.
final class Finding {

  private static final JsonMapper JSON = JsonMapper.shared();

  /// Hits are counted one by one up to here.
  private static final int BOUND = 10_000;

  /// More than are told, since copies of which no original is a hit come to them.
  private static final int MOST_VALUES = 10 * IndexPage.MOST_VALUES;

  /// Each part of the index tells so many: what it leaves out would be counted too low.
  private static final int MOST_OF_A_PART = 50_000;

  private static final int MOST_ROUNDS = 12;

  private final Function<ObjectNode, JsonNode> search;
  private final IndexRequest request;
  private final boolean newest;
  private final boolean folds;

  Finding(Function<ObjectNode, JsonNode> search, IndexRequest request) {
    this.search = search;
    this.request = request;
    this.newest = request.order() == Order.NEWEST;
    this.folds = request.copies() == Copies.FOLDED;
  }

  IndexPage page() {
    Anchor after = request.after();
    ObjectNode body = body();
    count(body);
    if (after != null) {
      body.set("search_after", place(after));
    } else if (folds) {
      body.putObject("collapse").put("field", "group");
    }
    JsonNode answer = search.apply(body);
    List<JsonNode> found =
        folds && after != null ? foldedAfter(body, answer) : list(answer.path("hits").path("hits"));
    boolean more = found.size() > request.limit();
    List<JsonNode> shown = more ? found.subList(0, request.limit()) : found;
    Map<Long, Integer> copies = copies(shown);
    return new IndexPage(
        shown.stream().map(hit -> hit(hit, copies)).toList(), total(answer), counts(answer), more);
  }

  /// Where the anchor stands now; if it is gone, where it stood.
  private JsonNode place(Anchor after) {
    JsonNode now =
        newest
            ? JSON.createObjectNode()
            : search
                .apply(within("number", Set.of(after.article())))
                .path("hits")
                .path("hits")
                .path(0)
                .path("sort");
    ArrayNode stood = JSON.createArrayNode();
    if (newest) {
      stood.add(after.seconds());
    } else {
      stood.add(after.score());
    }
    return now.isArray() ? now : stood.add(after.article());
  }

  private ObjectNode body() {
    ObjectNode body = JSON.createObjectNode();
    ObjectNode both = body.putObject("query").putObject("bool");
    both.putArray("must").add(Questions.of(request.query()));
    ArrayNode filters = both.putArray("filter");
    if (!(request.filter() instanceof IndexQuery.All)) {
      filters.add(Questions.of(request.filter()));
    }
    body.put("size", request.limit() + 1)
        .put("_source", false)
        .put("track_total_hits", BOUND)
        .put("track_scores", true)
        .put("timeout", "5s");
    body.putArray("docvalue_fields").add("number").add("seconds").add("group");
    ArrayNode sort = body.putArray("sort");
    sort.addObject().put(newest ? "seconds" : "_score", "desc");
    sort.addObject().put("number", "asc");
    return body;
  }

  /// Of a group that is folded its original is counted; a copy only where the original is no hit,
  /// see [#alone].
  private void count(ObjectNode body) {
    ObjectNode counted = JSON.createObjectNode();
    ObjectNode values = counted;
    if (folds) {
      counted
          .putObject("groups")
          .putObject("cardinality")
          .put("field", "group")
          .put("precision_threshold", 40_000);
      ObjectNode copies = of(counted, "copies", true);
      copies.putObject("groups").putObject("terms").put("field", "group").put("size", BOUND);
      values = of(counted, "originals", false);
    }
    for (KeywordField field : request.counted()) {
      values
          .putObject(field.name())
          .putObject("terms")
          .put("field", Documents.of(field))
          .put("size", MOST_VALUES)
          .put("shard_size", MOST_OF_A_PART);
    }
    if (!counted.isEmpty()) {
      body.set("aggs", counted);
    }
  }

  /// Where what is counted of copies goes, or of originals.
  private static ObjectNode of(ObjectNode counted, String name, boolean copy) {
    ObjectNode part = counted.putObject(name);
    part.putObject("filter").putObject("term").put("copy", copy);
    return part.putObject("aggs");
  }

  private static List<JsonNode> list(JsonNode hits) {
    List<JsonNode> list = new ArrayList<>();
    hits.forEach(list::add);
    return list;
  }

  /// The first of each group after the anchor, but for groups whose best stood on an earlier page.
  private List<JsonNode> foldedAfter(ObjectNode body, JsonNode first) {
    List<JsonNode> found = new ArrayList<>();
    Set<Long> groups = new HashSet<>();
    int size = request.limit() + 1;
    JsonNode answer = first;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<JsonNode> hits = list(answer.path("hits").path("hits"));
      List<JsonNode> firsts = hits.stream().filter(hit -> groups.add(group(hit))).toList();
      Set<Long> before = shownBefore(firsts);
      firsts.stream().filter(hit -> !before.contains(group(hit))).forEach(found::add);
      if (found.size() > request.limit() || hits.size() < size) {
        break;
      }
      size = Math.min(2 * size, BOUND);
      ObjectNode next = body.deepCopy();
      next.remove("aggs");
      next.set("search_after", hits.getLast().path("sort"));
      next.put("size", size);
      answer = search.apply(next);
    }
    return found.subList(0, Math.min(found.size(), request.limit() + 1));
  }

  private Set<Long> shownBefore(List<JsonNode> firsts) {
    if (firsts.isEmpty()) {
      return Set.of();
    }
    Map<Long, ArticleId> seen = new HashMap<>();
    firsts.forEach(hit -> seen.put(group(hit), id(hit)));
    ObjectNode best = within("group", seen.keySet());
    best.putObject("collapse").put("field", "group");
    Set<Long> before = new HashSet<>();
    for (JsonNode hit : search.apply(best).path("hits").path("hits")) {
      if (!id(hit).equals(seen.get(group(hit)))) {
        before.add(group(hit));
      }
    }
    return before;
  }

  /// How many articles of the index each hit's group has.
  private Map<Long, Integer> copies(List<JsonNode> hits) {
    Map<Long, Integer> copies = new HashMap<>();
    if (hits.isEmpty()) {
      return copies;
    }
    ObjectNode body = JSON.createObjectNode().put("size", 0).put("track_total_hits", false);
    ArrayNode groups = body.putObject("query").putObject("terms").putArray("group");
    hits.forEach(hit -> groups.add(group(hit)));
    body.putObject("aggs")
        .putObject("groups")
        .putObject("terms")
        .put("field", "group")
        .put("size", hits.size());
    search
        .apply(body)
        .path("aggregations")
        .path("groups")
        .path("buckets")
        .forEach(
            bucket -> copies.put(bucket.path("key").asLong(), bucket.path("doc_count").asInt()));
    return copies;
  }

  static ArticleId id(JsonNode hit) {
    return new ArticleId(number(hit, "number"));
  }

  private static long group(JsonNode hit) {
    return number(hit, "group");
  }

  private static long number(JsonNode hit, String field) {
    return hit.path("fields").path(field).path(0).asLong();
  }

  private Hit hit(JsonNode hit, Map<Long, Integer> copies) {
    return new Hit(
        id(hit),
        new ArticleId(group(hit)),
        newest ? 0 : (float) hit.path("_score").asDouble(),
        number(hit, "seconds"),
        copies.getOrDefault(group(hit), 1));
  }

  private Total total(JsonNode answer) {
    JsonNode total = answer.path("hits").path("total");
    return new Total(
        folds
            ? answer.path("aggregations").path("groups").path("value").asLong()
            : total.path("value").asLong(),
        total.path("relation").asString("eq").equals("eq")
            && !answer.path("timed_out").asBoolean(false));
  }

  private Map<KeywordField, List<Count>> counts(JsonNode answer) {
    JsonNode counted = answer.path("aggregations");
    JsonNode values = folds ? counted.path("originals") : counted;
    List<JsonNode> alone =
        folds && !request.counted().isEmpty()
            ? alone(counted.path("copies").path("groups").path("buckets"))
            : List.of();
    Map<KeywordField, List<Count>> counts = new EnumMap<>(KeywordField.class);
    for (KeywordField field : request.counted()) {
      Map<String, Long> articles = new HashMap<>();
      values
          .path(field.name())
          .path("buckets")
          .forEach(
              bucket ->
                  articles.put(bucket.path("key").asString(), bucket.path("doc_count").asLong()));
      for (JsonNode copy : alone) {
        copy.path("fields")
            .path(Documents.of(field))
            .forEach(value -> articles.merge(value.asString(), 1L, Long::sum));
      }
      counts.put(field, IndexPage.mostFirst(articles));
    }
    return counts;
  }

  /// One copy of each group whose original is no hit, with the values that are counted.
  ///
  /// @param groups those of which a copy is a hit
  private List<JsonNode> alone(JsonNode groups) {
    Set<Long> open = new LinkedHashSet<>();
    groups.forEach(group -> open.add(group.path("key").asLong()));
    if (open.isEmpty()) {
      return List.of();
    }
    list(search.apply(within("number", open)).path("hits").path("hits"))
        .forEach(original -> open.remove(group(original)));
    if (open.isEmpty()) {
      return List.of();
    }
    ObjectNode body = within("group", open);
    body.putObject("collapse").put("field", "group");
    body.putArray("sort").addObject().put("number", "asc");
    ArrayNode fields = body.putArray("docvalue_fields");
    request.counted().forEach(field -> fields.add(Documents.of(field)));
    return list(search.apply(body).path("hits").path("hits"));
  }

  /// The same question among these articles or groups alone.
  private ObjectNode within(String field, Set<Long> numbers) {
    ObjectNode body = body();
    body.put("size", numbers.size()).put("track_total_hits", false);
    ArrayNode among =
        body.withObject("query")
            .withObject("bool")
            .withArray("filter")
            .addObject()
            .putObject("terms")
            .putArray(field);
    numbers.forEach(among::add);
    return body;
  }
}
