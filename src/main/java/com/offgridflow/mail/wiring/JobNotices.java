package com.offgridflow.mail.wiring;

import com.offgridflow.job.Job;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.Settlement;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.job.wiring.JobSettled;
import com.offgridflow.mail.MailContent.JobFinished;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Asks for mail about jobs, in the transaction that settles them. A job whose payload has {@code
 * notify} tells that address when it is done. Parked jobs are told to the tenant's administrators:
 * the first at once, those that follow in the same window together when it is over.
 */
@ApplicationScoped
public class JobNotices {
  /** The job that tells of parked jobs. */
  static final String KIND = "notify-failed";

  private static final Set<String> OWN = Set.of(KIND, MessageJobs.KIND);

  private final MessageJobs messages;
  private final JobQueue queue;
  private final Administrators administrators;
  private final Duration window;
  private final Clock clock;

  JobNotices(
      MessageJobs messages,
      JobQueue queue,
      Administrators administrators,
      MailConfig config,
      Clock clock) {
    this.messages = messages;
    this.queue = queue;
    this.administrators = administrators;
    this.window = config.failureWindow();
    this.clock = clock;
  }

  void settled(@Observes JobSettled event) {
    Job job = event.job();
    if (OWN.contains(job.kind())) {
      return;
    }
    if (event.settlement() instanceof Settlement.Parked) {
      parked(event.jdbc(), job);
    } else if (event.settlement() instanceof Settlement.Succeeded done
        && job.payload().containsKey("notify")) {
      finished(event.jdbc(), job, done.result());
    }
  }

  private void parked(JdbcTemplate jdbc, Job job) {
    if (administrators.of(jdbc).isEmpty()) {
      return;
    }
    long now = clock.millis();
    long number = now / window.toMillis();
    if (!queue.enqueue(jdbc, job.tenant(), request(number))) {
      long wait = (number + 1) * window.toMillis() - now;
      queue.enqueue(jdbc, job.tenant(), request(number + 1), Duration.ofMillis(wait));
    }
  }

  private static JobRequest request(long window) {
    return new JobRequest(KIND, Map.of(), KIND + "@" + window, Optional.empty());
  }

  private void finished(JdbcTemplate jdbc, Job job, Map<String, Object> result) {
    Map<String, String> texts = new TreeMap<>();
    result.forEach((name, value) -> texts.put(name, String.valueOf(value)));
    messages.enqueue(
        jdbc,
        job.tenant(),
        "job " + job.id(),
        administrators.language(jdbc),
        List.of(job.required("notify")),
        new JobFinished(
            job.id(), job.kind(), clock.instant().truncatedTo(ChronoUnit.SECONDS), texts));
  }
}
