import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, List } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { NominationStatusBadge } from '#client/nominations/nomination-status-badge.tsx';
import type { Nomination } from '#client/nominations/nomination-types.ts';
import { formatDate } from '#shared/core/dates.ts';

type Props = { duplicates: Nomination['duplicates']; year: number };

/** Trùng thành tích: what the registry and this year's dossiers already hold under the same name. A warning, no verdict. */
export function DuplicatesPanel({ duplicates, year }: Props) {
  const { t } = useLingui();
  const { awards, nominations } = duplicates;
  if (awards.length + nominations.length === 0) return null;
  return (
    <Alert color="orange" title={t`Trùng thành tích: cần xem lại`}>
      <List spacing={4}>
        {awards.map((award) => {
          const { awardName, decisionNumber } = award;
          const decidedOn = formatDate(award.decidedOn);
          return (
            <List.Item key={award.id}>
              <Anchor component={Link} to={`${paths.registry.to()}?xem=${award.id}`}>
                {award.printedName}
              </Anchor>{' '}
              <Trans>
                đã nhận {awardName} cho thành tích năm {String(year)} (Quyết định số {decisionNumber}, ngày {decidedOn})
              </Trans>
            </List.Item>
          );
        })}
        {nominations.map((twin) => (
          <List.Item key={twin.id}>
            <Anchor component={Link} to={paths.nomination.to(twin.id)}>
              {twin.name}
            </Anchor>{' '}
            <Trans>cũng được đề nghị trong năm này</Trans> <NominationStatusBadge status={twin.status} />
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
