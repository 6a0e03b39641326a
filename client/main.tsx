import '#client/core/fonts.css';
import '#client/core/app.css';
import '#client/core/mantine-styles.ts';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import { createApi } from '#client/core/api.ts';
import { App, createRouter, whenReady } from '#client/core/app.tsx';
import { whenFontsReady } from '#client/core/fonts.ts';
import { wordZodIssue } from '#client/core/form/word-issue.ts';
import { startLang } from '#client/core/i18n.ts';
import { routes } from '#client/routes.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// Mantine's scroll lock writes a <style> through get-nonce; without this the CSP refuses it.
setNonce(nonce);

z.config({ customError: wordZodIssue });

const api = createApi();
const router = createRouter(routes, api);
await Promise.all([startLang(), whenReady(router), whenFontsReady()]);

const root = document.getElementById('root');
if (root) createRoot(root).render(<App api={api} router={router} nonce={nonce} />);
