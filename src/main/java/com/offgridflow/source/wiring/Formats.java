package com.offgridflow.source.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.intake.Rejection;
import com.offgridflow.lake.BillingFormat;
import com.offgridflow.lake.KnownFormats;
import com.offgridflow.lake.LakeException;
import com.offgridflow.lake.Recognition;
import com.offgridflow.lake.Scratch;
import com.offgridflow.lake.wiring.LakeReader;
import com.offgridflow.source.LocalObject;
import com.offgridflow.source.RefusedDeliveryException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.commons.csv.CSVException;

/** Tells the format of a delivery by the headers of its files. */
@ApplicationScoped
public class Formats {
  /** A billing file that is damaged or lacks a column: something that should be there is not. */
  static final String UNREADABLE = "UNREADABLE_FILE";

  /** A file that is no billing file that the hub knows; most often it is not meant to be one. */
  static final String UNKNOWN = "UNKNOWN_FORMAT";

  /** What a source says that takes files of any format. */
  private static final String ANY = "*";

  private final LakeReader reader;
  private final KnownFormats known;

  Formats(LakeReader reader, KnownFormats known) {
    this.reader = reader;
    this.known = known;
  }

  /**
   * @param allowed codes of the formats that the source takes, with commas, or {@code *}
   * @throws RefusedDeliveryException when it is another one or none
   */
  BillingFormat recognise(List<LocalObject> objects, String allowed, Scratch scratch) {
    LocalObject first = objects.get(0);
    Recognition recognition = recognise(first, scratch);
    if (recognition instanceof Recognition.Recognised known) {
      String code = known.format().code();
      if (allowed.equals(ANY) || List.of(allowed.split(",")).contains(code)) {
        return known.format();
      }
      throw refused(first, UNKNOWN, "the file is " + code + ", this source takes " + allowed);
    }
    Recognition.Unrecognised none = (Recognition.Unrecognised) recognition;
    throw refused(first, none.resembles().isPresent() ? UNREADABLE : UNKNOWN, none.message());
  }

  /** The format that a delivery without files would have had: the first that the source takes. */
  BillingFormat usual(String allowed) {
    String code = allowed.split(",")[0];
    return allowed.equals(ANY)
        ? known.all().get(0)
        : known.ofCode(code).orElseThrow(() -> noSuchFormat(code));
  }

  private UnrecoverableException noSuchFormat(String code) {
    return new UnrecoverableException(
        "the source route names the format '" + code + "'; known are " + known.all());
  }

  private Recognition recognise(LocalObject object, Scratch scratch) {
    try {
      return reader.recognise(object.file(), scratch);
    } catch (LakeException e) {
      throw refused(object, UNREADABLE, e.getMessage());
    }
  }

  /** A reader could not read one of these. */
  static RefusedDeliveryException refused(List<LocalObject> objects, LakeException unreadable) {
    LocalObject object =
        objects.stream()
            .filter(candidate -> candidate.is(unreadable.file()))
            .findFirst()
            .orElse(objects.get(0));
    return refused(object, UNREADABLE, unreadable.getMessage());
  }

  /** The file that was being read is no CSV. */
  static RefusedDeliveryException refused(LocalObject object, CSVException noCsv) {
    return refused(object, UNREADABLE, "the file is no CSV: " + noCsv.getMessage());
  }

  private static RefusedDeliveryException refused(LocalObject object, String code, String message) {
    return new RefusedDeliveryException(
        new Rejection(
            object.name(),
            "the whole file",
            "",
            "",
            code,
            message.replace(object.file().toString(), object.name()),
            "the other files were not touched by this; the next sync looks at this one again"));
  }
}
