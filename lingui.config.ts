import { formatter } from '@lingui/format-po';

/**
 * Where the sentences of the screens are kept. Vietnamese is the source language: it is written in the code,
 * `npm run lingui` copies it to `locales/vi.po`, and translators fill `locales/en.po`.
 * Line numbers are left out, so that moving code does not change the catalogues.
 */
export default {
  sourceLocale: 'vi',
  locales: ['vi', 'en'],
  catalogs: [{ path: '<rootDir>/locales/{locale}', include: ['<rootDir>/client'] }],
  format: formatter({ lineNumbers: false }),
};
