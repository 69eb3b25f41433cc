package dev.assay.index.opensearch;

import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.KeywordField;
import dev.assay.index.IndexQuery.PlacedTerm;
import dev.assay.index.IndexTerms;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns the tree of a query into the cluster's language, so that it scores as Lucene does here.
final class Questions {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final int FUZZY_PREFIX = 2;
  private static final int FUZZY_TERMS = 32;

  private Questions() {}

  static ObjectNode of(IndexQuery query) {
    return of(query, 1);
  }

  private static ObjectNode of(IndexQuery query, double weight) {
    ObjectNode said = JSON.createObjectNode();
    switch (query) {
      case IndexQuery.All _ -> said.putObject("match_all").put("boost", weight);
      case IndexQuery.Nothing _ -> said.putObject("match_none");
      case IndexQuery.Term(var field, var kind, var term) ->
          said.putObject("term")
              .putObject(Documents.of(field, kind))
              .put("value", term)
              .put("boost", weight);
      case IndexQuery.Phrase(var field, var terms) ->
          said.putObject("match_phrase")
              .putObject(Documents.of(field, terms.getFirst().kind()))
              .put("query", chunks(terms))
              .put("boost", weight);
      case IndexQuery.Wildcard(var field, var pattern) ->
          said.putObject("wildcard")
              .putObject(Documents.of(field, IndexTerms.Kind.EXACT))
              .put("value", IndexTerms.EXACT_MARK + pattern)
              .put("rewrite", "constant_score")
              .put("boost", weight);
      case IndexQuery.Fuzzy(var field, var word, var edits) ->
          said.putObject("fuzzy")
              .putObject(Documents.of(field, IndexTerms.Kind.EXACT))
              .put("value", IndexTerms.EXACT_MARK + word)
              .put("fuzziness", edits)
              .put("prefix_length", FUZZY_PREFIX)
              .put("max_expansions", FUZZY_TERMS)
              .put("transpositions", true)
              .put("rewrite", "top_terms_boost_" + FUZZY_TERMS)
              .put("boost", weight);
      case IndexQuery.Any(var parts) when parts.isEmpty() -> said.putObject("match_none");
      case IndexQuery.Any(var parts) -> {
        ObjectNode any = said.putObject("bool").put("minimum_should_match", 1);
        add(any.putArray("should"), parts, weight);
      }
      case IndexQuery.Best(var parts) when parts.isEmpty() -> said.putObject("match_none");
      case IndexQuery.Best(var parts) ->
          add(said.putObject("dis_max").put("tie_breaker", 0.0).putArray("queries"), parts, weight);
      case IndexQuery.Every(var parts) when parts.isEmpty() -> said.putObject("match_none");
      case IndexQuery.Every(var parts) ->
          add(said.putObject("bool").putArray("must"), parts, weight);
      case IndexQuery.AtLeast(var count, var parts) -> {
        ObjectNode some = said.putObject("bool").put("minimum_should_match", count);
        add(some.putArray("should"), parts, weight);
      }
      case IndexQuery.Preferring(var wanted, var bonus) -> {
        ObjectNode both = said.putObject("bool").put("minimum_should_match", 0);
        both.putArray("must").add(of(wanted, weight));
        both.putArray("should").add(of(bonus, weight));
      }
      case IndexQuery.Except(var wanted, var unwanted) -> {
        ObjectNode both = said.putObject("bool");
        both.putArray("must").add(of(wanted, weight));
        both.putArray("must_not").add(of(unwanted, 1));
      }
      case IndexQuery.Weighted(var part, var more) -> {
        return of(part, more * weight);
      }
      case IndexQuery.Value(var field, var values) ->
          constant(said, weight).set("terms", values(field, values));
      case IndexQuery.Between(var from, var until) ->
          constant(said, weight)
              .putObject("range")
              .putObject("seconds")
              .put("gte", from.getEpochSecond())
              .put("lte", last(until));
      case IndexQuery.Scored(var scores) when scores.isEmpty() -> said.putObject("match_none");
      case IndexQuery.Scored(var scores) -> {
        ArrayNode each = said.putObject("bool").putArray("should");
        scores.forEach(
            (id, score) ->
                constant(each.addObject(), score * weight)
                    .putObject("term")
                    .put("id", id.toString()));
      }
      case IndexQuery.Fresh(var now, var half) ->
          said.putObject("distance_feature")
              .put("field", "moment")
              .put("origin", now.getEpochSecond())
              .put("pivot", half.toSeconds() + "s")
              .put("boost", weight);
    }
    return said;
  }

  private static void add(ArrayNode list, Collection<IndexQuery> parts, double weight) {
    parts.forEach(part -> list.add(of(part, weight)));
  }

  /// Where the filter goes of what scores the same for every article.
  private static ObjectNode constant(ObjectNode said, double weight) {
    return said.putObject("constant_score").put("boost", weight).putObject("filter");
  }

  private static ObjectNode values(KeywordField field, List<String> values) {
    ObjectNode terms = JSON.createObjectNode();
    ArrayNode list = terms.putArray(Documents.of(field));
    values.forEach(list::add);
    return terms;
  }

  /// The last second before `until`.
  private static long last(Instant until) {
    return until.getEpochSecond() - (until.getNano() == 0 ? 1 : 0);
  }

  /// A phrase in the form of a text; where terms share a place, as one chunk.
  private static String chunks(List<PlacedTerm> terms) {
    StringBuilder chunks = new StringBuilder();
    int position = -1;
    for (PlacedTerm term : terms) {
      if (term.place() == position) {
        chunks.append('|');
      } else {
        chunks
            .append(chunks.isEmpty() ? "" : " ")
            .repeat("_ ", Math.max(0, term.place() - position - 1));
        position = term.place();
      }
      chunks.append(term.term());
    }
    return chunks.toString();
  }
}
