package dev.assay.search;

import dev.assay.index.IndexQuery;
import dev.assay.search.SearchPage.AlsoSearched;
import dev.assay.search.SearchPage.Remark;
import java.util.List;

/// What a query comes to.
///
/// @param freeWords those of the query that stand in no field, phrase or operator
/// @param remarks what of the query could not be taken as it was meant
/// @param strict whether phrases had to stand as they are
/// @param plain whether the query is words alone
/// @param translated whether the dictionary gave words that are looked for as well
record QueryPlan(
    IndexQuery query,
    String freeWords,
    Highlights highlights,
    List<AlsoSearched> alsoSearched,
    List<Remark> remarks,
    boolean strict,
    boolean plain,
    boolean translated) {

  QueryPlan {
    alsoSearched = List.copyOf(alsoSearched);
    remarks = List.copyOf(remarks);
  }

  /// This, content with any term.
  QueryPlan ofAnyTerm() {
    return new QueryPlan(query, "", highlights, alsoSearched, remarks, strict, plain, translated);
  }
}
