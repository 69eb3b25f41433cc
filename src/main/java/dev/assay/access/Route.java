package dev.assay.access;

import java.util.stream.IntStream;

/// What one route asks of whoever uses it.
///
/// @param method such as `GET`; `HEAD` is asked what `GET` is
/// @param path as it is registered, such as `/topics/{name}`
/// @param scope what a token needs to open it
/// @param role what a person needs to be
/// @param proof what a browser's request needs to bring
public record Route(String method, String path, TokenScope scope, Role role, Proof proof) {

  /// Whether an address is of this path: as many parts, those that are no parameters the same.
  public boolean answers(String address) {
    String[] own = path.split("/", -1);
    String[] asked = address.split("/", -1);
    return own.length == asked.length
        && IntStream.range(0, own.length)
            .allMatch(part -> own[part].startsWith("{") || own[part].equals(asked[part]));
  }

  /// Method and path, such as `GET /topics/{name}`.
  public String name() {
    return method + " " + path;
  }
}
