import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { useLingui } from '@lingui/react/macro';
import { MantineProvider } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useCallback, useMemo } from 'react';
import { createBrowserRouter, createMemoryRouter, type RouteObject, RouterContextProvider } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { type Api, apiContext } from '#client/core/api.ts';
import { ApiProvider } from '#client/core/api-provider.tsx';
import { BASE, isTraining, withinBase } from '#client/core/base.ts';
import { HeadingFor } from '#client/core/heading-for.ts';
import { SessionExpired } from '#client/core/session-expired.tsx';
import { readableGreys, themeIn } from '#client/core/theme.ts';
import { Toasts } from '#client/core/toast.tsx';

// Only the copy pays for it.
const TrainingBar = lazy(() => import('#client/core/training-bar.tsx').then((page) => ({ default: page.TrainingBar })));

export type Router = ReturnType<typeof createBrowserRouter>;

/** The router over these routes; `at` opens an address in memory, for tests. */
export function createRouter(routes: RouteObject[], api: Api, at?: string): Router {
  const getContext = () => {
    const context = new RouterContextProvider();
    context.set(apiContext, api);
    return context;
  };
  return at === undefined
    ? createBrowserRouter(routes, { getContext, ...(isTraining ? { basename: BASE } : {}) })
    : createMemoryRouter(routes, { getContext, initialEntries: [at] });
}

/** Resolves when the first page's code and data are there; until then the frame of index.html stays. */
export function whenReady(router: Router): Promise<void> {
  if (router.state.initialized) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = router.subscribe((state) => {
      if (!state.initialized) return;
      stop();
      resolve();
    });
  });
}

type Props = { api: Api; router: Router; nonce: string };

export function App({ api, router, nonce }: Props) {
  const headingFor = useCallback(
    () => withinBase((router.state.navigation.location ?? router.state.location).pathname),
    [router],
  );
  return (
    <I18nProvider i18n={i18n}>
      <Themed nonce={nonce}>
        <ApiProvider api={api}>
          {isTraining && (
            <Suspense fallback={null}>
              <TrainingBar />
            </Suspense>
          )}
          <HeadingFor value={headingFor}>
            <RouterProvider router={router} />
          </HeadingFor>
          <SessionExpired />
          <Toasts />
        </ApiProvider>
      </Themed>
    </I18nProvider>
  );
}

function Themed({ nonce, children }: { nonce: string; children: ReactNode }) {
  const { t } = useLingui();
  const close = t`Đóng`;
  const theme = useMemo(() => themeIn({ close }), [close]);
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme="light"
      cssVariablesResolver={readableGreys}
      getStyleNonce={() => nonce}
    >
      {children}
    </MantineProvider>
  );
}
