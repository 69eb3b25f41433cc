package dev.assay.fetch;

import java.net.URI;

/// What is wanted.
///
/// @param validators what the last answer said of its age; sent back byte for byte
/// @param permission whether the owner of the site allowed this user what robots.txt does not
/// @param redirects whether an answer may send us on
public record FetchRequest(
    URI address,
    Wanted wanted,
    Validators validators,
    Permission permission,
    Manner manner,
    Redirects redirects) {

  /// What kind of thing is asked for: goes into `Accept`.
  public enum Wanted {
    PAGE("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"),
    /// A feed, a sitemap or a page of links.
    SOURCE(
        "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml,"
            + " application/xml;q=0.9, text/html;q=0.5, */*;q=0.1");

    private final String accept;

    Wanted(String accept) {
      this.accept = accept;
    }

    String accept() {
      return accept;
    }
  }

  /// Whether robots.txt binds.
  public enum Permission {
    BY_ROBOTS,
    BY_OWNER
  }

  /// Whether an answer may send us on.
  public enum Redirects {
    FOLLOWED,
    /// What is looked for is there or not.
    REFUSED
  }

  public static FetchRequest page(URI address) {
    return plain(address, Wanted.PAGE);
  }

  public static FetchRequest source(URI address) {
    return plain(address, Wanted.SOURCE);
  }

  private static FetchRequest plain(URI address, Wanted wanted) {
    return new FetchRequest(
        address, wanted, Validators.NONE, Permission.BY_ROBOTS, Manner.PLAIN, Redirects.FOLLOWED);
  }

  /// The same, unless nothing changed since.
  public FetchRequest unless(Validators known) {
    return new FetchRequest(address, wanted, known, permission, manner, redirects);
  }

  public FetchRequest with(Permission other) {
    return new FetchRequest(address, wanted, validators, other, manner, redirects);
  }

  public FetchRequest with(Manner other) {
    return new FetchRequest(address, wanted, validators, permission, other, redirects);
  }

  public FetchRequest with(Redirects other) {
    return new FetchRequest(address, wanted, validators, permission, manner, other);
  }

  /// The same wish for another address, of which nothing is known yet.
  public FetchRequest at(URI other) {
    return new FetchRequest(other, wanted, Validators.NONE, permission, manner, redirects);
  }

  /// The same, sent on to another address.
  FetchRequest on(URI target) {
    return new FetchRequest(target, wanted, validators, permission, manner, redirects);
  }
}
