package dev.assay.search;

import dev.assay.index.IndexQuery;
import dev.assay.search.SearchPage.AlsoSearched;
import dev.assay.search.SearchPage.Remark;
import java.util.List;

/// What a query comes to.
///
/// @param everyTerm what each term of the free words asks of an article, each as a query of its
///   own; empty if there are fewer than two
/// @param remarks what of the query could not be taken as it was meant
/// @param strict whether phrases had to stand as they are
/// @param plain whether the query is words alone
/// @param translated whether the dictionary gave words that are looked for as well
record QueryPlan(
    IndexQuery query,
    List<IndexQuery> everyTerm,
    Highlights highlights,
    List<AlsoSearched> alsoSearched,
    List<Remark> remarks,
    boolean strict,
    boolean plain,
    boolean translated) {

  QueryPlan {
    everyTerm = List.copyOf(everyTerm);
    alsoSearched = List.copyOf(alsoSearched);
    remarks = List.copyOf(remarks);
  }

  /// This, content with any term.
  QueryPlan ofAnyTerm() {
    return new QueryPlan(
        query, List.of(), highlights, alsoSearched, remarks, strict, plain, translated);
  }
}
