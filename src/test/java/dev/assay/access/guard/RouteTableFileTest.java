package dev.assay.access.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.access.Proof;
import dev.assay.access.Role;
import dev.assay.access.Route;
import dev.assay.access.TokenScope;
import org.junit.jupiter.api.Test;

final class RouteTableFileTest {

  @Test
  void readsWhatARouteAsks() {
    RouteTable table = RouteTable.parse("# words\nPOST\t/names/{name}\twrite\teditor\torigin\n");

    assertThat(table.find("POST", "/names/{name}"))
        .contains(new Route("POST", "/names/{name}", TokenScope.WRITE, Role.EDITOR, Proof.ORIGIN));
    assertThat(table.find("GET", "/names/{name}")).isEmpty();
  }

  @Test
  void looksUpWhoAsksUnlessThatMethodOfThatPathDoesNotNeedIt() {
    RouteTable table =
        RouteTable.parse(
            "GET\t/styles/{name}\tunasked\tanyone\tnone\nGET\t/sign-in\topen\tanyone\tnone\n");

    assertThat(table.isUnasked("GET", "/styles/a.css")).isTrue();
    assertThat(table.isUnasked("POST", "/styles/a.css")).isFalse();
    assertThat(table.isUnasked("GET", "/styles/a/b")).isFalse();
    assertThat(table.isUnasked("GET", "/sign-in")).isFalse();
  }

  @Test
  void namesTheLineThatIsWrong() {
    assertThatThrownBy(() -> RouteTable.parse("\nGET\t/\tall\treader\tnone\n"))
        .hasMessageContaining("line 2: no scope is called all");
    assertThatThrownBy(
            () -> RouteTable.parse("GET\t/\tread\treader\tnone\nGET\t/\topen\treader\tnone\n"))
        .hasMessageContaining("line 2: GET / stands there twice");
  }
}
