import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTRPCClient } from '#client/core/api.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { type Available, inputOf, type MovementsOfYear } from '#client/movements/movement-types.ts';
import css from '#client/movements/movements.module.css';
import { formatDate } from '#shared/core/dates.ts';

type Props = { year: MovementsOfYear['year']; movements: readonly Available[]; onClose: () => void };

/** Movements that exist and are not in the year yet, each taken up by its own button. */
export function TakeUpDialog({ year, movements, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const takeUp = useAction(
    ({ id }: Available) => client.movements.takeUp.mutate({ ...inputOf(year.id), id: id as never }),
    { done: t`Đã đưa phong trào vào năm thi đua` },
  );
  return (
    <Modal opened onClose={onClose} title={t`Đưa phong trào vào năm thi đua ${String(year.year)}`} size="lg">
      <Stack gap="sm">
        <ProblemAlert
          problem={takeUp.problem}
          title={t`Chưa đưa được phong trào vào năm`}
          onRetry={() => void takeUp.retry()}
        />
        {movements.length === 0 && (
          <Text>
            <Trans>
              Mọi phong trào có thời gian trong năm này đều đã được đưa vào. Phong trào mới: đóng hộp này, bấm “Thêm
              phong trào”.
            </Trans>
          </Text>
        )}
        <div>
          {movements.map((movement) => (
            <div key={movement.id} className={css.offer}>
              <div>
                {movement.name}
                <div className={`${css.soft} tabular`}>
                  {movement.launchedBy} · {formatDate(movement.periodFrom)} - {formatDate(movement.periodTo)}
                </div>
              </div>
              <Button
                size="xs"
                loading={takeUp.pending}
                aria-label={t`Đưa vào năm: ${movement.name}`}
                onClick={() => void takeUp.run(movement)}
              >
                <Trans>Đưa vào năm</Trans>
              </Button>
            </div>
          ))}
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Đóng</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
