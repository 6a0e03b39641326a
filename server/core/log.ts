import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;

/**
 * JSON lines in UTC on standard output. Personal data has no business here: callers log ids, and what slips
 * through in an error of the database (values of a clashing row) is cut off.
 */
export function createLog(level: string, stream?: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ['password', '*.password', 'cookie', '*.cookie', 'error.detail', '*.parameters'], remove: true },
      serializers: { error: serializeError },
    },
    ...(stream ? [stream] : []),
  );
}

function serializeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as Error & { code?: unknown };
  return { type: error.name, message: error.message, code, stack: error.stack, cause: causeOf(error) };
}

const causeOf = (error: Error) => (error.cause instanceof Error ? error.cause.message : undefined);
