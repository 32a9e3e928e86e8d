package com.offgridflow.demo.wiring;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.offgridflow.database.wiring.StartException;
import java.io.IOException;
import java.net.ServerSocket;
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
  public static Map<String, String> prepare() {
    MAILBOX.start();
    Map<String, String> settings = new HashMap<>();
    settings.put("source.directories", directories());
    settings.put("mail.host", "127.0.0.1");
    settings.put("mail.port", Integer.toString(MAILBOX.getSmtp().getPort()));
    if (System.getenv("HUB_PORT") == null && System.getProperty("quarkus.http.port") == null) {
      settings.put("quarkus.http.port", Integer.toString(freePort()));
    }
    return settings;
  }

  static GreenMail mailbox() {
    return MAILBOX;
  }

  /** The demo's connections may read its own inputs, and the directory that the user names. */
  private static String directories() {
    String data = System.getProperty("hub.data", "data");
    String input = System.getProperty("hub.demo.input", "");
    return input.isEmpty() ? data : data + "," + input.replace(",", "\\,");
  }

  private static int freePort() {
    OptionalInt free =
        IntStream.rangeClosed(FIRST_PORT, LAST_PORT).filter(DemoStart::free).findFirst();
    return free.orElseThrow(
        () ->
            new StartException(
                "all ports from %d to %d are taken; choose one with HUB_PORT"
                    .formatted(FIRST_PORT, LAST_PORT)));
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
