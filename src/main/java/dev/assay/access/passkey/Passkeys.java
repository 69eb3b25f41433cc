package dev.assay.access.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import dev.assay.article.ReaderId;
import dev.assay.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// Passkeys of all accounts. Safe for use by many threads.
public final class Passkeys {

  /// Ed25519, ES256, RS256: what authenticators can do.
  private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
      List.of(
          COSEAlgorithmIdentifier.EdDSA,
          COSEAlgorithmIdentifier.ES256,
          COSEAlgorithmIdentifier.RS256);

  private static final int TIMEOUT_MILLIS = 120_000;

  private final Store store;
  private final InstantSource clock;
  private final WebAuthnManager manager;
  private final AttestedCredentialDataConverter credentials;

  public Passkeys(Store store, InstantSource clock) {
    ObjectConverter converter = new ObjectConverter();
    this.store = store;
    this.clock = clock;
    this.manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    this.credentials = new AttestedCredentialDataConverter(converter);
  }

  /// Those of an account, the newest first.
  public List<Passkey> of(ReaderId account) {
    return store.readOnce(session -> new PasskeyTable(session).of(account));
  }

  public boolean remove(ReaderId account, String id) {
    return store.write(session -> new PasskeyTable(session).remove(account, id));
  }

  /// What a browser is to ask of an authenticator to make a passkey
  /// (`PublicKeyCredentialCreationOptionsJSON`).
  public Map<String, Object> creation(ReaderId account, Site site, byte[] challenge) {
    List<Map<String, String>> known =
        of(account).stream().map(key -> Map.of("type", "public-key", "id", key.id())).toList();
    return Map.of(
        "challenge", text(challenge),
        "rp", Map.of("id", site.domain(), "name", "Assay"),
        "user",
            Map.of(
                "id", text(handle(account)),
                "name", account.value(),
                "displayName", account.value()),
        "pubKeyCredParams",
            ALGORITHMS.stream()
                .map(algorithm -> Map.of("type", "public-key", "alg", algorithm.getValue()))
                .toList(),
        "excludeCredentials", known,
        "authenticatorSelection",
            Map.of("residentKey", "required", "userVerification", "preferred"),
        "attestation", "none",
        "timeout", TIMEOUT_MILLIS);
  }

  /// What it is to ask to sign somebody in, whoever they are
  /// (`PublicKeyCredentialRequestOptionsJSON`).
  public Map<String, Object> request(Site site, byte[] challenge) {
    return Map.of(
        "challenge", text(challenge),
        "rpId", site.domain(),
        "allowCredentials", List.of(),
        "userVerification", "preferred",
        "timeout", TIMEOUT_MILLIS);
  }

  /// Keeps a passkey that was made for an account.
  ///
  /// @param response as the browser gives it (`RegistrationResponseJSON`)
  /// @return false if the answer does not hold
  public boolean add(ReaderId account, String label, String response, Site site, byte[] challenge) {
    try {
      RegistrationData data =
          manager.verifyRegistrationResponseJSON(
              response,
              new RegistrationParameters(
                  server(site, challenge),
                  ALGORITHMS.stream()
                      .map(
                          algorithm ->
                              new PublicKeyCredentialParameters(
                                  PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                      .toList(),
                  false));
      var authenticator =
          Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
      AttestedCredentialData credential =
          Objects.requireNonNull(authenticator.getAttestedCredentialData());
      Passkey passkey =
          new Passkey(text(credential.getCredentialId()), account, label, clock.instant(), null);
      PasskeyTable.Row row =
          new PasskeyTable.Row(
              passkey, text(credentials.convert(credential)), authenticator.getSignCount());
      return store.write(session -> new PasskeyTable(session).add(row));
    } catch (DataConversionException | VerificationException e) {
      return false;
    }
  }

  /// Whom an answer signs in; nobody if it does not hold.
  ///
  /// @param response as the browser gives it (`AuthenticationResponseJSON`)
  public Optional<ReaderId> verify(String response, Site site, byte[] challenge) {
    try {
      AuthenticationData data = manager.parseAuthenticationResponseJSON(response);
      String id = JsonMapper.shared().readTree(response).path("rawId").asString("");
      Optional<PasskeyTable.Row> row =
          store.readOnce(session -> new PasskeyTable(session).find(id));
      if (row.isEmpty()) {
        return Optional.empty();
      }
      manager.verify(
          data,
          new AuthenticationParameters(server(site, challenge), record(row.get()), null, false));
      long signCount = Objects.requireNonNull(data.getAuthenticatorData()).getSignCount();
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      store.change(
          session -> new PasskeyTable(session).used(row.get().passkey().id(), signCount, today));
      return Optional.of(row.get().passkey().account());
    } catch (DataConversionException | VerificationException e) {
      return Optional.empty();
    }
  }

  private CredentialRecordImpl record(PasskeyTable.Row row) {
    return new CredentialRecordImpl(
        null,
        null,
        null,
        null,
        row.signCount(),
        credentials.convert(Base64.getUrlDecoder().decode(row.credential())),
        null,
        null,
        null,
        Set.of());
  }

  private static ServerProperty server(Site site, byte[] challenge) {
    return ServerProperty.builder()
        .origin(new Origin(site.origin().toString()))
        .rpId(site.domain())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  /// What an authenticator knows an account by: not its name, which it would show to others.
  private static byte[] handle(ReaderId account) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(account.value().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
