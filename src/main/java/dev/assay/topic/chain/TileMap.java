package dev.assay.topic.chain;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.topic.chain.SupplyChain.Country;
import dev.assay.topic.chain.SupplyChain.Share;
import dev.assay.topic.chain.SupplyChain.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The world at a stage of a chain, a tile for each country about where it lies
/// (`lexicon/chains/map.tsv`).
///
/// @param columns how many tiles it is wide
/// @param rows how many it is high
/// @param tiles from north to south, from west to east
public record TileMap(Stage stage, int columns, int rows, List<Tile> tiles) {

  private static final String COUNTRY = "country:";

  /// Shades of a share: up to a twentieth, a fifth, a half, more.
  private static final int[] SHADES = {5, 20, 50};

  public TileMap {
    tiles = List.copyOf(tiles);
  }

  /// A country.
  ///
  /// @param code ISO 3166, two letters
  /// @param country with its figure; null if no source gives it one
  /// @param shade 1 to 4 by the middle of its share; 0 without one
  public record Tile(String code, int column, int row, @Nullable Country country, int shade) {}

  /// The maps of those stages that have figures.
  static List<TileMap> of(Lexicon lexicon, List<Stage> stages, List<Country> countries) {
    List<LexiconFile.Row> grid = lexicon.table("chains/map.tsv").rows();
    return stages.stream()
        .filter(stage -> countries.stream().anyMatch(one -> one.at(stage.id()).isPresent()))
        .map(stage -> of(grid, stage, countries))
        .toList();
  }

  private static TileMap of(List<LexiconFile.Row> grid, Stage stage, List<Country> countries) {
    List<Tile> tiles = new ArrayList<>();
    for (int row = 0; row < grid.size(); row++) {
      List<String> cells = grid.get(row).cells();
      for (int column = 0; column < cells.size(); column++) {
        if (!cells.get(column).equals(".")) {
          tiles.add(tile(cells.get(column), column, row, stage, countries));
        }
      }
    }
    return new TileMap(stage, grid.getFirst().cells().size(), grid.size(), tiles);
  }

  private static Tile tile(String code, int column, int row, Stage stage, List<Country> countries) {
    Optional<Country> country =
        countries.stream()
            .filter(one -> one.id().equals(COUNTRY + code) && one.at(stage.id()).isPresent())
            .findFirst();
    int shade = country.flatMap(one -> one.at(stage.id())).map(TileMap::shade).orElse(0);
    return new Tile(code, column, row, country.orElse(null), shade);
  }

  private static int shade(Share share) {
    double middle = share.percent().low().add(share.percent().high()).doubleValue() / 2;
    int shade = 1;
    for (int end : SHADES) {
      shade += middle > end ? 1 : 0;
    }
    return shade;
  }
}
