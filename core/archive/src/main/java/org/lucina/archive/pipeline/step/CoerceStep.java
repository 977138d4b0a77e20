package org.lucina.archive.pipeline.step;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.ChangedFile;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.IoSupplier;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;

/** Changes attributes, those of the file while it is read. */
final class CoerceStep implements Step, DixelChange {
  private final Rules rules;

  CoerceStep(Rules rules) {
    this.rules = rules;
  }

  @Override
  public Outcome run(Passage passage) {
    passage.change(this);
    return Outcome.goOn();
  }

  @Override
  public boolean needsInstances() {
    return false;
  }

  @Override
  public Dixel change(Dixel dixel) throws StepException {
    try {
      Reference reference = reference(dixel);
      Dixel.Builder changed = dixel.copy(reference);
      if (dixel.views().contains(View.TAGS)) {
        changed.tags(() -> changed(dixel.tags()));
      }
      Optional<Content> file = dixel.file();
      if (file.isPresent()) {
        changed.file(changed(file.get()));
      }
      return changed.children(() -> ChangedParts.of(dixel, this)).build();
    } catch (IOException | RuntimeException e) {
      throw Faults.of(e);
    }
  }

  /** What it is called when identifiers are changed. */
  private Reference reference(Dixel dixel) throws IOException {
    if (!rules.touchIdentifiers()) {
      return dixel.reference();
    }
    return Reference.of(dixel.level(), changed(dixel.tags())).orElse(dixel.reference());
  }

  private DataSet changed(DataSet original) {
    DataSet copy = Tagged.copy(original);
    rules.apply(copy);
    return copy;
  }

  private Content changed(Content original) {
    IoSupplier<ChangedFile> once =
        new IoSupplier<>() {
          private ChangedFile made;

          @Override
          public ChangedFile get() throws IOException {
            if (made == null) {
              made = ChangedFile.of(original::open, rules::apply);
            }
            return made;
          }
        };
    return new Content() {
      @Override
      public OptionalLong length() throws IOException {
        return once.get().length();
      }

      @Override
      public java.io.InputStream open() throws IOException {
        return once.get().open();
      }
    };
  }
}
