package com.offgridflow.mail.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.offgridflow.mail.MailContent;
import com.offgridflow.mail.SampleMails;
import com.offgridflow.report.ReportingEntity;
import com.offgridflow.report.SampleReports;
import com.offgridflow.report.wiring.ReportMail;
import com.offgridflow.report.wiring.ReportMail.EnclosedFile;
import com.offgridflow.report.wiring.ReportTemplates;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures of all messages, in {@code target/previews}, for people to look at. */
class MailPreviewTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target/previews");
  private static final int WIDTH = 680;
  private static final int HEIGHT = 900;

  @TempDir Path directory;

  static Stream<Arguments> messages() {
    return Stream.of(Locale.ENGLISH, Locale.GERMAN)
        .flatMap(
            language ->
                Stream.concat(
                    SampleMails.ALL.stream()
                        .map(
                            content ->
                                named(content.template(), language, html(language, content))),
                    Stream.of(
                        named("report-ready", language, report(language, Optional.empty())),
                        named(
                            "report-ready-linked",
                            language,
                            report(language, Optional.of(SampleMails.LINK))))));
  }

  private static Arguments named(String name, Locale language, String html) {
    return Arguments.of(name + "-" + language.getLanguage(), html);
  }

  private static String html(Locale language, MailContent content) {
    return new MailTemplates(new ReportTemplates())
        .write("preview", language, List.of("ann@example.com"), content)
        .html();
  }

  private static String report(Locale language, Optional<URI> link) {
    ReportingEntity entity = SampleReports.ENTITY;
    return new ReportMail(new ReportTemplates())
        .write(
            SampleReports.freeze(
                SampleReports.request(language, entity), SampleReports.TOTALS, SampleReports.BASIS),
            Stream.of(".pdf", ".xhtml", ".xbrl", "-values.csv")
                .map(end -> new EnclosedFile("northwind-esrs-2023-2024-01-01" + end, 48_211, link))
                .toList())
        .html();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void shouldShowSomethingInsideThePicture(String name, String html) throws Exception {
    assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not here: apt-get install chromium");
    Files.createDirectories(PICTURES);

    BufferedImage light = picture(name, html);
    BufferedImage dark =
        picture(name + "-dark", html.replace("(prefers-color-scheme: dark)", "all"));

    assertThat(light.getRGB(5, 5)).as("page").isEqualTo(0xffeef2f1);
    assertThat(dark.getRGB(5, 5)).as("page in the dark").isEqualTo(0xff0d1716);
    assertThat(light.getRGB(WIDTH / 2, 30)).as("head of the card").isEqualTo(0xff0f4c4a);
    assertThat(light.getRGB(WIDTH - 5, 30)).as("nothing is too wide").isEqualTo(0xffeef2f1);
  }

  private BufferedImage picture(String name, String html) throws Exception {
    Path page = Files.writeString(directory.resolve("mail.html"), html);
    Path picture = PICTURES.resolve(name + ".png").toAbsolutePath();
    Files.deleteIfExists(picture);
    Process chromium =
        new ProcessBuilder(
                CHROMIUM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--hide-scrollbars",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + directory.resolve("profile"),
                "--window-size=" + WIDTH + "," + HEIGHT,
                "--screenshot=" + picture,
                page.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("chromium.log").toFile())
            .start();
    assertThat(chromium.waitFor(60, TimeUnit.SECONDS)).as("Chromium ends by itself").isTrue();
    return read(picture);
  }

  private static BufferedImage read(Path picture) throws IOException {
    return ImageIO.read(picture.toFile());
  }
}
