package dev.assay.web;

import org.jspecify.annotations.Nullable;

/// What every page has in common.
///
/// @param say the interface's words in the reader's language
/// @param assets addresses of the style sheet and the scripts
/// @param here the part of the site that the page belongs to
/// @param inOtherLanguage address of this same page in the interface's other language
/// @param then the moment as of which the page is, and how to get to another; null for a page that
///   is of today alone
/// @param account name of the account that is signed in; null if none is
/// @param standing what the desk has to say on every page
/// @param edits whether its reader may change what all readers share
public record Frame(
    Messages say,
    Assets assets,
    Part here,
    String inOtherLanguage,
    @Nullable AsOf then,
    @Nullable String account,
    Standing standing,
    boolean edits) {

  /// A page of today alone, of a desk without accounts.
  Frame(Messages say, Assets assets, Part here, String inOtherLanguage) {
    this(say, assets, here, inOtherLanguage, null, null, Standing.WELL, true);
  }

  /// Whether the page is as of a past moment.
  public boolean isPast() {
    return then != null && then.moment() != null;
  }

  /// An entry of the main navigation, or none of them.
  public enum Part {
    TOPICS,
    SEARCH,
    ASK,
    LEDGER,
    SOURCES,
    ELSEWHERE
  }

  /// The interface's language, for `lang` attributes.
  public String lang() {
    return say.language().tag();
  }

  /// `aria-current` for the entry of the navigation that stands for `part`; null leaves it out.
  public @Nullable String current(Part part) {
    return part == here ? "page" : null;
  }

  /// Whether the frame holds the search box; the pages of searches and questions have larger ones
  /// of their own.
  public boolean hasFind() {
    return here != Part.SEARCH && here != Part.ASK;
  }
}
