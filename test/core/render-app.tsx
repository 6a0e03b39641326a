import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { type RenderResult, render } from '@testing-library/react';
import { TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { ReactNode } from 'react';
import type { RouteObject } from 'react-router';
import { type Api, type AppRouter, createApi } from '#client/core/api.ts';
import { ApiProvider } from '#client/core/api-provider.tsx';
import { App, createRouter, type Router, whenReady } from '#client/core/app.tsx';
import type { Session } from '#client/core/session.tsx';
import { themeIn } from '#client/core/theme.ts';
import { routes as productRoutes } from '#client/routes.tsx';

/** Answers of the server by procedure, e.g. `{ 'reports.save': (input) => ({ version: 2 }) }`; throw `refusal(…)` to refuse. */
export type Answers = Record<string, (input: never) => unknown>;

/** A link that answers in memory. A procedure without an answer fails the call by its name. */
export function answering(answers: Answers): TRPCLink<AppRouter> {
  return () =>
    ({ op }) =>
      observable((observer) => {
        const answer = answers[op.path];
        if (!answer) {
          observer.error(TRPCClientError.from(new Error(`The test has no answer for ${op.path}`)));
          return;
        }
        Promise.resolve()
          .then(() => answer(op.input as never))
          .then(
            (data) => {
              observer.next({ result: { type: 'data', data } });
              observer.complete();
            },
            (error: unknown) => observer.error(error as TRPCClientError<AppRouter>),
          );
      });
}

/** What the client gets when the server refuses: `refusal('UNPROCESSABLE_CONTENT', [{ code, text, field }])`. */
export function refusal(
  code: string,
  reasons: { code: string; text: string; field?: string; facts?: Record<string, string | number> }[] = [],
  more: { fields?: Record<string, string[]>; errorId?: string } = {},
): Error {
  return TRPCClientError.from({
    error: { code: -32000, message: code, data: { code, reasons, fields: {}, ...more } },
  } as never);
}

/** What the client gets when no answer came. */
export function noAnswer(): Error {
  return TRPCClientError.from(new TypeError('Failed to fetch'));
}

/** Somebody signed in at the chair's standing office, on the demo's day; a test names what it is about. */
export function aSession(about: Partial<Session> = {}): Session {
  return {
    account: {
      id: 'account-1',
      username: 'langson.chuyenvien',
      displayName: 'Hoàng Thị Lệ',
      unitId: 'LANGSON',
      unitName: 'Lạng Sơn',
      roles: ['specialist'],
      lang: 'vi',
    },
    permissions: ['nominations.list', 'decisions.list', 'awards.list'],
    today: '2024-03-01',
    demo: true,
    clusterYears: [
      {
        id: 'cluster-year-1',
        clusterName: 'Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc',
        year: 2023,
        myRole: 'chair',
        startsOn: '2023-01-01',
        endsOn: '2024-03-15',
        leads: true,
        leaderName: 'Lạng Sơn',
        handOverOn: '2024-03-15',
      },
    ],
    ...about,
  } as Session;
}

/** The whole product at an address, with answers in memory. Resolves when the first page is there. */
export async function renderApp(
  at: string,
  answers: Answers = {},
  routes: RouteObject[] = productRoutes,
): Promise<RenderResult & { api: Api; router: Router }> {
  const api = createApi(answering({ 'accounts.me': () => aSession(), ...answers }));
  const router = createRouter(routes, api, at);
  await whenReady(router);
  return { ...render(<App api={api} router={router} nonce="" />), api, router };
}

/** One piece of the screen, without router; `answers` for pieces that ask the server. */
export function renderPiece(piece: ReactNode, answers: Answers = {}): RenderResult & { api: Api } {
  const api = createApi(answering(answers));
  const around = (children: ReactNode) => (
    <I18nProvider i18n={i18n}>
      <MantineProvider theme={themeIn({ close: 'Đóng' })} env="test">
        <ApiProvider api={api}>{children}</ApiProvider>
      </MantineProvider>
    </I18nProvider>
  );
  return { ...render(around(piece)), api };
}
