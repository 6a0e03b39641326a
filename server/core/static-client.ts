import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Router } from 'express';

/**
 * The built client: hashed assets for a year, and index.html for every address of a page, with the nonce of the
 * response written over `__NONCE__`.
 */
export function staticClient(dir: string): Router {
  const routes = express.Router();
  routes.use(
    '/assets',
    express.static(join(dir, 'assets'), { immutable: true, maxAge: '1y', index: false, fallthrough: false }),
  );
  routes.use(express.static(dir, { index: false, maxAge: '1h' }));
  const page = pageOf(join(dir, 'index.html'));
  routes.get(/.*/, async (req, res, next) => {
    if (!req.accepts('html')) return next();
    const html = await page();
    res
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(html.replaceAll('__NONCE__', res.locals.cspNonce as string));
  });
  return routes;
}

/** Read once; again when a build wrote it anew. While a build is writing, the page before is served. */
function pageOf(file: string): () => Promise<string> {
  let known = { mtimeMs: -1, html: '' };
  return async () => {
    try {
      const { mtimeMs } = await stat(file);
      if (mtimeMs !== known.mtimeMs) known = { mtimeMs, html: await readFile(file, 'utf8') };
    } catch (error) {
      if (known.html === '') throw error;
    }
    return known.html;
  };
}
