import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, Button, Drawer, Loader, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import css from '#client/care/care.module.css';
import type { CareCase, Opened } from '#client/care/care-types.ts';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { paths } from '#client/core/paths.ts';
import { type ReasonText, readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { Reasons } from '#client/core/reasons.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import { LENS_LABELS, WHY_LABELS } from '#shared/care/care.labels.ts';
import type { Why } from '#shared/care/care.rules.ts';
import { type OpenLens, openLens } from '#shared/care/care.schema.ts';
import { PERSON_CLASS_LABELS, RECIPIENT_KIND_LABELS, SEX_LABELS } from '#shared/recipients/recipients.schema.ts';

type Props = {
  opened: Opened;
  /** Why this person sees the number of dân tộc thiểu số but not the people; empty when they may open them. */
  closed: readonly ReasonText[];
  onClose: () => void;
};

/** The people and collectives behind one number, each with the reason why it is counted. */
export function CaseDrawer({ opened, closed, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const { lens, unitName } = opened;
  const name = label(LENS_LABELS[lens]);
  const open = openLens.safeParse(lens);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={480}
      title={unitName ? `${name}, ${unitName}` : name}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t`Đóng` }}
    >
      {open.success ? <OpenCases opened={opened} lens={open.data} /> : <Minority opened={opened} closed={closed} />}
    </Drawer>
  );
}

function OpenCases({ opened, lens }: { opened: Opened; lens: OpenLens }) {
  const { t } = useLingui();
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.care.rows.queryOptions({ ...opened.behind, lens }));
  if (error) return <ProblemAlert problem={readProblem(error)} title={t`Chưa mở được`} />;
  if (!data) return <Loader size="sm" />;
  return <Cases rows={data} because={(one) => <WhyText row={one} />} />;
}

function WhyText({ row: { why, personClass, sex } }: { row: CareCase }) {
  const { label } = useWords();
  const words = why.map((one: Why): string => {
    if (one === 'class') return personClass ? label(PERSON_CLASS_LABELS[personClass]) : '';
    if (one === 'sex') return sex ? label(SEX_LABELS[sex]) : '';
    return one === 'ethnicity' ? '' : label(WHY_LABELS[one]);
  });
  return words.join(' · ');
}

type Shown = Pick<CareCase, 'awardId' | 'nominationId' | 'recipientKind' | 'name' | 'unitName'>;

function Cases<Row extends Shown>({ rows, because }: { rows: readonly Row[]; because: (row: Row) => ReactNode }) {
  const { label } = useWords();
  if (rows.length === 0)
    return (
      <Text>
        <Trans>Không còn trường hợp nào: danh sách vừa thay đổi. Đóng khung này để xem số mới.</Trans>
      </Text>
    );
  return (
    <ul className={css.cases}>
      {rows.map((row) => (
        <li key={row.awardId ?? row.nominationId}>
          <CaseLink row={row} />
          <div>
            {label(RECIPIENT_KIND_LABELS[row.recipientKind])} · {row.unitName}
          </div>
          <div className={css.soft}>{because(row)}</div>
        </li>
      ))}
    </ul>
  );
}

function CaseLink({ row: { awardId, nominationId, name } }: { row: Shown }) {
  const to = awardId
    ? `${paths.registry.to()}?mo=${awardId}`
    : nominationId
      ? paths.nomination.to(nominationId)
      : undefined;
  if (!to) return name;
  return (
    <Anchor component={Link} to={to}>
      {name || <Trans>(chưa nhập tên)</Trans>}
    </Anchor>
  );
}

/** Sensitive: asked for with a reason, and each opening is written down. */
function Minority({ opened, closed }: { opened: Opened; closed: readonly ReasonText[] }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [reason, setReason] = useState('');
  const [rows, setRows] = useState<Awaited<ReturnType<typeof client.care.minorityRows.mutate>> | null>(null);
  const open = useAction((why: string) => client.care.minorityRows.mutate({ ...opened.behind, reason: why }), {
    onDone: setRows,
  });
  if (closed.length > 0)
    return (
      <Alert color="gray" title={t`Không mở được danh sách`}>
        <Reasons reasons={closed} />
      </Alert>
    );
  if (rows) return <Cases rows={rows} because={({ ethnicity }) => <Trans>Dân tộc: {ethnicity}</Trans>} />;
  const unnamed = open.problem?.reasons.find(({ field }) => field === 'reason');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void open.run(reason);
      }}
    >
      <Stack gap="sm" align="flex-start">
        <Text>
          <Trans>Dân tộc là dữ liệu nhạy cảm. Mỗi lần mở danh sách được ghi lại: ai mở, lúc nào, vì sao.</Trans>
        </Text>
        <ProblemAlert
          problem={unnamed ? null : open.problem}
          title={t`Chưa mở được`}
          onRetry={() => void open.retry()}
        />
        <Textarea
          label={t`Lý do xem`}
          description={t`Ít nhất 10 ký tự, ví dụ: đối chiếu danh sách trước khi trình ký`}
          required
          w="100%"
          autosize
          minRows={2}
          value={reason}
          error={unnamed?.text}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <Button type="submit" loading={open.pending}>
          <Trans>Mở danh sách {opened.count} người</Trans>
        </Button>
      </Stack>
    </form>
  );
}
