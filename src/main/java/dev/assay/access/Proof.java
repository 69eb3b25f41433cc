package dev.assay.access;

/// How a request shows that it was not another site's page that made a browser send it.
public enum Proof {
  /// It changes nothing, and needs none.
  NONE,
  /// It is not of another site by the browser's own headers; if a session's cookie carries it, it
  /// holds the form token too.
  ORIGIN,
  /// It comes from one of our own pages, which gave it a form token.
  TOKEN
}
