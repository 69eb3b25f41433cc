package dev.assay.index.opensearch;

import dev.assay.article.ArticleId;
import dev.assay.index.IndexFailure;
import dev.assay.index.IndexPage;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexRequest;
import dev.assay.index.IndexTerms;
import dev.assay.index.IndexedArticle;
import dev.assay.index.KnownThen;
import dev.assay.index.SearchIndex;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The index on an OpenSearch cluster, 2.19 or newer; any number of processes read and write it.
///
/// Every article goes over with the store's sequence as its version: an older form never takes the
/// place of a newer one, whoever sends it and however late. Where the follower is, the index itself
/// remembers.
public final class OpenSearchIndex implements SearchIndex {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final int SHARDS = 3;

  /// Characters to one request.
  private static final int BULK = 8_000_000;

  private static final int STEP = 5_000;
  private static final int CONFLICT = 409;

  private final Cluster cluster;
  private final String path;

  private OpenSearchIndex(Cluster cluster, String name) {
    this.cluster = cluster;
    this.path = "/" + name;
  }

  /// Opens the index of this name, and makes it if it is not there.
  ///
  /// @param nodes addresses of one cluster
  /// @throws dev.assay.index.IndexFailure if none of them answers
  public static OpenSearchIndex open(List<URI> nodes, String name) {
    OpenSearchIndex index = new OpenSearchIndex(new Cluster(nodes), name);
    try {
      if (index.cluster.call("HEAD", index.path, null).isFound()) {
        index.addLaterFields();
      } else {
        index.make();
      }
      return index;
    } catch (RuntimeException e) {
      index.close();
      throw e;
    }
  }

  /// Only where they are missing: each change of a mapping is one of the whole cluster's state.
  private void addLaterFields() {
    if (!mappings().path("properties").has(Documents.LATER_FIELD)) {
      cluster.ask("PUT", path + "/_mapping", Documents.laterFields());
    }
  }

  private JsonNode mappings() {
    return cluster.ask("GET", path + "/_mapping", null).path(path.substring(1)).path("mappings");
  }

  /// Several may make it at once: the second finds it there.
  private void make() {
    int nodes = cluster.ask("GET", "/_cluster/health", null).path("number_of_data_nodes").asInt(1);
    Cluster.Answer made = cluster.call("PUT", path, Documents.index(SHARDS, nodes > 1 ? 1 : 0));
    if (made.status() >= 300
        && !made.body().toString().contains("resource_already_exists_exception")) {
      cluster.ask("PUT", path, Documents.index(SHARDS, 0));
    }
  }

  @Override
  public void put(List<IndexedArticle> articles) {
    StringBuilder lines = new StringBuilder();
    for (IndexedArticle article : articles) {
      ObjectNode action = JSON.createObjectNode();
      ObjectNode into = action.putObject("index").put("_id", article.article().id().toString());
      if (article.sequence() > 0) {
        into.put("version", article.sequence()).put("version_type", "external_gte");
      }
      lines.append(action).append('\n').append(Documents.of(article)).append('\n');
      if (lines.length() > BULK) {
        send(lines);
      }
    }
    send(lines);
  }

  @Override
  public void delete(Collection<ArticleId> ids) {
    StringBuilder lines = new StringBuilder();
    ids.forEach(id -> lines.append("{\"delete\":{\"_id\":\"").append(id).append("\"}}\n"));
    send(lines);
  }

  /// What was refused since a newer form is there is as it should be.
  private void send(StringBuilder lines) {
    if (lines.isEmpty()) {
      return;
    }
    JsonNode answer = cluster.ask("POST", path + "/_bulk", lines.toString());
    lines.setLength(0);
    for (JsonNode item : answer.path("items")) {
      JsonNode done = item.has("index") ? item.path("index") : item.path("delete");
      int status = done.path("status").asInt();
      if (status >= 300 && status != CONFLICT && done.has("error")) {
        throw IndexFailure.refused(path + "/_bulk", status, done.path("error").toString());
      }
    }
  }

  @Override
  public void clear() {
    cluster.ask("DELETE", path, null);
    make();
  }

  @Override
  public void commit(long sequence) {
    cluster.ask(
        "PUT",
        path + "/_mapping",
        "{\"_meta\":{\"sequence\":%d,\"terms\":%d}}".formatted(sequence, IndexTerms.VERSION));
  }

  @Override
  public long committedSequence() {
    JsonNode meta = mappings().path("_meta");
    return meta.path("terms").asInt() == IndexTerms.VERSION ? meta.path("sequence").asLong() : 0;
  }

  /// A shard that nobody holds; else the cluster looks after its files itself.
  @Override
  public List<String> problems() {
    JsonNode health = cluster.ask("GET", "/_cluster/health" + path, null);
    return health.path("status").asString("").equals("red")
        ? List.of(
            "index: %d of its parts have no node that holds them; start the nodes of the cluster"
                .formatted(health.path("unassigned_shards").asInt()))
        : List.of();
  }

  @Override
  public void refresh() {
    cluster.ask("POST", path + "/_refresh", null);
  }

  @Override
  public long size() {
    return cluster.ask("GET", path + "/_count", null).path("count").asLong();
  }

  @Override
  public IndexPage find(IndexRequest request) {
    return new Finding(this::search, request).page();
  }

  /// Statistics of words over all shards first, so that scores are those of one index.
  JsonNode search(ObjectNode body) {
    return cluster.ask("POST", path + "/_search?search_type=dfs_query_then_fetch", body.toString());
  }

  private static ObjectNode counting() {
    return JSON.createObjectNode().put("size", 0).put("track_total_hits", false);
  }

  @Override
  public Optional<Set<ArticleId>> matching(IndexQuery filter, int most) {
    ObjectNode body = JSON.createObjectNode();
    body.set("query", Questions.of(filter));
    String count = path + "/_count?terminate_after=" + (most + 1L); // each shard looks no further
    if (cluster.ask("POST", count, body.toString()).path("count").asLong() > most) {
      return Optional.empty();
    }
    body.put("size", STEP).put("_source", false).put("track_total_hits", false);
    body.putArray("docvalue_fields").add("number");
    body.putArray("sort").addObject().put("number", "asc");
    Set<ArticleId> ids = new HashSet<>();
    JsonNode hits;
    do {
      hits = cluster.ask("POST", path + "/_search", body.toString()).path("hits").path("hits");
      hits.forEach(hit -> ids.add(Finding.id(hit)));
      if (!hits.isEmpty()) {
        body.set("search_after", hits.path(hits.size() - 1).path("sort"));
      }
    } while (hits.size() == STEP);
    return Optional.of(ids);
  }

  @Override
  public Map<IndexQuery.Term, Integer> frequencies(Collection<IndexQuery.Term> terms) {
    Map<IndexQuery.Term, Integer> found = new HashMap<>();
    if (terms.isEmpty()) {
      return found;
    }
    List<IndexQuery.Term> asked = List.copyOf(terms);
    ObjectNode body = counting();
    ObjectNode filters =
        body.putObject("aggs").putObject("terms").putObject("filters").putObject("filters");
    for (int i = 0; i < asked.size(); i++) {
      filters.set("t" + i, Questions.of(asked.get(i)));
    }
    JsonNode buckets = search(body).path("aggregations").path("terms").path("buckets");
    for (int i = 0; i < asked.size(); i++) {
      found.put(asked.get(i), buckets.path("t" + i).path("doc_count").asInt());
    }
    return found;
  }

  @Override
  public Set<String> values(IndexQuery.KeywordField field, int most) {
    ObjectNode body = counting();
    body.putObject("aggs")
        .putObject("values")
        .putObject("terms")
        .put("field", Documents.of(field))
        .put("size", Math.min(most, 65_000));
    Set<String> values = new LinkedHashSet<>();
    search(body)
        .path("aggregations")
        .path("values")
        .path("buckets")
        .forEach(bucket -> values.add(bucket.path("key").asString()));
    return values;
  }

  /// The index of today: a cluster is not asked for another state of itself. What was not there
  /// then is left out where its text is asked for, and counts are those of today.
  @Override
  public SearchIndex asOf(KnownThen then) {
    return this;
  }

  @Override
  public Map<String, Integer> similar(String word, int edits, int limit) {
    ObjectNode body = JSON.createObjectNode().put("size", 0);
    body.putObject("suggest")
        .putObject("words")
        .put("text", IndexTerms.EXACT_MARK + word)
        .putObject("term")
        .put("field", Documents.of(IndexQuery.TextField.TEXT, IndexTerms.Kind.EXACT))
        .put("analyzer", "whitespace")
        .put("suggest_mode", "always")
        .put("sort", "frequency")
        .put("max_edits", edits)
        .put("prefix_length", 2)
        .put("min_word_length", 1)
        .put("size", limit);
    Map<String, Integer> found = new LinkedHashMap<>();
    cluster
        .ask("POST", path + "/_search", body.toString())
        .path("suggest")
        .path("words")
        .path(0)
        .path("options")
        .forEach(
            option ->
                found.put(
                    option.path("text").asString().substring(1), option.path("freq").asInt()));
    return found;
  }

  @Override
  public void close() {
    cluster.close();
  }
}
