package dev.assay.analyze.sentence;

/// Where a figure stands in its sentence, in the same terms for Chinese and English.
///
/// @param figure the mark of the number
/// @param verb the mark of the verb that the figure depends on, -1 if it stands in none's reach
/// @param subject what stands before that verb: who does it; empty if the text leaves it out
/// @param before what stands between the verb and the figure (占*全球稀土产量的*70%)
/// @param own the noun phrase that the figure stands in, behind it: 85 % *share*, 14 *European
///   members*
/// @param behind what follows that phrase, up to the end of the clause
/// @param isList whether the figure is an item of a list whose verb was said once ("B 30 %")
public record Setting(
    int figure,
    int verb,
    Stretch subject,
    Stretch before,
    Stretch own,
    Stretch behind,
    boolean isList) {}
