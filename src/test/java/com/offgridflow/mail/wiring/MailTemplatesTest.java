package com.offgridflow.mail.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.mail.MailContent;
import com.offgridflow.mail.MailContent.JobFailed;
import com.offgridflow.mail.MailContent.PasswordReset;
import com.offgridflow.mail.MailContent.PaymentFailed;
import com.offgridflow.mail.MailMessage;
import com.offgridflow.mail.SampleMails;
import com.offgridflow.report.wiring.ReportTemplates;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MailTemplatesTest {
  private final MailTemplates templates = new MailTemplates(new ReportTemplates());

  static Stream<Arguments> all() {
    return SampleMails.ALL.stream()
        .flatMap(
            content ->
                Stream.of(Locale.ENGLISH, Locale.GERMAN)
                    .map(language -> Arguments.of(content.template(), language, content)));
  }

  private MailMessage write(Locale language, MailContent content) {
    return templates.write("test", language, List.of("ann@example.com"), content);
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("all")
  void shouldSayTheSameInHtmlAndText(String name, Locale language, MailContent content) {
    MailMessage message = write(language, content);

    assertThat(message.html())
        .contains("lang=\"" + language + "\"")
        .contains("color-scheme")
        .doesNotContain("<img", "<script", "<Datawerk>", "{0}", "{1}", "{data", "{w.", "\\{");
    assertThat(message.text())
        .doesNotContain("<p", "&amp;", "&lt;", "{0}", "{1}", "{data", "{w.")
        .doesNotContainPattern("\n\n\n\n");
    if (message.html().contains("href=")) {
      assertThat(message.html()).contains("token=0123456789abcdef&amp;from=mail\"");
      assertThat(message.text()).contains(SampleMails.LINK.toString());
    }
    for (String word : List.of("Datawerk", "31415", "gave up after 8 attempts", "Ann Example")) {
      assertThat(message.text().contains(word)).isEqualTo(message.html().contains(word));
    }
  }

  @Test
  void shouldHaveTheSameWordsInBothLanguages() {
    assertThat(words(Locale.GERMAN)).isEqualTo(words(Locale.ROOT));
  }

  private static java.util.Set<String> words(Locale language) {
    return ResourceBundle.getBundle(
            "messages/mail",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .keySet();
  }

  @Test
  void shouldSpeakEnglishWhereItDoesNotSpeakTheLanguage() {
    MailMessage message = write(Locale.forLanguageTag("fr-CA"), SampleMails.ALL.get(0));

    assertThat(message.subject()).isEqualTo("Choose a new password");
    assertThat(message.language()).isEqualTo("en");
  }

  @Test
  void shouldWriteDatesAndAmountsAsTheLanguageDoes() {
    assertThat(write(Locale.ENGLISH, SampleMails.ALL.get(4)).text())
        .contains("€1,249.50", "24 November 2026");
    assertThat(write(Locale.GERMAN, SampleMails.ALL.get(4)).text())
        .contains("1.249,50\u00a0€", "24. November 2026");
  }

  @Test
  void shouldSayThatThereIsNoFurtherAttempt() {
    PaymentFailed last =
        new PaymentFailed("A", BigDecimal.TEN, "USD", Optional.empty(), SampleMails.LINK);

    assertThat(write(Locale.ENGLISH, last).text()).contains("There will be no further attempt.");
  }

  @Test
  void shouldCountJobsInWords() {
    JobFailed both = (JobFailed) SampleMails.ALL.get(6);
    JobFailed one = new JobFailed("A", both.jobs().subList(0, 1), 0);

    assertThat(write(Locale.ENGLISH, one).text()).contains("This job has", "1 attempt");
    assertThat(write(Locale.ENGLISH, both).text())
        .contains("These 2 jobs have", "8 attempts", "and 3 more.");
    assertThat(write(Locale.GERMAN, one).text()).contains("Dieser Auftrag wurde", "1 Versuch");
  }

  @Test
  void shouldKeepTheSubjectOnOneLine() {
    MailContent evil =
        new MailContent.Welcome("Bob", "Evil\r\nBcc: all@example.com", SampleMails.LINK);

    assertThat(write(Locale.ENGLISH, evil).subject())
        .isEqualTo("Welcome to Evil Bcc: all@example.com");
  }

  @Test
  void shouldRefuseLinksThatLeadToNoWebPage() {
    assertThatThrownBy(() -> new PasswordReset(URI.create("javascript:alert(1)"), SampleMails.NOON))
        .hasMessageContaining("scheme 'javascript'")
        .hasMessageContaining("https://");
  }
}
