package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.access.Proof;
import dev.assay.access.Role;
import dev.assay.access.Route;
import dev.assay.access.RouteTable;
import dev.assay.access.TokenScope;
import dev.assay.cli.terminal.Desk;
import dev.assay.lexicon.Lexicon;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds `access/routes.tsv` to what the server answers.
final class RouteTableTest {

  private static final RouteTable TABLE = RouteTable.shipped();

  @TempDir Path folder;

  /// A new route needs a row that says what it asks of whoever uses it.
  @Test
  void hasARowForEachRouteOfTheServerAndNoOther() {
    Desk.Opener opener = new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
    try (Desk desk = opener.toWrite(folder);
        Desk.Serving serving = opener.serve(desk, Desk.Listening.here(0))) {
      Set<String> rows = TABLE.routes().stream().map(Route::name).collect(Collectors.toSet());

      assertThat(((Server) serving).routes()).isEqualTo(rows);
    }
  }

  @Test
  void asksAProofOfEachRouteThatChangesSomething() {
    for (Route route : TABLE.routes()) {
      assertThat(route.proof() == Proof.NONE)
          .as(route.name())
          .isEqualTo(route.method().equals("GET"));
    }
  }

  /// What a stranger may ask for is named here too, so that it cannot grow unseen.
  @Test
  void opensLittleToStrangers() {
    assertThat(TABLE.routes())
        .filteredOn(route -> route.scope() == TokenScope.OPEN || route.role() == Role.ANYONE)
        .extracting(Route::name)
        .containsExactlyInAnyOrder(
            "GET /sign-in",
            "POST /sign-in",
            "GET /sign-in/provider",
            "POST /sign-in/passkey",
            "POST /sign-in/passkey/options",
            "GET /sign-in/provider/back",
            "GET /.well-known/oauth-protected-resource",
            "GET /.well-known/oauth-protected-resource/mcp",
            "GET /u/{token}",
            "POST /u/{token}",
            "GET /health",
            "GET /live",
            "GET /websub/{path}",
            "POST /websub/{path}",
            "POST /api/greader/accounts/ClientLogin",
            "POST /api/greader.php/accounts/ClientLogin",
            "GET /assets/{name}",
            "GET /api/v1/openapi.yaml");
  }
}
