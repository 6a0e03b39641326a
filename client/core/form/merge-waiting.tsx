import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Stack, Text } from '@mantine/core';
import type { Problem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { formatInstant } from '#shared/core/dates.ts';

type Props = {
  who: string | undefined;
  at: string | undefined;
  /** Why the other version could not be read. */
  problem: Problem | null;
  /** Opens both versions again; left out while they are being read or shown. */
  onOpen?: (() => void) | undefined;
};

/** Says above the form that what was typed is still unsaved, and leads to the choice. */
export function MergeWaiting({ who, at, problem, onOpen }: Props) {
  const { t } = useLingui();
  const name = who ?? t`Người khác`;
  const when = at ? formatInstant(at) : '';
  return (
    <Alert
      role="alert"
      color="orange"
      title={t`Chưa lưu: có hai bản khác nhau`}
      styles={{ title: { color: 'var(--warn-text)' } }}
    >
      <Stack gap="xs" align="flex-start">
        <Text>
          {when ? (
            <Trans>
              {name} đã lưu một bản khác lúc {when}. Nội dung bạn nhập vẫn ở trên màn hình, chưa được lưu.
            </Trans>
          ) : (
            <Trans>{name} đã lưu một bản khác. Nội dung bạn nhập vẫn ở trên màn hình, chưa được lưu.</Trans>
          )}
        </Text>
        <ProblemAlert problem={problem} title={t`Chưa đọc được bản của người kia`} />
        {onOpen && (
          <Button size="xs" onClick={onOpen}>
            <Trans>Xem hai bản và chọn</Trans>
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
