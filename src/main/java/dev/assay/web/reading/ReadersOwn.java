package dev.assay.web.reading;

import dev.assay.desk.Marks;
import dev.assay.desk.note.Collections;
import dev.assay.desk.note.Notes;

/// What readers keep for themselves, each reader apart.
public record ReadersOwn(Marks marks, Notes notes, Collections collections) {}
