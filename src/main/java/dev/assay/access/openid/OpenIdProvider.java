package dev.assay.access.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One provider. Its own description is asked for when it is first needed, and anew after a day.
/// Safe for use by many threads.
public final class OpenIdProvider {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 10_000;
  private static final int MOST_BYTES = 1 << 20;
  private static final Duration KNOWN_FOR = Duration.ofDays(1);

  /// Only those in which the provider alone can sign: none, and no secret that we hold too.
  private static final Set<JWSAlgorithm> SIGNED =
      Stream.concat(JWSAlgorithm.Family.RSA.stream(), JWSAlgorithm.Family.EC.stream())
          .collect(Collectors.toUnmodifiableSet());

  private final ProviderSettings settings;
  private final InstantSource clock;
  private volatile @Nullable Known known;

  /// What the provider says of itself, and its keys.
  private record Known(
      OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant since) {}

  public OpenIdProvider(ProviderSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// What people call it.
  public String label() {
    return settings.label();
  }

  /// As it names itself.
  public URI issuer() {
    return settings.issuer();
  }

  /// Sends a browser there.
  public Departure depart() {
    State state = new State();
    Nonce nonce = new Nonce();
    CodeVerifier verifier = new CodeVerifier();
    try {
      AuthenticationRequest request =
          new AuthenticationRequest.Builder(ResponseType.CODE, scope(), client(), settings.back())
              .endpointURI(known().metadata().getAuthorizationEndpointURI())
              .state(state)
              .nonce(nonce)
              .codeChallenge(verifier, CodeChallengeMethod.S256)
              .build();
      return new Departure.To(
          request.toURI(), new Remembered(state.getValue(), nonce.getValue(), verifier.getValue()));
    } catch (IOException e) {
      return new Departure.Unreachable(reason(e));
    }
  }

  /// Reads what the browser came back with.
  ///
  /// @param asked the whole address that it asked us for
  /// @param remembered of the departure
  public Arrival arrive(URI asked, Remembered remembered) {
    try {
      AuthenticationResponse response = AuthenticationResponseParser.parse(asked);
      if (response.getState() == null
          || !remembered.state().equals(response.getState().getValue())) {
        return new Arrival.Unsound("the state is another");
      }
      Known provider = known();
      if (response.getIssuer() != null && !issuerId().equals(response.getIssuer())) {
        return new Arrival.Unsound("the answer names another issuer"); // RFC 9207
      }
      if (response.getIssuer() == null
          && provider.metadata().supportsAuthorizationResponseIssuerParam()) {
        return new Arrival.Unsound("the answer does not name its issuer");
      }
      if (!response.indicatesSuccess()) {
        return new Arrival.Denied(String.valueOf(response.toErrorResponse().getErrorObject()));
      }
      AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
      return code == null
          ? new Arrival.Unsound("the answer holds no code")
          : exchange(provider, code, remembered);
    } catch (ParseException e) {
      return new Arrival.Unsound(reason(e));
    } catch (IOException e) {
      return new Arrival.Unreachable(reason(e));
    }
  }

  private Arrival exchange(Known provider, AuthorizationCode code, Remembered remembered)
      throws IOException {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(code, settings.back(), new CodeVerifier(remembered.verifier()));
    try {
      HTTPRequest request = bounded(tokenRequest(provider, grant).toHTTPRequest());
      TokenResponse response = OIDCTokenResponseParser.parse(request.send());
      if (!response.indicatesSuccess()) {
        return new Arrival.Denied(String.valueOf(response.toErrorResponse().getErrorObject()));
      }
      JWT idToken = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens().getIDToken();
      if (idToken == null) {
        return new Arrival.Unsound("there is no ID token");
      }
      IDTokenClaimsSet claims =
          validator(provider).validate(idToken, new Nonce(remembered.nonce()));
      return new Arrival.Known(person(claims.toJWTClaimsSet()));
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return new Arrival.Unsound(reason(e));
    }
  }

  private TokenRequest tokenRequest(Known provider, AuthorizationCodeGrant grant) {
    URI endpoint = provider.metadata().getTokenEndpointURI();
    return settings.secret().isEmpty()
        ? new TokenRequest.Builder(endpoint, client(), grant).build()
        : new TokenRequest.Builder(
                endpoint, new ClientSecretBasic(client(), new Secret(settings.secret())), grant)
            .build();
  }

  private IDTokenValidator validator(Known provider) {
    return new IDTokenValidator(
        issuerId(), client(), new JWSVerificationKeySelector<>(SIGNED, provider.keys()), null);
  }

  /// Reads an access token that the provider made for this desk (RFC 9068).
  ///
  /// @return whose it is and the words of its scope; empty if it does not hold, or was made for
  ///   another
  public Optional<Bearer> bearer(String token) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    try {
      processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNED, known().keys()));
      processor.setJWSTypeVerifier(
          new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
      processor.setJWTClaimsSetVerifier(
          new DefaultJWTClaimsVerifier<>(
              audiences(),
              new JWTClaimsSet.Builder().issuer(issuerId().getValue()).build(),
              Set.of("sub", "exp", "scope"),
              Set.of()));
      JWTClaimsSet claims = processor.process(token, null);
      String scope = claims.getStringClaim("scope");
      return Optional.of(
          new Bearer(person(claims), scope == null ? Set.of() : Set.of(scope.split(" "))));
    } catch (BadJOSEException | JOSEException | java.text.ParseException | IOException e) {
      return Optional.empty();
    }
  }

  /// Whom a token lets in, and how far.
  ///
  /// @param scopes words, those that this desk knows among them
  public record Bearer(Person person, Set<String> scopes) {}

  /// The desk as tokens may name it (RFC 8707): as a whole, or its door for assistants.
  private Set<String> audiences() {
    String desk = settings.desk().toString().replaceFirst("/$", "");
    return Set.of(desk, desk + "/", desk + "/mcp");
  }

  /// Where a browser signs out there too, coming back to the first page.
  public Optional<URI> farewell() {
    try {
      URI endpoint = known().metadata().getEndSessionEndpointURI();
      return endpoint == null
          ? Optional.empty()
          : Optional.of(
              new LogoutRequest(
                      endpoint, null, null, client(), settings.desk().resolve("/"), null, null)
                  .toURI());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Person person(JWTClaimsSet claims) {
    String name =
        Stream.of("preferred_username", "nickname", "email")
            .map(claims::getClaim)
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .findFirst()
            .orElse("");
    return new Person(settings.issuer() + " " + claims.getSubject(), name, groups(claims));
  }

  private Set<String> groups(JWTClaimsSet claims) {
    return claims.getClaim(settings.groupsClaim()) instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.toSet())
        : Set.of();
  }

  private ClientID client() {
    return new ClientID(settings.client());
  }

  private Issuer issuerId() {
    return new Issuer(settings.issuer());
  }

  private Scope scope() {
    Scope scope = new Scope("openid");
    settings.scopes().stream().sorted().forEach(scope::add);
    return scope;
  }

  private Known known() throws IOException {
    Known current = known;
    if (current == null || current.since().plus(KNOWN_FOR).isBefore(clock.instant())) {
      current = ask();
      known = current;
    }
    return current;
  }

  private Known ask() throws IOException {
    try {
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(issuerId(), OpenIdProvider::bounded);
      if (metadata.getJWKSetURI() == null || metadata.getTokenEndpointURI() == null) {
        throw new IOException("its description names no keys or no token endpoint");
      }
      JWKSource<SecurityContext> keys =
          JWKSourceBuilder.create(
                  metadata.getJWKSetURI().toURL(),
                  new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES))
              .retrying(true)
              .build();
      return new Known(metadata, keys, clock.instant());
    } catch (com.nimbusds.oauth2.sdk.GeneralException | IllegalArgumentException e) {
      throw new IOException("its description cannot be read: " + reason(e), e);
    }
  }

  private static HTTPRequest bounded(HTTPRequest request) {
    request.setConnectTimeout(CONNECT_MILLIS);
    request.setReadTimeout(READ_MILLIS);
    request.setFollowRedirects(false);
    return request;
  }

  /// In one line.
  private static String reason(Exception e) {
    return Arrays.stream(String.valueOf(e.getMessage()).split("\\R"))
        .findFirst()
        .orElse(e.getClass().getSimpleName().toLowerCase(Locale.ROOT));
  }
}
