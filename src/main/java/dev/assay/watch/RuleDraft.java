package dev.assay.watch;

import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import java.util.List;

/// A rule as somebody writes it: words, of which any may be wrong.
///
/// @param name empty: what it looks at
/// @param scope everything, topic, query, source, folder or entry
/// @param when such as `article.created`
/// @param outside percent; empty for none
/// @param only what it does not pass over
/// @param schedule empty for now
/// @param quiet such as `22:00-07:00`; empty for none
/// @param zone such as `Asia/Shanghai`; empty for UTC
/// @param language that the reader is told in
/// @param channels ids
public record RuleDraft(
    String name,
    String scope,
    String subject,
    List<String> when,
    String outside,
    Only only,
    String schedule,
    String quiet,
    String zone,
    String language,
    List<String> channels) {

  public RuleDraft {
    when = List.copyOf(when);
    channels = List.copyOf(channels);
  }

  /// What a rule does not pass over.
  ///
  /// @param languages tags; none for any
  /// @param kinds such as `report`; none for any
  /// @param sources how many independent sources are the least; empty for one
  public record Only(List<String> languages, List<String> kinds, String sources) {

    /// Whatever it is.
    public static final Only ANY = new Only(List.of(), List.of(), "");

    public Only {
      languages = List.copyOf(languages);
      kinds = List.copyOf(kinds);
    }

    static Only of(RuleFilter filter) {
      return new Only(
          filter.languages().stream().map(Language::tag).sorted().toList(),
          filter.kinds().stream().sorted().map(ArticleKind::word).toList(),
          filter.leastSources() == 1 ? "" : String.valueOf(filter.leastSources()));
    }
  }

  /// Of new articles of a topic, at once.
  public static RuleDraft of(String scope, String subject, String zone, String language) {
    return new RuleDraft(
        "",
        scope,
        subject,
        List.of(When.ARTICLE.word()),
        "",
        Only.ANY,
        Schedule.NOW.text(),
        "",
        zone,
        language,
        List.of());
  }

  /// A rule's own words.
  public static RuleDraft of(Rule rule) {
    return new RuleDraft(
        rule.name(),
        rule.scope().kind().word(),
        rule.scope().subject(),
        rule.when().stream().sorted().map(When::word).toList(),
        rule.outside() == null ? "" : rule.outside().toPlainString(),
        Only.of(rule.filter()),
        rule.schedule().text(),
        rule.quiet().text(),
        rule.zone().getId(),
        rule.language().tag(),
        rule.channels());
  }
}
