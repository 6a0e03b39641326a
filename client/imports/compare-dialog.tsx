import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { Problem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import css from '#client/imports/imports.module.css';
import type { ImportField } from '#shared/imports/fields/import-field.ts';
import type { ImportRowView } from '#shared/imports/imports.views.ts';

type Props = {
  row: ImportRowView;
  fields: readonly ImportField[];
  pending: boolean;
  problem: Problem | null;
  onClose: () => void;
  /** The one in the registry that is meant; null: none of them, a new one is made. */
  onDecide: (recipientId: string | null) => void;
};

/** What tells people and collectives apart; the rest of the row is of no use here. */
const TELLING = /name|birth|founded|sex|unit|place|position|cccd|kind/i;

/** The row beside those in the registry it may be; the person says which, or that it is somebody else. */
export function CompareDialog({ row, fields, pending, problem, onClose, onDecide }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  useReturnFocus();
  const rowText = String(row.rowNumber);
  const told = fields.filter(({ id }) => TELLING.test(id) && row.cells[id]);
  return (
    <Modal opened onClose={onClose} title={t`Dòng ${rowText} có thể đã có trong danh sách`} size="xl">
      <Stack gap="sm">
        <table className={css.compare}>
          <thead>
            <tr>
              <th scope="col" style={{ width: '38%' }}>
                <Trans>Trong tệp, dòng {rowText}</Trans>
              </th>
              <th scope="col">
                <Trans>Đã có, có thể là</Trans>
              </th>
              <th scope="col" style={{ width: 150 }}>
                <Trans>Chọn</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {row.candidates.map((candidate, index) => (
              <tr key={candidate.id}>
                {index === 0 && (
                  <td rowSpan={row.candidates.length}>
                    {told.map((field) => (
                      <div key={field.id}>
                        <Text span size="sm" c="gray.7">
                          {label(field.label)}:
                        </Text>{' '}
                        {row.cells[field.id]}
                      </div>
                    ))}
                  </td>
                )}
                <td>
                  <strong>{candidate.name}</strong>
                  <div>{candidate.about}</div>
                  {candidate.sameness.length > 0 && (
                    <Text size="sm" c="gray.7">
                      <Trans>Giống nhau: {candidate.sameness.join(', ')}</Trans>
                    </Text>
                  )}
                </td>
                <td>
                  <Button
                    size="compact-sm"
                    variant={row.decided === candidate.id ? 'filled' : 'default'}
                    disabled={pending}
                    aria-label={t`Chính là hồ sơ này: ${candidate.name}, ${candidate.about}`}
                    onClick={() => onDecide(candidate.id)}
                  >
                    <Trans>Chính là hồ sơ này</Trans>
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <ProblemAlert problem={problem} title={t`Chưa chọn được`} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            <Trans>Đóng</Trans>
          </Button>
          <Button disabled={pending} onClick={() => onDecide(null)}>
            <Trans>Không phải, thêm mới</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
