import { i18n } from '@lingui/core';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import * as z from 'zod/mini';
import { wordZodIssue } from '#client/core/form/word-issue.ts';

// The sentences in the code are Vietnamese; tests read them as they stand there.
i18n.loadAndActivate({ locale: 'vi', messages: {} });
// As the limit of a test: it only ends a wait for what never comes.
configure({ asyncUtilTimeout: 15_000 });
z.config({ customError: wordZodIssue });

/** What Mantine asks of a browser and jsdom does not have. */
function completeBrowser(): void {
  window.matchMedia ??= (query: string) =>
    ({
      matches: false,
      media: query,
      onchange: null,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      addListener: () => undefined,
      removeListener: () => undefined,
      dispatchEvent: () => false,
    }) as MediaQueryList;
  window.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  window.scrollTo = () => undefined;
  Element.prototype.scrollIntoView ??= () => undefined;
  Object.defineProperty(document, 'fonts', {
    value: { addEventListener: () => undefined, removeEventListener: () => undefined, ready: Promise.resolve() },
    configurable: true,
  });
}

if (typeof window !== 'undefined') completeBrowser();

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
