package com.offgridflow.job.wiring;

import com.offgridflow.job.Job;
import com.offgridflow.job.Settlement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An attempt has ended. What observers do with {@code jdbc} becomes true together with the
 * settlement, or not at all; an exception of theirs undoes the settlement.
 */
public record JobSettled(JdbcTemplate jdbc, Job job, Settlement settlement) {}
