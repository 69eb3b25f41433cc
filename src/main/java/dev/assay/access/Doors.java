package dev.assay.access;

import dev.assay.access.openid.OpenIdProvider;
import dev.assay.access.openid.ProviderSettings;
import dev.assay.access.passkey.Passkeys;
import dev.assay.store.Store;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All ways into one data folder. Safe for use by many threads.
public final class Doors {

  private final Store store;
  private final InstantSource clock;
  private final AccessSettings settings;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Tokens tokens;
  private final Optional<ProviderSignIn> provider;
  private @Nullable PasskeySignIn passkeys;

  private Doors(Store store, InstantSource clock, AccessSettings settings) {
    this.store = store;
    this.clock = clock;
    this.settings = settings;
    this.accounts = new Accounts(store, clock);
    this.sessions = new Sessions(store, accounts, clock);
    this.tokens = new Tokens(store, accounts.audit(), clock);
    this.provider = settings.openId().map(openId -> signIn(new OpenIdProvider(openId, clock)));
  }

  public static Doors of(Store store, InstantSource clock, Map<String, String> environment) {
    return new Doors(store, clock, AccessSettings.read(store.folder(), environment));
  }

  private ProviderSignIn signIn(OpenIdProvider openId) {
    return new ProviderSignIn(
        openId,
        settings.provided(),
        accounts,
        sessions,
        new Seal(DeskKeys.of(store).forPurpose("way")),
        clock);
  }

  /// Who there is.
  public Accounts accounts() {
    return accounts;
  }

  /// Of browsers.
  public Sessions sessions() {
    return sessions;
  }

  /// Of programs.
  public Tokens tokens() {
    return tokens;
  }

  /// By whose word people may sign in too.
  public Optional<ProviderSignIn> provider() {
    return provider;
  }

  /// By what people's own devices hold. Made when it is first asked for: few commands do.
  public synchronized PasskeySignIn passkeys() {
    if (passkeys == null) {
      passkeys =
          new PasskeySignIn(
              new Passkeys(store, clock),
              accounts,
              sessions,
              new Seal(DeskKeys.of(store).forPurpose("challenge")),
              clock);
    }
    return passkeys;
  }

  /// What is believed of others.
  public AccessSettings settings() {
    return settings;
  }

  /// What a refusal tells a program of how to come in (RFC 6750, RFC 9728).
  ///
  /// @param assistants whether it asked at the door for assistants
  public Optional<String> challenge(Refusal refusal, boolean assistants) {
    Optional<ProviderSettings> openId = settings.openId().filter(_ -> assistants);
    return switch (refusal) {
      case SIGN_IN ->
          Optional.of(
              openId
                  .map(
                      there ->
                          "Bearer resource_metadata=\"%s\", scope=\"mcp\""
                              .formatted(
                                  there
                                      .desk()
                                      .resolve("/.well-known/oauth-protected-resource/mcp")))
                  .orElse("Bearer"));
      case OTHER_SCOPE -> openId.map(_ -> "Bearer error=\"insufficient_scope\", scope=\"mcp\"");
      case UNKNOWN_NAME, FOREIGN_SITE, NO_FORM_TOKEN, NOT_ALLOWED, TOO_FAST -> Optional.empty();
    };
  }

  public InstantSource clock() {
    return clock;
  }

  FormTokens formTokens() {
    return new FormTokens(DeskKeys.of(store).forPurpose("forms"));
  }
}
