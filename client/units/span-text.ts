import { useLingui } from '@lingui/react/macro';
import { formatDate } from '#shared/core/dates.ts';

type Span = { validFrom: string | null; validTo: string | null };

/** A span of life in words: "từ 01/07/2025", "đến 30/06/2025", both, or nothing where it is open on both sides. */
export function useSpanText(): (span: Span) => string {
  const { t } = useLingui();
  return ({ validFrom, validTo }) => {
    const from = validFrom && formatDate(validFrom);
    const to = validTo && formatDate(validTo);
    if (from && to) return t`từ ${from} đến ${to}`;
    if (from) return t`từ ${from}`;
    return to ? t`đến ${to}` : '';
  };
}
