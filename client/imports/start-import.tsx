import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useTRPC } from '#client/core/api.ts';
import { paths } from '#client/core/paths.ts';
import { type ReasonText, readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { Reasons } from '#client/core/reasons.tsx';
import { useSession } from '#client/core/session.tsx';
import { useWords } from '#client/core/words.ts';
import { DropZone } from '#client/imports/drop-zone.tsx';
import css from '#client/imports/imports.module.css';
import { sendImport, templateAddress } from '#client/imports/send-import.ts';
import { MOST_FILE_BYTES } from '#shared/files/files.schema.ts';
import {
  IMPORT_KIND_LABELS,
  type ImportKind,
  type ImportOptions,
  type ImportTarget,
} from '#shared/imports/imports.schema.ts';
import { REPORT_PERIOD_LABELS, type ReportPeriod } from '#shared/reports/reports.schema.ts';

type Props = { kinds: readonly ImportKind[]; kind: ImportKind; onKind: (kind: ImportKind) => void };

/** Chọn tệp: what the rows are, where they go, the template, and the file itself. */
export function StartImport({ kinds, kind, onKind }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const trpc = useTRPC();
  const options = useQuery({ ...trpc.imports.options.queryOptions({ kind }), staleTime: 60_000 });
  return (
    <section aria-label={t`Nhập tệp mới`} className={css.start}>
      <Stack gap="sm">
        <Title order={2}>
          <Trans>Nhập tệp mới</Trans>
        </Title>
        <NativeSelect
          label={t`Nội dung của tệp`}
          value={kind}
          onChange={(event) => onKind(event.currentTarget.value as ImportKind)}
          data={kinds.map((value) => ({ value, label: label(IMPORT_KIND_LABELS[value]) }))}
        />
        <Text size="sm" c="gray.7">
          <About kind={kind} />
        </Text>
        <Anchor href={templateAddress(kind)} download>
          <Group gap={6} component="span">
            <IconDownload size={16} aria-hidden />
            <Trans>Tải tệp mẫu: {label(IMPORT_KIND_LABELS[kind])}</Trans>
          </Group>
        </Anchor>
      </Stack>
      {options.error && <ProblemAlert problem={readProblem(options.error)} onRetry={() => void options.refetch()} />}
      {options.data && <Where key={kind} kind={kind} options={options.data} />}
    </section>
  );
}

/** What one row is, so that nobody prepares the wrong sheet. */
function About({ kind }: { kind: ImportKind }): ReactNode {
  switch (kind) {
    case 'recipients':
      return <Trans>Mỗi dòng một tập thể hoặc cá nhân: tên, ngày sinh hoặc năm thành lập, nơi công tác…</Trans>;
    case 'awards':
      return <Trans>Mỗi dòng một lần khen đã có quyết định: ai, hình thức nào, số và ngày quyết định.</Trans>;
    case 'nominations':
      return <Trans>Mỗi dòng một hồ sơ đề nghị của năm thi đua đã chọn; hồ sơ được tạo ở dạng đang soạn.</Trans>;
    case 'report-values':
      return <Trans>Mỗi dòng một chỉ tiêu với số liệu của báo cáo đã chọn.</Trans>;
    case 'units':
      return <Trans>Mỗi dòng một đơn vị: mã, tên, cấp, đơn vị cấp trên.</Trans>;
    default:
      return <Trans>Mỗi dòng một tài khoản: tên đăng nhập, họ tên, đơn vị, vai trò.</Trans>;
  }
}

function Where({ kind, options }: { kind: ImportKind; options: ImportOptions }) {
  const { t } = useLingui();
  const { label } = useWords();
  const navigate = useNavigate();
  const { units, unitOptional } = options;
  const { clusterYear } = useSession();
  // Figures go into a report that is open; a year without one is no choice.
  const years = kind === 'report-values' ? options.years.filter(({ periods }) => periods.length > 0) : options.years;
  const firstYear = years.find(({ id }) => id === clusterYear?.id) ?? years[0];
  const [unitId, setUnitId] = useState(unitOptional ? '' : (units[0]?.id ?? ''));
  const [yearId, setYearId] = useState(firstYear?.id ?? '');
  const year = years.find(({ id }) => id === yearId);
  const [period, setPeriod] = useState(year?.periods[0] ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<readonly Pick<ReasonText, 'code' | 'text'>[] | null>(null);
  const asksUnit = units.length > (unitOptional ? 0 : 1);
  const needsYear = kind === 'nominations' || kind === 'report-values';
  const noYear = needsYear && years.length === 0;
  const limitMb = String(MOST_FILE_BYTES / 1024 / 1024);

  async function send(file: File): Promise<void> {
    setProblem(null);
    if (file.size > MOST_FILE_BYTES) {
      setProblem([
        {
          code: 'too-large',
          text: t`Tệp “${file.name}” lớn hơn ${limitMb} MB. Chia tệp thành nhiều phần rồi nhập từng phần.`,
        },
      ]);
      return;
    }
    setBusy(true);
    const target = {
      kind,
      ...(unitId && { unitId }),
      ...(needsYear && yearId && { clusterYearId: yearId }),
      ...(kind === 'report-values' && period && { period }),
    } as ImportTarget;
    const sent = await sendImport(target, file);
    setBusy(false);
    if (sent.id !== null) return void (await navigate(paths.importRun.to(sent.id)));
    setProblem(
      sent.reasons.length > 0
        ? sent.reasons
        : [{ code: 'offline', text: t`Chưa kết nối được máy chủ. Kiểm tra mạng rồi chọn lại tệp.` }],
    );
  }

  return (
    <Stack gap="sm">
      {(asksUnit || needsYear) && (
        <Group gap="sm" align="flex-end">
          {asksUnit && (
            <NativeSelect
              label={t`Đơn vị`}
              value={unitId}
              onChange={(event) => setUnitId(event.currentTarget.value)}
              data={[
                ...(unitOptional ? [{ value: '', label: t`Theo cột đơn vị trong tệp` }] : []),
                ...units.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
          {needsYear && years.length > 0 && (
            <NativeSelect
              label={t`Năm thi đua`}
              value={yearId}
              onChange={(event) => {
                setYearId(event.currentTarget.value);
                setPeriod(years.find(({ id }) => id === event.currentTarget.value)?.periods[0] ?? '');
              }}
              data={years.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          {kind === 'report-values' && year && (
            <NativeSelect
              label={t`Kỳ báo cáo`}
              value={period}
              onChange={(event) => setPeriod(event.currentTarget.value)}
              data={year.periods.map((value) => ({ value, label: label(REPORT_PERIOD_LABELS[value as ReportPeriod]) }))}
            />
          )}
        </Group>
      )}
      {noYear && (
        <Alert color="orange">
          <Trans>
            Chưa có năm thi đua nào mà bạn được nhập nội dung này. Kiểm tra vai trò hoặc năm thi đua của Cụm.
          </Trans>
        </Alert>
      )}
      {problem && (
        <Alert role="alert" color="red" title={t`Chưa nhận được tệp`}>
          <Reasons reasons={problem} />
        </Alert>
      )}
      <DropZone disabled={noYear} busy={busy} onFile={(file) => void send(file)} />
    </Stack>
  );
}
