/** Fewest people a count is published of; below it the count is not shown. Source: ADR 0042. */
export const FEWEST_SHOWN = 20
