import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import type { Headings } from '#client/reports/report-types.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';

type Props = { clusterYearId: string; period: ReportPeriod; onClose: () => void };
type Row = { key: number; id: string | null; title: string; hint: string };

/** What the reports of most clusters are written under; a start, to be changed. */
const USUAL = [
  'Kết quả nổi bật',
  'Tổ chức các phong trào thi đua',
  'Công tác khen thưởng',
  'Tồn tại, hạn chế và nguyên nhân',
  'Phương hướng, nhiệm vụ',
];
const MOST = 30;

/** Đề mục thuyết minh: under which headings the members write the text of a period's reports. */
export function HeadingsDialog({ clusterYearId, period, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const trpc = useTRPC();
  const input = { clusterYearId: clusterYearId as ClusterYearId, period };
  const { data } = useQuery(trpc.reports.headings.queryOptions(input));
  return (
    <Modal opened onClose={onClose} title={t`Đề mục thuyết minh`} size="lg">
      {data && <HeadingsForm key={data.map(({ id }) => id).join()} input={input} headings={data} onClose={onClose} />}
    </Modal>
  );
}

type FormProps = {
  input: { clusterYearId: ClusterYearId; period: ReportPeriod };
  headings: Headings;
  onClose: () => void;
};

function HeadingsForm({ input, headings, onClose }: FormProps) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [rows, setRows] = useState<readonly Row[]>(() =>
    headings.map(({ id, title, hint }, key) => ({ key, id, title, hint })),
  );
  const [tried, setTried] = useState(false);
  const save = useAction(
    (list: readonly Row[]) =>
      client.reports.saveHeadings.mutate({
        ...input,
        headings: list.map(({ id, title, hint }) => ({ id: id as never, title: title.trim(), hint: hint.trim() })),
        seenIds: headings.map(({ id }) => id as never),
      }),
    { done: t`Đã lưu đề mục`, onDone: onClose },
  );
  const nextKey = () => Math.max(-1, ...rows.map(({ key }) => key)) + 1;
  const change = (key: number, patch: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...patch } : row)));
  const add = (titles: readonly string[]) =>
    setRows([...rows, ...titles.map((title, index) => ({ key: nextKey() + index, id: null, title, hint: '' }))]);

  function up(index: number): void {
    const next = [...rows];
    [next[index - 1], next[index]] = [next[index]!, next[index - 1]!];
    setRows(next);
  }

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    setTried(true);
    if (rows.every(({ title }) => title.trim().length >= 2)) void save.run(rows);
  }

  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <Text c="gray.7">
          <Trans>
            Các đơn vị viết phần thuyết minh theo những đề mục này. Không có đề mục nào: các đơn vị viết một đoạn chung.
          </Trans>
        </Text>
        <ProblemAlert problem={save.problem} title={t`Chưa lưu được đề mục`} onRetry={save.retry} />
        {rows.map(({ key, title, hint }, index) => {
          const number = index + 1;
          return (
            <Group key={key} gap="xs" align="flex-start" wrap="nowrap">
              <TextInput
                style={{ flex: 2 }}
                aria-label={t`Đề mục ${number}`}
                maxLength={200}
                value={title}
                onChange={(event) => change(key, { title: event.currentTarget.value })}
                error={tried && title.trim().length < 2 ? t`Nhập tên đề mục` : undefined}
              />
              <TextInput
                style={{ flex: 3 }}
                aria-label={t`Gợi ý cho đề mục ${number}`}
                placeholder={t`Gợi ý nội dung (không bắt buộc)`}
                maxLength={500}
                value={hint}
                onChange={(event) => change(key, { hint: event.currentTarget.value })}
              />
              <Button
                size="xs"
                variant="default"
                disabled={index === 0}
                aria-label={t`Đưa đề mục ${number} lên`}
                onClick={() => up(index)}
              >
                ↑
              </Button>
              <Button
                size="xs"
                variant="default"
                aria-label={t`Bỏ đề mục ${number}`}
                onClick={() => setRows(rows.filter((row) => row.key !== key))}
              >
                <Trans>Bỏ</Trans>
              </Button>
            </Group>
          );
        })}
        <Group gap="xs">
          <Button size="xs" variant="default" disabled={rows.length >= MOST} onClick={() => add([''])}>
            <Trans>Thêm đề mục</Trans>
          </Button>
          {rows.length === 0 && (
            <Button size="xs" variant="default" onClick={() => add(USUAL)}>
              <Trans>Dùng các đề mục thường gặp</Trans>
            </Button>
          )}
        </Group>
        <DialogFoot onClose={onClose} pending={save.pending} send={<Trans>Lưu đề mục</Trans>} />
      </Stack>
    </form>
  );
}
