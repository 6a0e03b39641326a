import { REQUEST_HEADERS } from '#client/core/api.ts';
import { here } from '#client/core/base.ts';
import type { ReasonText } from '#client/core/problem.ts';
import { TRAINING_BASE } from '#shared/core/training-base.ts';

export type SignInResult =
  | { ok: true }
  /** Says nothing about which part is wrong. */
  | { ok: false; why: 'wrong' }
  | { ok: false; why: 'too-many'; minutes: number }
  | { ok: false; why: 'offline' };

/** Signs in; the session is a cookie that JavaScript cannot read. */
export async function signIn(username: string, password: string): Promise<SignInResult> {
  const answer = await post(here('/api/auth/sign-in/username'), { username, password });
  if (answer === null || answer.status >= 500) return { ok: false, why: 'offline' };
  if (answer.status === 429) {
    const seconds = Number(answer.headers.get('x-retry-after') ?? answer.headers.get('retry-after') ?? 60);
    return { ok: false, why: 'too-many', minutes: Math.max(1, Math.ceil(seconds / 60) || 1) };
  }
  return answer.ok ? { ok: true } : { ok: false, why: 'wrong' };
}

/**
 * From the real system into its training copy, with the session that is open there.
 * @returns undefined when the copy is open, else why not; no reasons when no answer came
 */
export async function enterTraining(): Promise<readonly ReasonText[] | undefined> {
  const answer = await post(`${TRAINING_BASE}/api/auth/enter`, {});
  if (answer === null) return [];
  if (answer.ok) return undefined;
  const told = (await answer.json().catch(() => null)) as Partial<ReasonText> | null;
  return told?.text ? [{ code: told.code ?? '', text: told.text }] : [];
}

/** Ends the session on the server. False: no answer came, so the session may still be open. */
export async function signOut(): Promise<boolean> {
  const answer = await post(here('/api/auth/sign-out'), {});
  return answer !== null && answer.status < 500;
}

async function post(url: string, body: unknown): Promise<Response | null> {
  try {
    return await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { ...REQUEST_HEADERS, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    return null;
  }
}
