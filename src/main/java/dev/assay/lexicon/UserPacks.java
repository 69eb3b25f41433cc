package dev.assay.lexicon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The packs that a user put into a data folder: `packs/NAME/*.tsv`.
///
/// A pack in which a row cannot be used is left out whole, and its fault is told.
///
/// @param faults each a line for a person, with file and line
public record UserPacks(List<Pack> packs, List<String> faults) {

  public UserPacks {
    packs = List.copyOf(packs);
    faults = List.copyOf(faults);
  }

  /// Reads the packs of a data folder; none if it has no folder `packs`.
  public static UserPacks read(Path data) {
    List<Pack> packs = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (Path folder : folders(data.resolve("packs"), faults)) {
      try {
        Pack pack = Pack.read(folder);
        Names.of(
            Lexicon.shipped(),
            pack.entities(),
            List.of()); // finds spellings that cannot be looked for
        packs.add(pack);
      } catch (IllegalArgumentException | IOException e) {
        faults.add("pack %s is left out: %s".formatted(folder.getFileName(), e.getMessage()));
      }
    }
    return new UserPacks(packs, faults);
  }

  private static List<Path> folders(Path packs, List<String> faults) {
    if (!Files.isDirectory(packs)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(packs)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      faults.add("%s cannot be read: %s".formatted(packs, e.getMessage()));
      return List.of();
    }
  }

  List<ChainPlan> chains() {
    return packs.stream().flatMap(pack -> Stream.ofNullable(pack.chain())).toList();
  }

  /// Chains of things that nobody knows, which cannot be asked for; each a line for a person.
  ///
  /// @param names all that are known, with these packs
  public List<String> strayChains(Names names) {
    return chains().stream()
        .filter(chain -> names.entity(chain.material()).isEmpty())
        .map(
            chain ->
                "pack %s: the chain is left out: nothing has the id %s, by which %s calls it"
                    .formatted(chain.name(), chain.material(), ChainPlan.FILE))
        .toList();
  }

  List<NamedEntity> entities() {
    return packs.stream().flatMap(pack -> pack.entities().stream()).toList();
  }
}
