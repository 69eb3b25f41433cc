package dev.assay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.article.ReaderId;
import dev.assay.store.Store;
import dev.assay.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionsTest {

  private static final String PASSWORD = "碧海青天夜夜心，人间别久不成悲";
  private static final Sessions.Place HERE = new Sessions.Place("192.0.2.1", "a browser");

  @TempDir Path folder;

  private Instant now = Instant.parse("2025-11-22T07:10:00Z");
  private Store store;
  private Doors doors;

  @BeforeEach
  void open() {
    store = Stores.openToWrite(folder);
    doors = Doors.of(store, () -> now, Map.of());
    doors.accounts().add("wei", Role.EDITOR, PASSWORD, Actor.CONSOLE);
    doors.accounts().add("张伟", Role.ADMIN, PASSWORD, Actor.CONSOLE);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private String enter(String name) {
    return ((SignIn.Entered) doors.sessions().signIn(name, PASSWORD, HERE)).secret();
  }

  @Test
  void letsNobodyInByTenThousandGuesses() {
    int entered = 0;
    int tried = 0;
    for (int guess = 0; guess < 10_000; guess++) {
      Sessions.Place from = new Sessions.Place("192.0.2." + guess % 200, "a browser");
      SignIn result = doors.sessions().signIn("wei", "guess number " + guess, from);
      entered += result instanceof SignIn.Entered ? 1 : 0;
      tried += result instanceof SignIn.Refused ? 1 : 0;
      now = now.plusMillis(500);
    }
    assertThat(entered).isZero();
    assertThat(tried).isLessThan(20); // of an hour and 23 minutes
    assertThat(doors.sessions().signIn("wei", PASSWORD, HERE)).isInstanceOf(SignIn.Wait.class);
    assertThat(enter("张伟")).hasSize(43);

    now = now.plus(Duration.ofHours(1));
    assertThat(enter("wei")).hasSize(43);
  }

  @Test
  void slowsDownAnAddressThatTriesManyNames() {
    for (int name = 0; name < 5; name++) {
      assertThat(doors.sessions().signIn("name" + name, PASSWORD, HERE))
          .isEqualTo(new SignIn.Refused());
    }
    assertThat(doors.sessions().signIn("wei", PASSWORD, HERE))
        .isEqualTo(new SignIn.Wait(Duration.ofMinutes(1)));
    assertThat(doors.sessions().signIn("wei", PASSWORD, new Sessions.Place("192.0.2.9", "")))
        .isInstanceOf(SignIn.Entered.class);
  }

  @Test
  void staysWithAnAccountThatIsNotSwitchedOffWhenItsSessionsCannotEnd() {
    Stores.assumeAFolder(); // each database has its own words for a trigger
    String secret = enter("wei");
    store.change(
        session ->
            session
                .handle()
                .execute(
                    "create trigger held before delete on account_session"
                        + " begin select raise(abort, 'held'); end"));
    assertThatThrownBy(() -> doors.accounts().disable(new ReaderId("wei"), Actor.CONSOLE))
        .hasMessageContaining("held");
    assertThat(doors.sessions().find(secret)).isPresent();
  }

  @Test
  void endsWhenIdleWhenOldAndWhenTheAccountIsSwitchedOff() {
    String secret = enter("wei");
    for (int days = 0; days < 80; days += 20) {
      now = now.plus(Duration.ofDays(20));
      assertThat(doors.sessions().find(secret)).isPresent();
    }
    now = now.plus(Duration.ofDays(11));
    assertThat(doors.sessions().find(secret)).as("91 days old").isEmpty();

    String idle = enter("wei");
    now = now.plus(Duration.ofDays(31));
    assertThat(doors.sessions().find(idle)).isEmpty();

    String current = enter("wei");
    assertThat(doors.accounts().disable(new ReaderId("wei"), Actor.CONSOLE))
        .isEqualTo(Accounts.Change.DONE);
    assertThat(doors.sessions().find(current)).isEmpty();
    assertThat(doors.sessions().signIn("wei", PASSWORD, HERE)).isEqualTo(new SignIn.Refused());
    assertThat(doors.accounts().disable(new ReaderId("张伟"), Actor.CONSOLE))
        .isEqualTo(Accounts.Change.LAST_ADMIN);
  }

  @Test
  void keepsNothingThatLetsSomebodyIn() {
    String secret = enter("wei");
    String token =
        doors
            .tokens()
            .make(new ReaderId("wei"), "script", Set.of(TokenScope.READ), null, Actor.CONSOLE)
            .orElseThrow();
    String kept =
        store.readOnce(
            session ->
                session
                    .handle()
                    .createQuery(
                        "select string_agg(x, ' ') from (select password as x from account"
                            + " union all select hash from account_session"
                            + " union all select hash from access_token"
                            + " union all select what || target from audit)")
                    .mapTo(String.class)
                    .one());

    assertThat(kept)
        .contains("$argon2id$v=19$m=19456,t=2,p=1$")
        .doesNotContain(secret)
        .doesNotContain(token)
        .doesNotContain(PASSWORD);
  }

  @Test
  void letsATokenInUntilItEnds() {
    ReaderId wei = new ReaderId("wei");
    Instant end = now.plus(Duration.ofDays(1));
    String token =
        doors
            .tokens()
            .make(wei, "script", Set.of(TokenScope.READ, TokenScope.MCP), end, Actor.CONSOLE)
            .orElseThrow();

    assertThat(token).matches("assay_[0-9A-Za-z]{49}");
    assertThat(doors.tokens().find(token, "192.0.2.1").orElseThrow().role()).isEqualTo(Role.EDITOR);
    assertThat(doors.tokens().of(wei).getFirst().usedFrom()).isEqualTo("192.0.2.1");
    now = end;
    assertThat(doors.tokens().find(token, "192.0.2.1")).isEmpty();
  }

  @Test
  void makesNoMoreTokensThanAnAccountMayHave() {
    ReaderId wei = new ReaderId("wei");
    Instant end = now.plus(Duration.ofDays(1));
    for (int i = 1; i < Tokens.MOST; i++) {
      assertThat(doors.tokens().makeForFeed(wei, "/atom?topic=" + i, Actor.CONSOLE)).isPresent();
    }
    assertThat(doors.tokens().make(wei, "script", Set.of(TokenScope.READ), end, Actor.CONSOLE))
        .isPresent();
    assertThat(doors.tokens().makeForFeed(wei, "/atom?topic=x", Actor.CONSOLE)).isEmpty();
    assertThat(doors.tokens().make(wei, "script", Set.of(TokenScope.READ), end, Actor.CONSOLE))
        .isEmpty();
    assertThat(
            doors
                .tokens()
                .make(new ReaderId("张伟"), "script", Set.of(TokenScope.READ), end, Actor.CONSOLE))
        .isPresent();
    now = end; // the one that ended makes room
    assertThat(doors.tokens().makeForFeed(wei, "/atom?topic=x", Actor.CONSOLE)).isPresent();
  }

  @Test
  void takesNamesAndPasswordsThatPeopleCanUse() {
    assertThat(doors.accounts().add("wei", Role.READER, PASSWORD, Actor.CONSOLE))
        .isEqualTo(Accounts.Change.TAKEN);
    assertThat(doors.accounts().add("local", Role.READER, PASSWORD, Actor.CONSOLE))
        .isEqualTo(Accounts.Change.NO_NAME);
    assertThat(doors.accounts().add("a b", Role.READER, PASSWORD, Actor.CONSOLE))
        .isEqualTo(Accounts.Change.NO_NAME);
    assertThat(doors.accounts().add("li", Role.READER, "十一个字符的密码还不够", Actor.CONSOLE))
        .isEqualTo(Accounts.Change.WEAK_PASSWORD);
    assertThat(doors.accounts().remove(new ReaderId("nobody"), Actor.CONSOLE))
        .isEqualTo(Accounts.Change.UNKNOWN);
  }

  @Test
  void believesAProxyInItsNetworksOnly() {
    Properties properties = new Properties();
    properties.setProperty("auth.proxy.header", "Remote-User");
    properties.setProperty("auth.proxy.networks", "10.0.0.0/9, fd00::/8,192.0.2.7");
    Networks proxies = AccessSettings.of(properties).proxies();

    assertThat(proxies.hold("10.127.255.255")).isTrue();
    assertThat(proxies.hold("10.128.0.0")).isFalse();
    assertThat(proxies.hold("fd12::1")).isTrue();
    assertThat(proxies.hold("192.0.2.7")).isTrue();
    assertThat(proxies.hold("192.0.2.8")).isFalse();
    assertThat(proxies.hold("::1")).isFalse();
  }
}
