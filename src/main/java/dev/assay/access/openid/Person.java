package dev.assay.access.openid;

import java.util.Set;

/// Whom a provider vouches for.
///
/// @param subject issuer and subject, which name a person for good; names and addresses of mail are
///   given to others one day
/// @param suggestedName by which they might be called here; may be empty
/// @param groups that the provider counts them among, by the claim that was asked for
public record Person(String subject, String suggestedName, Set<String> groups) {

  public Person {
    groups = Set.copyOf(groups);
  }
}
