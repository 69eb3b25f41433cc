package dev.assay.index;

import dev.assay.article.ArticleId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What to find, as a tree that any engine can carry out. Terms are those that [IndexTerms] makes.
public sealed interface IndexQuery {

  /// Every article, at score 1.
  record All() implements IndexQuery {}

  /// No article.
  record Nothing() implements IndexQuery {}

  /// Articles with `term`, scored by BM25.
  record Term(TextField field, IndexTerms.Kind kind, String term) implements IndexQuery {}

  /// Articles where the terms stand at these distances from the first, scored as one rare term.
  ///
  /// @param terms all of one script; at least one
  record Phrase(TextField field, List<PlacedTerm> terms) implements IndexQuery {
    public Phrase {
      terms = List.copyOf(terms);
    }
  }

  /// A term of a phrase; `place` counts positions from the phrase's first, ascending.
  record PlacedTerm(IndexTerms.Kind kind, String term, int place) {}

  /// Articles with a word as written that matches `pattern`, at score 1: `*` for any letters, `?`
  /// for one.
  record Wildcard(TextField field, String pattern) implements IndexQuery {}

  /// Articles with a word within `edits` (1 or 2) letters of `word`.
  record Fuzzy(TextField field, String word, int edits) implements IndexQuery {}

  /// Articles that match any of `parts`; what they score adds up.
  record Any(List<IndexQuery> parts) implements IndexQuery {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /// Articles that match any of `parts`, which are names of one thing: the best alone counts.
  record Best(List<IndexQuery> parts) implements IndexQuery {
    public Best {
      parts = List.copyOf(parts);
    }
  }

  /// Articles that match all of `parts`; what they score adds up.
  record Every(List<IndexQuery> parts) implements IndexQuery {
    public Every {
      parts = List.copyOf(parts);
    }
  }

  /// Articles that match `count` of `parts` or more; what they score adds up.
  ///
  /// @param count from 1
  record AtLeast(int count, List<IndexQuery> parts) implements IndexQuery {
    public AtLeast {
      parts = List.copyOf(parts);
      if (count < 1 || count > parts.size()) {
        throw new IllegalArgumentException(
            "count must be 1 to the number of parts, %d, got %d".formatted(parts.size(), count));
      }
    }
  }

  /// Articles that match `wanted`; where `bonus` matches too, its score is added.
  record Preferring(IndexQuery wanted, IndexQuery bonus) implements IndexQuery {}

  /// Articles that match `wanted` and not `unwanted`.
  record Except(IndexQuery wanted, IndexQuery unwanted) implements IndexQuery {}

  /// `part`, its score multiplied.
  ///
  /// @param weight more than 0
  record Weighted(IndexQuery part, float weight) implements IndexQuery {
    public Weighted {
      if (!(weight > 0) || Float.isInfinite(weight)) {
        throw new IllegalArgumentException("weight must be more than 0 and finite, got " + weight);
      }
    }
  }

  /// Articles with one of these values, at score 1.
  record Value(KeywordField field, List<String> values) implements IndexQuery {
    public Value {
      values = List.copyOf(values);
    }
  }

  /// Articles ordered at or after `from` and before `until`, at score 1.
  record Between(Instant from, Instant until) implements IndexQuery {}

  /// These articles, each at its score.
  ///
  /// @param scores more than 0
  record Scored(Map<ArticleId, Float> scores) implements IndexQuery {
    public Scored {
      scores = Map.copyOf(scores);
    }
  }

  /// Every article, at a score that falls from 1 at `now` to a half at `half` before or after it.
  record Fresh(Instant now, Duration half) implements IndexQuery {}

  /// Where words are looked for.
  enum TextField {
    /// Title and paragraphs; the title counts as if said twice.
    TEXT,
    TITLE,
    /// Names, in every language, of what the article mentions.
    NAMES
  }

  /// What an article is filed under.
  enum KeywordField {
    ID,
    LANGUAGE,
    SOURCE,
    KIND,
    TAG,
    /// Of [#TAG] those that it is about, and does not name in passing only.
    ABOUT,
    FACT,
    /// Year and month of [Between]'s moment in UTC: `2025-11`.
    MONTH
  }
}
