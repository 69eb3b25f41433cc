package dev.assay.cli.upkeep;

import dev.assay.access.Account;
import dev.assay.access.Accounts;
import dev.assay.access.Actor;
import dev.assay.access.Doors;
import dev.assay.access.Role;
import dev.assay.access.TokenScope;
import dev.assay.access.Tokens;
import dev.assay.article.ReaderId;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay user`: who may sign in to the desk.
@Command(
    name = "user",
    description = {
      "Say who may sign in. Works beside a running server, and counts at once.",
      "assay user                              who there is",
      "assay user add NAME --role ROLE         make an account; asks for a password",
      "assay user password NAME                give it another password, and end its sessions",
      "assay user role NAME --role ROLE        reader, editor or admin",
      "assay user disable|enable NAME          let it in no more, or again",
      "assay user link NAME SUBJECT            whom of an OpenID provider it belongs to",
      "assay user remove NAME                  end it, with its sessions and tokens",
      "assay user token NAME --scope SCOPE     make a token for a program; it is printed once"
    })
public final class UserCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;
  private final InstantSource clock;
  private final InputStream in;

  @Mixin private Common common = new Common();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ACTION",
      description = "list, add, password, role, disable, enable, link, remove or token.")
  private String action = "list";

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The account.")
  private String name = "";

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "SUBJECT",
      description =
          "With link: the provider's issuer and the person's subject there, with a blank between, as the log says them.")
  private String subject = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description =
          "reader (default), editor (changes what all readers share) or admin (users, settings).")
  private String role = "reader";

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      split = ",",
      description =
          "With token: read, write, reader-api, mcp, webhook, admin; several with commas between.")
  private List<String> scopes = List.of();

  @Option(names = "--label", paramLabel = "TEXT", description = "With token: what it is for.")
  private String label = Actor.CONSOLE.who();

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "With token: after how many days it ends (default: never).")
  private @Nullable Integer days;

  public UserCommand(Desk.Opener opener, Output output, InstantSource clock, InputStream in) {
    this.opener = opener;
    this.output = output;
    this.clock = clock;
    this.in = in;
  }

  @Override
  public Integer call() {
    return opener.doors(
        common.data(), doors -> action.equals("list") ? list(doors.accounts()) : change(doors));
  }

  /// What `--json` prints.
  private record Users(List<User> users) {}

  private record User(String name, String role, boolean enabled) {
    static User of(Account account) {
      return new User(account.name().value(), account.role().word(), account.enabled());
    }
  }

  private int list(Accounts accounts) {
    List<User> users = accounts.all().stream().map(User::of).toList();
    if (common.json()) {
      output.json(new Users(users));
    } else if (users.isEmpty()) {
      output.line(output.words().say("user.none"));
    } else {
      users.forEach(this::print);
    }
    return ExitCode.DONE;
  }

  private void print(User user) {
    String off = user.enabled() ? "" : "  " + output.words().say("user.disabled");
    output.line("%-8s %s%s".formatted(user.role(), user.name(), off));
  }

  private int change(Doors doors) {
    Role wanted = role();
    if (name.isBlank() || name.length() > 64 || wanted == null) {
      return howTo();
    }
    ReaderId id = new ReaderId(name);
    Accounts accounts = doors.accounts();
    return switch (action) {
      case "add" -> say(accounts.add(name, wanted, password(), Actor.CONSOLE));
      case "password" -> say(accounts.setPassword(id, password(), Actor.CONSOLE));
      case "role" -> say(accounts.setRole(id, wanted, Actor.CONSOLE));
      case "disable" -> say(accounts.disable(id, Actor.CONSOLE));
      case "enable" -> say(accounts.enable(id, Actor.CONSOLE));
      case "link" ->
          subject.isBlank() ? howTo() : say(accounts.setSubject(id, subject, Actor.CONSOLE));
      case "remove" -> say(accounts.remove(id, Actor.CONSOLE));
      case "token" -> token(doors, id);
      default -> howTo();
    };
  }

  private @Nullable Role role() {
    return Role.ofAccount(role).orElse(null);
  }

  private int token(Doors doors, ReaderId id) {
    Set<String> known =
        Arrays.stream(TokenScope.values())
            .filter(TokenScope::isForPrograms)
            .map(TokenScope::word)
            .collect(Collectors.toSet());
    if (scopes.isEmpty() || !known.containsAll(new HashSet<>(scopes))) {
      return howTo();
    }
    if (doors.accounts().find(id).isEmpty()) {
      return say(Accounts.Change.UNKNOWN);
    }
    Instant end = days == null ? null : clock.instant().plus(Duration.ofDays(days));
    Set<TokenScope> opened = scopes.stream().map(TokenScope::parse).collect(Collectors.toSet());
    Optional<String> token = doors.tokens().make(id, label, opened, end, Actor.CONSOLE);
    if (token.isEmpty()) {
      output.error().println(output.words().say("user.full", Tokens.MOST));
      return ExitCode.USAGE;
    }
    output.line(token.get());
    output.error().println(output.words().say("user.token"));
    return ExitCode.DONE;
  }

  /// Typed unseen at a terminal, else the first line that comes in.
  @SuppressWarnings("SystemConsoleNull") // as of JDK 25 there is none again where nobody types
  private String password() {
    Console console = System.console();
    if (console != null && console.isTerminal()) {
      char[] typed = console.readPassword("%s ", output.words().say("user.ask"));
      return typed == null ? "" : new String(typed);
    }
    try {
      String line =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int say(Accounts.Change change) {
    String key = change.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String words = output.words().say("user.change." + key, name);
    if (change == Accounts.Change.DONE) {
      output.line(words);
      return ExitCode.DONE;
    }
    output.error().println(words);
    return change == Accounts.Change.UNKNOWN ? ExitCode.NOT_FOUND : ExitCode.FAILED;
  }

  private int howTo() {
    output.error().println(output.words().say("user.how"));
    return ExitCode.USAGE;
  }
}
