package dev.assay.access;

import dev.assay.store.Store;
import java.time.InstantSource;

/// All ways into one data folder.
///
/// @param accounts who there is
/// @param sessions of browsers
/// @param tokens of programs
/// @param settings what is believed of a proxy
public record Doors(Accounts accounts, Sessions sessions, Tokens tokens, AccessSettings settings) {

  public static Doors of(Store store, InstantSource clock) {
    Accounts accounts = new Accounts(store, clock);
    return new Doors(
        accounts,
        new Sessions(store, accounts, clock),
        new Tokens(store, accounts.audit(), clock),
        AccessSettings.read(store.folder()));
  }
}
