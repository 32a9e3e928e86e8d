package com.offgridflow.mail.wiring;

import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.mail.internet.MimeMessage;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** The messages of jobs, for the routes. */
@ApplicationScoped
@Named("sendMail")
public class SendMail {
  private final MessageJobs jobs;
  private final MimeWriter mime;

  SendMail(MessageJobs jobs, MimeWriter mime) {
    this.jobs = jobs;
    this.mime = mime;
  }

  /** The message that a job of kind {@code deliver-message} asks for. */
  public MailMessage message(@ExchangeProperty(HubProperties.JOB) Job job) {
    return jobs.message(job);
  }

  /** The message as it is handed to the server. */
  public MimeMessage mime(@Body MailMessage message) {
    return mime.write(message);
  }
}
