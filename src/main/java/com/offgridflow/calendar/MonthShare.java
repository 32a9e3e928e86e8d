package com.offgridflow.calendar;

import com.offgridflow.activity.Period;
import com.offgridflow.activity.Quantity;

/**
 * What of a bill belongs to one calendar month.
 *
 * @param quantity its part of the bill's quantity, in the bill's unit
 * @param period its part of the bill's period
 * @param days the days at the site that the period lies in
 */
public record MonthShare(Quantity quantity, Period period, Days days) {}
