import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Group, Stack, Text } from '@mantine/core';
import type { NameOfPaper } from '#client/conferences/conference-types.ts';
import { namesFile } from '#client/conferences/send-template.ts';
import { type Column, DataTable } from '#client/core/table/data-table.tsx';
import { formatScaled } from '#shared/core/numbers.ts';

type Row = { key: string; shown: string; meaning: string; value: string; inList: boolean };

/** Every name that a template may use, with its meaning and what it says this year. */
export function PackNames({ clusterYearId, names }: { clusterYearId: string; names: readonly NameOfPaper[] }) {
  const { t } = useLingui();
  const rows = names.flatMap(({ name, meaning, value, rowCount, fields }): Row[] => {
    const count = formatScaled(rowCount ?? 0, 0);
    return [
      {
        key: name,
        shown: rowCount === null ? `{${name}}` : `{#${name}} … {/${name}}`,
        meaning,
        value: rowCount === null ? (value ?? '') : t`${count} dòng`,
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
      width: 270,
      cell: ({ shown, inList }) => <code style={{ paddingInlineStart: inList ? 24 : 0 }}>{shown}</code>,
    },
    { id: 'meaning', head: t`Nghĩa`, width: 380, wrap: true, cell: ({ meaning }) => meaning },
    { id: 'value', head: t`Giá trị năm nay`, cell: ({ value }) => value },
  ];
  return (
    <Stack gap="sm">
      <Group gap="md" justify="space-between">
        <Text size="sm" c="gray.7" maw={820}>
          <Trans>
            Viết tên trong ngoặc nhọn ở chỗ cần điền. Danh sách mở bằng dấu # và đóng bằng dấu /; ở giữa viết tên của
            từng dòng. Với danh sách, cột cuối là dòng đầu tiên. Tên dùng được ở mọi văn bản của Hội nghị.
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
        rows={rows}
        rowKey={({ key }) => key}
        firstNumber={null}
        empty={null}
      />
    </Stack>
  );
}
