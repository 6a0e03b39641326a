import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, List, Text } from '@mantine/core';
import type { Pledge } from '#client/pledges/pledge-types.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';

/** Chữ ký hết hiệu lực: whose, why, since when; every member sees it until all have signed again. */
export function VoidedSignatures({ pledge }: { pledge: Pledge }) {
  const { t } = useLingui();
  if (pledge.voided.length === 0 || pledge.status === 'published') return null;
  return (
    <Alert
      color="orange"
      title={t`Chữ ký hết hiệu lực vì nội dung thay đổi`}
      styles={{ title: { color: 'var(--warn-text)' } }}
      p="xs"
    >
      <List spacing={2} size="sm">
        {pledge.voided.map(({ id, unitName, signedOn, signatory, voidedAt, reason, isSignedAgain }) => {
          const on = formatDate(signedOn);
          const whose = signatory ? `${unitName} (${signatory})` : unitName;
          const since = formatDate(dayOf(voidedAt));
          return (
            <List.Item key={id}>
              <Trans>
                Chữ ký ngày {on} của {whose} hết hiệu lực vì nội dung thay đổi ngày {since}: {reason}
              </Trans>{' '}
              {isSignedAgain && (
                <Text span size="sm" c="gray.7">
                  <Trans>Đã ký lại.</Trans>
                </Text>
              )}
            </List.Item>
          );
        })}
      </List>
    </Alert>
  );
}

/** The day in Việt Nam of an instant. */
const dayOf = (instant: string) => vietnamDate(new Date(instant));
