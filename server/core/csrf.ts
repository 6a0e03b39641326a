import type { Request, RequestHandler } from 'express';

/** The header that a page of another site cannot send without asking first, and we never allow it. */
export const OWN_HEADER = 'x-luytre';

const SAFE_METHODS = new Set(['GET', 'HEAD']);

/**
 * Refuses (403) every request that changes something unless a page of ours sent it: the cookie alone is no proof,
 * because the browser adds it to requests of neighbouring hosts (`*.gov.vn` counts as the same site) too.
 *
 * @param publicUrl the address people use, e.g. `https://luytre.langson.gov.vn`
 */
export function csrfGuard({ publicUrl }: { publicUrl: string }): RequestHandler {
  const publicOrigin = new URL(publicUrl).origin;
  return (req, res, next) => {
    if (SAFE_METHODS.has(req.method) || isOwn(req, publicOrigin)) return next();
    res.status(403).json({
      code: 'request.cross-site',
      text: 'Yêu cầu không đến từ trang của hệ thống nên không được thực hiện. Hãy tải lại trang rồi thử lại.',
    });
  };
}

/**
 * For files, which are made and counted for whoever asks: refuses (403) what the page of another site loads as its
 * picture, script or frame, for the browser of somebody who is signed in adds the cookie where the site is a neighbour.
 * A link that somebody follows opens.
 */
export const ownLoadsOnly: RequestHandler = ({ headers }, res, next) => {
  const site = headers['sec-fetch-site'];
  const isForeign = site === 'cross-site' || site === 'same-site';
  if (!isForeign || headers['sec-fetch-dest'] === 'document') return next();
  res.status(403).json({
    code: 'request.cross-site',
    text: 'Tệp này chỉ mở được từ trang của hệ thống. Hãy mở trang rồi tải tệp ở đó.',
  });
};

function isOwn(req: Request, publicOrigin: string): boolean {
  return hasOwnSite(req) && hasOwnOrigin(req, publicOrigin) && hasOwnType(req) && req.headers[OWN_HEADER] === '1';
}

/** Sent by every browser since 2023; other programs leave it out. "none" is a person at the address bar. */
function hasOwnSite({ headers }: Request): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

function hasOwnOrigin(req: Request, publicOrigin: string): boolean {
  const { origin, host } = req.headers;
  if (origin === undefined || origin === publicOrigin) return true;
  // A proxy may end TLS without telling us, so https of our own host is as good as what we see.
  return origin === `${req.protocol}://${host}` || origin === `https://${host}`;
}

/** A form can send multipart, urlencoded and plain text without asking; JSON, PUT and DELETE it cannot. */
function hasOwnType(req: Request): boolean {
  const { 'content-type': type } = req.headers;
  if (req.method === 'PUT' && /^\/(files|imports)(\/|$)/.test(req.path)) return true;
  if (req.method === 'DELETE' && type === undefined) return true;
  return (type ?? '').split(';', 1)[0]?.trim().toLowerCase() === 'application/json';
}
