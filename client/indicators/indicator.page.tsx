import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { apiContext, useTRPC, useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { Fact, Facts } from '#client/core/facts.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { RecordHistory } from '#client/core/record-history.tsx';
import { type Column, DataTable } from '#client/core/table/data-table.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { EditVersionDialog, NewVersionDialog } from '#client/indicators/indicator-dialogs.tsx';
import type { IndicatorPage, Version } from '#client/indicators/indicator-types.ts';
import css from '#client/indicators/indicators.module.css';
import { SeriesNote } from '#client/indicators/series-note.tsx';
import { formatDate } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { yearTitle } from '#shared/core/year-title.ts';
import { BETTER_LABELS, INDICATOR_KIND_LABELS } from '#shared/indicators/indicators.labels.ts';
import { AGGREGATION_LABELS } from '#shared/indicators/indicators.schema.ts';

const inputOf = (id: string | undefined) => ({ id: (id ?? '') as never });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.indicators.byId.queryOptions(inputOf(params.id)));
  return null;
}

type Open = { what: 'edit' | 'version' | 'close'; version: Version };

/** One indicator: what it says today, its versions, how its series goes on, which years ask it. */
export function Component() {
  const { t } = useLingui();
  const { id } = useParams();
  const trpc = useTRPC();
  const { data: page } = useSuspenseQuery(trpc.indicators.byId.queryOptions(inputOf(id)));
  const [open, setOpen] = useState<Open | null>(null);
  const current = page.versions[0]!;
  const close = () => setOpen(null);
  const isClosed = current.validTo !== null;
  const closing = isClosed ? t`Dùng lại` : t`Ngừng dùng`;
  return (
    <Stack gap="md">
      <PageHeader
        title={current.name}
        about={
          <>
            <Link to={paths.indicators.to()}>
              <Trans>Danh mục chỉ tiêu</Trans>
            </Link>{' '}
            · {page.ownerName ? <Trans>Chỉ tiêu riêng của {page.ownerName}</Trans> : <Trans>Dùng chung</Trans>}
            {current.validTo && (
              <>
                {' '}
                · <Trans>dùng đến hết {formatDate(current.validTo)}</Trans>
              </>
            )}
          </>
        }
        actions={
          page.mayChange && (
            <>
              <Button variant="default" onClick={() => setOpen({ what: 'close', version: current })}>
                {closing}
              </Button>
              <Button variant="default" onClick={() => setOpen({ what: 'edit', version: current })}>
                <Trans>Sửa</Trans>
              </Button>
              {!isClosed && (
                <Button onClick={() => setOpen({ what: 'version', version: current })}>
                  <Trans>Phiên bản mới</Trans>
                </Button>
              )}
            </>
          )
        }
      />
      <About version={current} />
      <section>
        <h2 className={css.head}>
          <Trans>Các phiên bản</Trans>
        </h2>
        <Versions page={page} onEdit={(version) => setOpen({ what: 'edit', version })} />
        {page.followers.map((follower) => (
          <Text key={follower.id} mt={6}>
            <Trans>
              Chuỗi số nối tiếp vào <Link to={paths.indicator.to(follower.id)}>{follower.name}</Link> từ{' '}
              {formatDate(follower.validFrom)}.
            </Trans>
          </Text>
        ))}
      </section>
      {page.mayReadHistory && (
        <section>
          <h2 className={css.head}>
            <Trans>Lịch sử cập nhật</Trans>
          </h2>
          <RecordHistory subjectKind="indicator" subjectId={page.id} />
        </section>
      )}
      {open?.what === 'edit' && <EditVersionDialog page={page} version={open.version} onClose={close} />}
      {open?.what === 'version' && <NewVersionDialog page={page} version={open.version} onClose={close} />}
      {open?.what === 'close' && <CloseDialog page={page} version={open.version} onClose={close} />}
    </Stack>
  );
}

/** A wording with its tags as words: "trên [số tròn 1.000] tỷ đồng". */
function useReadableWording(): (wording: string) => string {
  const { t } = useLingui();
  return (wording) =>
    wording.replace(/\{(value|priorYear|floor):?(\d*)\}/g, (_, tag: string, step: string) => {
      if (tag === 'priorYear') return `[${t`năm trước`}]`;
      const rounded = formatScaled(Number(step), 0);
      return tag === 'value' ? `[${t`số đầy đủ`}]` : `[${t`số tròn ${rounded}`}]`;
    });
}

function About({ version }: { version: Version }) {
  const { label } = useWords();
  const readable = useReadableWording();
  const { unitOfMeasure, decimals, kind, aggregation, weightName, better, sourceOffice, definition, paperWording } =
    version;
  return (
    <Facts terms={190} most={900}>
      <Fact term={<Trans>Đơn vị tính</Trans>}>
        {unitOfMeasure}, <Trans>{decimals} số lẻ</Trans>
      </Fact>
      <Fact term={<Trans>Loại số liệu</Trans>}>{label(INDICATOR_KIND_LABELS[kind])}</Fact>
      <Fact term={<Trans>Cách tổng hợp</Trans>}>
        {label(AGGREGATION_LABELS[aggregation])}
        {weightName && (
          <>
            {' '}
            <Trans>theo {weightName}</Trans>
          </>
        )}
      </Fact>
      <Fact term={<Trans>Chiều đánh giá</Trans>}>{label(BETTER_LABELS[better])}</Fact>
      <Fact term={<Trans>Nguồn số liệu</Trans>}>{sourceOffice}</Fact>
      <Fact term={<Trans>Định nghĩa, cách tính</Trans>}>{definition}</Fact>
      <Fact term={<Trans>Cách ghi trong báo cáo</Trans>}>{readable(paperWording)}</Fact>
    </Facts>
  );
}

function Versions({ page, onEdit }: { page: IndicatorPage; onEdit: (version: Version) => void }) {
  const { t } = useLingui();
  const { label } = useWords();
  const columns: Column<Version>[] = [
    {
      id: 'days',
      head: <Trans>Dùng từ - đến</Trans>,
      width: 190,
      rowHead: true,
      cell: ({ validFrom, validTo }) => (
        <span className="tabular">
          {formatDate(validFrom)} - {validTo ? formatDate(validTo) : t`nay`}
        </span>
      ),
    },
    { id: 'name', head: <Trans>Tên</Trans>, wrap: true, cell: ({ name }) => name },
    { id: 'unit', head: <Trans>Đơn vị tính</Trans>, width: 110, cell: ({ unitOfMeasure }) => unitOfMeasure },
    { id: 'decimals', head: <Trans>Số lẻ</Trans>, width: 66, numeric: true, cell: ({ decimals }) => decimals },
    {
      id: 'series',
      head: <Trans>Chuỗi số</Trans>,
      width: 250,
      wrap: true,
      cell: ({ series }) => <SeriesNote series={series} />,
    },
    {
      id: 'years',
      head: <Trans>Năm dùng</Trans>,
      width: 230,
      wrap: true,
      cell: ({ years }) =>
        years.length === 0
          ? '–'
          : years.map((year, index) => (
              <span key={year.clusterYearId}>
                {index > 0 && '; '}
                <Link to={paths.yearPlan.to(year.clusterYearId)}>{label(yearTitle(year))}</Link> ({year.shortName})
              </span>
            )),
    },
  ];
  if (page.mayChange)
    columns.push({
      id: 'act',
      head: <Trans>Thao tác</Trans>,
      width: 80,
      cell: (version) => (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t`Sửa phiên bản từ ${formatDate(version.validFrom)}`}
          onClick={() => onEdit(version)}
        >
          <Trans>Sửa</Trans>
        </Button>
      ),
    });
  return (
    <DataTable
      caption={t`Các phiên bản của chỉ tiêu`}
      columns={columns}
      rows={page.versions}
      rowKey={({ versionId }) => versionId}
      firstNumber={null}
      minWidth={1080}
      empty={null}
    />
  );
}

function CloseDialog({ page, version, onClose }: { page: IndicatorPage; version: Version; onClose: () => void }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const isClosed = version.validTo !== null;
  const close = useAction(
    ({ date, reason }: { date: string; reason: string }) =>
      client.indicators.close.mutate({
        id: page.id as never,
        seenVersion: version.version,
        validTo: isClosed ? null : date,
        reason,
      }),
    { done: isClosed ? t`Đã dùng lại chỉ tiêu` : t`Đã ghi ngày ngừng dùng`, onDone: onClose },
  );
  return (
    <ConfirmDialog
      title={isClosed ? t`Dùng lại chỉ tiêu` : t`Ngừng dùng chỉ tiêu`}
      confirmLabel={isClosed ? t`Dùng lại` : t`Ngừng dùng`}
      pending={close.pending}
      problem={close.problem}
      onRetry={() => void close.retry()}
      onClose={onClose}
      onConfirm={(confirmation) => void close.run(confirmation)}
      reason={{ label: t`Lý do` }}
      {...(!isClosed && {
        date: { label: t`Dùng đến hết ngày`, required: true, initial: `${page.today.slice(0, 4)}-12-31` },
      })}
    >
      <Text>
        {isClosed ? (
          <Trans>Năm thi đua mở sau này chọn lại được chỉ tiêu này.</Trans>
        ) : (
          <Trans>Năm bắt đầu sau ngày này không hỏi chỉ tiêu nữa. Số liệu đã có giữ nguyên.</Trans>
        )}
      </Text>
    </ConfirmDialog>
  );
}
