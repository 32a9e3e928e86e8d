package com.offgridflow.job.wiring;

/**
 * There is work that can be claimed; whoever is idle in this process need not wait for its next
 * look. Other replicas find it when they look.
 */
record JobQueued() {}
