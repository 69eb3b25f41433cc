package dev.assay.api.account;

import dev.assay.access.Account;
import dev.assay.access.Accounts;
import dev.assay.access.Actor;
import dev.assay.access.Doors;
import dev.assay.access.Refusal;
import dev.assay.access.Role;
import dev.assay.access.Visitor;
import dev.assay.api.JsonBody;
import dev.assay.api.ListPage;
import dev.assay.api.Parameters;
import dev.assay.api.Routes;
import dev.assay.article.ReaderId;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/// The API's routes for who may sign in, for administrators. The first account is made on the
/// command line alone. Safe for use by many threads.
public final class UserRoutes {

  private static final String USERS = Routes.PREFIX + "/users";

  /// No account's name is longer.
  private static final int LONGEST_NAME = 64;

  /// Of a provider's issuer and subject together.
  private static final int LONGEST_SUBJECT = 1_000;

  private final Doors doors;
  private final Accounts accounts;

  public UserRoutes(Doors doors) {
    this.doors = doors;
    this.accounts = doors.accounts();
  }

  public void register(JavalinConfig config) {
    config.routes.get(USERS, this::list);
    config.routes.post(USERS, this::add);
    config.routes.get(USERS + "/{name}", context -> answer(context, name(context)));
    config.routes.post(USERS + "/{name}/role", this::setRole);
    config.routes.post(USERS + "/{name}/password", this::setPassword);
    config.routes.post(USERS + "/{name}/link", this::link);
    config.routes.post(USERS + "/{name}/disable", context -> change(context, accounts::disable));
    config.routes.post(USERS + "/{name}/enable", context -> change(context, accounts::enable));
    config.routes.post(USERS + "/{name}/remove", this::remove);
  }

  private void list(Context context) {
    Parameters asked = new Parameters(context, "limit", "page");
    List<Account> all =
        accounts.all().stream()
            .sorted(Comparator.comparing(account -> account.name().value()))
            .toList();
    Routes.answer(
        context,
        AccountShapes.Users.of(ListPage.within(all, account -> account.name().value(), asked)));
  }

  private void add(Context context) {
    Actor actor = actor(context);
    JsonNode body = JsonBody.of(context);
    String name = JsonBody.text(body, "name");
    done(accounts.add(name, role(body), JsonBody.text(body, "password"), actor), name);
    context.status(HttpStatus.CREATED);
    answer(context, new ReaderId(name));
  }

  private static Role role(JsonNode body) {
    String word = JsonBody.text(body, "role");
    return Role.ofAccount(word)
        .orElseThrow(
            () ->
                new BadRequestResponse(
                    "\"role\" must be reader, editor or admin, got %s.".formatted(word)));
  }

  private void setRole(Context context) {
    Role role = role(JsonBody.of(context));
    change(context, (name, actor) -> accounts.setRole(name, role, actor));
  }

  private void setPassword(Context context) {
    String password = JsonBody.text(JsonBody.of(context), "password");
    change(context, (name, actor) -> accounts.setPassword(name, password, actor));
  }

  private void link(Context context) {
    String subject = JsonBody.text(JsonBody.of(context), "subject").strip();
    if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
      throw new BadRequestResponse(
          "\"subject\" must be the provider's issuer and the person's subject there, with a blank between.");
    }
    change(context, (name, actor) -> accounts.setSubject(name, subject, actor));
  }

  private void change(Context context, BiFunction<ReaderId, Actor, Accounts.Change> change) {
    ReaderId name = name(context);
    done(change.apply(name, actor(context)), name.value());
    answer(context, name);
  }

  private void remove(Context context) {
    ReaderId name = name(context);
    Actor actor = actor(context);
    if (name.equals(Visitor.of(context).reader())) {
      throw new BadRequestResponse(
          "Your own account is removed by another administrator, or by assay user remove.");
    }
    done(accounts.remove(name, actor), name.value());
    Routes.answer(context, new AccountShapes.Ended(name.value()));
  }

  private static ReaderId name(Context context) {
    return Optional.of(context.pathParam("name"))
        .filter(name -> !name.isBlank() && name.length() <= LONGEST_NAME)
        .map(ReaderId::new)
        .orElseThrow(() -> unknown(context.pathParam("name")));
  }

  /// Who changes something, at a desk that has accounts.
  private Actor actor(Context context) {
    if (Visitor.of(context).way() == Visitor.Way.HERE) {
      throw new BadRequestResponse(Refusal.NO_ACCOUNTS);
    }
    return Actor.of(context, doors.settings());
  }

  private void answer(Context context, ReaderId name) {
    Routes.answer(
        context,
        accounts.find(name).map(AccountShapes.User::of).orElseThrow(() -> unknown(name.value())));
  }

  private static NotFoundResponse unknown(String name) {
    return new NotFoundResponse("Nobody has an account called %s.".formatted(name));
  }

  /// Goes on if something was changed.
  static void done(Accounts.Change change, String name) {
    switch (change) {
      case DONE -> {}
      case TAKEN -> throw new ConflictResponse("There is an account called %s.".formatted(name));
      case UNKNOWN -> throw unknown(name);
      case NO_NAME ->
          throw new BadRequestResponse(
              "\"name\" must begin with a letter or digit, then have these and . _ @ -, 64 at most, got %s."
                  .formatted(name));
      case WEAK_PASSWORD -> throw new BadRequestResponse("A password has 12 to 1,000 characters.");
      case LAST_ADMIN ->
          throw new ConflictResponse(
              "%s is the last administrator; nobody could look after the desk.".formatted(name));
    }
  }
}
