import { QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { type Api, TRPCProvider } from '#client/core/api.ts';

const ApiContext = createContext<Api | null>(null);

/** Puts one connection under a tree of components. */
export function ApiProvider({ api, children }: { api: Api; children: ReactNode }) {
  return (
    <ApiContext value={api}>
      <QueryClientProvider client={api.queryClient}>
        <TRPCProvider trpcClient={api.client} queryClient={api.queryClient}>
          {children}
        </TRPCProvider>
      </QueryClientProvider>
    </ApiContext>
  );
}

/** The connection itself, for what is neither query nor mutation: the session guard, clearing the cache. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === null) throw new Error('useApi outside ApiProvider');
  return api;
}
