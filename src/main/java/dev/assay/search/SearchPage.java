package dev.assay.search;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One page of what was found.
///
/// @param hits in the order asked for
/// @param total hits over all pages
/// @param nextToken asks for the next page, also after more articles came in; null on the last page
public record SearchPage(
    List<SearchHit> hits,
    Total total,
    Counts counts,
    @Nullable String nextToken,
    Understood understood) {

  public SearchPage {
    hits = List.copyOf(hits);
  }

  /// A count and how to read it.
  ///
  /// @param exact otherwise there are at least so many
  public record Total(long count, boolean exact) {}

  /// Hits by value, most first; lower bounds where the total is one.
  ///
  /// @param tags entity ids
  /// @param months in UTC, such as `2025-11`, newest first
  /// @param facts see [Filters#facts]
  public record Counts(
      List<Count> languages,
      List<Count> sources,
      List<Count> kinds,
      List<Count> tags,
      List<Count> months,
      List<Count> facts) {
    public Counts {
      tags = List.copyOf(tags);
      months = List.copyOf(months);
      facts = List.copyOf(facts);
      languages = List.copyOf(languages);
      sources = List.copyOf(sources);
      kinds = List.copyOf(kinds);
    }
  }

  /// One value of a filter and the articles it would leave.
  public record Count(String value, long articles) {}

  /// How the query was read.
  ///
  /// @param alsoSearched for a term of the query, what was looked for as well
  /// @param didYouMean the query with a word mended, if that finds more; null if none
  /// @param anyWord the query that asks for any of the words, where all of them had to stand; null
  ///   otherwise
  /// @param remarks what a person should know, such as that no article has the quoted words
  /// @param credit whose dictionary gave words of the other language, to be shown with them; null
  ///   if none did
  public record Understood(
      List<AlsoSearched> alsoSearched,
      @Nullable String didYouMean,
      @Nullable String anyWord,
      List<Remark> remarks,
      @Nullable String credit) {

    public static final Understood PLAIN = new Understood(List.of(), null, null, List.of(), null);

    public Understood {
      alsoSearched = List.copyOf(alsoSearched);
      remarks = List.copyOf(remarks);
    }

    /// Whether what was found is already what [#didYouMean] finds.
    public boolean isMended() {
      return remarks.contains(Remark.MENDED);
    }
  }

  /// Something about a search that a person should know; faces say it in the reader's language.
  public enum Remark {
    NO_PHRASE("No article has the quoted words side by side; these have some of them."),
    NOT_ALL_WORDS("No article has all the words; these have some of them."),
    FEW_ALL_WORDS("Few articles have all the words; these have some of them, the best first."),
    NEARLY_ALL_WORDS("These have all the words, or nearly all."),
    MENDED("Nothing matches the query as it is written; these match what it probably means."),
    NO_EMBEDDINGS(
        "Search by meaning needs the embedding add-on, which is not installed: ./assay addon embeddings."
            + " These were found by their words."),
    NO_DATE(
        "What stands after date:, from: or until: is no date such as 2025-11, 2025-11-22 or"
            + " 2025-10..2025-11; it was looked for as words."),
    NO_KIND(
        "What stands after kind: is none of news, analysis, report, filing, transcript, social and"
            + " file; it was looked for as words."),
    NO_LANGUAGE(
        "What stands after lang: is no language such as zh, zh-Hant or en; it was looked for as"
            + " words."),
    NO_SOURCE("No source is called by the name that stands after source:."),
    NO_FACT("After fact: may stand disputed alone; what stands there was looked for as words."),
    NO_PATTERN(
        "A * stands for letters after at least two Latin letters, as in neodym*; here it was left"
            + " out."),
    ONLY_NOT("The query says only what not to find: these are all other articles.");

    private final String text;

    Remark(String text) {
      this.text = text;
    }

    /// In English.
    public String text() {
      return text;
    }

    /// The key of its words in other languages, such as `no-phrase`.
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Other names of one term of the query.
  ///
  /// @param term as in the query
  /// @param others names and translations, the likeliest first
  public record AlsoSearched(String term, List<String> others) {
    public AlsoSearched {
      others = List.copyOf(others);
    }
  }
}
