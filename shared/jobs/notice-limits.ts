/** Unread notices are counted up to here. */
export const MOST_UNREAD = 100;
