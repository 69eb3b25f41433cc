package dev.assay.access;

/// What one route asks of whoever uses it.
///
/// @param method such as `GET`; `HEAD` is asked what `GET` is
/// @param path as it is registered, such as `/topics/{name}`
/// @param scope what a token needs to open it
/// @param role what a person needs to be
/// @param proof what a browser's request needs to bring
public record Route(String method, String path, TokenScope scope, Role role, Proof proof) {

  /// Method and path, such as `GET /topics/{name}`.
  public String name() {
    return method + " " + path;
  }
}
