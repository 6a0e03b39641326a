import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { formatInstant } from '#shared/core/dates.ts';

type Props = {
  actorName: string;
  /** Instant, ISO UTC. */
  at: string;
  /** Per field of the screen: what it was when the person opened it, and what it is now. */
  changes: readonly { field: string; old: string | null; theirs: string | null }[];
  /** Loads the new version; what was typed here is given up. */
  onTakeTheirs: () => void;
  /** Closes the dialog and leaves what was typed on the screen, to copy from; it is not saved. */
  onKeepMine: () => void;
};

/** Somebody else saved first. Nothing was overwritten; the person decides with both versions in sight. */
export function ConflictDialog({ actorName, at, changes, onTakeTheirs, onKeepMine }: Props) {
  const { t } = useLingui();
  const when = formatInstant(at);
  return (
    <Modal opened onClose={onKeepMine} title={t`Người khác đã sửa trước`} size="lg">
      <Stack gap="sm">
        <Text>
          <Trans>
            <strong>{actorName}</strong> đã lưu lúc {when}, sau khi bạn mở. Bản của bạn chưa được lưu, không có gì bị
            ghi đè.
          </Trans>
        </Text>
        {changes.length > 0 && (
          <Table withTableBorder withColumnBorders>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>
                  <Trans>Nội dung</Trans>
                </Table.Th>
                <Table.Th>
                  <Trans>Khi bạn mở</Trans>
                </Table.Th>
                <Table.Th>
                  <Trans>Bản mới</Trans>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changes.map((change) => (
                <Table.Tr key={change.field}>
                  <Table.Th scope="row">{change.field}</Table.Th>
                  <Table.Td>{change.old ?? '–'}</Table.Td>
                  <Table.Td>{change.theirs ?? '–'}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onKeepMine}>
            <Trans>Giữ bản của tôi để chép lại</Trans>
          </Button>
          <Button onClick={onTakeTheirs}>
            <Trans>Xem bản mới</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
