package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.access.Proof;
import dev.assay.access.Role;
import dev.assay.access.Route;
import dev.assay.access.guard.RouteTable;
import dev.assay.cli.terminal.Desk;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
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

  /// Everything that a page shows or does can be asked for by a program too, by whoever may ask for
  /// the page; where it cannot, the table says why.
  @Test
  void namesForEachPageWhatTheApiHasInItsPlace() throws IOException {
    for (LexiconFile.Row row : rows()) {
      String page = row.cell(0) + " " + row.cell(1);
      String counterparts = row.cell(5);
      if (row.cell(1).matches("/(?:api|v[12]|mcp|websub)(?:/.*)?")) {
        assertThat(counterparts).as(page).isEmpty();
      } else if (counterparts.startsWith("-")) {
        assertThat(counterparts).as(page).matches("- .{10,}");
      } else {
        for (String name : counterparts.split(", ")) {
          String[] words = name.split(" ", 2);
          assertThat(name).as(page).matches("[A-Z]+ /api/v1/\\S+");
          assertThat(TABLE.find(words[0], words[1])).as(page + ": " + name).isPresent();
          Role asked = Role.valueOf(row.cell(3).toUpperCase(Locale.ROOT));
          assertThat(asked.covers(TABLE.find(words[0], words[1]).orElseThrow().role()))
              .as(page + " is for more people than " + name)
              .isTrue();
        }
      }
    }
  }

  private static List<LexiconFile.Row> rows() throws IOException {
    try (InputStream in = RouteTable.class.getResourceAsStream("/access/routes.tsv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return LexiconFile.parse("routes.tsv", text).rows();
    }
  }

  /// What a stranger may ask for is named here too, so that it cannot grow unseen.
  @Test
  void opensLittleToStrangers() {
    assertThat(TABLE.routes())
        .filteredOn(route -> route.scope().isOpen() || route.role() == Role.ANYONE)
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
