import { Trans, useLingui } from '@lingui/react/macro';
import { Text, Title, VisuallyHidden } from '@mantine/core';
import { useSession } from '#client/core/session.tsx';
import type { Recipient } from '#client/recipients/recipient-types.ts';
import css from '#client/recipients/recipients.module.css';
import { titleStrip } from '#shared/recipients/title-strip.rules.ts';

/** Danh hiệu thi đua by year: a filled square where there is one, so that years in a row and gaps are seen. */
export function TitleStrip({ titles }: { titles: Recipient['titles'] }) {
  const { t } = useLingui();
  const { today } = useSession();
  const { years, rows } = titleStrip(titles, Number(today.slice(0, 4)) - 1);
  return (
    <section>
      <Title order={2} mb={6}>
        <Trans>Danh hiệu thi đua theo năm</Trans>
      </Title>
      {rows.length === 0 ? (
        <Text c="gray.7">
          <Trans>Chưa có danh hiệu thi đua nào trong phạm vi bạn xem được.</Trans>
        </Text>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section aria-label={t`Danh hiệu thi đua theo năm`} tabIndex={0} style={{ overflowX: 'auto' }}>
          <table className={css.strip}>
            <thead>
              <tr>
                <td />
                {years.map((year) => (
                  <th key={year} scope="col" className={css.head}>
                    {year}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ awardCode, awardName, has, run, count }) => {
                const runLength = String(run.length);
                const from = String(run.from);
                const to = String(run.to);
                return (
                  <tr key={awardCode}>
                    <th scope="row">
                      {awardName}
                      <Text size="sm" c="gray.7">
                        {run.length > 1 ? (
                          <Trans>
                            {count} năm; dài nhất {runLength} năm liền ({from}–{to})
                          </Trans>
                        ) : (
                          <Trans>{count} năm</Trans>
                        )}
                      </Text>
                    </th>
                    {years.map((year, n) => (
                      <td key={year}>
                        <span className={has[n] ? `${css.cell} ${css.has}` : css.cell}>
                          <span aria-hidden>{has[n] ? '✓' : ''}</span>
                          <VisuallyHidden>{has[n] ? t`có` : t`không`}</VisuallyHidden>
                        </span>
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
