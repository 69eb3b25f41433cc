package dev.assay.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Every row of every table of a store, as text: what two desks are compared by. What hangs on the
/// order or the moment in which articles came is left out.
public final class Rows {

  private static final List<String> LEFT_OUT =
      List.of(
          "sequence",
          "recorded_at",
          "fetched_at",
          "arrived_at",
          "formed_at",
          "seen_from",
          "number",
          "outcome");

  private static final Set<String> OF_THE_ORDER =
      Set.of("ledger_round", "happening", "drawer_made", "tally");

  private Rows() {}

  public static Map<String, List<String>> of(Store store) {
    return store.read(
        session -> {
          Map<String, List<String>> tables = new TreeMap<>();
          for (String table : tables(session)) {
            if (!OF_THE_ORDER.contains(table)
                && !table.startsWith("flyway")
                && !table.endsWith("_then")) {
              tables.put(
                  table,
                  session
                      .handle()
                      .createQuery("select * from " + table)
                      .map((row, _) -> line(table, row))
                      .list()
                      .stream()
                      .sorted()
                      .toList());
            }
          }
          return tables;
        });
  }

  private static List<String> tables(Session session) {
    return session
        .handle()
        .queryMetadata(data -> data.getTables(null, null, "%", new String[] {"TABLE"}))
        .map((row, _) -> row.getString("TABLE_NAME"))
        .list();
  }

  private static String line(String table, ResultSet row) throws SQLException {
    Map<String, String> values = new TreeMap<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      String column = row.getMetaData().getColumnName(i);
      if (!LEFT_OUT.contains(column) || table.equals("claim") || table.equals("evidence")) {
        Object value = row.getObject(i);
        values.put(
            column,
            value instanceof byte[] bytes
                ? HexFormat.of().formatHex(bytes)
                : String.valueOf(value));
      }
    }
    return new ArrayList<>(values.entrySet())
        .stream().map(Map.Entry::toString).collect(Collectors.joining("|"));
  }
}
