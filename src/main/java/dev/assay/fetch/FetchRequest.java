package dev.assay.fetch;

import java.net.URI;

/// What is wanted.
///
/// @param validators what the last answer said of its age; sent back byte for byte
/// @param permission whether the owner of the site allowed this user what robots.txt does not
public record FetchRequest(
    URI address, Wanted wanted, Validators validators, Permission permission) {

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

  public static FetchRequest page(URI address) {
    return new FetchRequest(address, Wanted.PAGE, Validators.NONE, Permission.BY_ROBOTS);
  }

  public static FetchRequest source(URI address) {
    return new FetchRequest(address, Wanted.SOURCE, Validators.NONE, Permission.BY_ROBOTS);
  }

  /// The same, unless nothing changed since.
  public FetchRequest unless(Validators known) {
    return new FetchRequest(address, wanted, known, permission);
  }

  public FetchRequest with(Permission other) {
    return new FetchRequest(address, wanted, validators, other);
  }

  FetchRequest at(URI other) {
    return new FetchRequest(other, wanted, validators, permission);
  }
}
