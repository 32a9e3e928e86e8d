package com.offgridflow.mail;

import com.offgridflow.mail.MailContent.FailedJob;
import com.offgridflow.mail.MailContent.Invitation;
import com.offgridflow.mail.MailContent.JobFailed;
import com.offgridflow.mail.MailContent.JobFinished;
import com.offgridflow.mail.MailContent.PasswordReset;
import com.offgridflow.mail.MailContent.PaymentFailed;
import com.offgridflow.mail.MailContent.TrialEnding;
import com.offgridflow.mail.MailContent.Welcome;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One content for each template. */
public final class SampleMails {
  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  public static final URI LINK =
      URI.create("https://hub.example.com/accounts/join?token=0123456789abcdef&from=mail");
  public static final String COMPANY = "Northwind & Söhne <Datawerk> SE";

  public static final List<MailContent> ALL =
      List.of(
          new PasswordReset(LINK, NOON),
          new Invitation("Ann Example", COMPANY, LINK, NOON),
          new Welcome("Bob Example", COMPANY, LINK),
          new TrialEnding(COMPANY, LocalDate.of(2026, 12, 1), LINK),
          new PaymentFailed(
              COMPANY,
              new BigDecimal("1249.50"),
              "EUR",
              Optional.of(LocalDate.of(2026, 11, 24)),
              LINK),
          new JobFinished(4711, "estimate", NOON, Map.of("estimated", "31415", "gaps", "2")),
          new JobFailed(
              COMPANY,
              List.of(
                  new FailedJob(
                      4712,
                      "sync",
                      1,
                      NOON,
                      "connection aws, bucket acme-billing: access is refused (AccessDenied); needed are valid credentials with s3:ListBucket on arn:aws:s3:::acme-billing"),
                  new FailedJob(4713, "deliver-sftp", 8, NOON, "gave up after 8 attempts")),
              3));

  private SampleMails() {}
}
