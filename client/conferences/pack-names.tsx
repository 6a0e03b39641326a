import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import type { NameOfPaper } from '#client/conferences/conference-types.ts';
import { namesFile } from '#client/conferences/send-template.ts';
import { type Column, DataTable } from '#client/core/table/data-table.tsx';
import { formatScaled } from '#shared/core/numbers.ts';

type Row = { key: string; shown: string; meaning: string; value: string; inList: boolean };

type Props = {
  clusterYearId: string;
  names: readonly NameOfPaper[];
  /** Of the invitation, which has names of its own. */
  invitationNames: readonly NameOfPaper[];
};

/** Every name that a template may use, with its meaning and what it says this year. */
export function PackNames({ clusterYearId, names, invitationNames }: Props) {
  const { t } = useLingui();
  const rowsOf = (list: readonly NameOfPaper[]) =>
    list.flatMap(({ name, meaning, isTable, value, rowCount, fields }): Row[] => {
      const count = formatScaled(rowCount ?? 0, 0);
      const word = isTable ? `{@${name}}` : `{${name}}`;
      return [
        {
          key: name,
          shown: rowCount === null ? word : `{#${name}} … {/${name}}`,
          meaning,
          value: rowCount === null ? (isTable ? t`cả bảng` : (value ?? '')) : t`${count} dòng`,
          inList: false,
        },
        ...fields.map((one) => ({
          key: `${name}.${one.name}`,
          shown: `{${one.name}}`,
          meaning: one.meaning,
          value: one.value,
          inList: true,
        })),
      ];
    });
  const columns: Column<Row>[] = [
    {
      id: 'name',
      head: t`Tên trong mẫu`,
      rowHead: true,
      width: 340,
      cell: ({ shown, inList }) => <code style={{ paddingInlineStart: inList ? 24 : 0 }}>{shown}</code>,
    },
    { id: 'meaning', head: t`Nghĩa`, width: 360, wrap: true, cell: ({ meaning }) => meaning },
    { id: 'value', head: t`Giá trị năm nay`, cell: ({ value }) => value },
  ];
  return (
    <Stack gap="sm">
      <Group gap="md" justify="space-between">
        <Text size="sm" c="gray.7" maw={820}>
          <Trans>
            Viết tên trong ngoặc nhọn ở chỗ cần điền. Danh sách mở bằng dấu # và đóng bằng dấu /; ở giữa viết tên của
            từng dòng. Với danh sách, cột cuối là dòng đầu tiên. Cả bảng viết với dấu @, một mình trong đoạn. Giấy mời
            có tên riêng, ở bảng dưới; các tên khác dùng được ở mọi văn bản của Hội nghị.
          </Trans>
        </Text>
        <Group gap="md">
          <Anchor size="sm" underline="always" href={namesFile(clusterYearId, 'docx')}>
            <Trans>Tải danh sách (Word)</Trans>
          </Anchor>
          <Anchor size="sm" underline="always" href={namesFile(clusterYearId, 'txt')}>
            <Trans>Tải danh sách (.txt)</Trans>
          </Anchor>
        </Group>
      </Group>
      <DataTable
        caption={t`Tên dùng trong mẫu văn bản`}
        columns={columns}
        rows={rowsOf(names)}
        rowKey={({ key }) => key}
        firstNumber={null}
        empty={null}
      />
      <Title order={3} fz="md">
        <Trans>Tên dùng trong mẫu Giấy mời</Trans>
      </Title>
      <DataTable
        caption={t`Tên dùng trong mẫu Giấy mời`}
        columns={columns}
        rows={rowsOf(invitationNames)}
        rowKey={({ key }) => key}
        firstNumber={null}
        empty={null}
      />
    </Stack>
  );
}
