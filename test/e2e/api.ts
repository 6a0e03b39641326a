import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { AppRouter } from '#server/app-router.ts';
import { DEMO_PASSWORD } from '#shared/accounts/password.rules.ts';

const OWN_HEADERS = { 'content-type': 'application/json', 'x-luytre': '1' };

/** The server's own door, typed: for bringing a journey to the point where a test begins. */
export type Api = ReturnType<typeof createTRPCClient<AppRouter>>;

/** Signs a demo account in and gives the cookie as a browser sends it back: `name=value`. */
export async function sessionCookie(url: string, username: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: OWN_HEADERS,
    body: JSON.stringify({ username, password: DEMO_PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${username} could not sign in: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie().map((line) => line.split(';', 1)[0])[0] ?? '';
}

/** Calls procedures as the person of that cookie. */
export function apiWith(url: string, cookie: string): Api {
  const api: Api = createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: `${url}/trpc`, methodOverride: 'POST', headers: { ...OWN_HEADERS, cookie } })],
  });
  doors.set(api, { url, cookie });
  return api;
}

const doors = new WeakMap<Api, { url: string; cookie: string }>();

/** Sends a workbook as that person, as the page does; gives the id of the import. */
export async function sendWorkbook(api: Api, kind: string, name: string, content: Buffer): Promise<string> {
  const { url, cookie } = doors.get(api)!;
  const answer = await fetch(`${url}/imports/${kind}`, {
    method: 'PUT',
    headers: { 'x-luytre': '1', 'x-file-name': encodeURIComponent(name), cookie },
    body: new Uint8Array(content),
  });
  if (!answer.ok) throw new Error(`the workbook was not taken: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

/** The session of that cookie in a browser. */
export function browserCookie(url: string, cookie: string) {
  const [name, value] = cookie.split('=', 2) as [string, string];
  return { name, value, url, httpOnly: true, sameSite: 'Lax' as const };
}
