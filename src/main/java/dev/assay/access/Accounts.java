package dev.assay.access;

import dev.assay.article.ReaderId;
import dev.assay.store.Session;
import dev.assay.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The people of a desk, as whoever runs it makes and ends them. A desk without any is open to
/// whoever sits at its machine. Safe for use by many threads.
public final class Accounts {

  private final Store store;
  private final InstantSource clock;
  private final Passwords passwords = new Passwords();
  private final Audit audit;

  Accounts(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.audit = new Audit(store, clock);
  }

  /// What became of a change to an account.
  public enum Change {
    DONE,
    /// There is an account of this name.
    TAKEN,
    /// There is none.
    UNKNOWN,
    /// An account cannot be called so.
    NO_NAME,
    /// It is shorter than 12 characters, or longer than 1,000.
    WEAK_PASSWORD,
    /// Nobody could look after the desk any more.
    LAST_ADMIN
  }

  /// Whether there is any account.
  public boolean exist() {
    return store.readOnce(session -> new AccountTable(session).any());
  }

  /// All of them, the first made first.
  public List<Account> all() {
    return store.readOnce(session -> new AccountTable(session).all());
  }

  public Optional<Account> find(ReaderId name) {
    return store
        .readOnce(session -> new AccountTable(session).find(name))
        .map(AccountTable.Row::account);
  }

  /// Whose account a person of an OpenID provider has.
  Optional<Account> ofSubject(String subject) {
    return store
        .readOnce(session -> new AccountTable(session).findBySubject(subject))
        .map(AccountTable.Row::account);
  }

  public Audit audit() {
    return audit;
  }

  /// Makes an account.
  ///
  /// @param by who makes it, for the audit
  public Change add(String name, Role role, String password, Actor by) {
    if (!Account.isName(name)) {
      return Change.NO_NAME;
    }
    if (!Passwords.isLongEnough(password)) {
      return Change.WEAK_PASSWORD;
    }
    Account account = new Account(new ReaderId(name), role, true, clock.instant());
    String hash = passwords.hash(password);
    boolean added = store.write(session -> new AccountTable(session).add(account, hash));
    return said(added ? Change.DONE : Change.TAKEN, by, "user add", name + " " + role.word());
  }

  /// Makes an account for a person of an OpenID provider, without a password.
  ///
  /// @return false if the name is taken
  boolean addProvided(String name, Role role, String subject) {
    Account account = new Account(new ReaderId(name), role, true, clock.instant());
    boolean added =
        store.write(
            session -> {
              AccountTable table = new AccountTable(session);
              return table.add(account, null) && table.setSubject(account.name(), subject);
            });
    if (added) {
      audit.add(Actor.PROVIDER, "user add", name);
    }
    return added;
  }

  /// Gives an account another password, and ends its sessions.
  public Change setPassword(ReaderId name, String password, Actor by) {
    if (!Passwords.isLongEnough(password)) {
      return Change.WEAK_PASSWORD;
    }
    String hash = passwords.hash(password);
    boolean known =
        store.write(
            session -> {
              new SessionTable(session).endAll(name);
              return new AccountTable(session).setPassword(name, hash);
            });
    return said(known ? Change.DONE : Change.UNKNOWN, by, "user password", name.value());
  }

  public Change setRole(ReaderId name, Role role, Actor by) {
    return unlessLast(
        name,
        _ -> role != Role.ADMIN,
        session -> new AccountTable(session).setRole(name, role),
        by,
        "user role",
        name + " " + role.word());
  }

  /// Says which person of an OpenID provider has the account.
  public Change setSubject(ReaderId name, String subject, Actor by) {
    boolean known = store.write(session -> new AccountTable(session).setSubject(name, subject));
    return said(known ? Change.DONE : Change.UNKNOWN, by, "user subject", name + " " + subject);
  }

  /// Lets an account in no more; its sessions end, its tokens rest.
  public Change disable(ReaderId name, Actor by) {
    return unlessLast(
        name,
        _ -> true,
        session -> {
          new SessionTable(session).endAll(name);
          return new AccountTable(session).setDisabled(name, clock.instant());
        },
        by,
        "user disable",
        name.value());
  }

  public Change enable(ReaderId name, Actor by) {
    boolean known = store.write(session -> new AccountTable(session).setDisabled(name, null));
    return said(known ? Change.DONE : Change.UNKNOWN, by, "user enable", name.value());
  }

  /// Ends an account with its sessions and tokens. The last of all may go too: the desk is then
  /// without accounts, from the next start of its server on.
  public Change remove(ReaderId name, Actor by) {
    return unlessLast(
        name,
        accounts -> accounts.all().size() > 1,
        session -> new AccountTable(session).remove(name),
        by,
        "user remove",
        name.value());
  }

  /// Changes an account, unless nobody could look after the desk any more. Looked at and changed in
  /// one transaction: two administrators may do it to each other at once.
  ///
  /// @param takesAway whether the change leaves one administrator fewer behind who is needed
  private Change unlessLast(
      ReaderId name,
      Predicate<AccountTable> takesAway,
      Predicate<Session> change,
      Actor by,
      String what,
      String target) {
    Change done =
        store.write(
            session -> {
              AccountTable accounts = new AccountTable(session);
              if (takesAway.test(accounts) && isLastAdmin(accounts, name)) {
                return Change.LAST_ADMIN;
              }
              return change.test(session) ? Change.DONE : Change.UNKNOWN;
            });
    return said(done, by, what, target);
  }

  private static boolean isLastAdmin(AccountTable accounts, ReaderId name) {
    List<ReaderId> admins =
        accounts.all().stream()
            .filter(account -> account.enabled() && account.role() == Role.ADMIN)
            .map(Account::name)
            .toList();
    return admins.equals(List.of(name));
  }

  private Change said(Change change, Actor by, String what, String target) {
    if (change == Change.DONE) {
      audit.add(by, what, target);
    }
    return change;
  }

  /// The account whose password this is; empty whatever is wrong.
  Optional<Account> check(String name, String password) {
    Optional<AccountTable.Row> row =
        Account.isName(name)
            ? store.readOnce(session -> new AccountTable(session).find(new ReaderId(name)))
            : Optional.empty();
    String cut = password.length() > Passwords.MOST_LETTERS ? "" : password;
    String hash = row.map(AccountTable.Row::password).orElse(null);
    boolean fits = passwords.fits(cut, hash);
    if (fits && hash != null && Passwords.isOutdated(hash)) {
      String renewed = passwords.hash(cut);
      store.write(session -> new AccountTable(session).setPassword(new ReaderId(name), renewed));
    }
    return row.map(AccountTable.Row::account).filter(account -> fits && account.enabled());
  }
}
