package dev.assay.watch;

import java.util.List;

/// A rule as somebody writes it: words, of which any may be wrong.
///
/// @param name empty: what it looks at
/// @param scope everything, topic, query, source or entry
/// @param when such as `article.created`
/// @param outside percent; empty for none
/// @param languages tags
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
    List<String> languages,
    String schedule,
    String quiet,
    String zone,
    String language,
    List<String> channels) {

  public RuleDraft {
    when = List.copyOf(when);
    languages = List.copyOf(languages);
    channels = List.copyOf(channels);
  }

  /// Of new articles of a topic, at once.
  public static RuleDraft of(String scope, String subject, String zone, String language) {
    return new RuleDraft(
        "",
        scope,
        subject,
        List.of(When.ARTICLE.word()),
        "",
        List.of(),
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
        rule.languages().stream().map(language -> language.tag()).sorted().toList(),
        rule.schedule().text(),
        rule.quiet().text(),
        rule.zone().getId(),
        rule.language().tag(),
        rule.channels());
  }
}
