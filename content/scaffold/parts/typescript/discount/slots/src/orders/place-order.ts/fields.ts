/** What was taken off the total, in cents. */
discount?: number;
