package com.offgridflow.demo.wiring;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.offgridflow.database.wiring.StartException;
import com.offgridflow.database.wiring.WritableDirectory;
import com.offgridflow.wiring.StartSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What the demo needs before the hub starts: a port that is free, and somebody to take its mail.
 */
public final class DemoStart {
  private static final int FIRST_PORT = 8080;
  private static final int LAST_PORT = 8179;
  private static final GreenMail MAILBOX =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private DemoStart() {}

  /** The settings that follow. */
  public static Map<String, String> prepare(StartSettings given) {
    new WritableDirectory(given.out(), "output directory", "hub.out").require();
    MAILBOX.start();
    Map<String, String> settings = new HashMap<>();
    settings.put("source.directories", directories(given));
    settings.put("mail.host", "127.0.0.1");
    settings.put("mail.port", Integer.toString(MAILBOX.getSmtp().getPort()));
    if (!given.namesPort()) {
      settings.put("quarkus.http.port", Integer.toString(freePort(given)));
    }
    return settings;
  }

  /**
   * Saves what the mailbox has received, one file a message.
   *
   * @throws StartException when there is no room or right to; no part of a message is left then
   */
  static void saveMail(Path directory) throws MessagingException {
    MimeMessage[] messages = MAILBOX.getReceivedMessages();
    for (int i = 0; i < messages.length; i++) {
      String name = messages.length == 1 ? "report-mail.eml" : "report-mail-" + (i + 1) + ".eml";
      save(messages[i], directory.resolve(name));
    }
  }

  static void save(MimeMessage message, Path file) throws MessagingException {
    Path partial = file.resolveSibling(".partial-" + file.getFileName());
    try {
      try (OutputStream out = Files.newOutputStream(partial)) {
        message.writeTo(out);
      } catch (IOException e) {
        Files.deleteIfExists(partial);
        throw e;
      }
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StartException(
          "the mail cannot be saved as %s: %s; with room there, run the demo again"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** The demo's connections may read its own inputs, and the directory that the user names. */
  private static String directories(StartSettings given) {
    String data = given.data().toString();
    return given.input().map(input -> data + "," + input.replace(",", "\\,")).orElse(data);
  }

  private static int freePort(StartSettings given) {
    OptionalInt free = IntStream.rangeClosed(FIRST_PORT, LAST_PORT).filter(given::free).findFirst();
    return free.orElseThrow(
        () ->
            new StartException(
                "all ports from %d to %d are taken; choose one with HUB_PORT"
                    .formatted(FIRST_PORT, LAST_PORT)));
  }
}
