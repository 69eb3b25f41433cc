/// Face: the Google Reader API, which reading programs on phones and desktops speak.
///
/// [ReaderApi][dev.assay.reader.ReaderApi] has the routes. A saved topic and an outlet are each a
/// [Subscription][dev.assay.reader.Subscription]; an item is an article with its copies folded, its
/// text is the cited card ([ItemBody][dev.assay.reader.ItemBody]), and its id is the article's
/// number. What is read and starred is kept by `desk`; nothing is kept here.
@NullMarked
package dev.assay.reader;

import org.jspecify.annotations.NullMarked;
