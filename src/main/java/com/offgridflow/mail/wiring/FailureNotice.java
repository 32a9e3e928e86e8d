package com.offgridflow.mail.wiring;

import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.mail.MailContent;
import com.offgridflow.mail.MailContent.FailedJob;
import com.offgridflow.mail.MailContent.JobFailed;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.camel.ExchangeProperty;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tells a tenant's administrators of the jobs that were parked since they were told last. */
@ApplicationScoped
@Named("failureNotice")
public class FailureNotice {
  private static final String PARKED =
      """
      select job_id, kind, attempt, finished_at, coalesce(cause, '-') as cause
      from job where state = 'parked' and kind not in ('notify-failed', 'deliver-message')
        and finished_at >= coalesce(
          (select max(started_at) from job where kind = 'notify-failed' and state = 'succeeded'),
          (select created_at from job where job_id = ?))
      order by finished_at desc, job_id desc""";
  private static final int LONGEST_CAUSE = 300;

  private final TenantDatabase database;
  private final MessageJobs messages;
  private final Administrators administrators;

  FailureNotice(TenantDatabase database, MessageJobs messages, Administrators administrators) {
    this.database = database;
    this.messages = messages;
    this.administrators = administrators;
  }

  /** Asks for the message; none when all have been replayed meanwhile, or nobody wants it. */
  public Map<String, String> tell(@ExchangeProperty(HubProperties.JOB) Job job) {
    return database.inTenant(job.tenant(), jdbc -> tell(jdbc, job));
  }

  private Map<String, String> tell(JdbcTemplate jdbc, Job job) {
    List<FailedJob> parked = jdbc.query(PARKED, (row, n) -> failed(row), job.id());
    List<String> to = administrators.of(jdbc);
    if (!parked.isEmpty() && !to.isEmpty()) {
      String language = administrators.language(jdbc);
      String occasion = "notice " + job.id();
      messages.enqueue(jdbc, job.tenant(), occasion, language, to, content(jdbc, parked));
    }
    return Map.of("parked", Integer.toString(parked.size()));
  }

  private static JobFailed content(JdbcTemplate jdbc, List<FailedJob> parked) {
    int shown = Math.min(parked.size(), MailContent.MOST_FAILED);
    return new JobFailed(
        jdbc.queryForObject("select name from tenant", String.class),
        parked.subList(0, shown),
        parked.size() - shown);
  }

  /** Of the cause the first line, for a stack is nothing to mail. */
  private static FailedJob failed(ResultSet row) throws SQLException {
    String cause = row.getString("cause").lines().findFirst().orElse("-");
    return new FailedJob(
        row.getLong("job_id"),
        row.getString("kind"),
        row.getInt("attempt"),
        row.getTimestamp("finished_at").toInstant().truncatedTo(ChronoUnit.SECONDS),
        cause.substring(0, Math.min(cause.length(), LONGEST_CAUSE)));
  }
}
