package dev.assay.access.guard;

import dev.assay.access.Proof;
import dev.assay.access.Role;
import dev.assay.access.Route;
import dev.assay.access.TokenScope;
import dev.assay.lexicon.LexiconFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Every route of the server, each with what it asks. A route that does not stand here answers
/// nobody.
public final class RouteTable {

  private static final String FILE = "/access/routes.tsv";

  private final Map<String, Route> byName = new LinkedHashMap<>();
  private final List<Route> unasked;

  private RouteTable(LexiconFile file) {
    for (LexiconFile.Row row : file.rows()) {
      Route route = route(row);
      if (byName.put(route.name(), route) != null) {
        throw new IllegalArgumentException(
            "%s line %d: %s stands there twice".formatted(FILE, row.line(), route.name()));
      }
    }
    unasked =
        byName.values().stream().filter(route -> route.scope() == TokenScope.UNASKED).toList();
  }

  /// The table that the program ships.
  public static RouteTable shipped() {
    try (InputStream in = Objects.requireNonNull(RouteTable.class.getResourceAsStream(FILE))) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " could not be read", e);
    }
  }

  static RouteTable parse(String text) {
    return new RouteTable(LexiconFile.parse(FILE, text));
  }

  private static Route route(LexiconFile.Row row) {
    try {
      return new Route(
          row.cell(0),
          row.cell(1),
          TokenScope.parse(row.cell(2)),
          Role.valueOf(row.cell(3).toUpperCase(Locale.ROOT)),
          Proof.valueOf(row.cell(4).toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s line %d: %s".formatted(FILE, row.line(), e.getMessage()), e);
    }
  }

  public Optional<Route> find(String method, String path) {
    return Optional.ofNullable(byName.get(method + " " + path));
  }

  /// The route that answers an address: the one without parameters before those with them.
  public Optional<Route> answering(String method, String address) {
    return find(method, address)
        .or(
            () ->
                byName.values().stream()
                    .filter(route -> route.method().equals(method) && route.answers(address))
                    .findFirst());
  }

  /// Whether who asks is not looked up.
  boolean isUnasked(String method, String address) {
    return unasked.stream()
        .anyMatch(route -> route.method().equals(method) && route.answers(address));
  }

  /// In the order of the file.
  public Collection<Route> routes() {
    return byName.values();
  }
}
