/** The day the server works on ('YYYY-MM-DD'), as its last answer said. */
let day: string | null = null;
let listener: (() => void) | null = null;

/** One listener: the connection of this page. */
export function onNewDay(tell: () => void): void {
  listener = tell;
}

/** Call with every answer; tells when the day is another than before. */
export function noticeDay(today: string | null): void {
  if (today === null || today === day) return;
  const isFirst = day === null;
  day = today;
  if (!isFirst) listener?.();
}
