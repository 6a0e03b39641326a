/** A ground worded by the server in the user's language; `field` names the input it belongs to. */
export type ReasonText = {
  code: string;
  text: string;
  field?: string | undefined;
  facts?: Readonly<Record<string, string | number>> | undefined;
};

/**
 * Why something did not work, in the few kinds the screens tell apart.
 * `offline`: no answer came (connection, server restarting), so trying again is safe and useful.
 */
export type Problem = {
  kind: 'refused' | 'conflict' | 'forbidden' | 'not-found' | 'signed-out' | 'offline' | 'unexpected';
  reasons: ReasonText[];
  /** Sentences by input name, from the server's check of the input. */
  fields: Record<string, string[]>;
  /** Number to tell the administrator, for unexpected errors. */
  errorId?: string | undefined;
};

const KIND_OF_CODE: Record<string, Problem['kind']> = {
  UNAUTHORIZED: 'signed-out',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'not-found',
  CONFLICT: 'conflict',
  BAD_REQUEST: 'refused',
  UNPROCESSABLE_CONTENT: 'refused',
  PRECONDITION_FAILED: 'refused',
  PAYLOAD_TOO_LARGE: 'refused',
  TOO_MANY_REQUESTS: 'refused',
  SERVICE_UNAVAILABLE: 'offline',
  GATEWAY_TIMEOUT: 'offline',
  BAD_GATEWAY: 'offline',
};

type WireData = {
  code?: string;
  reasons?: ReasonText[];
  fields?: Record<string, string[]>;
  errorId?: string | null;
};

/** Reads any error of a call: a tRPC error, a failed fetch, or a mistake of our own. */
export function readProblem(error: unknown): Problem {
  const none = { reasons: [], fields: {} };
  if (!(error instanceof Error)) return { kind: 'unexpected', ...none };
  if (error.name !== 'TRPCClientError') {
    // Browsers word it differently; all of them use TypeError for a fetch that got no answer.
    return {
      kind: error instanceof TypeError && /fetch|network|load/i.test(error.message) ? 'offline' : 'unexpected',
      ...none,
    };
  }
  const data = (error as Error & { data?: WireData | null }).data;
  if (!data) return { kind: 'offline', ...none };
  const reasons = data.reasons ?? [];
  const known = KIND_OF_CODE[data.code ?? ''];
  return {
    kind: known ?? (reasons.length > 0 ? 'refused' : 'unexpected'),
    reasons,
    fields: data.fields ?? {},
    errorId: data.errorId ?? undefined,
  };
}
