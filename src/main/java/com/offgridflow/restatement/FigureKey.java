package com.offgridflow.restatement;

import java.time.LocalDate;

/**
 * What a figure is the figure of: one for each is in force at a time.
 *
 * @param record the activity's source and record key, which its versions share
 * @param component part of the activity
 * @param method code of the method
 * @param day first day of the figure's period
 */
public record FigureKey(String record, String component, String method, LocalDate day) {}
