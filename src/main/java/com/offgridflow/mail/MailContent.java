package com.offgridflow.mail;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a message has to say, by template. Checked when it is made, so before it is asked for. */
public sealed interface MailContent {
  /** How many failed jobs a message tells of one by one. */
  int MOST_FAILED = 20;

  /** Name of the template, which is that of the record. */
  default String template() {
    return name(getClass());
  }

  /** Name of the template of a record. */
  static String name(Class<?> record) {
    return record.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** The names of all templates. */
  static List<String> names() {
    return Arrays.stream(MailContent.class.getPermittedSubclasses())
        .map(MailContent::name)
        .toList();
  }

  /** Whether it lets its reader in, so that nobody else may read it. */
  default boolean confidential() {
    return false;
  }

  /** What the subject line names; empty when it names nothing. */
  default String about() {
    return "";
  }

  /** A link to choose another password. */
  record PasswordReset(URI link, Instant expires) implements MailContent {
    public PasswordReset {
      MailChecks.checkLink(link);
      MailChecks.need("expires", expires);
    }

    @Override
    public boolean confidential() {
      return true;
    }
  }

  /** A link to join an organisation. */
  record Invitation(String inviter, String organisation, URI link, Instant expires)
      implements MailContent {
    public Invitation {
      MailChecks.need("inviter", inviter);
      MailChecks.need("organisation", organisation);
      MailChecks.checkLink(link);
      MailChecks.need("expires", expires);
    }

    @Override
    public String about() {
      return organisation;
    }

    @Override
    public boolean confidential() {
      return true;
    }
  }

  /** To somebody who has joined. */
  record Welcome(String name, String organisation, URI link) implements MailContent {
    public Welcome {
      MailChecks.need("name", name);
      MailChecks.need("organisation", organisation);
      MailChecks.checkLink(link);
    }

    @Override
    public String about() {
      return organisation;
    }
  }

  /**
   * Before a trial ends.
   *
   * @param ends last day of the trial
   */
  record TrialEnding(String organisation, LocalDate ends, URI link) implements MailContent {
    public TrialEnding {
      MailChecks.need("organisation", organisation);
      MailChecks.need("ends", ends);
      MailChecks.checkLink(link);
    }

    @Override
    public String about() {
      return organisation;
    }
  }

  /**
   * After a payment was refused.
   *
   * @param currency ISO 4217 code
   * @param retry day of the next attempt, unless there is none
   */
  record PaymentFailed(
      String organisation, BigDecimal amount, String currency, Optional<LocalDate> retry, URI link)
      implements MailContent {
    public PaymentFailed {
      MailChecks.need("organisation", organisation);
      MailChecks.need("amount", amount);
      MailChecks.need("currency", currency);
      Currency.getInstance(currency);
      retry = retry == null ? Optional.empty() : retry;
      MailChecks.checkLink(link);
    }

    @Override
    public String about() {
      return organisation;
    }
  }

  /**
   * A job is done.
   *
   * @param result what it left behind, by name; kept in the order of names
   */
  record JobFinished(long job, String kind, Instant finished, Map<String, String> result)
      implements MailContent {
    public JobFinished {
      MailChecks.need("kind", kind);
      MailChecks.need("finished", finished);
      result = Collections.unmodifiableSortedMap(new TreeMap<>(MailChecks.need("result", result)));
    }

    @Override
    public String about() {
      return kind;
    }
  }

  /**
   * Jobs were parked.
   *
   * @param jobs the latest, at most {@value #MOST_FAILED}
   * @param further how many there are beside these
   */
  record JobFailed(String organisation, List<FailedJob> jobs, int further) implements MailContent {
    public JobFailed {
      MailChecks.need("organisation", organisation);
      jobs = List.copyOf(MailChecks.need("jobs", jobs));
      if (jobs.isEmpty() || jobs.size() > MOST_FAILED || further < 0) {
        throw new IllegalArgumentException(
            "1 to %d jobs are needed, not %d and %d further"
                .formatted(MOST_FAILED, jobs.size(), further));
      }
    }

    @Override
    public String about() {
      return organisation;
    }
  }

  /** A job that was parked. */
  record FailedJob(long job, String kind, int attempts, Instant parked, String cause) {
    public FailedJob {
      MailChecks.need("kind", kind);
      MailChecks.need("parked", parked);
      MailChecks.need("cause", cause);
    }
  }
}
