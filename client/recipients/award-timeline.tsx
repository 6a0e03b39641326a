import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { useWords } from '#client/core/words.ts';
import type { HistoryAward, Recipient } from '#client/recipients/recipient-types.ts';
import css from '#client/recipients/recipients.module.css';
import { CERTIFICATE_STATUS_LABELS } from '#shared/certificates/certificates.schema.ts';
import { formatDate } from '#shared/core/dates.ts';
import { ofPredecessor } from '#shared/recipients/award-history-text.ts';

type Props = {
  awards: readonly HistoryAward[];
  counts: Recipient['counts'];
  more: { load: () => void; busy: boolean } | null;
};

/** Quá trình khen thưởng: every award there is to see, newest first, by the year of its decision. */
export function AwardTimeline({ awards, counts, more }: Props) {
  const { t } = useLingui();
  const years = [...Map.groupBy(awards, ({ decidedOn }) => decidedOn.slice(0, 4))];
  const { active, cancelled } = counts;
  return (
    <section>
      <Title order={2} mb={6}>
        <Trans>Quá trình khen thưởng</Trans>
      </Title>
      <Text c="gray.7" mb={6}>
        <Trans>{active} lượt khen</Trans>
        {cancelled > 0 && (
          <>
            , <Trans>{cancelled} lượt đã hủy bỏ</Trans>
          </>
        )}
      </Text>
      {awards.length === 0 ? (
        <Text c="gray.7">
          <Trans>Chưa có lượt khen nào trong phạm vi bạn xem được. Khen thưởng trước đây ghi ở “Sổ khen thưởng”.</Trans>
        </Text>
      ) : (
        <table className={css.years} aria-label={t`Quá trình khen thưởng`}>
          <thead>
            <tr>
              <th scope="col" className={css.year}>
                <Trans>Năm</Trans>
              </th>
              <th scope="col">
                <Trans>Danh hiệu, hình thức khen thưởng</Trans>
              </th>
              <th scope="col">
                <Trans>Quyết định</Trans>
              </th>
              <th scope="col">
                <Trans>Bằng, số sổ vàng</Trans>
              </th>
            </tr>
          </thead>
          {years.map(([year, ofYear]) => (
            <tbody key={year}>
              {ofYear.map((award, n) => (
                <tr key={award.id}>
                  {n === 0 && (
                    <th scope="rowgroup" rowSpan={ofYear.length} className={css.year}>
                      {year}
                    </th>
                  )}
                  <AwardCells award={award} />
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      )}
      {more && (
        <Button variant="default" size="xs" mt="xs" loading={more.busy} className="no-print" onClick={more.load}>
          <Trans>Xem thêm</Trans>
        </Button>
      )}
    </section>
  );
}

function AwardCells({ award }: { award: HistoryAward }) {
  const { label } = useWords();
  const { id, awardName, year, status, ofName, decisionNumber, decisionId, decidedOn, certificate } = award;
  const isCancelled = status === 'cancelled';
  const forYear = String(year);
  return (
    <>
      <td>
        <Anchor component={Link} to={`${paths.registry.to()}?xem=${id}`} className={isCancelled ? css.struck! : ''}>
          {awardName}
        </Anchor>{' '}
        {isCancelled && (
          <StatusBadge tone="bad">
            <Trans>Đã hủy bỏ</Trans>
          </StatusBadge>
        )}
        <Text size="sm" c="gray.7">
          <Trans>Thành tích năm {forYear}</Trans>
          {ofName && `, ${label(ofPredecessor(ofName))}`}
        </Text>
      </td>
      <td>
        {decisionId ? (
          <Anchor component={Link} to={paths.decision.to(decisionId)}>
            {decisionNumber}
          </Anchor>
        ) : (
          decisionNumber
        )}
        <Text size="sm" c="gray.7">
          {formatDate(decidedOn)}
        </Text>
      </td>
      <td>
        {certificate ? (
          <>
            <Anchor component={Link} to={paths.certificate.to(certificate.id)}>
              {certificate.goldenBookNumber}/{certificate.goldenBookYear}
            </Anchor>
            <Text size="sm" c="gray.7">
              {label(CERTIFICATE_STATUS_LABELS[certificate.status])}
            </Text>
          </>
        ) : (
          '–'
        )}
      </td>
    </>
  );
}
