package com.offgridflow.report.view;

/**
 * A tagged figure of an inline document.
 *
 * @param id of the fact
 * @param name its concept with the taxonomy's prefix
 * @param contextRef id of its context
 * @param unitRef id of its unit
 * @param decimals its accuracy
 * @param figure as the reader sees it
 * @param note id of the footnote on where it comes from
 */
public record InlineFact(
    String id,
    String name,
    String contextRef,
    String unitRef,
    int decimals,
    Figure figure,
    String note) {}
